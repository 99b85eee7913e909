"""What the papers of a county review are made from: who files, and each case with its counts. ``None`` means not known.

There is no room for a date of birth or a state identification number, on purpose. A clerk finds a case by its number
and the name on it; a paper that is filed may be read by anyone, and these two would only help to find the person.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from petitions.documents.filing import Address
from petitions.law.terms import Level, Prefix, Relief, Sentence


class Mover(StrEnum):
    """Who asks the court."""

    PROSECUTOR = "prosecutor"
    DEFENDER = "public_defender"


class Ground(StrEnum):
    """Why a count gets what is asked; a paper states no other ground than the one that is given."""

    LAWFUL_TODAY = "lawful_today"
    LESSER_TODAY = "lesser_today"
    NOT_CHALLENGED = "not_challenged"
    PRESUMED = "presumed"


@dataclass(frozen=True, slots=True)
class CountyOffice:
    """The office that files. What is None is a visible blank on the papers."""

    mover: Mover
    name: str
    attorney: str | None
    bar_number: str | None
    mailing_address: Address | None
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class CountyCount:
    """One conviction. ``relief`` None: nobody has decided it, as in a hand review that is not signed off."""

    section: str
    subdivision: str | None
    prefix: Prefix
    conviction_date: date | None
    level: Level | None
    relief: Relief | None
    ground: Ground | None


@dataclass(frozen=True, slots=True)
class CountyCase:
    """One case. ``court`` is the courthouse as the office's list names it; ``sentence`` None: the list does not say."""

    county: str
    court: str | None
    case_number: str | None
    name: str
    sentence: Sentence | None
    counts: tuple[CountyCount, ...]
