"""Days on each side of every line that the law draws for a section, to try where a date is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from petitions.law.facts import Conviction, Prior, Record, Span
from petitions.law.priors import Histories
from petitions.law.terms import EFFECTIVE, PriorCourt
from petitions.law.timing import (
    LETTERS_BEGAN,
    POSSESSION_BECAME_INFRACTION,
    TRANSPORT_MEANS_FOR_SALE,
    Dates,
)

_OF_EACH = (EFFECTIVE,)
_LINES = {
    None: (LETTERS_BEGAN, POSSESSION_BECAME_INFRACTION, TRANSPORT_MEANS_FOR_SALE, EFFECTIVE),
    "11357": (LETTERS_BEGAN, POSSESSION_BECAME_INFRACTION, EFFECTIVE),
    "11360": (TRANSPORT_MEANS_FOR_SALE, EFFECTIVE),
}
"""By section; None: it may be any, and every section is tried on the same days, so that equal answers look equal."""
_AGES = (18, 21)
_AGES_OF_PRIORS = {PriorCourt.JUVENILE: 16, None: 18}
"""The age that counts at a prior, by its court (clarification C11); at one of an adult court none does."""
_LONG_AGO = date(1930, 1, 1)
_BETWEEN = (date(1990, 6, 15), date(2005, 6, 15))
_ONE_DAY = timedelta(days=1)


def offense_days(dates: Dates, histories: Histories, section: str | None, *, on: date) -> tuple[Span, ...]:
    """Return the days to try for an unknown offense date."""
    turns = [*_LINES.get(section, _OF_EACH), *_birthdays(dates.born)]
    latest = min(on, dates.convicted.last) if dates.convicted else on
    return _tried(turns, [*_prior_days(histories), *_ends(dates.convicted)], latest=latest)


def conviction_days(
    dates: Dates, histories: Histories, section: str | None, *, others: Iterable[date], on: date
) -> tuple[Span, ...]:
    """Return the days to try for an unknown conviction date; ``others`` are days of other convictions."""
    turns = [POSSESSION_BECAME_INFRACTION] if section in (None, "11357") else []
    if dates.offense is None or dates.offense.last >= EFFECTIVE:
        turns.append(EFFECTIVE)
    if dates.offense is None:
        turns.extend(_birthdays(dates.born))
    return _tried(turns, [*_prior_days(histories), *others, *_ends(dates.offense)], latest=on)


def birth_days(dates: Dates, histories: Histories, section: str | None, *, latest: date) -> tuple[Span, ...]:
    """Return the days to try for an unknown birth date: each age that counts, on each day that counts."""
    acts = _ends(dates.offense) or (
        *(_ends(dates.convicted) or _LINES.get(section, _OF_EACH)),
        *_prior_days(histories),
    )
    days = [_years_before(day, years) for day in acts for years in _AGES]
    for prior in _priors(histories):
        days += [_years_before(day, _AGES_OF_PRIORS[prior.court]) for day in _days_of_a_minor(prior)]
    born_by = min((latest, *(span.last for span in _prior_spans(histories))))
    return _tried([], days, latest=born_by)


def prior_histories(dates: Dates, *, on: date) -> tuple[tuple[Prior, ...], ...]:
    """Return the histories to try for an unknown one: none, or one prior of each court around each known date."""
    days = _tried([], [*_ends(dates.offense), *_ends(dates.convicted), *_BETWEEN], latest=on)
    courts = (PriorCourt.ADULT, PriorCourt.JUVENILE, None)
    return (), *((Prior(day, court),) for day in days for court in courts)


def other_days(record: Record) -> tuple[date, ...]:
    """Return the days of every conviction, where there are enough of them to count (exception E3)."""
    counted = record.convictions if len(record.convictions) > 2 else ()
    return tuple(
        day for one in counted for span in (one.offense_date, one.conviction_date) for day in _ends(span)
    )


def latest_birth(record: Record, conviction: Conviction, *, on: date) -> date:
    """Return the last day on which a person may be born whose other convictions these are (clarification C16)."""
    others = (one for one in record.convictions if one.id != conviction.id)
    spans = (span for one in others for span in (one.offense_date, one.conviction_date) if span)
    return min((span.last for span in spans), default=on)


def can_be(dates: Dates, histories: Histories, *, latest_birth: date, on: date) -> bool:
    """Say whether the dates are in an order that a record may state (clarification C16)."""
    offense, convicted, born = dates.offense, dates.convicted, dates.born
    if offense and convicted and convicted.last < offense.first:
        return False
    spans = (*(span for span in (offense, convicted) if span), *_prior_spans(histories))
    if born is None:
        return all(span.first <= on for span in spans)
    return born.first <= latest_birth and all(span.first <= on and span.last >= born.first for span in spans)


def _tried(turns: Iterable[date], events: Iterable[date], *, latest: date) -> tuple[Span, ...]:
    """Return one day long ago, the latest, and the days around each line between: far apart first, none later.

    What begins on a ``turn`` differs from the day before it; what an ``event`` ends, from the day after it.
    """
    around = {near for day in turns for near in (day - _ONE_DAY, day)}
    around |= {near for day in events for near in (day, day + _ONE_DAY)}
    between = sorted(day for day in around - {_LONG_AGO, latest} if day < latest)
    return tuple(Span(day, day) for day in (min(_LONG_AGO, latest), latest, *between))


def _ends(span: Span | None) -> tuple[date, ...]:
    return (span.first, span.last) if span else ()


def _birthdays(born: Span | None) -> Iterator[date]:
    for day in _ends(born):
        yield from (_years_before(day, -years) for years in _AGES)


def _years_before(day: date, years: int) -> date:
    """Return the same day that many years before; February 29 becomes February 28."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(max(day.year - years, 2), day.month, 28 if is_leap_day else day.day)


def _priors(histories: Histories) -> tuple[Prior, ...]:
    return (*(histories.strikes or ()), *(histories.sex_offenses or ()))


def _days_of_a_minor(prior: Prior) -> tuple[date, ...]:
    return _ends(prior.conviction_date) if prior.court in _AGES_OF_PRIORS else ()


def _prior_spans(histories: Histories) -> tuple[Span, ...]:
    return tuple(prior.conviction_date for prior in _priors(histories) if prior.conviction_date)


def _prior_days(histories: Histories) -> tuple[date, ...]:
    return tuple(day for span in _prior_spans(histories) for day in _ends(span))
