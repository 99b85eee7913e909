"""Samples show what matters of a record of which little is known, so that no whole search is spent on it."""

from __future__ import annotations

import pytest

from petitions.exchange.reading import read_record
from petitions.law.needs import unknown_facts
from petitions.law.needs.bounds import can_matter
from petitions.law.needs.samples import shown_by_samples
from petitions.law.needs.tried import Open
from tests.law.records import ON

NEVER = {
    None: set[str](),
    "11357": set[str](),
    "11358": {"conviction_date"},
    "11359": {"conviction_date"},
    "11360": {"conviction_date"},
}
"""By section: what samples do not show, because it changes an answer beside rare others at most."""


@pytest.mark.parametrize("section", NEVER)
def test_samples_show_every_fact_that_matters(section: str | None) -> None:
    named = {"code": "HS", "section": section, "prefix": "none"} if section else {}
    record = read_record({"petitioner": {}, "convictions": [{"id": "c1", **named}]}, on=ON)
    (one,) = record.convictions
    opened = Open(unknown_facts(record, one), only_consistent=False)
    mattering = frozenset(fact for fact in opened.facts if can_matter(fact, record, one, opened))

    shown = shown_by_samples(record, one, opened._replace(facts=mattering), mattering, on=ON)

    assert mattering - shown == NEVER[section]
