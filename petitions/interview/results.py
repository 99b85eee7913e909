"""The result page: turns what the law concluded into everything that the page shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from petitions.courts.directory import Directory
from petitions.interview.already_cleared import AlreadyCleared, already_cleared
from petitions.interview.result_cards import Answered, CardSources, ChangeUrl, ConvictionCard, card_of
from petitions.interview.result_summary import summary_lines
from petitions.interview.wording.outcomes import words_of
from petitions.interview.wording.warnings import FOR_EVERY_CASE, WarningWords
from petitions.law.determinations import Determinations
from petitions.law.facts import Record
from petitions.law.terms import Outcome, Track

_FILED = frozenset({Track.APPLICATION_E, Track.PETITION_A, Track.JUVENILE_M})
_IMMIGRATION = "IMMIGRATION"


@dataclass(frozen=True, slots=True)
class ResultPage:
    """What the page shows, in order. It carries no name and no case number."""

    summary: tuple[str, ...]
    cards: tuple[ConvictionCard, ...]
    already_cleared: AlreadyCleared | None
    immigration: WarningWords | None
    notes: tuple[WarningWords, ...]
    """What clearing a conviction does not do."""
    has_papers: bool
    on: date

    @property
    def has_several(self) -> bool:
        """Say whether the cards need numbers."""
        return len(self.cards) > 1


def result_page(
    record: Record,
    determinations: Determinations,
    directory: Directory,
    *,
    answered: Mapping[str, Answered],
    settling: Mapping[str, tuple[str, ...]],
    change_url: ChangeUrl,
) -> ResultPage:
    """Return the page. ``answered``: conviction id -> contract key -> what was said, in words.

    ``settling``: conviction id -> the facts that would settle what is open, most decisive first.
    ``change_url`` takes a conviction's id and a contract key; it returns "" where no question has that key.
    """
    sources = CardSources(directory, answered, settling, change_url)
    convictions = {one.id: one for one in record.convictions}
    found = determinations.determinations
    given = {code for one in found for code in one.warnings}
    has_papers = any(one.track in _FILED for one in found)
    return ResultPage(
        summary=summary_lines((one.outcome, one.status) for one in found),
        cards=tuple(
            card_of(one, convictions[one.conviction], number=number, sources=sources)
            for number, one in enumerate(found, start=1)
        ),
        already_cleared=already_cleared(record, determinations, directory),
        immigration=FOR_EVERY_CASE[_IMMIGRATION] if _IMMIGRATION in given or has_papers else None,
        notes=tuple(words for code, words in FOR_EVERY_CASE.items() if code in given - {_IMMIGRATION}),
        has_papers=has_papers,
        on=determinations.on,
    )


def outcome_headline(outcome: Outcome) -> str:
    """Say an outcome in one line."""
    return str(words_of(outcome).headline)
