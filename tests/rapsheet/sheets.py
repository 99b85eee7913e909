"""Makes small sheets of an invented person for the tests."""

from __future__ import annotations

from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.pages import pages_of
from petitions.rapsheet.sheet import Count, Event, Sheet

HEAD = "CII/A99000099\nDOB/19700315 SEX/F RAC/WHITE\nNAM/01 SAMPLE,PAT\n"
END = "* * * END OF MESSAGE * * *\n"


def sheet_of(*cycles: str) -> Sheet:
    """Read a sheet of these cycles."""
    return read_sheet(pages_of(HEAD + "".join(f"* * * *\n{cycle}\n" for cycle in cycles) + END))


def court(count: str, *, on: str = "20040102", agency: str = "CASC SAN FRANCISCO") -> str:
    """Return the text of a court event with these lines behind its agency."""
    return f"COURT: NAM:01\n{on}  {agency}\n{count}"


def event_of(text: str) -> Event:
    """Read the first event of a cycle."""
    return sheet_of(text).cycles[0].events[0]


def count_of(lines: str) -> Count:
    """Read the lines of one count in a court event."""
    return event_of(court(f"CNT:01 #12345\n{lines}")).counts[0]
