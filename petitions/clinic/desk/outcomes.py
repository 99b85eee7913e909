"""The determination as a row of the grid shows it: a headline, the small scale, the first reason, what it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from petitions.interview.answers import Answers, asked_of
from petitions.interview.relief_scale import Scale, scale_of
from petitions.interview.screening import record_of
from petitions.interview.wording.outcomes import Text, words_of
from petitions.interview.wording.sentences import reason_sentence
from petitions.law.determinations import Determination, Determinations
from petitions.law.determine import open_needs
from petitions.law.facts import Record
from petitions.law.terms import Outcome, Status


@dataclass(frozen=True, slots=True)
class RowReason:
    """One reason with what it rests on."""

    sentence: str
    citation: str


@dataclass(frozen=True, slots=True)
class RowOutcome:
    """What the law gives one count, as far as it is known."""

    headline: Text
    status: Status
    scale: Scale | None
    reasons: tuple[RowReason, ...]
    needs: tuple[str, ...]
    """Facts (contract keys) that can still change it, the most useful first."""
    waits: bool
    """Nothing can be promised before one of them is known."""

    @property
    def first(self) -> RowReason | None:
        """Return the reason that stands in the row."""
        return self.reasons[0] if self.reasons else None


def row_outcomes(answers: Answers, found: Determinations, *, on: date) -> dict[str, RowOutcome]:
    """Return the outcome of every count, by place; ``found`` is what the law gives for these answers."""
    record = record_of(answers)
    needs = _needs(record, answers, on=on)
    convictions = {one.id: one for one in record.convictions}
    return {
        one.conviction: _row(one, scale_of(one, convictions[one.conviction]), needs.get(one.conviction, ()))
        for one in found.determinations
    }


def _needs(record: Record, answers: Answers, *, on: date) -> Mapping[str, tuple[str, ...]]:
    found = open_needs(record, on=on, asked=asked_of(answers))
    return {place: tuple(needs) for place, needs in found.items()}


def _row(one: Determination, scale: Scale | None, needs: tuple[str, ...]) -> RowOutcome:
    return RowOutcome(
        headline=words_of(one.outcome, track=one.track).headline,
        status=one.status,
        scale=scale,
        reasons=tuple(RowReason(reason_sentence(r.code), "; ".join(r.citations)) for r in one.reasons),
        needs=needs,
        waits=bool(needs) and one.outcome is Outcome.NEEDS_REVIEW,
    )
