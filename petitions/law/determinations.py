"""What we conclude: frozen determinations, each with its reasons and citations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petitions.law.terms import Outcome, Relief, Status, Track


@dataclass(frozen=True, slots=True)
class Reason:
    """Why: a code of ``texts.SENTENCES``, what it rests on, and the facts (contract keys) that decided it."""

    code: str
    citations: tuple[str, ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Determination:
    """What the law gives one conviction. ``fallbacks`` and ``warnings`` are codes of ``texts.SENTENCES``."""

    conviction: str
    outcome: Outcome
    status: Status
    floor: Relief
    ceiling: Relief
    track: Track
    needs: tuple[str, ...]
    reasons: tuple[Reason, ...]
    fallbacks: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseGroup:
    """The counts that go on one paper: one county and case number, one kind of court."""

    county: str | None
    case_number: str | None
    track: Track
    sections: tuple[str, ...]
    convictions: tuple[str, ...]
    """Ids of the counts, in record order."""


@dataclass(frozen=True, slots=True)
class Determinations:
    """The whole answer for one record on one day."""

    on: date
    law_version: str
    determinations: tuple[Determination, ...]
    cases: tuple[CaseGroup, ...]
