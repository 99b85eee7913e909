"""The lines of the proposed order, which the judge marks and signs."""

from __future__ import annotations


def pgettext(_context: str, text: str) -> str:
    return text


LINES = (
    pgettext("court paper", "[Proposed] Order on Application"),
    pgettext("court paper", "[Proposed] Order on Petition"),
    pgettext("court paper", "[Proposed] Order on Juvenile Request"),
    pgettext(
        "court paper",
        "The court has read the application of the person named above under Health and Safety Code section 11361.8, and any response. It concerns:",
    ),
    pgettext(
        "court paper",
        "The court has read the petition of the person named above under Health and Safety Code section 11361.8, and any response. It concerns:",
    ),
    pgettext(
        "court paper",
        "The court has read the request of the person named above under Health and Safety Code section 11361.8, and any response. It concerns:",
    ),
    pgettext("court paper", "The court finds and orders as marked:"),
    pgettext("court paper", "1. Granted"),
    pgettext("court paper", "The sentence is recalled, and the petitioner is resentenced, for"),
    pgettext("court paper", "a misdemeanor on No. [blank]."),
    pgettext("court paper", "an infraction on No. [blank]."),
    pgettext("court paper", "Sentence: [blank]"),
    pgettext("court paper", "Credit for time served: [blank] days."),
    pgettext("court paper", "Supervision after release for [blank]."),
    pgettext("court paper", "The petitioner is released from supervision."),
    pgettext(
        "court paper",
        "The sentence is recalled, and the conviction is dismissed as legally invalid, on No. [blank].",
    ),
    pgettext("court paper", "The offense is redesignated as an infraction on No. [blank]."),
    pgettext("court paper", "The finding is dismissed as legally invalid on No. [blank]."),
    pgettext("court paper", "The conviction is redesignated as"),
    pgettext("court paper", "The conviction is dismissed as legally invalid on No. [blank]."),
    pgettext("court paper", "Other: [blank]"),
    pgettext("court paper", "2. Denied"),
    pgettext("court paper", "The application is denied on No. [blank], because of"),
    pgettext("court paper", "The petition is denied on No. [blank], because of"),
    pgettext("court paper", "The request is denied on No. [blank], because of"),
    pgettext("court paper", "the offense."),
    pgettext("court paper", "the age of the [role] at the time."),
    pgettext("court paper", "the nature of the substance."),
    pgettext("court paper", "the quantity."),
    pgettext("court paper", "an unreasonable risk of danger to public safety."),
    pgettext("court paper", "other: [blank]"),
    pgettext("court paper", "3. Effect"),
    pgettext(
        "court paper", "A count made a misdemeanor or an infraction by this order is one for all purposes."
    ),
    pgettext(
        "court paper",
        "The [role] is relieved of any duty to register under former Health and Safety Code section 11590.",
    ),
    pgettext(
        "court paper",
        "The court’s record of No. [blank] is sealed. No one may have access to it without a court order.",
    ),
    pgettext("court paper", "IT IS SO ORDERED."),
    pgettext("court paper", "Judge of the Superior Court"),
)
