"""Finds the convictions that may be felony exceptions: super strikes, and offenses of Pen. Code, § 290(c).

The record gets those whose section alone is enough. A sheet that shows none proves no "no": convictions of other
states, and old ones, may not be on it; and a wrong "no" could promise what a court must refuse. So "unsure" stays,
and the person is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from petitions.rapsheet.meaning.listed import Listed
from petitions.rapsheet.meaning.standing import convicted, convicted_counts, convictions, undone
from petitions.rapsheet.record.facts import FoundPrior, Hint, Said
from petitions.rapsheet.record.tribunals import is_juvenile
from petitions.rapsheet.sheet import Charge, Place, Sheet

Usable = Callable[[date], bool]
"""Says whether a day can stand in the record."""


def found_priors(
    sheet: Sheet, *, on_list: Callable[[Charge | None], Listed | None]
) -> tuple[FoundPrior, ...]:
    """Return every conviction under the list, those among them that a condition leaves open."""
    return tuple(_found(sheet, on_list))


def history(key: str, found: tuple[FoundPrior, ...], *, usable: Usable, hints: tuple[Hint, Hint]) -> Said:
    """Return the value of the petitioner's key; ``hints``: for what is certain, and for what is only possible."""
    certain = [prior for prior in found if _is_certain(prior)]
    told = ((hints[0],) if certain else ()) + ((hints[1],) if len(certain) < len(found) else ())
    if not certain:
        return Said(key, "unsure", hints=told)
    return Said(
        key,
        [_prior(prior, usable=usable) for prior in certain],
        tuple(_place(prior) for prior in certain),
        needs_check=True,
        hints=told,
    )


def conviction_day(prior: FoundPrior) -> date | None:
    """Return the day of the conviction."""
    found = convicted(prior.count)
    return found.on.value if found and found.on else None


def _found(sheet: Sheet, on_list: Callable[[Charge | None], Listed | None]) -> Iterator[FoundPrior]:
    for event in convictions(sheet):
        for count in convicted_counts(event):
            entry = on_list(count.charge.value if count.charge else None)
            if entry:
                yield FoundPrior(entry, event, count)


def _is_certain(prior: FoundPrior) -> bool:
    """What was undone later, or read with doubt, is for a person to look at first."""
    doubtful = prior.count.charge is not None and prior.count.charge.needs_check
    return prior.entry.is_certain and not doubtful and undone(prior.count) is None


def _prior(prior: FoundPrior, *, usable: Usable) -> dict[str, Any]:
    """Without a court the contract takes it for adult, or asks where the birth date leaves that open."""
    day = conviction_day(prior)
    stated = {"conviction_date": day.isoformat() if day and usable(day) else None}
    return stated | ({"court": "juvenile"} if is_juvenile(prior.event) else {})


def _place(prior: FoundPrior) -> Place:
    assert prior.count.charge is not None
    return prior.count.charge.place
