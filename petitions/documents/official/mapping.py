"""Reads a mapping file: which field, or which area, of one edition belongs to which item of the form."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from petitions.documents.official.form import Edition, Rectangle, read_edition
from petitions.documents.official.items import FORM, Item, Kind

_LISTS = ("words", "not_on_form", "left_blank", "unused_fields")
_KEYS = ("form", "edition", *_LISTS, "fields", "areas")
_MAPPINGS = Path(__file__).parent / "mappings"


class FormProblems(Exception):
    """An official form, or its mapping, cannot be used; each problem is one sentence."""

    def __init__(self, *problems: str) -> None:
        super().__init__(f"{len(problems)} problem(s) with the official form")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Mapping:
    """Where each item of one edition is. ``words`` stand on the edition's page."""

    edition: Edition
    words: tuple[str, ...]
    fields: tuple[tuple[Item, str], ...]
    areas: tuple[tuple[Item, Rectangle], ...]
    unused_fields: tuple[str, ...]


def known_mappings() -> tuple[Mapping, ...]:
    """Read the mappings of the editions that are known, the oldest first."""
    texts = (file.read_text(encoding="utf-8") for file in _MAPPINGS.glob("*.toml"))
    return tuple(sorted(map(read_mapping, texts), key=lambda one: one.edition.day))


def read_mapping(text: str) -> Mapping:
    """Read a mapping file; raise FormProblems with every problem in it."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise FormProblems(
            "The mapping file is not TOML. See docs/official_forms.md for an example."
        ) from None
    problems = tuple(_shape_problems(data)) or tuple(_item_problems(data))
    if problems:
        raise FormProblems(*problems)
    edition = read_edition(data["form"], wording=data["edition"])
    assert edition is not None
    return Mapping(
        edition=edition,
        words=tuple(data["words"]),
        fields=tuple((Item(item), name) for item, name in data["fields"].items()),
        areas=tuple((Item(item), Rectangle(*map(float, area))) for item, area in data["areas"].items()),
        unused_fields=tuple(data["unused_fields"]),
    )


def _shape_problems(data: dict[str, Any]) -> Iterator[str]:
    """Say what is not as a mapping file is written, before its items are looked at."""
    yield from (f"{key}: this key is not known; take it out." for key in data if key not in _KEYS)
    yield from (f"{key}: this is missing." for key in _KEYS if key not in data)
    if data.get("form", FORM) != FORM:
        yield f'form: write "{FORM}".'
    wording = data.get("edition", "")
    if "edition" in data and not (isinstance(wording, str) and read_edition(FORM, wording=wording)):
        yield 'edition: write it as the foot of the form does, like "Rev. January 1, 2024".'
    for key in _LISTS:
        if not _is_texts(data.get(key, [])):
            yield f"{key}: write a list of texts."
    if data.get("words") == []:
        yield "words: name at least one text that stands on the form."
    if not (isinstance(fields := data.get("fields", {}), dict) and _is_texts(list(fields.values()))):
        yield "fields: write ITEM = FIELD NAME, one a line."
    if not (isinstance(areas := data.get("areas", {}), dict) and all(map(_is_area, areas.values()))):
        yield "areas: write ITEM = [left, bottom, right, top], in points from the lower left corner."


def _item_problems(data: dict[str, Any]) -> Iterator[str]:
    """Hold every item to exactly one place, or to a reason for none."""
    named = [*data["fields"], *data["areas"], *data["not_on_form"], *data["left_blank"]]
    yield from (f"{name}: the form has no such item." for name in named if name not in set(Item))
    for item in Item:
        if item not in named:
            yield f"{item}: say where this is: in fields, areas or not_on_form."
        elif named.count(item) > 1:
            yield f"{item}: name this once."
    for name in data["left_blank"]:
        if name in set(Item) and Item(name).kind is not Kind.BLANK:
            yield f"{name}: this may not be left blank; give it a field or an area."
    names = [*data["fields"].values(), *data["unused_fields"]]
    yield from (f"{name}: this field is named twice." for name in sorted({*names}) if names.count(name) > 1)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one for one in value)


def _is_area(value: Any) -> bool:
    if not (isinstance(value, list) and len(value) == 4):
        return False
    if not all(
        isinstance(one, int | float) and not isinstance(one, bool) and 0 <= one <= 14400 for one in value
    ):
        return False
    left, bottom, right, top = value
    return bool(right - left >= 4 and top - bottom >= 4)
