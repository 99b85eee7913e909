"""The relief a paper asks for: the best the law may give each count, and what to give in its place."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.documents.case_sheet import Count
from petitions.documents.forms.counts import numbered_lines
from petitions.documents.typed import Typed
from petitions.law.terms import Level, Relief, Track

_LOWER_CLASSES = {
    Level.FELONY: (Relief.INFRACTION, Relief.MISDEMEANOR),
    Level.MISDEMEANOR: (Relief.INFRACTION,),
    Level.INFRACTION: (),
    None: (Relief.INFRACTION, Relief.MISDEMEANOR),
}
_CLASS_WORDS = {Relief.INFRACTION: "an infraction", Relief.MISDEMEANOR: "a misdemeanor"}
_DISMISSAL = {
    Track.APPLICATION_E: "dismissal and sealing, as legally invalid",
    Track.PETITION_A: "recall of sentence and dismissal as legally invalid",
    Track.JUVENILE_M: "dismissal, as legally invalid",
}
_REDUCTION = {
    Track.APPLICATION_E: "redesignation as",
    Track.PETITION_A: "resentencing as",
    Track.JUVENILE_M: "redesignation as",
}
_RECALL = {Track.PETITION_A: "recall of sentence and "}
_BEFORE = ("", "in the alternative, ", "failing that, ")


def requests(counts: tuple[Count, ...], *, track: Track) -> tuple[Typed, ...]:
    """Write what is asked for, the best first, each on a line with the counts that it is asked for."""
    asked = [
        (rank, text, count.number)
        for count in counts
        for rank, text in enumerate(_relief(count, track=track))
    ]
    ordered = sorted(asked, key=lambda one: one[0])
    return numbered_lines([(text, number) for _, text, number in ordered])


def _relief(count: Count, *, track: Track) -> tuple[str, ...]:
    """Say what is asked for a count, the best first."""
    if count.ceiling is not Relief.DISMISS_SEAL:
        return tuple(_reductions(_classes(count, best=count.ceiling), track=track, before=("", *_BEFORE[2:])))
    below = () if count.floor is Relief.DISMISS_SEAL else _classes(count, best=Relief.INFRACTION)
    return (_DISMISSAL[track], *_reductions(below, track=track, before=_BEFORE[1:]))


def _classes(count: Count, *, best: Relief) -> tuple[Relief, ...]:
    worst = max(count.floor, Relief.MISDEMEANOR)
    fitting = tuple(relief for relief in _LOWER_CLASSES[count.level] if worst <= relief <= best)
    return fitting or ((best,) if count.ceiling is best else ())


def _reductions(classes: tuple[Relief, ...], *, track: Track, before: tuple[str, ...]) -> Iterator[str]:
    for words, relief in zip(before, classes, strict=False):
        recall = "" if words else _RECALL.get(track, "")
        yield f"{words}{recall}{_REDUCTION[track]} {_CLASS_WORDS[relief]}"
