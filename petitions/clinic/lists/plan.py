"""What an import would do, row by row: a new petitioner, one more count, or nothing, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from petitions.clinic.conflicts import conflicts_for
from petitions.clinic.desk.added_rows import with_rows
from petitions.clinic.desk.changes import apply_cells
from petitions.clinic.lists.resource import ListedCount, ReadRow
from petitions.interview.answers import Answers, new_answers
from petitions.interview.counts import MOST_CONVICTIONS
from petitions.interview.wording.outcomes import Text


class What(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    COUNT = "count"
    BAD = "bad"


WHAT: Mapping[What, Text] = {
    What.NEW: _("New petitioner"),
    What.COUNT: _("One more count"),
    What.BAD: _("Left out"),
}


TOO_MANY_COUNTS = _("One person can have 60 rows at most. Give the other rows another file number")


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One row as the dry run shows it. ``known`` are file numbers under the same name: a warning, no obstacle."""

    read: ReadRow
    what: What
    known: tuple[int, ...] = ()

    @property
    def said(self) -> Text:
        """Say what becomes of it."""
        return WHAT[self.what]


@dataclass(frozen=True, slots=True)
class PlannedMatter:
    """One petitioner to make."""

    language: str
    answers: Answers


@dataclass(frozen=True, slots=True)
class Plan:
    """The whole dry run. ``people`` are the good rows of each petitioner."""

    heads: tuple[str, ...]
    rows: tuple[PlannedRow, ...]
    people: tuple[tuple[ListedCount, ...], ...]

    @property
    def good(self) -> int:
        """Return how many rows would be imported."""
        return sum(row.what is not What.BAD for row in self.rows)

    @property
    def bad(self) -> tuple[PlannedRow, ...]:
        """Return the rows that are left out."""
        return tuple(row for row in self.rows if row.what is What.BAD)


def plan_of(heads: Sequence[str], read: Sequence[ReadRow], *, organization_id: str) -> Plan:
    """Return what an import would do; nothing is written."""
    owners: dict[str, list[ListedCount]] = {}
    rows: list[PlannedRow] = []
    for one in read:
        if one.count is None or len(owners.get(one.count.owner, ())) >= MOST_CONVICTIONS:
            rows.append(PlannedRow(_one_too_many(one) if one.count else one, What.BAD))
            continue
        what = What.COUNT if one.count.owner in owners else What.NEW
        known = _known(one.count, organization_id) if what is What.NEW else ()
        owners.setdefault(one.count.owner, []).append(one.count)
        rows.append(PlannedRow(one, what, known))
    return Plan(tuple(heads), tuple(rows), tuple(tuple(counts) for counts in owners.values()))


def planned_matter(counts: Sequence[ListedCount], *, on: date) -> PlannedMatter:
    """Put all rows of one petitioner together; what the first row says of the person holds."""
    person: dict[str, dict[str, str]] = {}
    for count in reversed(counts):
        person |= count.person
    sent = {f"you.{key}": cell for key, cell in person.items()}
    answers = apply_cells(new_answers(), sent, on=on).answers
    filled = with_rows(answers, [count.count for count in counts], on=on)
    return PlannedMatter(counts[0].language, filled.answers)


def _one_too_many(row: ReadRow) -> ReadRow:
    return ReadRow(row.number, row.texts, None, {"": str(TOO_MANY_COUNTS)})


def _known(count: ListedCount, organization_id: str) -> tuple[int, ...]:
    return tuple(one.number for one in conflicts_for([count.name], organization_id=organization_id))
