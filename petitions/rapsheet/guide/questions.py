"""The questions of the interview in the words of a sheet: the same facts, read off the paper."""

from __future__ import annotations

from dataclasses import replace

from petitions.interview.questions import Option, Question, question_of


def _(text: str) -> str:
    return text


def _on_sheet(key: str, *, heading: str, hint: str, options: tuple[Option, ...] = ()) -> Question:
    """Return a question as the sheet puts it; whoever cannot find the answer is asked later, in other words."""
    asked = question_of(key)
    assert asked is not None, key
    return replace(
        asked,
        heading=heading,
        hint=hint,
        options=options,
        parts_when="",
        unsure=None,
        where="",
        drawing="",
        aside="",
        aside_page="",
    )


CODE = _on_sheet(
    "crime",
    heading=_("Which code do you see?"),
    hint=_(
        "Below COURT and CNT, look for one of these numbers: 11357, 11358, 11359, 11360. Type what you see, with the letters."
    ),
)
RESULT = _on_sheet(
    "ending",
    heading=_("What does the DISPO line say?"),
    hint=_("DISPO says how this count ended. Take the first DISPO line below the code."),
    options=(
        Option("convicted", "CONVICTED", _("More words may follow. Only this word means a conviction.")),
        Option(
            "arrest_only",
            "DISMISSED, PROS REJ, ACQUITTED, NOT GUILTY",
            _("It was dropped, or you won. PROS REJ means that the prosecutor did not go on."),
        ),
        Option("diverted", "DIVERSION", _("You did a program and were not convicted.")),
    ),
)
STATUS = _on_sheet(
    "level",
    heading=_("What does the CONV STATUS line say?"),
    hint=_(
        "It stands below DISPO. Some sheets do not have it. Do not use TOC: that is only the first charge."
    ),
    options=(
        Option("felony", "FELONY", _("The most serious kind. Prison was possible.")),
        Option("misdemeanor", "MISDEMEANOR", _("Less serious. At most county jail.")),
        Option("infraction", "INFRACTION", _("Like a traffic ticket. Only a fine.")),
    ),
)
LETTERS = _on_sheet(
    "court",
    heading=_("Which letters stand before the name of the court?"),
    hint=_("Go up to the word COURT. The letters stand behind the date."),
    options=(
        Option("california_adult", "CASC, CAMC, CAJC", _("A California county court, of any kind.")),
        Option("california_juvenile", "CAJV", _("A California juvenile court.")),
        Option("federal", "US …", _("A federal court.")),
        Option("other_state", _("Letters of another state"), _("For example, NV is Nevada.")),
    ),
)
TOWN = _on_sheet(
    "county",
    heading=_("Which county is that court in?"),
    hint=_("Behind the letters stands a place. It may be a city: then pick the county of that city."),
)
CASE = _on_sheet(
    "case-number",
    heading=_("What is the case number?"),
    hint=_(
        "In the COURT part, it stands behind CNT and the # sign. No # sign there? Take the first one below COURT."
    ),
)
COURT_DAY = _on_sheet(
    "convicted-when",
    heading=_("Which date stands below COURT?"),
    hint=_("It has 8 numbers: the year, the month, the day. So 20050620 is June 20, 2005."),
)
ARREST_DAY = _on_sheet(
    "when",
    heading=_("Which date stands below ARR/DET/CITE?"),
    hint=_(
        "This is the day of the arrest. From COURT, go up, but not past a row of stars. The first 4 numbers are the year."
    ),
)
SENTENCE = _on_sheet(
    "sentence",
    heading=_("Is the sentence over?"),
    hint=_("SEN says what it was: jail, prison, or probation, and how long. Count from the court date."),
    options=(
        Option("completed", _("Yes, it is over")),
        Option("supervised", _("No, I am on probation or parole")),
        Option("in_custody", _("No, I am in jail or prison")),
    ),
)
LATER = _on_sheet(
    "changed",
    heading=_("Do you see one of these on a later line?"),
    hint=_(
        "Below SEN, but above the next CNT, there may be a new date and a new DISPO. Pick all that you see."
    ),
    options=(
        Option("none", _("None of these"), _("PROBATION REVOKED and SENTENCE MODIFIED do not count here.")),
        Option("dismissed_1203", _("A number that begins with 1203"), _("Dismissed after probation.")),
        Option("reduced_17b", _("REDUCED TO MISDEMEANOR, or 17 PC"), _("A judge lowered it.")),
        Option("prop_47", "1170.18", _("Lowered to a misdemeanor under Proposition 47")),
        Option(
            "prop_64_dismissed", _("11361.8 or 11361.9 with DISMISSED"), _("Dismissed under Proposition 64")
        ),
        Option(
            "prop_64_redesignated", _("11361.8 or 11361.9 with REDUCED"), _("Lowered under Proposition 64")
        ),
        Option("prop_64_order", _("11361.8 or 11361.9 with other words"), _("For example, RESENTENCED.")),
    ),
)
