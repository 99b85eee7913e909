"""The screen that county staff know: what rules out, what makes it a maybe, and what a row says."""

from __future__ import annotations

from datetime import date

import pytest

from petitions.rapsheet.meaning.plea_bargain import (
    is_prop_64,
    likely_plea_bargain,
    possible_plea_bargain,
    surroundings,
)
from petitions.rapsheet.meaning.registrations import Registered, registrations
from petitions.rapsheet.meaning.screening import (
    Chance,
    Remedy,
    background,
    courthouse,
    eligible_events,
    has_three_of_type,
    remedy,
    screen,
)
from petitions.rapsheet.meaning.screening_rows import screening_rows
from petitions.rapsheet.meaning.sections import is_exactly_any, is_under
from petitions.rapsheet.sheet import Severity
from tests.rapsheet import made

ON = date(2011, 1, 2)


@pytest.mark.parametrize(
    ("section", "is_one"),
    [
        ("HS 11357(b)", True),
        ("HS 11359(c)(1)", True),
        ("HS 11359(c)(3)", False),
        ("HS 11359(d)", False),
        ("HS 11360(a)(3)(c)", False),
        ("HS 11360(a)(3)(d)", False),
        ("HS 11360(a)(3)(a)", True),
        ("PC 11359", False),
        ("HS 11361", False),
    ],
)
def test_the_act_speaks_of_four_sections_without_some_subdivisions(section: str, is_one: bool) -> None:
    assert is_prop_64(made.charge(section)) is is_one


def test_a_charge_of_several_sections_is_under_each() -> None:
    charge = made.charge("PC 484-487(a)")
    assert is_under(charge, "PC 484") and is_under(charge, "PC 487") and not is_under(charge, "PC 48")
    assert is_exactly_any(charge, ["PC 487(a)"]) and not is_exactly_any(charge, ["PC 487"])


def test_a_cycle_without_marijuana_is_no_plea_bargain_however_alike_its_charges() -> None:
    count = made.conviction("PC 32")
    cycle = made.cycle(made.event(count, made.count("HS 11364")))
    assert not possible_plea_bargain(count, among=surroundings(cycle))
    assert not likely_plea_bargain(count, among=surroundings(cycle))


@pytest.mark.parametrize(
    ("others", "chance"),
    [
        ((made.count("HS 11358"),), Chance.YES),
        ((made.count("HS 11358"), made.count("PC 459")), Chance.MAYBE),
        ((made.count("HS 11358"), made.count(None)), Chance.MAYBE),
        ((made.count("HS 11358"), made.conviction("PC 187(a)")), Chance.NO),
    ],
)
def test_a_stand_in_is_a_yes_only_among_its_like(others: tuple[object, ...], chance: Chance) -> None:
    count = made.conviction("HS 11366")
    cycle = made.cycle(made.event(count, *others))  # type: ignore[arg-type]
    assert screen(count, among=surroundings(cycle), behind=background(made.sheet(cycle))).chance is chance


def test_three_convictions_of_a_section_count_whatever_their_letter() -> None:
    sheet = made.sheet(*(made.event(made.conviction(f"HS 11359({letter})")) for letter in "abc"))
    assert has_three_of_type(made.charge("HS 11359"), behind=background(sheet))
    assert not has_three_of_type(None, behind=background(sheet))


@pytest.mark.parametrize(
    ("section", "kind"),
    [
        ("PC 290(b)", Registered.SEX_OFFENDER),
        ("PC 290.006", Registered.SEX_OFFENDER_BY_DISCRETION),
        ("HS 11590(a)", Registered.NARCOTICS_OFFENDER),
        ("PC 457.1", Registered.ARSONIST),
    ],
)
def test_a_registration_is_of_one_kind(section: str, kind: Registered) -> None:
    sheet = made.sheet(made.event(made.count(section), made.count(None), kind="registration"))
    assert [one for one in Registered if registrations(sheet, kind=one)] == [kind]
    assert background(sheet).is_disqualified is (kind is Registered.SEX_OFFENDER)


def test_a_charge_of_registration_in_court_is_no_registration() -> None:
    assert not registrations(made.sheet(made.event(made.conviction("PC 290"))), kind=Registered.SEX_OFFENDER)


def test_an_event_set_aside_is_not_looked_at() -> None:
    aside = made.event(made.conviction("HS 11358", made.disposition("pc1203_dismissed")))
    left = made.event(made.conviction("HS 11359"))
    name = "Casc San Francisco"
    assert eligible_events(made.sheet(aside, left), courthouses=(name,)) == (left,)
    assert courthouse(left) == name
    assert courthouse(made.event(agency=None, county=None)) is None


@pytest.mark.parametrize(
    ("days", "wanted"), [({"years": 2}, Remedy.RESENTENCING), ({"days": 5}, Remedy.REDESIGNATION)]
)
def test_a_running_sentence_asks_for_another_one(days: dict[str, int], wanted: Remedy) -> None:
    event = made.event(made.conviction(sentence=made.sentence(probation=days)), on=date(2010, 4, 13))
    assert remedy(event, on=ON) is wanted


def test_a_life_sentence_runs_and_an_undated_one_is_taken_for_over() -> None:
    life = made.conviction(sentence=made.sentence(life=True, prison={}))
    assert remedy(made.event(life), on=ON) is Remedy.RESENTENCING
    assert remedy(made.event(life, on=None), on=ON) is Remedy.REDESIGNATION


def test_a_row_stays_blank_where_the_sheet_is() -> None:
    event = made.event(made.conviction(), on=None, name_code="002", agency="CAMC NOWHERE", county=None)
    dead = made.event(kind="deceased")
    rows = screening_rows(
        made.sheet(event, dead, personal=None),
        courthouses=("CAMC NOWHERE",),
        severities=(None, Severity.FELONY),
        file_name="one.pdf",
        on=ON,
    )
    assert list(rows) == [
        {
            "Filename": "one.pdf",
            "Name": "",
            "Date": "",
            "Case Number": "",
            "Courthouse": "CAMC NOWHERE",
            "Charge": "HS 11358",
            "Severity": "",
            "Sentence": "",
            "Superstrikes": "",
            "2 prior convictions": "false",
            "PC290": "false",
            "Remedy": "redesignation",
            "Eligible": "yes",
            "Deceased": "true",
        }
    ]
