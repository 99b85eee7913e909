"""The golden cases on what follows from a sheet: sections, events, the screen, plea bargains, masked texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from petitions.rapsheet.meaning.history import (
    completed_period_without_incident,
    currently_serving,
    probation_violated,
)
from petitions.rapsheet.meaning.lengths import after
from petitions.rapsheet.meaning.plea_bargain import surroundings
from petitions.rapsheet.meaning.registrations import Registered, registrations
from petitions.rapsheet.meaning.screening import (
    Screen,
    background,
    eligible_events,
    has_three_of_type,
    has_two_priors,
    potentially_eligible,
    remedy,
    super_strikes_of,
)
from petitions.rapsheet.meaning.sections import is_exactly_any, is_under, is_under_any
from petitions.rapsheet.meaning.sentence_lengths import one_line, total_length
from petitions.rapsheet.meaning.standing import (
    convicted,
    convicted_counts,
    event_sentence,
    event_severity,
    has_sentence_with,
    is_set_aside,
)
from petitions.rapsheet.meaning.super_strikes import super_strike
from petitions.rapsheet.sheet import Charge, Count, Event, Length, Penalty, Sentence, Severity, Sheet
from petitions.rapsheet.written.count_json import in_units
from petitions.rapsheet.written.deidentify import deidentified
from tests.rapsheet import golden_areas as golden
from tests.rapsheet import made

TODAY = date(2020, 6, 15)
SECTIONS = golden.cases("code_section_matching")
MODEL = golden.cases("event_model")
SCREEN = golden.cases("prop64_screen")
MASKED = golden.cases("deidentify")
KNOWN_CASES = {"code_section_matching": 40, "event_model": 46, "prop64_screen": 30, "deidentify": 7}
Given = dict[str, Any]


def test_every_golden_case_of_these_areas_has_a_test() -> None:
    found = {
        "code_section_matching": SECTIONS,
        "event_model": MODEL,
        "prop64_screen": SCREEN,
        "deidentify": MASKED,
    }
    if not SECTIONS:
        pytest.skip(golden.ABSENT)
    assert {area: len(cases) for area, cases in found.items()} == KNOWN_CASES
    levels = {case["level"] for case in (*SECTIONS, *MODEL, *SCREEN, *MASKED)}
    assert levels == {*ON_SECTIONS, *ON_EVENTS, *ON_SCREEN, "summary_row", "deidentify"}


@pytest.mark.parametrize("case", SECTIONS, ids=golden.name)
def test_a_section_is_matched_as_the_case_says(case: golden.Case) -> None:
    assert ON_SECTIONS[case["level"]](case["input"]) == golden.wanted(case)


@pytest.mark.parametrize("case", MODEL, ids=golden.name)
def test_an_event_stands_as_the_case_says(case: golden.Case) -> None:
    assert ON_EVENTS[case["level"]](case["input"]) == golden.wanted(case)


@pytest.mark.parametrize("case", [one for one in SCREEN if one["level"] != "summary_row"], ids=golden.name)
def test_the_screen_finds_what_the_case_says(case: golden.Case) -> None:
    assert ON_SCREEN[case["level"]](case["input"]) == golden.wanted(case)


@pytest.mark.parametrize("case", MASKED, ids=golden.name)
def test_a_masked_text_holds_what_the_case_says(case: golden.Case) -> None:
    text = deidentified(golden.input_text(case))
    if "must_contain" not in case:
        assert text is None and case["expected"] is None
        return
    assert text is not None
    assert [words for words in case["must_contain"] if words not in text] == []
    assert [words for words in case["must_not_contain"] if words in text] == []


def _charge(given: Given) -> Charge | None:
    if "code" not in given:
        return None
    return made.charge(f"{given['code']} {given['section']}", attempted="-ATTEMPTED" in given["flags"])


def _matches(given: Given) -> bool:
    among = given["args"][0]
    charge = _charge(given)
    return is_under_any(charge, among) if given["subsections"] else is_exactly_any(charge, among)


def _sentence(given: Given | None) -> Sentence | None:
    if given is None:
        return None
    return made.sentence(
        *given.get("details", ()), **{kind: given[kind] for kind in given if kind != "details"}
    )


def _count(given: Given) -> Count:
    return made.count(None, *(_disposition(one) for one in given["dispositions"]))


def _disposition(given: Given) -> Any:
    kind = "sentence_modified" if given.get("type") == "sentence_update" else given.get("type", "convicted")
    on = date.fromisoformat(given["date"]) if "date" in given else made.DAY
    return made.disposition(
        kind, on=on, severity=given.get("severity"), sentence=_sentence(given.get("sentence"))
    )


def _event(given: Given) -> Event:
    return made.event(*(_count(one) for one in given["counts"]))


def _severity(given: Given) -> str | None:
    found = event_severity(_event(given))
    return found and found.value


def _history(given: Given, *, case: Event) -> Sheet:
    others = [
        made.event(kind=one["type"], on=one["date"] and date.fromisoformat(one["date"]))
        for one in given["other_events"]
    ]
    return made.sheet(case, *others)


def _completed(given: Given) -> bool | None:
    day = given["conviction_date"]
    case = made.event(on=day and date.fromisoformat(day))
    start, length = date.fromisoformat(given["start"]), Length(**given["duration"])
    return completed_period_without_incident(
        _history(given, case=case), case=case, start=start, length=length
    )


def _violated(given: Given) -> bool | None:
    case = made.event(_count(given))
    return probation_violated(_history(given, case=case), case=case)


def _sentence_of_event(given: Given) -> Given | None:
    found = event_sentence(_event(given))
    return found and {part.penalty.value: in_units(part.length) for part in found.parts}


def _set_aside(given: Given) -> bool:
    return is_set_aside(made.event(made.count(None, *map(made.disposition, given["disposition_types"]))))


def _serving(given: Given) -> bool | None:
    ago = Length(**{unit: -number for unit, number in given.get("sentence_started_ago", {}).items()})
    return currently_serving(_sentence(given["sentence"]), since=after(TODAY, ago), on=TODAY)


def _convicted(given: Given) -> Given:
    counts = [
        made.count(None, *map(made.disposition, types)) for types in given["disposition_types_by_count"]
    ]
    which = [place for place, one in enumerate(counts) if convicted(one)]
    return {"convicted": bool(convicted_counts(made.event(*counts))), "convicted_counts": which}


def _registered(given: Given) -> Given:
    counts = [made.count(f"{code} {section}") for code, section in given["registration_counts"]]
    sheet = made.sheet(made.event(*counts, kind="registration"))
    return {
        "sex_offender_registration": bool(registrations(sheet, kind=Registered.SEX_OFFENDER)),
        "narcotics_offender_registration": bool(registrations(sheet, kind=Registered.NARCOTICS_OFFENDER)),
    }


def _strikes(given: Given) -> list[str]:
    counts = [
        made.count(f"{code} {section}", made.disposition(outcome))
        for code, section, outcome in given["court_counts"]
    ]
    return [charge.code_section for charge in super_strikes_of(made.sheet(made.event(*counts)))]


def _total(given: Given) -> Given:
    found = _sentence(given)
    assert found is not None
    return in_units(total_length(found))


def _looked_at(given: Given) -> bool:
    severity = given.get("severity")
    one = made.conviction(given["code_section"], severity=severity)
    taken = {None, *Severity} - (
        {Severity.MISDEMEANOR} if given.get("county_excludes_misdemeanors") else set()
    )
    return potentially_eligible(one, among=surroundings(made.cycle(made.event(one))), severities=taken)


def _chance(given: Given) -> str:
    found = Screen(
        disqualified=given.get("disqualifiers", False),
        two_priors=given.get("three_of_same_type", False),
        likely_plea=given.get("plea_bargain", False),
        possible_plea=given.get("possible_plea_bargain", False),
    )
    return found.chance.value


def _two_priors(given: Given) -> bool:
    times = 3 if given["three_of_same_type"] else 2
    sheet = made.sheet(*(made.event(made.conviction(given["code_section"])) for _ in range(times)))
    return has_two_priors(made.charge(given["code_section"]), behind=background(sheet))


def _three(given: Given) -> bool:
    events = [
        made.event(*(made.count(section, made.disposition(outcome)) for section, outcome in counts))
        for counts in given["court_events"]
    ]
    return has_three_of_type(made.charge(given["code_section"]), behind=background(made.sheet(*events)))


def _disqualified(given: Given) -> bool:
    registered = [made.event(made.count(one), kind="registration") for one in given.get("registration", ())]
    convictions = [made.event(made.conviction(one)) for one in given.get("convicted", ())]
    return background(made.sheet(*registered, *convictions)).is_disqualified


def _of_county(given: Given) -> list[str]:
    events = [
        replace(made.event(made.conviction(), case_number=number, county=None), agency=made.read(place))
        for place, number in given["events"]
    ]
    found = eligible_events(made.sheet(*events), courthouses=given["county_courthouses"])
    return [event.case_number.value for event in found if event.case_number]


def _remedy(given: Given) -> str:
    one = made.conviction("HS 11358", sentence=_sentence(given["sentence"]))
    return remedy(made.event(one, on=TODAY - timedelta(given["conviction_days_ago"])), on=TODAY).value


ON_SECTIONS: dict[str, Callable[[Given], object]] = {
    "superstrike": lambda given: super_strike(_charge(given)) is not None,
    "subsection_of": lambda given: is_under(_charge(given), given["args"][0]),
    "match_any": _matches,
}
ON_EVENTS: dict[str, Callable[[Given], object]] = {
    "event_severity": _severity,
    "completed_period_without_incident": _completed,
    "probation_violated": _violated,
    "event_sentence": _sentence_of_event,
    "dismissed_by_pc1203": _set_aside,
    "has_sentence_with": lambda given: has_sentence_with(_event(given), penalty=Penalty(given["type"])),
    "currently_serving_sentence": _serving,
    "convicted": _convicted,
    "total_duration": _total,
    "sentence_text": lambda given: one_line(_sentence(given) or made.sentence()),
    "registration_flags": _registered,
    "superstrikes_of_sheet": _strikes,
}
ON_SCREEN: dict[str, Callable[[Given], object]] = {
    "potentially_eligible": _looked_at,
    "eligible": _chance,
    "two_prop64_priors": _two_priors,
    "three_convictions_of_same_type": _three,
    "disqualifiers": _disqualified,
    "eligible_events": _of_county,
    "remedy": _remedy,
}
