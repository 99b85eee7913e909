"""What stands under each value of a conviction: the line it was read from, and whether it wants a second look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.forms import BoundField

from petitions.rapsheet.confirming.candidates import Candidate
from petitions.rapsheet.confirming.conviction_form import ConvictionForm, field_name
from petitions.rapsheet.facts import Stated

_READ_FROM = {
    "crime": ("section",),
    "ending": ("outcome",),
    "court": ("jurisdiction",),
    "level": ("level",),
    "county": ("county",),
    "case-number": ("case_number",),
    "when": ("offense_date",),
    "convicted-when": ("conviction_date",),
    "sentence": ("sentence_status",),
    "changed": ("later_relief",),
}


@dataclass(frozen=True, slots=True)
class Value:
    """A field, the line of its value, and whether to compare it. ``raw`` blank: the sheet does not say."""

    field: BoundField
    raw: str
    page: int | None
    line: int | None
    needs_check: bool


def value_notes(form: ConvictionForm, candidate: Candidate | None) -> list[Value]:
    """Return the fields in their order, each with where it was read."""
    return [_value(form[field_name(key)], _stated(candidate, _READ_FROM[key])) for key in form.keys]


def _stated(candidate: Candidate | None, facts: Iterable[str]) -> Stated | None:
    return (
        next((candidate.stated[fact] for fact in facts if fact in candidate.stated), None)
        if candidate
        else None
    )


def _value(field: BoundField, stated: Stated | None) -> Value:
    if stated is None:
        return Value(field, "", None, None, needs_check=False)
    place = stated.places[0]
    return Value(field, place.raw.strip(), place.page, place.line, stated.needs_check)
