"""Draws one cell as HTML: in Python, because a page has a hundred of them and each save draws them again."""

from __future__ import annotations

from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from petitions.clinic.desk.cells import Cell, Control

_NOTHING = SafeString("")
_KEPT: dict[tuple[str, str, str, str | None], SafeString] = {}
_MOST_KEPT = 20_000
Choices = tuple[tuple[str, str], ...]


def cell_html(cell: Cell, *, about: str) -> SafeString:
    """Return the cell; ``about`` names its row for people who do not see it.

    One that nobody has answered is the same in every matter, and is drawn once.
    """
    if not cell.is_blank:
        return _drawn(cell, about)
    key = (cell.id, cell.needed, about, get_language())
    if key not in _KEPT and len(_KEPT) < _MOST_KEPT:
        _KEPT[key] = _drawn(cell, about)
    return _KEPT.get(key) or _drawn(cell, about)


def _drawn(cell: Cell, about: str) -> SafeString:
    return format_html(
        '<div class="{}" data-cell="{}" id="cell-{}"{}>{}{}<input type="hidden" name="{}.seen" value="{}">{}{}</div>',
        _classes(cell),
        cell.id,
        cell.dom_id,
        _group(cell),
        _heading(cell),
        SafeString("".join(_control(cell, one, number, about) for number, one in enumerate(cell.controls))),
        cell.id,
        cell.seen,
        _badge(cell),
        _wrong(cell),
    )


def _classes(cell: Cell) -> str:
    needed = f" is-{cell.needed}" if cell.needed else ""
    return f"cell{needed}{' is-wrong' if cell.error or cell.theirs else ''}"


def _group(cell: Cell) -> SafeString:
    if not cell.is_group:
        return _NOTHING
    when = SafeString(" data-when") if cell.question.parts_when else _NOTHING
    return format_html(' role="group" aria-labelledby="name-{}"{}', cell.dom_id, when)


def _heading(cell: Cell) -> SafeString:
    if not cell.is_group:
        return _NOTHING
    quiet = " quiet" if cell.is_ticks else ""
    return format_html('<p class="cell-name{}" id="name-{}">{}</p>', quiet, cell.dom_id, cell.label)


def _control(cell: Cell, control: Control, number: int, about: str) -> SafeString:
    if control.kind == "tick":
        return _ticks(cell, control)
    return format_html(
        '<label class="cell-label kind-{}{}{}"><span>{}{}</span>{}</label>',
        control.kind,
        " is-card" if cell.is_group and control.name == "answer" else "",
        "" if cell.is_group else " cell-name",
        control.label,
        format_html('<span class="visually-hidden">, {}</span>', about) if about else "",
        _box(cell, control, number),
    )


def _ticks(cell: Cell, control: Control) -> SafeString:
    lines = format_html_join(
        "",
        '<label class="tick-line"><input type="checkbox" name="{}.answer[]" value="{}"{}> {}</label>',
        (
            (cell.id, value, SafeString(" checked") if value in control.values else "", label)
            for value, label in control.choices
        ),
    )
    return format_html(
        '<input type="hidden" name="{}.ticks" value="1"><details class="ticks" data-fold="ticks-{}"{}>'
        "<summary>{}</summary>{}</details>",
        cell.id,
        cell.dom_id,
        SafeString(" open") if cell.needed and not cell.is_asked else "",
        control.ticked,
        lines,
    )


def _box(cell: Cell, control: Control, number: int) -> SafeString:
    named = _named(cell, control, number)
    if control.kind == "select":
        is_listed = any(value == control.value for value, _label in control.choices)
        chosen = control.value if is_listed else ""
        return format_html(
            "<select{}>{}</select>", named, _options(control.choices, chosen, cell.question.parts_when or "")
        )
    spelling = SafeString(' autocomplete="off" spellcheck="false"')
    if control.kind == "area":
        return format_html('<textarea{} rows="2"{}>{}</textarea>', named, spelling, control.value)
    listed = format_html(' list="{}"', control.listed) if control.listed else ""
    return format_html(
        '<input{} value="{}" size="{}"{}{}>', named, control.value, control.width, spelling, listed
    )


def _named(cell: Cell, control: Control, number: int) -> SafeString:
    """Return what every control carries; the first has the id that a note of an error leads to."""
    first = "" if number else format_html(' id="in-{}"', cell.dom_id)
    wrong = ""
    if cell.error or cell.theirs:
        wrong = format_html(' aria-invalid="true" aria-describedby="wrong-{}"', cell.dom_id)
    return format_html('{} name="{}.{}"{}', first, cell.id, control.name, wrong)


@lru_cache(maxsize=4096)
def _options(choices: Choices, chosen: str, when: str) -> SafeString:
    """Return the options of a list, kept from save to save; whoever asks for it hands in only a listed choice."""
    return format_html_join(
        "",
        '<option value="{}"{}{}>{}</option>',
        (
            (
                value,
                SafeString(" selected") if value == chosen else "",
                SafeString(' class="when"') if value and value == when else "",
                label,
            )
            for value, label in choices
        ),
    )


def _badge(cell: Cell) -> SafeString:
    if not cell.needed:
        return _NOTHING
    said = gettext("Needed") if cell.needed == "needed" else gettext("Would settle it")
    return format_html('<p class="badge {}">{}</p>', cell.needed, said)


def _wrong(cell: Cell) -> SafeString:
    if cell.error:
        return format_html('<p class="field-error" id="wrong-{}">{}</p>', cell.dom_id, cell.error)
    if not cell.theirs:
        return _NOTHING
    said = gettext(
        "Somebody else stored meanwhile: “%(theirs)s”. Yours stands in the box and is not saved."
    ) % {"theirs": cell.theirs}
    return format_html(
        '<div class="field-error" id="wrong-{}"><p>{}</p><p class="either">'
        '<button type="submit" class="small-button" data-keep="{}">{}</button> '
        '<button type="button" class="small-button only-script" data-take="{}" hidden>{}</button></p></div>',
        cell.dom_id,
        said,
        cell.id,
        gettext("Save mine"),
        cell.id,
        gettext("Take theirs"),
    )
