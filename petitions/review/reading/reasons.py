"""Why a row of a research file is listed as a problem."""

from __future__ import annotations

from enum import Enum


def _(text: str) -> str:
    """Mark for translation; the pages translate."""
    return text


class Reason(Enum):
    """A reason, by the code that stands in problems.csv; its sentence tells what to look for."""

    WIDTH = "WIDTH"
    STRAY_QUOTE = "STRAY_QUOTE"
    OPEN_QUOTE = "OPEN_QUOTE"
    NO_PERSON = "NO_PERSON"
    COUNT_KEY = "COUNT_KEY"
    BIRTH_DATE = "BIRTH_DATE"
    EVENT_DATE = "EVENT_DATE"

    @property
    def sentence(self) -> str:
        """Say it to a person."""
        return _SENTENCES[self]


_SENTENCES = {
    Reason.WIDTH: _("The row does not have 95 fields. It was left out."),
    Reason.STRAY_QUOTE: _("A quote mark stands in the middle of a field. The row was left out."),
    Reason.OPEN_QUOTE: _("A quote mark opens and never closes. The row was left out."),
    Reason.NO_PERSON: _("The row names no person: SUBJECT_ID is empty. It was not decided."),
    Reason.COUNT_KEY: _("CNT_ORDER is empty or too short to tell the case. Check this row by hand."),
    Reason.BIRTH_DATE: _("PRI_DOB cannot be read as a date. Check this row by hand."),
    Reason.EVENT_DATE: _("STP_EVENT_DATE cannot be read as a date. Check this row by hand."),
}
