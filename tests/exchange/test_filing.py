"""The contract's ``filing`` object: what is let in, and a clear sentence with a path for what is not."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from petitions.documents.filing import Address, FilingProblems
from petitions.exchange import fields
from petitions.exchange import filing as reader
from petitions.exchange.filing import read_filing
from petitions.exchange.plain_text import NOT_OUR_SCRIPT, NOT_PRINTABLE, TOO_MANY_MARKS

FILING: dict[str, Any] = {
    "name_on_case": "Maria Example",
    "name_now": "Maria Now",
    "other_names": ["M. Sample"],
    "mailing_address": {
        "street": "1200 Test Street",
        "unit": None,
        "city": "Oakland",
        "state": "CA",
        "zip": "94612",
    },
    "phone": None,
    "email": None,
    "attorney": None,
    "cases": [
        {
            "county": "Los Angeles",
            "case_number": "BA198765",
            "courthouse": None,
            "prosecutor": "district_attorney",
            "waive_original_judge": True,
            "waive_appearance": False,
            "proposed_order": True,
            "server": None,
        }
    ],
}
REMOVED = object()


def changed(path: str, value: object) -> dict[str, Any]:
    data: Any = copy.deepcopy(FILING)
    *parents, last = [int(key) if key.isdigit() else key for key in path.split(".")]
    part = data
    for key in parents:
        part = part[key]
    if value is REMOVED:
        del part[last]
    else:
        part[last] = value
    return data


def problems(data: object) -> tuple[tuple[str, str], ...]:
    with pytest.raises(FilingProblems) as raised:
        read_filing(data)
    return raised.value.problems


def test_the_contracts_example_is_read() -> None:
    filing = read_filing(FILING)
    assert filing.name_on_case == "Maria Example" and filing.other_names == ("M. Sample",)
    assert filing.mailing_address == Address("1200 Test Street", None, "Oakland", "CA", "94612")
    (case,) = filing.cases
    assert (case.waive_original_judge, case.waive_appearance, case.prosecutor) == (True, False, None)


@pytest.mark.parametrize("key", ["waive_original_judge", "waive_appearance"])
def test_a_missing_waiver_is_a_problem_that_names_it(key: str) -> None:
    for value in (REMOVED, None):
        assert problems(changed(f"cases.0.{key}", value)) == ((f"filing.cases[0].{key}", fields.NO_ANSWER),)


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("name_on_case", REMOVED, ("filing.name_on_case", fields.MISSING)),
        ("name_on_case", "  ", ("filing.name_on_case", fields.MISSING)),
        ("name_on_case", 7, ("filing.name_on_case", fields.NOT_TEXT)),
        ("name_on_case", "x" * 201, ("filing.name_on_case", fields.TOO_LONG)),
        ("name_on_case", "x" * 10_000, ("filing.name_on_case", fields.TOO_LONG)),
        ("name_on_case", "Maria \U0001f600", ("filing.name_on_case", NOT_PRINTABLE)),
        ("name_on_case", "Maria \ud800", ("filing.name_on_case", NOT_PRINTABLE)),
        ("name_on_case", "王小明", ("filing.name_on_case", NOT_OUR_SCRIPT)),
        ("name_on_case", "q" + "\u0323\u0302\u0301\u0303\u0304", ("filing.name_on_case", TOO_MANY_MARKS)),
        ("other_names", "M. Sample", ("filing.other_names", fields.NOT_A_LIST)),
        ("other_names", ["M", 7], ("filing.other_names[1]", fields.NOT_TEXT)),
        ("other_names", ["M"] * 21, ("filing.other_names", fields.TOO_MANY)),
        ("mailing_address", "1200 Test Street", ("filing.mailing_address", fields.NOT_AN_OBJECT)),
        ("mailing_address.zip", "9461", ("filing.mailing_address.zip", reader.NOT_A_ZIP)),
        ("mailing_address.zip", "٩٤٦١٢", ("filing.mailing_address.zip", reader.NOT_A_ZIP)),
        ("mailing_address.state", "California", ("filing.mailing_address.state", fields.TOO_LONG)),
        ("mailing_address.state", "C1", ("filing.mailing_address.state", reader.NOT_A_STATE)),
        ("mailing_address.street", REMOVED, ("filing.mailing_address.street", fields.MISSING)),
        ("email", "no address", ("filing.email", reader.NOT_AN_EMAIL)),
        ("phone", ["1"], ("filing.phone", fields.NOT_TEXT)),
        ("attorney", {"name": "J"}, ("filing.attorney.mailing_address", fields.NOT_AN_OBJECT)),
        ("attorney", "J", ("filing.attorney", fields.NOT_AN_OBJECT)),
        ("cases", REMOVED, ("filing.cases", reader.NO_CASES)),
        ("cases", [], ("filing.cases", reader.NO_CASES)),
        ("cases", {}, ("filing.cases", fields.NOT_A_LIST)),
        ("cases", [None], ("filing.cases[0]", fields.NOT_AN_OBJECT)),
        ("cases.0.county", None, ("filing.cases[0].county", fields.MISSING)),
        ("cases.0.case_number", 198765, ("filing.cases[0].case_number", fields.NOT_TEXT)),
        ("cases.0.case_number", "9" * 201, ("filing.cases[0].case_number", fields.TOO_LONG)),
        ("cases.0.waive_appearance", "no", ("filing.cases[0].waive_appearance", fields.NOT_TRUE_OR_FALSE)),
        ("cases.0.waive_appearance", 0, ("filing.cases[0].waive_appearance", fields.NOT_TRUE_OR_FALSE)),
        ("cases.0.proposed_order", "yes", ("filing.cases[0].proposed_order", fields.NOT_TRUE_OR_FALSE)),
        ("cases.0.prosecutor", "city_attorney", ("filing.cases[0].prosecutor", reader.NOT_A_PROSECUTOR)),
        ("cases.0.prosecutor", {}, ("filing.cases[0].prosecutor.name", fields.MISSING)),
        ("cases.0.server", {"address": None}, ("filing.cases[0].server.name", fields.MISSING)),
        ("cases.0.judge", "x", ("filing.cases[0]", fields.UNKNOWN_KEY)),
        ("shoe_size", 7, ("filing", fields.UNKNOWN_KEY)),
    ],
)
def test_bad_input_is_a_sentence_with_its_path(path: str, value: object, problem: tuple[str, str]) -> None:
    assert problem in problems(changed(path, value))


@pytest.mark.parametrize("data", [None, [], "filing", 7, True])
def test_a_filing_of_another_type_is_one_problem_first(data: object) -> None:
    assert problems(data)[0] == ("filing", fields.NOT_AN_OBJECT)


def test_every_problem_is_told_at_once() -> None:
    data = changed("cases.0.waive_appearance", REMOVED)
    del data["cases"][0]["county"], data["name_on_case"]
    assert len(problems(data)) == 3


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("  Maria \t\n Example ", "Maria Example"),
        ("Maria\x00 Example\x07", "Maria Example"),
        ("abc\u202egnp.exe", "abcgnp.exe"),
        ("Nguye\u0302\u0303n Thi\u0323 A\u0301nh", "Nguyễn Thị Ánh"),
        ("O\u2019Neil\u200b-Sm\u00adith", "O’Neil-Smith"),
        ("محمد", "محمد"),
    ],
)
def test_a_name_is_composed_and_freed_of_hidden_signs(typed: str, read: str) -> None:
    assert read_filing(changed("name_on_case", typed)).name_on_case == read


def test_no_sentence_repeats_what_was_typed() -> None:
    data = changed("name_on_case", "SECRET" * 100)
    data["email"] = "SECRET"
    data["SECRET"] = "SECRET"
    assert "SECRET" not in repr(problems(data))


def test_a_city_attorney_a_server_and_a_lawyer_are_read() -> None:
    address = FILING["mailing_address"]
    data = changed("cases.0.prosecutor", {"name": "Test City Attorney", "mailing_address": address})
    data["cases"][0]["server"] = {"name": "Sam Server", "address": "9 Other Street, Oakland"}
    data["attorney"] = {"name": "Jordan Sample", "bar_number": "1", "firm": None, "mailing_address": address}
    filing = read_filing(data)
    (case,) = filing.cases
    assert case.prosecutor and case.prosecutor.name == "Test City Attorney"
    assert case.server and case.server.address_lines == ("9 Other Street, Oakland",)
    assert filing.attorney and filing.attorney.mailing_address.city == "Oakland"


def test_a_servers_address_may_be_an_object_or_left_out() -> None:
    data = changed("cases.0.server", {"name": "Sam Server", "address": FILING["mailing_address"]})
    assert read_filing(data).cases[0].server.address_lines == ("1200 Test Street", "Oakland, CA 94612")  # type: ignore[union-attr]
    data["cases"][0]["server"]["address"] = None
    assert read_filing(data).cases[0].server.address_lines == ()  # type: ignore[union-attr]


def test_a_proposed_order_is_made_unless_it_is_declined() -> None:
    assert read_filing(changed("cases.0.proposed_order", REMOVED)).cases[0].proposed_order
    assert not read_filing(changed("cases.0.proposed_order", False)).cases[0].proposed_order
