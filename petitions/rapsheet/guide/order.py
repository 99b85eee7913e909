"""Which page of the guide comes next, and which came before."""

from __future__ import annotations

from copy import deepcopy
from typing import NamedTuple

from petitions.interview.answers import YOU, Answers, conviction_ids, conviction_of, first_count, was_asked
from petitions.interview.counts import with_conviction
from petitions.rapsheet.guide import questions as asked
from petitions.rapsheet.guide import seen
from petitions.rapsheet.guide.steps import ANOTHER, COUNT, OF_THE_CASE, TOP

_NO_CONVICTION = ("arrest_only", "diverted")


class Stop(NamedTuple):
    """One page of the guide."""

    place: str
    key: str


FIRST = Stop(YOU, TOP[0].key)
REST = Stop(YOU, "rest")
_INSTEAD = {"sheet": Stop(YOU, "other-paper"), "events": Stop(YOU, "no-court")}
"""Where to go from a look at the sheet that found nothing."""


def next_stop(answers: Answers, at: Stop) -> Stop:
    """Return the page after one that was answered."""
    if at.key in _INSTEAD and seen.is_seen(answers, at.key, card=seen.NO):
        return _INSTEAD[at.key]
    if at.key == "events":
        return Stop(place_to_read(answers), COUNT[0].key)
    if at.place == YOU:
        return Stop(YOU, _after(tuple(step.key for step in TOP), at.key))
    return Stop(at.place, _after(_keys_of(answers, at.place), at.key))


def stop_without(answers: Answers, at: Stop) -> Stop:
    """Return the page after one where nothing was found."""
    if at.key in _INSTEAD:
        return _INSTEAD[at.key]
    if at.key == COUNT[0].key:
        return Stop(at.place, "no-code")
    return REST if at.key == ANOTHER.key else next_stop(answers, at)


def stop_before(answers: Answers, at: Stop) -> Stop | None:
    """Return the page before; None: the first page of the guide."""
    back = {"other-paper": FIRST, "no-court": Stop(YOU, "events"), "no-code": Stop(at.place, COUNT[0].key)}
    if at.key in back:
        return back[at.key]
    if at == REST:
        return _end_of_reading(answers)
    keys = tuple(step.key for step in TOP) if at.place == YOU else _keys_of(answers, at.place)
    position = keys.index(at.key) if at.key in keys else 0
    if position:
        return Stop(at.place, keys[position - 1])
    return None if at.place == YOU else _before_count(answers, at.place)


def place_to_read(answers: Answers) -> str:
    """Return the first conviction whose code was not asked, or else the first."""
    ids = conviction_ids(answers)
    return next((place for place in ids if not was_asked(answers, place, asked.CODE)), ids[0])


def with_one_to_read(answers: Answers) -> Answers:
    """Return the answers with a conviction to read about, where all were removed."""
    return answers if conviction_ids(answers) else with_conviction(answers)


def with_another(answers: Answers, *, place: str, card: str) -> tuple[Answers, str]:
    """Return the answers with one more count to read, and its place; one that waits for it is not added twice."""
    source = place if card == seen.SAME else None
    waiting = _waiting(answers, place, source=source)
    if waiting:
        return answers, waiting
    changed = with_conviction(answers, same_case_as=source)
    added = conviction_ids(changed)[-1]
    return _without_result(changed, added), added


def _without_result(answers: Answers, place: str) -> Answers:
    """Return the answers without the copied end of a count: each count has a DISPO line of its own."""
    changed = deepcopy(answers)
    conviction_of(changed, place).pop("outcome", None)
    changed["trail"] = [entry for entry in changed["trail"] if entry != f"{place}/{asked.RESULT.key}"]
    return changed


def _waiting(answers: Answers, place: str, *, source: str | None) -> str | None:
    for other in conviction_ids(answers):
        wanted = first_count(answers, source) if source else other
        is_unread = other != place and not was_asked(answers, other, asked.CODE)
        if is_unread and first_count(answers, other) == wanted:
            return other
    return None


def _keys_of(answers: Answers, place: str) -> tuple[str, ...]:
    """Return the steps of one count, in their order."""
    keys = tuple(step.key for step in (*COUNT, ANOTHER))
    if conviction_of(answers, place).get("outcome") in _NO_CONVICTION:
        return ("code", "dispo", ANOTHER.key)
    is_first = first_count(answers, place) == place
    return keys if is_first else tuple(key for key in keys if key not in OF_THE_CASE)


def _after(keys: tuple[str, ...], key: str) -> str:
    """Return the next key; from one that is not asked here (any more), the last."""
    return keys[keys.index(key) + 1] if key in keys[:-1] else keys[-1]


def _before_count(answers: Answers, place: str) -> Stop:
    ids = conviction_ids(answers)
    position = ids.index(place)
    return Stop(ids[position - 1], ANOTHER.key) if position else Stop(YOU, "events")


def _end_of_reading(answers: Answers) -> Stop:
    read = [place for place in conviction_ids(answers) if was_asked(answers, place, asked.CODE)]
    return Stop(read[-1], ANOTHER.key) if read else Stop(YOU, "events")
