"""The page that lists what a sheet holds: each conviction with how far its check is, the notices, and unread lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from petitions.interview.crimes import Crime
from petitions.rapsheet.confirming.candidates import Named, Offered
from petitions.rapsheet.confirming.choices import Choice, Choices
from petitions.rapsheet.confirming.excerpts import Excerpt, excerpts
from petitions.rapsheet.confirming.finishing import PERSON, has_person
from petitions.rapsheet.handing.kept_pages import KeptPage
from petitions.rapsheet.record.facts import Hint
from petitions.rapsheet.wording.notices import (
    NOT_ALL_READ,
    NOTICES,
    POTENTIAL_STRIKE,
    REASONS,
    REGISTERED,
    SAME_SECTION,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One conviction of the list. ``state``: ``open``, ``checked`` or ``left_out``."""

    id: str
    named: Named | None
    code: str
    state: str


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the page shows."""

    lines: tuple[Line, ...]
    person: str
    """How far the check of the person is; blank: nothing to check."""
    notices: tuple[str, ...]
    reason: str
    unread: tuple[Excerpt, ...]
    how_many_unread: int


def overview(found: Offered, choices: Choices, *, pages: Sequence[KeptPage]) -> Overview:
    """Gather what the page shows."""
    return Overview(
        lines=(*_lines(found, choices), *_added(choices)),
        person=_person(found, choices),
        notices=tuple(_notices(found)),
        reason=REASONS.get(found.reason or "", ""),
        unread=excerpts(pages, lines=found.unread, marked=found.unread),
        how_many_unread=len(set(found.unread)),
    )


def _lines(found: Offered, choices: Choices) -> Iterator[Line]:
    for one in found.candidates:
        choice = choices.by_id.get(one.id)
        yield Line(one.id, one.named, _code(choice) or one.named.code_section, _state(choice))


def _added(choices: Choices) -> Iterator[Line]:
    for name in choices.added:
        choice = choices.by_id[name]
        yield Line(name, None, _code(choice), _state(choice))


def _state(choice: Choice | None) -> str:
    if choice is None:
        return "open"
    return "left_out" if choice.is_left_out else "checked"


def _code(choice: Choice | None) -> str:
    crime = choice.said.get("crime") if choice else None
    if not crime:
        return ""
    return Crime(crime["code"], crime["section"], crime.get("subdivision"), crime.get("prefix")).text


def _person(found: Offered, choices: Choices) -> str:
    return _state(choices.by_id.get(PERSON)) if has_person(found) else ""


def _notices(found: Offered) -> Iterator[str]:
    yield from (NOTICES[one] for one in found.notices if one in NOTICES)
    if found.has_potential_strike:
        yield POTENTIAL_STRIKE
    if Hint.REGISTERED_SEX_OFFENDER in found.hints:
        yield REGISTERED
    if found.same_section:
        yield SAME_SECTION
    if Hint.NOT_ALL_READ in found.hints or found.unread:
        yield NOT_ALL_READ
