"""What the tables and their columns are called, and what each holds still."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.outcomes import Text


@dataclass(frozen=True, slots=True)
class TableWords:
    """A table's name, and what is taken as given in it."""

    title: Text
    lead: Text = ""


COLUMNS: Mapping[str, Text] = {
    "age": _("Age that day"),
    "level": _("On the record"),
    "amount": _("What and how much"),
    "plants": _("Plants"),
    "home_rules": _("Grown by the home rules"),
    "school": _("At a school"),
    "own_plants": _("From own home plants"),
    "kind": _("Kind of marijuana"),
    "conduct": _("What was done"),
    "court": _("Court"),
    "sentence": _("The sentence"),
    "orders": _("Order made before"),
    "strikes": _("Other crime"),
    "history": _("What else there is"),
    "charged": _("As charged"),
    "charged_as": _("As charged"),
    "when": _("When it happened"),
    "act": _("The case"),
    "unknown": _("What is not known"),
    "conflict": _("What does not fit"),
    "ending": _("How it ended, and where"),
    "dates": _("When it happened"),
    "crime": _("The crime"),
    "pleadable": _("The crime"),
    "pleaded": _("How it began"),
    "prefix": _("On the record"),
}
THEN = _("Class then")
TODAY = _("Today")
GIVES = _("What the law gives")
WHY = _("Why")
MEANS = _("What it means")
SOURCE = _("Source")
SINCE = _("In force since")
CHECKED = _("Checked on")
RESTS_ON = _("Rests on")
HELPS = _("What helps")
NOTE = _("What to know")
LONG = _("Long before Proposition 64")

_FROM_21 = _("The person was 21 or older.")
_FELONY = _("The record says felony.")

TABLES: Mapping[str, TableWords] = {
    "then": TableWords(_("As charged then")),
    "now_11357": TableWords(_("Having marijuana today")),
    "now_11358": TableWords(_("Growing marijuana today")),
    "now_11359": TableWords(_("Having marijuana to sell today")),
    "now_11360_b": TableWords(_("Moving or giving away up to %(flower)s grams of marijuana today")),
    "now_11360_a": TableWords(
        _("Acts under the old letter (a), today"),
        _("Where two classes stand in a row, the court decides by what the prosecutor can prove."),
    ),
    "11357_a": TableWords(_("Letter (a): hash")),
    "11357_b": TableWords(_("Letter (b): up to %(flower)s grams of marijuana")),
    "11357_c": TableWords(_("Letter (c): more than %(flower)s grams of marijuana")),
    "11357_d": TableWords(_("Letter (d): at a school, 18 or older")),
    "11357_none": TableWords(_("No letter: what it was decides")),
    "11358": TableWords(_("Growing")),
    "11359": TableWords(_("Having it to sell")),
    "11360_a": TableWords(_("Letter (a)"), _FELONY),
    "11360_a_lowered": TableWords(_("Letter (a), lowered before"), _FROM_21),
    "11360_b": TableWords(_("Letter (b): up to %(flower)s grams of marijuana"), _("A misdemeanor.")),
    "minors": TableWords(_("Under 18")),
    "exceptions": TableWords(
        _("When it may stay a felony"),
        _(
            "“Very serious crime” means a crime on the list of Penal Code 667(e)(2)(C)(iv). Lawyers call it a super strike. The person was 21 or older."
        ),
    ),
    "exceptions_11357": TableWords(
        _("Other crimes on the record"),
        _("No other crime makes having marijuana a felony again. The person was 21 or older."),
    ),
    "exceptions_11360": TableWords(_("Sold to someone under 18"), _FROM_21),
    "exceptions_by_age": TableWords(_("Whom that reaches, by age")),
    "sentence": TableWords(
        _("If the sentence is not over"),
        _("The paper is then a petition. “Other crime” means a super strike. The person was 21 or older."),
    ),
    "orders": TableWords(_("If a court changed it before"), _FROM_21),
    "unknown": TableWords(
        _("If something is not known"),
        _("Each row leaves one thing open. The person was 21 or older, if the row does not say otherwise."),
    ),
    "conflicts": TableWords(
        _("If the record and the facts do not fit"),
        _("The person was 21 or older, if the row does not say otherwise."),
    ),
    "endings": TableWords(
        _("How it ended, and where"),
        _(
            "The example is section 11357(b), %(flower)s grams, at 21 or older. What ends it here ends it for each section."
        ),
    ),
    "dates": TableWords(
        _("When it happened"),
        _(
            "The example is section 11357(b), %(flower)s grams, at 21 or older. What ends it here ends it for each section."
        ),
    ),
    "crimes": TableWords(_("Other crimes"), _("Where no code is named, it is the Health and Safety Code.")),
    "pleaded": TableWords(
        _("Crimes that a marijuana charge may have become"),
        _("All are sections of the Health and Safety Code."),
    ),
    "prefixes": TableWords(_("Attempt, conspiracy, accessory"), _("The person was 21 or older.")),
}
