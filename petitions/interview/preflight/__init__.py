"""Pre-flight: looks a packet over for the reasons for which clerks and prosecutors send papers back."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.documents.filing import FilingProblems
from petitions.documents.packet import Packets
from petitions.interview.answers import Answers
from petitions.interview.preflight.case_checks import case_findings
from petitions.interview.preflight.findings import Finding, State, case_place
from petitions.interview.preflight.person_checks import person_findings
from petitions.interview.preflight.record_checks import record_findings
from petitions.interview.wording.preflight import words_of
from petitions.law.facts import Record

__all__ = ["Finding", "State", "held_back", "preflight"]

_BY_HAND = ("COPIES", "ENVELOPE")


def preflight(answers: Answers, packets: Packets, *, record: Record) -> tuple[Finding, ...]:
    """Return a finding for each reason, in the order in which a person reads them.

    ``answers`` say what was left open, ``packets`` what the papers will print.
    """
    return tuple(_findings(answers, packets, record))


def held_back(findings: tuple[Finding, ...]) -> FilingProblems | None:
    """Return why no papers may be made, as a problem of the filing; None where they may."""
    stops = [one for one in findings if one.state is State.STOP]
    return FilingProblems(*(("filing", str(words_of(one.code).text)) for one in stops)) if stops else None


def _findings(answers: Answers, packets: Packets, record: Record) -> Iterator[Finding]:
    if not packets.cases:
        yield Finding("NO_PAPERS", State.STOP)
        return
    filer = packets.cases[0].sheet.filer
    for case in packets.cases:
        yield from case_findings(case, place=case_place(answers, case), answers=answers)
    yield from record_findings(answers, packets, record=record)
    yield from person_findings(filer)
    yield Finding("SIGN_LAWYER" if filer.attorney else "SIGN", State.HAND)
    yield from (Finding(code, State.HAND) for code in _BY_HAND)
