"""What each crime, and each way that a case can lie outside the four sections, is called."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.outcomes import Text
from petitions.law.sections import MEASURING_SECTION, PLEADABLE, PREDECESSORS

_NOT_KNOWN = _("Not known")

CHARGED: Mapping[str, Mapping[str, Text]] = {
    "11357": {
        "a": _("Letter (a): having hash, any weight"),
        "b": _("Letter (b): having %(flower)s grams or less of marijuana, not hash"),
        "c": _("Letter (c): having more than %(flower)s grams of marijuana, not hash"),
        "d": _("Letter (d): at 18 or older, having %(flower)s grams or less at a school while it was open"),
        "e": _("Letter (e): under 18, having %(flower)s grams or less at a school while it was open"),
        "none": _("No letter on the record"),
    },
    "11358": {"none": _("Growing, drying, or preparing marijuana")},
    "11359": {"none": _("Having marijuana to sell")},
    "11360": {
        "a": _(
            "Letter (a): selling, moving, or giving away marijuana, or bringing it here. From %(transport_day)s on, moving it counts only if it was to sell"
        ),
        "b": _("Letter (b): moving or giving away %(flower)s grams or less, not hash"),
        "none": _("No letter on the record"),
    },
}
"""By section and letter, as the law was on the last day before Proposition 64."""

CRIMES: Mapping[str, Text] = {
    "ending:arrest": _("Arrested, not convicted"),
    "ending:diverted": _("A program in place of a conviction"),
    "ending:outcome_unknown": _("Not known how it ended"),
    "ending:federal": _("Federal court"),
    "ending:other_state": _("Court of another state"),
    "ending:tribal_or_military": _("Tribal or military court"),
    "ending:court_unknown": _("Not known which court"),
    "dates:before": _("It happened, and led to a conviction, by %(last_day)s"),
    "dates:before_convicted_later": _("It happened by %(last_day)s, but the conviction came later"),
    "dates:on_the_day": _("It happened on %(first_day)s or later"),
    "dates:month": _("It happened in the month of %(first_day)s, day not known, and the conviction too"),
    "dates:unknown_convicted_before": _("Day not known, but convicted by %(last_day)s"),
    "dates:unknown_convicted_later": _("Day not known, and convicted on %(first_day)s or later"),
    "dates:unknown": _("Neither day known"),
    "crime:11361": _("Section 11361: a marijuana crime with someone under 18"),
    **{
        f"crime:prison_{section}": _("Penal Code %(section)s: drugs in jail or prison")
        for section in ("4573", "4573.5", "4573.6", "4573.8")
    },
    "crime:another": _("Any crime not named on these pages, such as Penal Code %(section)s"),
    **{
        f"crime:predecessor_{section}": _("Section %(section)s, an old number of a marijuana law")
        for section in PREDECESSORS
    },
    "crime:measuring": _("Section %(section)s, which is new since Proposition 64"),
    "crime:section_unknown": _("Section not known"),
    "crime:code_unknown": _("Code not known, only the number"),
    **{f"pleadable:{section}": _("Section %(section)s") for section in PLEADABLE},
    "pleaded:yes": _("It began as a marijuana charge"),
    "pleaded:no": _("It did not"),
    "pleaded:unknown": _NOT_KNOWN,
    "prefix:attempt": _("An attempt (Penal Code 664)"),
    "prefix:conspiracy": _("A plan with others: conspiracy (Penal Code 182)"),
    "prefix:accessory": _("Help after the crime: accessory (Penal Code 32)"),
    "prefix:unknown": _NOT_KNOWN,
}
"""By fact and value."""
SECTIONS: Mapping[str, str] = {
    **{f"crime:prison_{section}": section for section in ("4573", "4573.5", "4573.6", "4573.8")},
    **{f"crime:predecessor_{section}": section for section in PREDECESSORS},
    **{f"pleadable:{section}": section for section in PLEADABLE},
    "crime:measuring": MEASURING_SECTION,
    "crime:another": "459",
}
"""The number that stands in some of them."""
