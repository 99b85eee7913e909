"""Puts the few lines that a test is about into a whole sheet, and reads it."""

from __future__ import annotations

from datetime import date
from typing import Any

from petitions.exchange.reading import read_record
from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.pages import pages_of
from petitions.rapsheet.record.facts import Facts
from petitions.rapsheet.sheet import Sheet
from petitions.rapsheet.to_facts import to_facts

ON = date(2026, 11, 24)
HEAD = "CII/A99000099\nDOB/19700601 SEX/M RAC/WHITE\nNAM/01 SAMPLE,ALEX"
END = "* * * END OF MESSAGE * * *\n"
ARREST = "ARR/DET/CITE: NAM:01\n20031220 CAPD OAKLAND\nCNT:01\n  11358 HS-CULTIVATE MARIJUANA"
COURT = "COURT: NAM:01\n20040102 CASC ALAMEDA CO"
COUNT = "CNT:01 #C123\n  {}\n*DISPO:CONVICTED\n   CONV STATUS:FELONY"
CHARGE = "11358 HS-CULTIVATE MARIJUANA"


def text_of(*cycles: str, head: str = HEAD) -> str:
    return "\n".join([head, *(f"* * * *\n{cycle}" for cycle in cycles), END])


def sheet_of(*cycles: str, head: str = HEAD) -> Sheet:
    return read_sheet(pages_of(text_of(*cycles, head=head)))


def court(charge: str = CHARGE, *updates: str, at: str = COURT) -> str:
    """Print a court event with one conviction and what came later."""
    return "\n".join([at, COUNT.format(charge), *updates])


def facts_of(*cycles: str, head: str = HEAD) -> Facts:
    """Read a sheet and its facts; the contract's reader must take the record."""
    facts = to_facts(sheet_of(*cycles, head=head), on=ON)
    if facts.record is not None:
        read_record(facts.record, on=ON)
    return facts


def conviction_of(*cycles: str, head: str = HEAD) -> dict[str, Any]:
    """Return the only conviction of a sheet."""
    record = facts_of(*cycles, head=head).record
    assert record is not None
    (only,) = record["convictions"]
    found: dict[str, Any] = only
    return found


def hints_of(*cycles: str, head: str = HEAD) -> set[str]:
    """Return the hints of the only conviction."""
    (only,) = facts_of(*cycles, head=head).convictions
    return {hint.value for hint in only.hints}
