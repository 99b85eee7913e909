"""Turns what a person said on the pages of a sheet into what is written down; says what is still open."""

from __future__ import annotations

from petitions.rapsheet.confirming.candidates import Offered
from petitions.rapsheet.confirming.choices import Choice, Choices
from petitions.rapsheet.confirming.confirmed import Confirmed, Said

PERSON = "you"


def first_open(found: Offered, choices: Choices) -> str | None:
    """Return the id of the first conviction that was not checked, then ``you``; None where all was."""
    for one in found.candidates:
        if one.id not in choices.by_id:
            return one.id
    return PERSON if PERSON not in choices.by_id and has_person(found) else None


def has_person(found: Offered) -> bool:
    """Say whether the sheet says anything of the person to check."""
    return bool(found.person_stated or found.super_strikes or found.sex_offenses)


def convictions_of(found: Offered, choices: Choices) -> list[Confirmed]:
    """Return the convictions that the person confirmed or added; what was left out is gone."""
    kept = [
        Confirmed(choice.said, one.case, frozenset(choice.not_told))
        for one in found.candidates
        if (choice := choices.by_id.get(one.id)) and not choice.is_left_out
    ]
    added = [choices.by_id[name] for name in choices.added]
    return [*kept, *(Confirmed(one.said, not_told=frozenset(one.not_told)) for one in added)]


def person_of(choices: Choices) -> Said:
    """Return what was confirmed of the person."""
    return choices.by_id.get(PERSON, Choice()).said
