"""What would settle an open answer, and where to find it, by the contract's key."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.outcomes import Text


@dataclass(frozen=True, slots=True)
class NeedWords:
    """A fact that is not known: its name, and where a person finds it."""

    name: Text
    where: Text


_COURT_FILE = _("Ask the court clerk to see your case file.")
_POLICE = _("Look in the police report or the lab report. They are often in the court file.")
_RECORD = _("Ask the clerk, or get your own record from the Department of Justice (see below).")
_YOU = _("Only you may know this. Think of who was there and what the papers say.")

_CRIME = NeedWords(
    _("The exact crime"),
    _("Look for letters and numbers like “HS 11357(b)” on your court papers or your record."),
)
_EARLIER = NeedWords(
    _("Any very serious crime on your record"),
    _("Get your own record from the Department of Justice. A lawyer can tell you what counts."),
)

NEEDS: dict[str, NeedWords] = {
    "jurisdiction": NeedWords(
        _("Which court it was"), _("The name of the court is at the top of any paper from the case.")
    ),
    "outcome": NeedWords(
        _("How the case ended"), _("Ask the clerk for the “disposition.” It says how the case ended.")
    ),
    "county": NeedWords(_("The county"), _("The top of your court papers says “County of …”.")),
    "case_number": NeedWords(_("The case number"), _("The clerk can look it up by your name.")),
    "code": _CRIME,
    "section": _CRIME,
    "subdivision": _CRIME,
    "prefix": _CRIME,
    "level": NeedWords(
        _("Felony, misdemeanor, or infraction"), _("Look for F, M, or I next to the code. Or ask the clerk.")
    ),
    "offense_date": NeedWords(
        _("The day it happened"), _("Look for “offense date” or “violation date” on your court papers.")
    ),
    "conviction_date": NeedWords(
        _("The day you were convicted"), _("Look for “plea,” “conviction date,” or “judgment.”")
    ),
    "age_at_offense": NeedWords(
        _("How old you were"), _("Find the date it happened. Then count from your birthday.")
    ),
    "date_of_birth": NeedWords(
        _("How old you were"), _("Your birthday and the date tell your age that day.")
    ),
    "drug_form": NeedWords(_("What kind it was"), _POLICE),
    "flower_grams": NeedWords(_("How much marijuana it was"), _POLICE),
    "concentrate_grams": NeedWords(_("How much hash it was"), _POLICE),
    "plants": NeedWords(_("How many plants there were"), _POLICE),
    "from_own_home_plants": NeedWords(_("If it came from your own plants at home"), _YOU),
    "on_school_grounds": NeedWords(_("If it was at a school"), _POLICE),
    "conduct": NeedWords(_("What the case says you did"), _COURT_FILE),
    "recipient_age": NeedWords(_("How old the other person was"), _POLICE),
    "sold_to_minor": NeedWords(_("If a person under 18 was to get it"), _POLICE),
    "hired_under_21": NeedWords(_("If someone 20 or younger did the work"), _YOU),
    "environmental_harm": NeedWords(_("If the grow harmed water, land, or wildlife"), _COURT_FILE),
    "home_grow_lawful": NeedWords(_("If the plants were at home, locked, and out of sight"), _POLICE),
    "sentence_status": NeedWords(
        _("If your sentence is over"),
        _("Ask your probation or parole office, or the clerk, on which day it ended."),
    ),
    "later_relief": NeedWords(_("If a court has changed it since then"), _RECORD),
    "earlier_same_section": NeedWords(_("How often you were convicted of this crime before"), _RECORD),
    "pleaded_down_from_marijuana": NeedWords(
        _("If it began as a marijuana charge"),
        _("Compare the first charge with the plea in your court file."),
    ),
    "super_strike": _EARLIER,
    "sex_offense": NeedWords(
        _("If a crime made you register as a sex offender"),
        _("Your own record shows it. A lawyer can tell you what counts."),
    ),
}

UNKNOWN_NEED = NeedWords(_("A fact that is still open"), _COURT_FILE)


def need_words(fact: str) -> NeedWords:
    """Return the words for a contract key; a new key gets words that fit any."""
    return NEEDS.get(fact, UNKNOWN_NEED)
