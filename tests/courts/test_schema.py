"""What each fact may say: the data files keep to it, and so does what staff type."""

from __future__ import annotations

import pytest

from petitions.courts import schema
from petitions.courts.schema import field_of, fields_of, problem_of, problem_of_source, tidy
from petitions.courts.tables import Table, columns, shipped_tables


def test_every_row_of_the_package_keeps_to_it() -> None:
    wrong = [
        (table.value, row["county"], field.name, problem)
        for table in Table
        for row in shipped_tables()[table]
        for field in fields_of(table)
        if (problem := problem_of(field, row[field.name]))
    ]
    assert wrong == []


def test_every_field_is_a_column() -> None:
    for table in Table:
        assert {field.name for field in fields_of(table)} <= {*columns(table)}
    assert field_of(Table.COUNTIES, "fips") is None


@pytest.mark.parametrize(
    ("name", "typed", "kept"),
    [
        ("phone", "510-555-0100", "(510) 555-0100"),
        ("phone", " 1 (510) 555 0100 ", "(510) 555-0100"),
        ("phone", "+1.510.555.0100", "(510) 555-0100"),
        ("phone", "555-0100", "555-0100"),
        ("street", "  100   Sample\tStreet ", "100 Sample Street"),
        ("criminal_filing_confirmed", "YES", "yes"),
        ("confidence", "High", "high"),
    ],
)
def test_what_is_typed_is_kept_as_the_files_write_it(name: str, typed: str, kept: str) -> None:
    field = field_of(Table.COURTHOUSES, name)
    assert field is not None and tidy(field, typed) == kept


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("street", "", schema.MISSING),
        ("street", "x" * 201, schema.TOO_LONG),
        ("street", "100 Sample \u2028Street", schema.NOT_PLAIN),
        ("street", "\u6cd5\u9662 1", schema.NOT_PLAIN),
        ("street", "=1+1", schema.NOT_A_BEGINNING),
        ("street", "@SUM(A1)", schema.NOT_A_BEGINNING),
        ("street", "Calle Ñuñoa 5", ""),
        ("zip", "9461", schema.NOT_A_ZIP),
        ("zip", "10001", schema.NOT_A_ZIP),
        ("zip", "٩٤٦١٢", schema.NOT_A_ZIP),
        ("phone", "", ""),
        ("phone", "call us", schema.NOT_A_PHONE),
        ("website", "javascript:alert(1)", schema.NOT_A_WEBSITE),
        ("website", "https://court", schema.NOT_A_WEBSITE),
        ("website", "https://a.org/" + "x" * 200, schema.TOO_LONG),
        ("criminal_filing_confirmed", "", schema.MISSING),
        ("criminal_filing_confirmed", "maybe", schema.NOT_YES_OR_NO),
        ("confidence", "sure", schema.NOT_A_LEVEL),
    ],
)
def test_what_cannot_stand_in_the_files_is_refused_in_one_sentence(
    name: str, value: str, problem: str
) -> None:
    field = field_of(Table.COURTHOUSES, name)
    assert field is not None and problem_of(field, value) == problem


def test_a_source_is_named_and_can_be_read() -> None:
    assert problem_of_source("") == schema.NO_SOURCE
    assert problem_of_source("x" * 301) == schema.LONG_SOURCE
    assert problem_of_source("-cmd") == schema.NOT_A_BEGINNING
    assert problem_of_source("The clerk, by phone") == ""
