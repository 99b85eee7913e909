"""What a question is: frozen shapes that pages, forms and lists are drawn from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """What an answer is about. A case answer holds for every count of that case."""

    PETITIONER = "petitioner"
    CONVICTION = "conviction"
    CASE = "case"
    FILER = "filer"


class Kind(StrEnum):
    """How an answer is given; ``forms`` has one form for each."""

    CHOICE = "choice"
    MANY = "many"
    AMOUNT = "amount"
    DATE = "date"
    CRIME = "crime"
    PRIORS = "priors"
    PRIOR_DATES = "prior_dates"
    COUNTY = "county"
    COURTHOUSE = "courthouse"
    PARTS = "parts"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer card. ``value`` is what the contract calls it."""

    value: str | int
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One text box of a question that has several."""

    key: str
    label: str
    hint: str = ""
    missing: str = ""
    """What to say where it is blank; empty: it may be blank."""
    longest: int = 200
    autocomplete: str = "off"
    form: str = "text"
    """``text``, ``zip``, ``state``, ``phone`` or ``email``: how it is checked."""


@dataclass(frozen=True, slots=True)
class Question:
    """One page of the interview: the facts it sets (contract keys) and every word it shows."""

    key: str
    facts: tuple[str, ...]
    scope: Scope
    kind: Kind
    heading: str
    short: str
    """Its name in a list of answers."""
    hint: str = ""
    points: tuple[str, ...] = ()
    """A list under the hint, where one sentence cannot hold it."""
    options: tuple[Option, ...] = ()
    unsure: str | None = None
    """The words under "I'm not sure"; None where it is no answer."""
    why: str = ""
    citation: str = ""
    where: str = ""
    """Where to find the answer."""
    drawing: str = ""
    """The template of drawings that show where to find it."""
    aside: str = ""
    """What to say of the page below."""
    aside_page: str = ""
    """A page of other help, for people to whom this question does not fit."""
    unit: str = ""
    """For an amount: ``grams`` or ``plants``."""
    parts: tuple[Part, ...] = ()
    parts_when: str = ""
    """The option that needs the parts; blank: always."""
    parts_title: str = ""
    address_optional: bool = False
    """True where the address among the parts may be left blank as a whole."""
    after: tuple[str, ...] = ()
    """Facts that must have been asked and left open before this may be asked."""
    details: str = ""
    """The fact (a list of earlier convictions) whose dates and courts it asks for."""
    optional: bool = False
    """True where leaving it blank is an answer."""
