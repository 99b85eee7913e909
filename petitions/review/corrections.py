"""Says for each code of ``Differs From Peer`` what the peer takes for what, and what we do."""

from __future__ import annotations

from collections.abc import Mapping

from petitions.review.differs import Code


def _(text: str) -> str:
    return text


SENTENCES: Mapping[Code, str] = {
    Code.UNKNOWN_DATE: _("A date is not known. We never dismiss for that; a person must look."),
    Code.SECTION_FALSE_HIT: _("The number only looks like one of these sections. We leave it out."),
    Code.ATTEMPT_LOST: _("This is an attempt, written with a dash. We count it."),
    Code.ATTEMPT_PRIOR: _("Earlier attempts count by their own section only."),
    Code.PC290_MISSED: _("A sex crime with a child is on the list of Penal Code section 290. We count it."),
    Code.PC290_FALSE_HIT: _("The number only looks like one on the list of section 290. We leave it out."),
    Code.SUPERSTRIKE_FALSE_HIT: _("The number only looks like a super strike. We leave it out."),
    Code.GANG_UNDATED: _("A gang finding counts from the day of its own crime."),
    Code.REGISTRATION_UNDATED: _("To register under section 290 counts from the day that the row states."),
    Code.RELATED_FALSE_HIT: _("The number only looks like a related charge. We leave it out."),
    Code.SENTENCE_OVERFLOW: _("A very long sentence is not over."),
    Code.SENTENCE_PART_MISPLACED: _("A part of a sentence stays with its own count."),
    Code.DUPLICATE_ROW: _("The same row stands twice. We count its sentence once."),
    Code.COUNT_ROWS_DISAGREE: _("The rows of this count do not say the same. A person must look."),
}
