"""The charts of a review: convictions by section, year, age, race and level, by what becomes of them; people beside convictions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.documents.figures.figure import Cell, Figure, Line, Text
from petitions.documents.figures.suppression import FEWEST, protected_table
from petitions.records.reviews.deciding import Kept
from petitions.review.columns import ROW
from petitions.review.kept.deciding import FELONY, SECTION
from petitions.review.policies.columns import DETERMINATION
from petitions.review.policies.rules import DISMISS, NOT_ELIGIBLE, REDUCE
from petitions.review.screens.table import level_word

_FATES: Mapping[str, Text] = {
    DISMISS: _("Dismissed"),
    REDUCE: _("Reduced"),
    NOT_ELIGIBLE: _("No relief"),
    "": _("A person must look"),
}
_RELIEF: tuple[Text, Text] = (_("Some relief"), _("No relief so far"))
_AGES = ((0, 17), (18, 20), (21, 25), (26, 30), (31, 40), (41, 50), (51, 130))
_FEWEST_OF_GROUP = 2 * FEWEST
"""A group with fewer convictions goes with others, as nothing of it could be shown alone."""
_DAY = "%Y%m%d"
Table = Sequence[tuple[str, Sequence[int]]]
"""For each group its name, and its counts by column."""


@dataclass(frozen=True, slots=True)
class _Split:
    """One way to split the convictions: the key, the title, what a line names, and the group of each."""

    key: str
    title: Text
    group: pl.Expr


def figures_of(judged: pl.DataFrame, kept: Mapping[int, Kept]) -> list[Figure]:
    """Return all figures with every number."""
    told = with_final(judged, kept)
    return [*(_figure(split, told) for split in _splits()), _people(told)]


def for_public(found: Sequence[Figure]) -> list[Figure]:
    """Return the figures in which nobody can be found again, not by any sum either."""
    return [_protected(one) for one in found]


def with_final(judged: pl.DataFrame, kept: Mapping[int, Kept]) -> pl.DataFrame:
    """Add ``final``: what staff decided, or else the policy."""
    chosen = {row: one.choice.outcome for row, one in kept.items() if one.choice.outcome}
    if not chosen:
        return judged.with_columns(final=pl.col(DETERMINATION))
    changes = pl.DataFrame(
        {ROW: list(chosen), "chosen": list(chosen.values())}, schema={ROW: pl.UInt64, "chosen": pl.String}
    )
    joined = judged.join(changes, on=ROW, how="left", maintain_order="left")
    return joined.with_columns(final=pl.coalesce("chosen", DETERMINATION)).drop("chosen")


def fate() -> pl.Expr:
    """Return what becomes of a conviction; all that a person must look at is one."""
    return pl.when(pl.col("final").is_in(list(_FATES))).then("final").otherwise(pl.lit(""))


def _splits() -> tuple[_Split, ...]:
    felony, other = level_word(is_felony=True), level_word(is_felony=False)
    level = pl.when(FELONY).then(pl.lit(felony)).otherwise(pl.lit(other))
    return (
        _Split("sections", _("By section"), pl.col(SECTION)),
        _Split("levels", _("By level"), level),
        _Split("years", _("By year of conviction"), _decade()),
        _Split("ages", _("By age at conviction"), _age()),
        _Split("races", _("By race, as the file names it"), _race()),
        _Split("genders", _("By gender, as the file names it"), _named("GENDER")),
    )


def _named(column: str) -> pl.Expr:
    text = pl.col(column).str.strip_chars().str.to_titlecase()
    return pl.when(text == "").then(pl.lit(gettext("Not known"))).otherwise(text)


def _race() -> pl.Expr:
    return _named("RACE_DESCR")


def _date(column: str) -> pl.Expr:
    return pl.col(column).str.to_date(_DAY, strict=False)


def _decade() -> pl.Expr:
    year = _date("STP_EVENT_DATE").dt.year()
    decade = (year // 10 * 10).cast(pl.String)
    return decade.add(pl.lit("–")).add((year // 10 * 10 + 9).cast(pl.String)).fill_null(gettext("Not known"))


def _age() -> pl.Expr:
    born, day = _date("PRI_DOB"), _date("STP_EVENT_DATE")
    had_birthday = day.dt.ordinal_day() >= born.dt.ordinal_day()
    age = day.dt.year() - born.dt.year() - pl.when(had_birthday).then(0).otherwise(1)
    found = pl.lit(None, dtype=pl.String)
    for low, high in _AGES:
        found = pl.when(age.is_between(low, high)).then(pl.lit(_ages(low, high))).otherwise(found)
    return found.fill_null(gettext("Not known"))


def _ages(low: int, high: int) -> str:
    if not low:
        return gettext("under 18")
    return gettext("%(low)d to %(high)d") % {"low": low, "high": high} if high < 130 else gettext("over 50")


def _figure(split: _Split, told: pl.DataFrame) -> Figure:
    """Count for each group what becomes of its convictions."""
    counted = told.group_by(split.group.alias("group"), fate().alias("fate")).len()
    return Figure(split.key, split.title, _("Outcome"), _lines(counted, columns=_FATES))


def _people(told: pl.DataFrame) -> Figure:
    """Count people, not convictions, for each race: who has some relief, and who has none so far."""
    people = told.group_by("SUBJECT_ID").agg(
        group=_race().first(), fate=pl.col("final").is_in([DISMISS, REDUCE]).any()
    )
    fates = pl.when("fate").then(pl.lit("yes")).otherwise(pl.lit("no")).alias("fate")
    counted = people.group_by("group", fates).len()
    columns = dict(zip(("yes", "no"), _RELIEF, strict=True))
    return Figure("people", _("People, by race"), _("People"), _lines(counted, columns=columns))


def _lines(counted: pl.DataFrame, *, columns: Mapping[str, Text]) -> tuple[Line, ...]:
    numbers = {(group, fate): number for group, fate, number in counted.iter_rows()}
    groups = _in_order({group for group, _fate in numbers})
    return tuple(
        Line(group, tuple(Cell(str(word), numbers.get((group, fate), 0)) for fate, word in columns.items()))
        for group in groups
    )


def _in_order(groups: set[str]) -> list[str]:
    """Sort groups, ages by their first number, what is not known last."""
    last = gettext("Not known")
    ages = [_ages(*one) for one in _AGES]
    return sorted(groups, key=lambda one: (one == last, ages.index(one) if one in ages else 0, one))


def _protected(figure: Figure) -> Figure:
    merged = _merged(figure.lines)
    table = protected_table([[cell.number or 0 for cell in line.cells or ()] for line in merged])
    if table is None:
        lines = tuple(Line(line.name, None) for line in merged)
    else:
        lines = tuple(_with(line, numbers) for line, numbers in zip(merged, table, strict=True))
    return Figure(figure.key, figure.title, figure.about, lines)


def _merged(lines: Sequence[Line]) -> list[Line]:
    """Put groups together that are too small to show alone."""
    small = [line for line in lines if _total(line) < _FEWEST_OF_GROUP]
    large = sorted((line for line in lines if line not in small), key=_total)
    while small and large and sum(map(_total, small)) < _FEWEST_OF_GROUP:
        small.append(large.pop(0))
    if not small:
        return list(lines)
    together = [line for line in lines if line not in small]
    return [*together, _summed(small)]


def _total(line: Line) -> int:
    return sum(cell.number or 0 for cell in line.cells or ())


def _summed(lines: Sequence[Line]) -> Line:
    columns = zip(*(line.cells or () for line in lines), strict=True)
    cells = tuple(Cell(cells[0].label, sum(cell.number or 0 for cell in cells)) for cells in columns)
    return Line(gettext("All others"), cells)


def _with(line: Line, numbers: Sequence[int | None]) -> Line:
    cells = line.cells or ()
    return Line(line.name, tuple(Cell(cell.label, number) for cell, number in zip(cells, numbers, strict=True)))
