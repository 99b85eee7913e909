"""The situation of one conviction: its facts without names, numbers and dates, on one side of every line."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from petitions.law.amounts import Concentrate, Flower, read_concentrate, read_flower, read_plants
from petitions.law.facts import Conviction, Record
from petitions.law.offenses import FACTS_OF_THE_ACT, LOOK_AT_THE_AMOUNT
from petitions.law.offenses.today import Acts
from petitions.law.on_record import Orders, read_orders
from petitions.law.priors import (
    History,
    histories_of,
)
from petitions.law.sections import Charge, read_charge
from petitions.law.terms import (
    Disposition,
    DrugForm,
    Jurisdiction,
    Level,
    Sentence,
)
from petitions.law.timing import Gate
from petitions.law.view import View, dates_of, priors_counted, third_of, view_of


class Situation(NamedTuple):
    """Everything that a rule may look at; None: not known."""

    disposition: Disposition | None
    jurisdiction: Jurisdiction | None
    charge: Charge
    view: View
    form: DrugForm | None
    flower: Flower | None
    concentrate: Concentrate | None
    acts: Acts
    pleaded_down: bool | None
    level: Level | None
    orders: Orders
    is_serving: bool | None
    priors_counted: bool
    """The number of earlier convictions is the record's own count."""


_NO_ACTS = Acts()
_NO_LEVELS: frozenset[Level] = frozenset()
_GATE_ALONE = View(
    gate=Gate.OPEN,
    ages=frozenset(),
    ages_conflict=False,
    wholly_from_2016=False,
    possession_levels=_NO_LEVELS,
    may_be_before_1976=False,
    strikes=History.NONE,
    sex_offenses=History.NONE,
    may_be_third=False,
    is_third_on_record=False,
)


def read_situation(record: Record, conviction: Conviction) -> Situation:
    """Place one conviction of a record."""
    charge = charge_of(conviction)
    view = view_of(
        dates_of(record, conviction),
        histories_of(record.petitioner),
        third=third_of(record, conviction, charge, convicted=conviction.conviction_date),
    )
    return Situation(
        conviction.disposition,
        conviction.jurisdiction,
        charge,
        view,
        conviction.drug_form,
        read_flower(conviction.flower_grams),
        read_concentrate(conviction.concentrate_grams),
        acts_of(conviction),
        conviction.pleaded_down_from_marijuana,
        conviction.level,
        read_orders(conviction.later_relief),
        None if conviction.sentence_status is None else is_serving(conviction.sentence_status),
        priors_counted(record, conviction, charge),
    )


def narrowed(situation: Situation, *, view: View | None = None) -> Situation:
    """Leave out what the section does not look at, so that fewer situations differ; ``view`` takes the place of its own."""
    charge = situation.charge
    section = charge.section or "" if charge.is_computed else None
    looks = section in LOOK_AT_THE_AMOUNT
    return Situation(
        situation.disposition,
        situation.jurisdiction,
        charge,
        _seen_view(view or situation.view, section, charge.letter),
        situation.form if looks else None,
        situation.flower if looks else None,
        situation.concentrate if looks else None,
        _NO_ACTS if section is None else _seen_acts(situation.acts, section),
        situation.pleaded_down if section is None else None,
        None if section is None else situation.level,
        situation.orders,
        situation.is_serving,
        situation.priors_counted,
    )


@lru_cache(maxsize=4096)
def _seen_acts(acts: Acts, section: str) -> Acts:
    return _NO_ACTS._replace(**{name: getattr(acts, name) for name in FACTS_OF_THE_ACT[section]})


@lru_cache(maxsize=4096)
def _seen_view(view: View, section: str | None, letter: str | None) -> View:
    """Return the view as a section sees it; None: only whether it was in time, and the danger finding."""
    if section is None:
        return _GATE_ALONE._replace(gate=view.gate, strikes=view.strikes)
    if section == "11360":
        return view._replace(possession_levels=_NO_LEVELS, may_be_before_1976=False)
    if section != "11357":
        return view._replace(possession_levels=_NO_LEVELS, may_be_before_1976=False, wholly_from_2016=False)
    return view._replace(
        may_be_before_1976=view.may_be_before_1976 and letter is None, wholly_from_2016=False
    )


def charge_of(conviction: Conviction) -> Charge:
    """Read the offense that a conviction names."""
    return read_charge(conviction.code, conviction.section, conviction.subdivision, conviction.prefix)


def acts_of(conviction: Conviction) -> Acts:
    """Gather the facts of the act."""
    return Acts(
        read_plants(conviction.plants),
        conviction.home_grow_lawful,
        conviction.on_school_grounds,
        conviction.from_own_home_plants,
        conviction.conduct,
        conviction.recipient_age,
        conviction.sold_to_minor,
        conviction.hired_under_21,
        conviction.environmental_harm,
    )


def is_serving(sentence: Sentence) -> bool:
    """Say whether the sentence still runs; supervision counts as serving."""
    return sentence is not Sentence.COMPLETED
