"""The board: cases by how far they are, filtered, a page at a time, with a count for each status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import Http404

from petitions.access.actors import Actor
from petitions.clinic.after.cases import FollowedCase, cases_of
from petitions.clinic.after.words import NOT_READY, NOTED, STATUSES, Text, outcome_word
from petitions.clinic.summaries import summaries_of
from petitions.records.matters.models import CaseStatus

ON_A_PAGE = 50
NONE_YET = "none"
"""The name of the status of a case that is not ready."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the member wants to see; words of ours and counties."""

    status: str = ""
    county: str = ""
    to: str = ""
    page: str = "1"


@dataclass(frozen=True, slots=True)
class StepCell:
    """One step in a row of the board."""

    name: Text
    is_done: bool
    on: object
    outcome: Text


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One case with a cell for each step."""

    case: FollowedCase
    cells: tuple[StepCell, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cases stand at one status, of those that the other filters leave."""

    status: str
    name: Text
    number: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Board:
    """One page of the board."""

    rows: tuple[BoardRow, ...]
    page: Page[FollowedCase]
    tallies: tuple[Tally, ...]
    counties: tuple[str, ...]
    chosen: Chosen
    total: int


def cases_for(actor: Actor) -> list[FollowedCase]:
    """Return every case that a member may see, by file number."""
    found = actor.matters()
    summaries = summaries_of(found.select_related("assigned_to").order_by("number"))
    return cases_of(summaries, organization_id=actor.organization_id)


def chosen_cases(actor: Actor, keys: Sequence[str]) -> list[FollowedCase]:
    """Return the cases that a form names; raise Http404 where one is not there for this member, before anything is read."""
    ids = {key.partition(".")[0] for key in keys}
    found = actor.matters()
    matters = found.filter(pk__in=ids)
    if matters.count() != len(ids):
        raise Http404
    cases = cases_of(summaries_of(matters.order_by("number")), organization_id=actor.organization_id)
    known = {one.key: one for one in cases}
    if not known.keys() >= set(keys):
        raise Http404
    return [known[key] for key in dict.fromkeys(keys)]


def board(cases: Sequence[FollowedCase], chosen: Chosen) -> Board:
    """Return the page that the member asked for."""
    rest = [one for one in cases if _is_wanted(one, chosen)]
    shown = [one for one in rest if chosen.status in ("", _status(one))]
    page = Paginator(shown, ON_A_PAGE).get_page(chosen.page)
    return Board(
        rows=tuple(BoardRow(one, _cells(one)) for one in page.object_list),
        page=page,
        tallies=_tallies(rest, chosen),
        counties=tuple(sorted({one.county for one in cases if one.county})),
        chosen=chosen,
        total=len(rest),
    )


def _is_wanted(case: FollowedCase, chosen: Chosen) -> bool:
    to = str(case.summary.matter.assigned_to_id or "")
    return chosen.county in ("", case.county) and chosen.to in ("", to)


def _status(case: FollowedCase) -> str:
    return case.status.value if case.status else NONE_YET


def _tallies(cases: Iterable[FollowedCase], chosen: Chosen) -> tuple[Tally, ...]:
    found = Counter(_status(one) for one in cases)
    names: list[tuple[str, Text]] = [
        (NONE_YET, NOT_READY),
        *((one.value, STATUSES[one]) for one in CaseStatus),
    ]
    return tuple(Tally(key, name, found[key], key == chosen.status) for key, name in names)


def _cells(case: FollowedCase) -> tuple[StepCell, ...]:
    return tuple(_cell(case, status) for status in NOTED)


def _cell(case: FollowedCase, status: CaseStatus) -> StepCell:
    step = case.steps.get(status)
    return StepCell(
        name=STATUSES[status],
        is_done=step is not None,
        on=step.on if step else None,
        outcome=outcome_word(status, step.outcome) if step else "",
    )
