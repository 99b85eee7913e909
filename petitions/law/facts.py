"""What happened, as stated: frozen facts in which ``None`` means not known and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from petitions.law.terms import (
    AgeBracket,
    ConcentrateBand,
    Conduct,
    Disposition,
    DrugForm,
    FlowerBand,
    Jurisdiction,
    LaterRelief,
    Level,
    PlantBand,
    Prefix,
    PriorCourt,
    Recipient,
    Sentence,
)


@dataclass(frozen=True, slots=True)
class Span:
    """A date as it is known: the first and last day that it could be (equal for an exact date)."""

    first: date
    last: date

    @property
    def is_exact(self) -> bool:
        """Say whether the span is one day."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Prior:
    """One super strike or § 290(c) conviction. ``court`` None: not stated (clarification C11)."""

    conviction_date: Span | None
    court: PriorCourt | None = None


@dataclass(frozen=True, slots=True)
class Petitioner:
    """The person. The two histories: () is a stated "no", None is not known."""

    date_of_birth: Span | None = None
    super_strikes: tuple[Prior, ...] | None = None
    sex_offenses: tuple[Prior, ...] | None = None
    registers_by_discretion: bool = False
    """Registers under Pen. Code, § 290.006 (the contract's ``sex_offense: discretionary``)."""


@dataclass(frozen=True, slots=True)
class Conviction:
    """One count. Field names are the contract's keys, but ``disposition`` (the key ``outcome``)."""

    id: str
    jurisdiction: Jurisdiction | None = None
    disposition: Disposition | None = None
    county: str | None = None
    case_number: str | None = None
    code: str | None = None
    section: str | None = None
    subdivision: str | None = None
    prefix: Prefix | None = None
    level: Level | None = None
    offense_date: Span | None = None
    conviction_date: Span | None = None
    age_at_offense: int | AgeBracket | None = None
    drug_form: DrugForm | None = None
    flower_grams: float | FlowerBand | None = None
    concentrate_grams: float | ConcentrateBand | None = None
    plants: int | PlantBand | None = None
    from_own_home_plants: bool | None = None
    on_school_grounds: bool | None = None
    conduct: Conduct | None = None
    recipient_age: Recipient | None = None
    sold_to_minor: bool | None = None
    hired_under_21: bool | None = None
    environmental_harm: bool | None = None
    home_grow_lawful: bool | None = None
    sentence_status: Sentence | None = None
    later_relief: tuple[LaterRelief, ...] | None = None
    earlier_same_section: int | None = None
    earlier_same_section_asked: bool = False
    """True with ``earlier_same_section`` None: stated as unsure; False: left out, count from the record."""
    pleaded_down_from_marijuana: bool | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """A person and the counts of their record, in the order given."""

    petitioner: Petitioner
    convictions: tuple[Conviction, ...]
    id: str | None = None
    on: date | None = None
    """The day the law is applied, where the record itself states one."""
