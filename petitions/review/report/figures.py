"""The charts of a review: convictions by section, class, year, age and race, by what becomes of them; people beside convictions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.documents.figures.figure import Cell, Figure, Line, Text
from petitions.documents.figures.suppression import FEWEST, protected_line, protected_table
from petitions.review.chart_labels import UNKNOWN
from petitions.review.policies.rules import DISMISS, NOT_ELIGIBLE, REDUCE
from petitions.review.tally import Tally
from petitions.review.tallying import AT_LEAST, AT_MOST

_BY_POLICY: Mapping[str, Text] = {
    DISMISS: _("Dismissed"),
    REDUCE: _("Reduced"),
    NOT_ELIGIBLE: _("No relief"),
    "": _("A person must look"),
}
_BY_LAW: Mapping[str, Text] = {
    "DISMISS_SEAL": _("Dismissed and sealed"),
    "INFRACTION": _("Made an infraction"),
    "MISDEMEANOR": _("Made a misdemeanor"),
    "NONE": _("No relief"),
    "": _("Open"),
}
_KINDS: tuple[tuple[str, Text, Text], ...] = (
    ("section", _("By section"), _("Section")),
    ("level", _("By level"), _("Level")),
    ("year", _("By year of conviction"), _("Years")),
    ("age", _("By age at conviction"), _("Age")),
    ("race", _("By race, as the file names it"), _("Race")),
)
"""Each way to split the convictions: its key, its title, and what a group of it is."""
_AGES: Mapping[str, Text] = {
    "under 18": _("under 18"),
    "18 to 20": _("18 to 20"),
    "21 to 24": _("21 to 24"),
    "25 to 34": _("25 to 34"),
    "35 to 44": _("35 to 44"),
    "45 to 54": _("45 to 54"),
    "55 and over": _("55 and over"),
}
_LEVELS: Mapping[str, Text] = {
    "FELONY": _("Felony"),
    "MISDEMEANOR": _("Misdemeanor"),
    "INFRACTION": _("Infraction"),
    "related": _("Related charges"),
}
_FEWEST_OF_GROUP = 2 * FEWEST
"""A group with fewer convictions goes with others, as nothing of it could be shown alone."""


def figures_of(tally: Tally, *, lane: str, beside: str = "") -> list[Figure]:
    """Return the figures of a lane with every number.

    ``beside`` is a lane to compare with: outcomes that only it has are in the figures too, as zeros.
    """
    return [*(_figure(tally, *kind, lane=lane, beside=beside) for kind in _KINDS), _people(tally, lane)]


def figures_for_public(found: Sequence[Figure]) -> list[Figure]:
    """Return the figures in which nobody can be found again, not by any sum either."""
    *by_outcome, people = found
    lines = tuple(protected_line(line) for line in people.lines)
    return [*(_protected(one) for one in by_outcome), replace(people, lines=lines)]


def _figure(tally: Tally, kind: str, title: Text, named: Text, *, lane: str, beside: str) -> Figure:
    """Count for each group what becomes of its convictions."""
    words, counts = _words_of(lane), _counts(tally, kind, lane)
    groups = _sorted({group for group, _outcome in counts})
    found = {outcome for (_group, outcome), number in counts.items() if number}
    if beside and _words_of(beside) is words:
        found |= {outcome for (_group, outcome), number in _counts(tally, kind, beside).items() if number}
    shown = [outcome for outcome in words if outcome in found]
    lines = (
        Line(_group_word(group), tuple(Cell(str(words[one]), counts[group, one]) for one in shown))
        for group in groups
    )
    return Figure(kind, title, _("Outcome"), tuple(lines), named)


def _words_of(lane: str) -> Mapping[str, Text]:
    """Return the outcomes of a lane and their words, in order."""
    return _BY_LAW if lane in (AT_LEAST, AT_MOST) else _BY_POLICY


def _counts(tally: Tally, kind: str, lane: str) -> Counter[tuple[str, str]]:
    """Return how many convictions each group has with each outcome; no word of the lane: undecided."""
    words = _words_of(lane)
    counts: Counter[tuple[str, str]] = Counter()
    for (label, outcome), number in tally.table("convictions by", kind, lane):
        counts[_group(kind, label), outcome if outcome in words else ""] += number
    return counts


def _people(tally: Tally, lane: str) -> Figure:
    """Count people beside convictions, for each race."""
    people = {label: number for (label,), number in tally.table("all people by", "race", lane)}
    convictions: Counter[str] = Counter()
    for (label, _outcome), number in tally.table("convictions by", "race", lane):
        convictions[label] += number
    groups = _sorted(set(people))
    pairs = ((_("People"), people), (_("Convictions"), convictions))
    lines = (
        Line(str(name), tuple(Cell(_group_word(group), counted[group]) for group in groups))
        for name, counted in pairs
    )
    return Figure("people", _("People and convictions"), _("Race"), tuple(lines), _("Counted"))


def _group(kind: str, label: str) -> str:
    """Return the group of a label: years go together by tens."""
    return f"{label[:3]}0–{label[:3]}9" if kind == "year" and label.isdecimal() else label


def _group_word(group: str) -> str:
    if group == UNKNOWN:
        return gettext("Not known")
    words = _AGES.get(group) or _LEVELS.get(group)
    return str(words) if words else group.title() if group.isupper() else group


def _sorted(groups: Iterable[str]) -> list[str]:
    """Sort groups, ages by their years and what is not known last."""
    return sorted(groups, key=_place)


def _place(group: str) -> tuple[bool, int, str]:
    ages = list(_AGES)
    return group == UNKNOWN, ages.index(group) if group in ages else -1, group


def _protected(figure: Figure) -> Figure:
    merged = _merged(figure.lines)
    table = protected_table([[cell.number or 0 for cell in line.cells or ()] for line in merged])
    lines = (
        tuple(Line(line.name, None) for line in merged)
        if table is None
        else tuple(_with(line, numbers) for line, numbers in zip(merged, table, strict=True))
    )
    return replace(figure, lines=lines)


def _merged(lines: Sequence[Line]) -> list[Line]:
    """Put groups together that are too small to show alone."""
    small = [line for line in lines if _total(line) < _FEWEST_OF_GROUP]
    large = sorted((line for line in lines if line not in small), key=_total)
    while small and large and sum(map(_total, small)) < _FEWEST_OF_GROUP:
        small.append(large.pop(0))
    together = [line for line in lines if line not in small]
    return [*together, _summed(small)] if small else together


def _total(line: Line) -> int:
    return sum(cell.number or 0 for cell in line.cells or ())


def _summed(lines: Sequence[Line]) -> Line:
    columns = zip(*(line.cells or () for line in lines), strict=True)
    cells = tuple(Cell(cells[0].label, sum(cell.number or 0 for cell in cells)) for cells in columns)
    return Line(gettext("All others"), cells)


def _with(line: Line, numbers: Sequence[int | None]) -> Line:
    cells = line.cells or ()
    return Line(
        line.name, tuple(Cell(cell.label, number) for cell, number in zip(cells, numbers, strict=True))
    )
