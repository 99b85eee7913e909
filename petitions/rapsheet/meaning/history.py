"""Says what happened during a sentence: incidents in a period, probation kept or broken, still serving or not.

None is an honest answer here: the sheet does not tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from petitions.rapsheet.meaning.lengths import NOTHING, after, in_days
from petitions.rapsheet.meaning.sentence_lengths import longest_length, total_length
from petitions.rapsheet.sheet import (
    Count,
    Disposition,
    Event,
    EventKind,
    Length,
    Penalty,
    Sentence,
    Sheet,
)

INCIDENTS = frozenset({
    EventKind.ARREST, EventKind.SUPPLEMENTAL_ARREST, EventKind.CUSTODY, EventKind.PROBATION, EventKind.MENTAL_HEALTH,
})  # fmt: skip
_SERVES_A_SENTENCE = (EventKind.CUSTODY, EventKind.PROBATION)


def incidents(sheet: Sheet, *, case: Event, start: date, length: Length) -> tuple[Event, ...]:
    """Return the incidents from the first day of a period to its last; what only serves the case's sentence is none."""
    last = after(start, length)
    own = serving_events(sheet, case=case)
    return tuple(
        event
        for event in sheet.events
        if event.kind in INCIDENTS and event.on and start <= event.on.value <= last and event not in own
    )


def serving_events(sheet: Sheet, *, case: Event) -> tuple[Event, ...]:
    """Return the custody and probation events of the case's own cycle that carry its number: ask about them."""
    number = case.case_number.value if case.case_number else None
    events = next((cycle.events for cycle in sheet.cycles if case in cycle.events), ())
    served = (event for event in events if event.kind in _SERVES_A_SENTENCE)
    return tuple(event for event in served if number and _carries(event, number=number))


def completed_period_without_incident(
    sheet: Sheet, *, case: Event, start: date, length: Length
) -> bool | None:
    """Say whether a period passed without an incident; not known where the conviction has no date."""
    return None if case.on is None else not incidents(sheet, case=case, start=start, length=length)


def probation_violated(sheet: Sheet, *, case: Event) -> bool | None:
    """Say whether an incident fell into a probation of the case, those set later among them."""
    unknown = False
    for count in case.counts:
        for given in _with_probation(count):
            broken = _broken(sheet, case=case, given=given)
            if broken:
                return True
            unknown = unknown or broken is None
    return None if unknown else False


def currently_serving(served: Sentence | None, *, since: date | None, on: date) -> bool | None:
    """Say whether a sentence still runs on a day; None where jail may or may not come on top of probation."""
    if served is None:
        return False
    if served.is_for_life:
        return True
    if since is None:
        return None
    if on < after(since, longest_length(served)):
        return True
    return None if on < after(since, total_length(served)) else False


def sentenced_on(count: Count) -> date | None:
    """Return the day of the sentence that applies."""
    given = [one for one in count.dispositions if one.sentence]
    return given[-1].on.value if given and given[-1].on else None


def _carries(event: Event, *, number: str) -> bool:
    own = event.case_number
    return (own is not None and own.value == number) or any(
        number in comment.value.replace(".", "") for count in event.counts for comment in count.comments
    )


def _with_probation(count: Count) -> Iterator[Disposition]:
    return (one for one in count.dispositions if one.sentence and one.sentence.lengths(Penalty.PROBATION))


def _broken(sheet: Sheet, *, case: Event, given: Disposition) -> bool | None:
    """A probation without a length ended on a day that nobody can tell."""
    if given.sentence is None or given.on is None:
        return None
    longest = max(given.sentence.lengths(Penalty.PROBATION), key=in_days)
    broken = bool(incidents(sheet, case=case, start=given.on.value, length=longest))
    return broken or (None if longest == NOTHING else False)
