"""Tells whether a sentence is over. Only one thing on a sheet proves it: a dismissal that needs a finished sentence.

The length of a sentence proves nothing: probation is tolled, revoked and extended, and no sheet shows every day of
it. Lines on probation and parole before the events name no case. So all else is "unsure", with hints.
"""

from __future__ import annotations

from petitions.law.terms import Sentence
from petitions.rapsheet.meaning.standing import convicted, probation_revoked, resentenced, sentence, set_aside
from petitions.rapsheet.record.facts import Hint, Said
from petitions.rapsheet.sheet import Count, Disposition, Outcome

_NEED_A_FINISHED_SENTENCE = ("1203.4", "1203.4a", "1203.41", "1203.42", "1203.425", "1203.45", "1203.49")
_STARTS_AGAIN = (Outcome.PROBATION_REVOKED, Outcome.RESENTENCED, Outcome.SENTENCE_MODIFIED)


def sentence_status(count: Count) -> Said:
    """Return the value of ``sentence_status``."""
    dismissal = set_aside(count)
    if dismissal and _proves_the_end(dismissal, count=count):
        return Said(
            "sentence_status",
            Sentence.COMPLETED.value,
            (dismissal.text.place,),
            needs_check=dismissal.text.needs_check,
        )
    return Said("sentence_status", "unsure", hints=tuple(_hints(count)))


def _proves_the_end(dismissal: Disposition, *, count: Count) -> bool:
    """A dismissal dated before the conviction, or before a new sentence, proves nothing."""
    found = convicted(count)
    if _number(dismissal) not in _NEED_A_FINISHED_SENTENCE or not (found and found.on and dismissal.on):
        return False
    again = (one for one in count.dispositions if one.outcome in _STARTS_AGAIN)
    return found.on.value < dismissal.on.value and not any(
        one.on is None or one.on.value >= dismissal.on.value for one in again
    )


def _hints(count: Count) -> list[Hint]:
    applies = sentence(count)
    found = {
        Hint.SENTENCE_FOR_LIFE: applies is not None and applies.is_for_life,
        Hint.RESENTENCED: bool(resentenced(count)),
        Hint.PROBATION_REVOKED: probation_revoked(count),
    }
    return [hint for hint, holds in found.items() if holds]


def _number(dismissal: Disposition) -> str:
    return (dismissal.statute or "").lower()
