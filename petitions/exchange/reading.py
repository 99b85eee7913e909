"""Reads the contract's record: JSON in, the law's facts out, or every problem with its JSON path."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from petitions.exchange import checks
from petitions.exchange.fields import NOT_A_LIST, NOT_AN_OBJECT, UNKNOWN_KEY, Problems
from petitions.exchange.record_keys import (
    CONVICTION,
    DISCRETIONARY,
    NEEDED_OF_CONVICTION,
    NEEDED_OF_PRIOR,
    NO_CONVICTION,
    PETITIONER,
    PRIOR,
    RECORD,
)
from petitions.exchange.words_in import Reader, Wrong
from petitions.law.facts import Conviction, Petitioner, Prior, Record


def _(text: str) -> str:
    return text


ROOT = "record"
"""The path of the record itself."""
MOST_ENTRIES = 2_000
TOO_MANY = _("This list is too long for one person. Give at most 2000 entries.")


class BadInput(Exception):
    """A record that cannot be read; each problem is a JSON path and a sentence, without what was typed."""

    def __init__(self, *problems: tuple[str, str]) -> None:
        super().__init__(f"{len(problems)} problem(s) in the record")
        self.problems = problems


def read_record(data: object, *, on: date | None = None) -> Record:
    """Read a record of the contract; raise BadInput with every problem in it.

    ``on`` is the day the law will be applied where the record states none; no date may be after it.
    """
    if not isinstance(data, dict):
        raise BadInput((ROOT, NOT_AN_OBJECT))
    problems: Problems = []
    known = _read_keys(data, path="", keys=RECORD, needed={}, problems=problems)
    record = Record(
        petitioner=_petitioner(data.get("petitioner", {}), problems),
        convictions=_convictions(data.get("convictions", []), problems),
        id=known.get("id"),
        on=known.get("on"),
    )
    problems.extend(checks.impossible(record, on=record.on if "on" in data else on))
    if problems:
        raise BadInput(*problems)
    return record


def _petitioner(data: object, problems: Problems) -> Petitioner:
    known = _read_keys(data, path="petitioner", keys=PETITIONER, needed={}, problems=problems)
    strikes, offenses = known.get("super_strike"), known.get("sex_offense")
    return Petitioner(
        date_of_birth=known.get("date_of_birth"),
        super_strikes=_priors(strikes, path="petitioner.super_strike", problems=problems),
        sex_offenses=_priors(offenses, path="petitioner.sex_offense", problems=problems),
        registers_by_discretion=offenses == DISCRETIONARY,
    )


def _priors(stated: str | list[Any] | None, *, path: str, problems: Problems) -> tuple[Prior, ...] | None:
    """Return () for a stated "no", None where it is not known."""
    if not isinstance(stated, list):
        return () if stated == "no" else None
    entries = _entries(stated, path=path, problems=problems)
    found = [
        _read_keys(entry, path=f"{path}[{index}]", keys=PRIOR, needed=NEEDED_OF_PRIOR, problems=problems)
        for index, entry in enumerate(entries)
    ]
    return tuple(Prior(known.get("conviction_date"), known.get("court")) for known in found)


def _convictions(data: object, problems: Problems) -> tuple[Conviction, ...]:
    if not isinstance(data, list) or not data:
        problems.append(("convictions", NO_CONVICTION if data == [] else NOT_A_LIST))
        return ()
    found = [
        _read_keys(
            entry,
            path=f"convictions[{index}]",
            keys=CONVICTION,
            needed=NEEDED_OF_CONVICTION,
            problems=problems,
        )
        for index, entry in enumerate(_entries(data, path="convictions", problems=problems))
    ]
    problems.extend(checks.repeated(known.get("id") for known in found))
    return tuple(map(_conviction, found))


def _conviction(known: dict[str, Any]) -> Conviction:
    """Make a conviction of its keys; one whose id could not be read is among the problems already."""
    was_asked = "earlier_same_section" in known and known["earlier_same_section"] is None
    return Conviction(
        id=known.pop("id", ""),
        disposition=known.pop("outcome", None),
        earlier_same_section_asked=was_asked,
        **known,
    )


def _entries(entries: list[Any], *, path: str, problems: Problems) -> list[Any]:
    if len(entries) > MOST_ENTRIES:
        problems.append((path, TOO_MANY))
    return entries[:MOST_ENTRIES]


def _read_keys(
    data: object,
    *,
    path: str,
    keys: Mapping[str, Reader],
    needed: Mapping[str, str],
    problems: Problems,
) -> dict[str, Any]:
    """Return the fact of each key that could be read; note the other ones, and what is missing."""
    if not isinstance(data, dict):
        problems.append((path, NOT_AN_OBJECT))
        return {}
    known: dict[str, Any] = {}
    for key, value in data.items():
        try:
            if key in keys:
                known[key] = keys[key](value)
        except Wrong as wrong:
            before = f"{path}.{key}" if path else key
            problems.extend((before + inside, wrong.sentence) for inside in wrong.inside)
    if not data.keys() <= keys.keys():
        problems.append((path or ROOT, UNKNOWN_KEY))
    problems.extend((f"{path}.{key}", sentence) for key, sentence in needed.items() if key not in data)
    return known
