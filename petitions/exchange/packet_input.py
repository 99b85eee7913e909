"""Reads what a packet is made from: one record with its filing facts, and the problems of both at once."""

from __future__ import annotations

from petitions.documents.filing import Filing, FilingProblems
from petitions.exchange.filing import read_filing
from petitions.exchange.reading import BadInput, read_record
from petitions.law.facts import Record


def _(text: str) -> str:
    return text


FILE = "FILE"
NOT_A_RECORD = _("Give one record, a JSON object with convictions and filing.")
NO_FILING = _("This is missing. Say who files and in which cases.")


def read_packet_input(data: object) -> tuple[Record, Filing]:
    """Read both parts; raise FilingProblems with the problems of both."""
    if not isinstance(data, dict):
        raise FilingProblems((FILE, NOT_A_RECORD))
    if "filing" not in data:
        raise FilingProblems(("filing", NO_FILING))
    problems: list[tuple[str, str]] = []
    record = filing = None
    try:
        record = read_record(data)
    except BadInput as bad:
        problems.extend(bad.problems)
    try:
        filing = read_filing(data["filing"])
    except FilingProblems as bad:
        problems.extend(bad.problems)
    if record is None or filing is None:
        raise FilingProblems(*dict.fromkeys(problems))
    return record, filing
