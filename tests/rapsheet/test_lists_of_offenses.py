"""The lists of the law: super strikes (Pen. Code, § 667(e)(2)(C)(iv)) and offenses of § 290(c)."""

from __future__ import annotations

import re

import pytest

from petitions.rapsheet.meaning.listed import Listed
from petitions.rapsheet.meaning.sex_offenses import SEX_OFFENSES, sex_offense
from petitions.rapsheet.meaning.super_strikes import SUPER_STRIKES, super_strike
from tests.rapsheet import made

SECTION = re.compile(r"(PC|MV) \d+(\.\d+)?[a-z]{0,2}(\([0-9a-z]+\))*")
CLAUSE = re.compile(r"Pen\. Code, § 667, subd\. \(e\)\(2\)\(C\)\(iv\)\((I|II|III|IV|V|VI|VII|VIII)\)")


@pytest.mark.parametrize("entry", [*SUPER_STRIKES, *SEX_OFFENSES], ids=lambda entry: entry.code_section)
def test_a_section_is_written_as_the_reader_normalises_it(entry: Listed) -> None:
    assert SECTION.fullmatch(entry.code_section)
    assert entry.condition is None or entry.condition


@pytest.mark.parametrize("entry", SUPER_STRIKES, ids=lambda entry: entry.code_section)
def test_a_super_strike_is_found_with_its_clause(entry: Listed) -> None:
    assert super_strike(made.charge(entry.code_section)) == entry
    assert super_strike(made.charge(f"{entry.code_section}(z)")) is not None
    assert CLAUSE.fullmatch(entry.citation)


@pytest.mark.parametrize("entry", SEX_OFFENSES, ids=lambda entry: entry.code_section)
def test_a_sex_offense_is_found_attempted_too(entry: Listed) -> None:
    assert sex_offense(made.charge(entry.code_section)) == entry
    assert sex_offense(made.charge(entry.code_section, attempted=True)) == entry


@pytest.mark.parametrize(
    ("section", "certain"),
    [
        ("PC 187", True), ("PC 187(a)", True), ("PC 189", True), ("PC 191.5(a)", True), ("PC 192", None), ("PC 186.22", None),
        ("PC 261(a)(2)", True), ("PC 261(a)(6)", True), ("PC 261(a)(4)", False), ("PC 264.1(a)", True), ("PC 269(a)(1)", True),
        ("PC 286(c)(1)", True), ("PC 286(b)(1)", False), ("PC 288(a)", True), ("PC 288(b)(1)", True), ("PC 288(c)(1)", False),
        ("PC 288", False), ("PC 288.5(a)", True), ("PC 289(a)(1)", True), ("PC 289(e)", False), ("PC 207(a)", False),
        ("PC 220(a)", False), ("PC 209(b)(1)", True), ("PC 653f(b)", True), ("PC 653f(a)", False), ("PC 245(d)(3)", True),
        ("PC 245(d)(1)", False), ("PC 245(a)(1)", None), ("PC 11418(a)(1)", True), ("PC 11418(b)(2)", False), ("PC 205", True),
        ("PC 206", True), ("PC 217.1(b)", True), ("PC 217.1(a)", False), ("PC 215(a)", False), ("PC 451.5(a)", True),
        ("PC 451(a)", None), ("PC 211", None), ("PC 4500", True), ("PC 12308", True), ("PC 18745", True), ("PC 2187", None),
        ("HS 11359", None), ("MV 1670", False),
    ],
)  # fmt: skip
def test_a_section_is_enough_or_has_a_condition_or_is_not_on_the_list(
    section: str, certain: bool | None
) -> None:
    """Spec § 1.3: clauses (I) to (VIII)."""
    found = super_strike(made.charge(section))
    assert (found and found.is_certain) is certain


@pytest.mark.parametrize(
    ("section", "attempt_counts"),
    [("PC 187(a)", True), ("PC 191.5(a)", True), ("PC 269", False), ("PC 206", False)],
)
def test_only_homicide_is_a_super_strike_as_an_attempt(section: str, attempt_counts: bool) -> None:
    assert (super_strike(made.charge(section, attempted=True)) is not None) is attempt_counts


@pytest.mark.parametrize(
    ("section", "certain"),
    [
        ("PC 243.4(a)", True), ("PC 261(a)(4)", True), ("PC 261.5(c)", None), ("PC 262(a)(1)", False), ("PC 264.1", True),
        ("PC 266", True), ("PC 266c", True), ("PC 266h(b)", True), ("PC 266h(a)", False), ("PC 285", True),
        ("PC 286(b)(1)", False), ("PC 286(c)(2)", True), ("PC 287(b)(2)", False), ("PC 289(h)", False), ("PC 289(a)(1)", True),
        ("PC 288(a)", True), ("PC 288.2(a)", False), ("PC 288.7(a)", True), ("PC 311.2(a)", False), ("PC 311.2(b)", True),
        ("PC 311.11(a)", True), ("PC 314(1)", True), ("PC 314.1", True), ("PC 314", False), ("PC 647.6(a)", True),
        ("PC 647(l)(2)", False), ("PC 647(b)", None), ("PC 653f(c)", True), ("PC 653f(b)", False), ("PC 187(a)", False),
        ("PC 207(a)", False), ("PC 209(a)", False), ("PC 220(a)", False), ("PC 236.1(b)", True), ("PC 236.1(a)", False),
        ("PC 272", False), ("PC 290", None), ("PC 211", None),
    ],
)  # fmt: skip
def test_an_offense_of_section_290_is_enough_or_has_a_condition(section: str, certain: bool | None) -> None:
    found = sex_offense(made.charge(section))
    assert (found and found.is_certain) is certain


def test_of_several_sections_one_that_is_enough_counts_first() -> None:
    found = super_strike(made.charge("PC 207-206"))
    assert found is not None and found.code_section == "PC 206"
    assert super_strike(None) is None
