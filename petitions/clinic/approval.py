"""Says whether a reviewer's approval still holds: only for exactly the facts and the courts' addresses that it was given for."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any, NamedTuple

from petitions.courts.directory import Courthouse, Directory, Prosecutor, load_directory
from petitions.interview.answers import Answers, conviction_ids, conviction_of, first_count
from petitions.records.matters.models import Matter

_NOT_ON_PAPERS = ("trail", "after", "sheet_agreed", "made", "preset")
"""Parts of the answers that change no paper and no determination."""


class Approval(StrEnum):
    """Whether a matter is approved, and if not any more, what was changed since."""

    NONE = "none"
    HOLDS = "holds"
    ANSWERS_CHANGED = "answers"
    COURTS_CHANGED = "courts"


class CourtUsed(NamedTuple):
    """What the papers of one case take from the directory: courthouse blank for the main one."""

    county: str
    courthouse: str
    has_own_prosecutor: bool
    """The person named the office that prosecuted, so that the papers take none from the directory."""


def facts_hash(answers: Answers) -> str:
    """Return the digest of everything in the answers that decides what the papers say."""
    facts: dict[str, Any] = {name: value for name, value in answers.items() if name not in _NOT_ON_PAPERS}
    return _digest(facts)


def courts_used(answers: Answers) -> tuple[CourtUsed, ...]:
    """Return what the cases of the answers take from the directory, each once, in their order."""
    found = [_used(answers, place) for place in conviction_ids(answers)]
    return tuple(dict.fromkeys(one for one in found if one.county))


def courts_hash(used: Iterable[CourtUsed]) -> str:
    """Return the digest of what the directory gives the papers now: names, addresses, phones, and how sure they are."""
    directory = load_directory()
    return _digest([_printed(one, directory) for one in used])


def papers_hash(answers: Answers) -> str:
    """Return the digest of both, which a print job remembers."""
    return _digest([facts_hash(answers), courts_hash(courts_used(answers))])


def approval(matter: Matter, *, facts: str, used: Iterable[CourtUsed]) -> Approval:
    """Say whether the approval of a matter holds for these facts, and for the directory as it is now."""
    if not matter.approved_hash:
        return Approval.NONE
    if matter.approved_hash != facts:
        return Approval.ANSWERS_CHANGED
    is_kept = bool(matter.approved_courts) and not matter.closed_at  # a closed matter prints nothing
    if is_kept and matter.approved_courts != courts_hash(used):
        return Approval.COURTS_CHANGED
    return Approval.HOLDS


def approval_of(matter: Matter, answers: Answers) -> Approval:
    """Say the same for answers that are at hand."""
    return approval(matter, facts=facts_hash(answers), used=courts_used(answers))


def is_approved(matter: Matter, answers: Answers) -> bool:
    """Say whether the matter is approved as its answers and the directory are now."""
    return approval_of(matter, answers) is Approval.HOLDS


def _used(answers: Answers, place: str) -> CourtUsed:
    case = answers["filing"]["cases"].get(first_count(answers, place), {})
    county = conviction_of(answers, place).get("county") or ""
    return CourtUsed(county, case.get("courthouse") or "", isinstance(case.get("prosecutor"), dict))


def _printed(used: CourtUsed, directory: Directory) -> list[Any]:
    county, defender = directory.county(used.county), directory.public_defender(used.county)
    office = None if used.has_own_prosecutor else directory.prosecutor(used.county)
    chosen = directory.courthouse(used.county, used.courthouse) if used.courthouse else None
    building = chosen or directory.main_courthouse(used.county)
    return [
        county and county.court_name,
        building and _building(building),
        office and _office(office),
        defender and defender.phone,
    ]


def _building(one: Courthouse) -> list[Any]:
    level = one.source.confidence
    address = [one.name, one.street, one.city, one.zip, one.mailing_address, one.phone, one.website]
    return [*address, one.criminal_filing_confirmed, level and level.value]


def _office(one: Prosecutor) -> list[Any]:
    address = [one.street, one.city, one.zip] if one.address_is_known else []
    return [one.name, *address, one.phone, one.website]


def _digest(told: Any) -> str:
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
