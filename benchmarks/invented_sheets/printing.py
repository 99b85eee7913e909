"""Prints the cycles of an invented record as lines, in one layout."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from benchmarks.invented_sheets import words
from benchmarks.invented_sheets.layouts import Layout, TypeOfCharge
from benchmarks.invented_sheets.record import Count, Disposition, Event, Part, Sentence, Update
from petitions.rapsheet.sheet import Outcome

_NAME_COLUMN = 22
_COMMENT_WIDTH = 52
_SENTENCE_WIDTH = 44
_SHORT = 3
"""A word of so few letters stays on its line: alone on one it could be dirt."""


def cycle_lines(cycle: tuple[Event, ...], *, layout: Layout) -> list[str]:
    """Return the lines of a cycle, its separator first."""
    lines = _apart(layout.cycle, layout)
    for number, event in enumerate(cycle):
        if number:
            lines += _apart(layout.event, layout)
        lines += event_lines(event, layout=layout)
    return lines + list(words.REGISTRANT_NOTE) * cycle[-1].headless


def event_lines(event: Event, *, layout: Layout) -> list[str]:
    """Return the lines of an event: header, date and agency, counts, and a banner behind."""
    lines = _head(event, layout)
    number = 1
    for count in event.counts:
        if event.headless:
            lines += _bare_count(count)
        else:
            lines += [""] * layout.spaced + _count(count, number, event, layout)
        number += count.copies
    return lines + list(words.BANNER) * event.strike


def end_lines(cycles: tuple[tuple[Event, ...], ...], *, layout: Layout) -> list[str]:
    """Return what stands behind the last cycle."""
    strikes = sum(event.strike for cycle in cycles for event in cycle)
    note = [line.format(amount=strikes) for line in words.END_NOTE] if strikes > 1 else []
    return [*_apart(layout.cycle, layout), *note, layout.end]


def _apart(separator: str, layout: Layout) -> list[str]:
    return (
        ["", separator, ""]
        if layout.spaced and "-" in separator
        else ["", separator]
        if layout.spaced
        else [separator]
    )


def _head(event: Event, layout: Layout) -> list[str]:
    agency = event.agency + (
        f"     TOC:{event.counts[0].toc}" if layout.toc is TypeOfCharge.BEHIND_AGENCY else ""
    )
    day = f"{event.day:%Y%m%d}"
    dated = [day, f"  {agency}"] if layout.agency_below and event.name % 2 else [f"{day}  {agency}"]
    if event.headless:
        return dated
    name = f"NAM:{event.name:0{layout.digits}d}" + (f" DOB:{event.birth:%Y%m%d}" if event.birth else "")
    if layout.name_below:
        return [event.header, name, *dated]
    return [f"{event.header:<{_NAME_COLUMN}}{name}", *dated]


def _bare_count(count: Count) -> list[str]:
    assert count.charge is not None
    return [f"  {count.charge.line}", *(f"   {note}" for note in count.notes)]


def _count(count: Count, number: int, event: Event, layout: Layout) -> list[str]:
    pad = " " * layout.detail_indent
    lines = _count_head(count, number, layout)
    lines += [f"{pad}{' '.join(count.flags)}"] * bool(count.flags)
    lines += _charge(count, layout)
    lines += [line for note in count.notes for line in _wrapped(note, pad)]
    lines += _sentence(count.sentence, layout) if count.sentence else []
    if count.disposition:
        lines += _disposition(count.disposition, layout)
    for update in count.updates:
        lines += _update(update, layout)
    return lines


def _count_head(count: Count, number: int, layout: Layout) -> list[str]:
    digits = f"{number:0{layout.digits}d}"
    if count.copies > 1:
        digits += f"-{number + count.copies - 1:0{layout.digits}d}"
    if not count.case_number:
        return [f"CNT:{digits}"]
    if layout.case_below:
        return [f"CNT:{digits}", f"           #{count.case_number}"]
    return [f"CNT:{digits:<6} #{count.case_number}"]


def _charge(count: Count, layout: Layout) -> list[str]:
    pad = " " * layout.charge_indent
    if count.charge is None:
        return [pad + count.words]
    if count.charge_in_comment:
        return [f"{pad}SEE COMMENT FOR CHARGE"]
    toc = f"TOC:{count.toc}"
    note = [f"{pad}1170(H) PC-SENTENCING"] * count.sentencing
    if layout.toc is TypeOfCharge.BEHIND_CHARGE:
        return [*note, f"{pad}{count.charge.line} {toc}"]
    return [
        *note,
        pad + count.charge.line,
        *([f"{pad}  {toc}"] if layout.toc is TypeOfCharge.OWN_LINE else []),
    ]


def _disposition(given: Disposition, layout: Layout) -> list[str]:
    lead = layout.dispo if given.outcome is Outcome.CONVICTED else layout.other_dispo
    return [lead + given.words, *_below(given, layout)]


def _below(given: Disposition, layout: Layout) -> Iterator[str]:
    pad = " " * layout.detail_indent
    if given.severity:
        yield f"{pad}CONV STATUS:{given.severity.name}"
    if given.sentence and given.as_comment:
        yield from _wrapped(f"COM: SEN-X{_in_short(given.sentence)}", pad)
    elif given.sentence:
        yield from _sentence(given.sentence, layout)
    for comment in given.comments:
        yield from _wrapped(comment, pad)


def _update(update: Update, layout: Layout) -> list[str]:
    day = f"{update.day:%Y%m%d}"
    first, *others = update.dispositions
    if layout.dispo_beside_date:
        lines = [f"{day} DISPO:{first.words}", *_below(first, layout)]
    else:
        lines = [day, *_disposition(first, layout)]
    for other in others:
        lines += _disposition(other, layout)
    return [""] * layout.spaced + lines


def _sentence(sentence: Sentence, layout: Layout) -> list[str]:
    pad = " " * layout.detail_indent
    lines, line = [], f"{pad}SEN: "
    for piece in [*(_part(part, layout) for part in sentence.parts), *sentence.details]:
        if len(line) + len(piece) > _SENTENCE_WIDTH and len(piece) > _SHORT and line.strip() != "SEN:":
            lines.append(line.rstrip())
            line = f"{pad}     "
        line += f"{piece}, "
    return [*lines, line.rstrip(", ")]


def _part(part: Part, layout: Layout) -> str:
    if layout.zeros:
        length = " ".join(f"{number:03d} {unit}S" for number, unit in part.lengths)
    else:
        length = " ".join(f"{number} {unit}{'S' * (number > 1)}" for number, unit in part.lengths)
    return f"{length} TO LIFE {part.penalty}" if part.life else f"{length} {part.penalty}"


def _in_short(sentence: Sentence) -> str:
    units, penalties = {"YEAR": "YR", "MONTH": "MO", "DAY": "DS"}, {"PROBATION": "PROB", "JAIL": "JL"}
    parts = [
        " ".join(f"{number} {units[unit]}" for number, unit in part.lengths) + f" {penalties[part.penalty]}"
        for part in sentence.parts
    ]
    return ", ".join([*parts, *sentence.details])


def _wrapped(text: str, pad: str, *, width: int = _COMMENT_WIDTH, hang: int = 5) -> list[str]:
    return textwrap.wrap(
        text,
        width,
        initial_indent=pad,
        subsequent_indent=pad + " " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )
