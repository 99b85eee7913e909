"""The facts of the act, the record and the sentence that can still change an answer, once dates and section are settled."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from petitions.law.amounts import Amounts, read_amounts
from petitions.law.computing import possible_ages, recorded_at
from petitions.law.exceptions import excepted, without_exceptions
from petitions.law.needs.consistency import fits
from petitions.law.needs.few import FACTS, are_few, deciding, ends_of
from petitions.law.needs.tried import (
    ACTS,
    AMOUNTS,
    ANSWERS,
    ORDERS,
    PLEADED,
    SEX_OFFENSES,
    STRIKES,
    Open,
    Values,
    acts_of_section,
)
from petitions.law.offenses import LOOK_AT_THE_AMOUNT, readings_of
from petitions.law.offenses.today import Acts, Reading, Today
from petitions.law.on_record import Orders
from petitions.law.possibilities import Layer, Search, name_of
from petitions.law.priors import History
from petitions.law.sections import Kind
from petitions.law.situation import Situation
from petitions.law.terms import AgeBracket, Level, Trilean
from petitions.law.walk import End, Step, facts_step, finish, section_step

_MINORS = frozenset({AgeBracket.UNDER_18})


class _Act(NamedTuple):
    situation: Situation
    amounts: Amounts


class _Offense(NamedTuple):
    situation: Situation
    readings: tuple[Reading, ...]


class _Sentence(NamedTuple):
    situation: Situation
    step: Step


class Below(NamedTuple):
    """The facts found, and the name of everything that can follow."""

    facts: frozenset[str]
    name: bytes | None


def facts_below(situation: Situation, opened: Open) -> frozenset[str]:
    """Return the open facts that can change the answer; dates, section, court and ending are as the situation says."""
    if not opened.only_consistent and are_few(opened.facts):
        return deciding(situation, opened.facts)
    return _below(situation, opened).facts


def below(situation: Situation, opened: Open) -> Below:
    """Return the same, and a name by which situations are known that everything changes in the same way."""
    return _below(situation, opened._replace(facts=opened.facts & FACTS))


@lru_cache(maxsize=65536)
def _below(situation: Situation, opened: Open) -> Below:
    if not opened.only_consistent and are_few(opened.facts):
        found, ends = ends_of(situation, opened.facts)
        return Below(found, name_of("|".join(map(_end_name, ends)).encode()))
    search = Search(_layers(opened), name_end=_end_name)
    name = search.digest(situation)
    return Below(frozenset(search.found), name)


def _end_name(end: End) -> str:
    return f"{end.outcome} {end.floor} {end.ceiling} {end.track}"


def _layers(opened: Open) -> tuple[Layer, ...]:
    """Return amounts, acts, record and sentence, each over the facts that are open."""

    def still_open(values: Values) -> Values:
        return {key: tried for key, tried in values.items() if key in opened.facts}

    return (
        Layer(lambda state: still_open(_amount_values(state)), _amount_step),
        Layer(lambda state: still_open(_act_values(state)), lambda state, way: _act_step(state, way, opened)),
        Layer(lambda state: still_open(_history_values(state)), _history_step),
        Layer(
            lambda state: still_open(_record_values(state)),
            lambda state, way: _record_step(state, way, opened),
        ),
        Layer(lambda state: still_open(_sentence_values(state)), _sentence_step),
    )


def _amount_values(situation: Situation) -> Values:
    charge = situation.charge
    return AMOUNTS if charge.is_computed and charge.section in LOOK_AT_THE_AMOUNT else {}


def _amount_step(situation: Situation, way: Mapping[str, Any]) -> _Act:
    amounts = read_amounts(
        way.get("drug_form", situation.form),
        way.get("flower_grams", situation.flower),
        way.get("concentrate_grams", situation.concentrate),
    )
    return _Act(situation._replace(form=None, flower=None, concentrate=None), amounts)


def _act_values(state: _Act) -> Values:
    charge = state.situation.charge
    if charge.kind is Kind.PLEADABLE:
        return {PLEADED: ANSWERS}
    if not charge.is_computed:
        return {}
    looked_at = acts_of_section(charge.section)
    return {key: tried for key, (_, tried) in ACTS.items() if key in looked_at}


def _act_step(state: _Act, way: Mapping[str, Any], opened: Open) -> _Offense | None:
    situation = state.situation
    if not situation.charge.is_computed:
        return _Offense(situation._replace(pleaded_down=way.get(PLEADED, situation.pleaded_down)), ())
    acts = situation.acts._replace(**{ACTS[key][0]: value for key, value in way.items()})
    readings = readings_of(
        situation.charge.section or "",
        situation.charge.letter,
        possible_ages(situation),
        state.amounts,
        acts,
        wholly_from_2016=situation.view.wholly_from_2016,
    )
    if opened.only_consistent and any(one.conflicts for one in readings):
        return None
    return _Offense(situation._replace(acts=Acts()), readings)


def _history_values(state: _Offense) -> Values:
    if not state.readings:
        return {}
    third = (state.situation.view.is_third_on_record, True)
    return {"super_strike": STRIKES, "sex_offense": SEX_OFFENSES, "earlier_same_section": third}


def _history_step(state: _Offense, way: Mapping[str, Any]) -> _Offense:
    """Apply the exceptions, so that histories with the same effect are one state from here on."""
    view = state.situation.view
    strikes = way.get("super_strike", view.strikes)
    sex_offenses = way.get("sex_offense", view.sex_offenses)
    third = way.get("earlier_same_section", view.may_be_third)
    readings = tuple(
        _settled(one, strikes=strikes, sex_offenses=sex_offenses, may_be_third=third)
        for one in state.readings
    )
    ruled_out = History.NONE if strikes is History.NONE else History.LATER
    after = view._replace(strikes=ruled_out, sex_offenses=History.NONE, may_be_third=False)
    return _Offense(state.situation._replace(view=after), readings)


def _settled(reading: Reading, *, strikes: History, sex_offenses: History, may_be_third: bool) -> Reading:
    """Return the reading with its exceptions decided; a misdemeanor ruled out by one is marked by a yes."""
    classes = excepted(reading.today, strikes=strikes, sex_offenses=sex_offenses, may_be_third=may_be_third)
    was = without_exceptions(reading.today) - classes
    return reading._replace(today=Today(classes, frozenset({Trilean.YES}) if was else frozenset()))


def _record_values(state: _Offense) -> Values:
    return {"later_relief": ORDERS, "level": tuple(Level)} if state.readings else {"later_relief": ORDERS}


def _record_step(state: _Offense, way: Mapping[str, Any], opened: Open) -> _Sentence | None:
    situation = state.situation
    tried = situation._replace(
        level=way.get("level", situation.level), orders=way.get("later_relief", situation.orders)
    )
    if opened.only_consistent and "level" in way and not fits(state.readings, recorded_at(tried)):
        return None
    step = facts_step(tried) if tried.orders.is_done else section_step(tried, state.readings)
    return _Sentence(_last_facts(tried), step._replace(ages=step.ages & _MINORS, range=None))


def _last_facts(situation: Situation) -> Situation:
    """Keep only what the last step looks at, so that states that cannot differ any more are one."""
    view = situation.view._replace(
        ages=frozenset(), wholly_from_2016=False, possession_levels=frozenset(), may_be_before_1976=False
    )
    return situation._replace(view=view, level=None, orders=Orders(), pleaded_down=None, priors_counted=False)


def _sentence_values(state: _Sentence) -> Values:
    return {} if state.step.outcome else {"sentence_status": ANSWERS}


def _sentence_step(state: _Sentence, way: Mapping[str, Any]) -> End:
    situation = state.situation
    return finish(situation._replace(is_serving=way.get("sentence_status", situation.is_serving)), state.step)
