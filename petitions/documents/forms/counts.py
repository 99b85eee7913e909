"""The table of counts as papers print it: one row a count, each known fact in its own cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from petitions.documents.case_sheet import Count
from petitions.documents.printed import printed_numbers
from petitions.documents.typed import Typed


@dataclass(frozen=True, slots=True)
class Row:
    """One count; ``None`` leaves a visible blank."""

    number: int
    section: Typed | None
    offense_date: Typed | None
    conviction_date: Typed | None
    level: Typed | None


def rows(counts: tuple[Count, ...]) -> tuple[Row, ...]:
    """Write the rows of the table."""
    return tuple(
        Row(
            number=count.number,
            section=typed(count.section),
            offense_date=typed(count.offense_date),
            conviction_date=typed(count.conviction_date),
            level=typed(count.level),
        )
        for count in counts
    )


def numbered_lines(said: Sequence[tuple[str, int]]) -> tuple[Typed, ...]:
    """Write what is said of counts, each text once with the numbers of its counts, in order of first appearance."""
    groups: dict[str, list[int]] = {}
    for text, number in said:
        groups.setdefault(text, []).append(number)
    return tuple(Typed(f"{printed_numbers(numbers)}: {text}.") for text, numbers in groups.items())


def typed(text: str | None) -> Typed | None:
    """Mark a fact that may be missing as one that differs from petition to petition."""
    return None if text is None else Typed(text)
