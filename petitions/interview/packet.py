"""Makes a person's court papers from their answers, and lists what there is."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from datetime import date

from petitions.courts.directory import load_directory
from petitions.documents.build import BuiltPacket
from petitions.documents.files import ALL
from petitions.documents.filing import Filing, FilingProblems
from petitions.documents.lately import printed_lately
from petitions.documents.packet import Packets, assemble
from petitions.exchange.filing import read_filing
from petitions.interview.answers import Answers
from petitions.interview.filed_cases import FiledCase, filed_cases, filing_json, is_complete
from petitions.interview.petition_choice import form_for_papers
from petitions.interview.preflight import held_back, preflight
from petitions.interview.screening import determinations_of, record_of

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""One time for every file, so that the same answers give the same ZIP."""


class NotReady(Exception):
    """An answer that the papers need is missing, or cannot be printed."""


@dataclass(frozen=True, slots=True)
class _Ready:
    cases: tuple[FiledCase, ...]
    filing: Filing


def packets_of(answers: Answers, *, on: date, language: str) -> Packets:
    """Return the papers with their contents, not yet printed; raise FilingProblems where they would come back."""
    packets = assembled(answers, on=on, language=language)
    problems = held_back(preflight(answers, packets, record=record_of(answers)))
    if problems:
        raise problems
    return packets


def assembled(answers: Answers, *, on: date, language: str) -> Packets:
    """Return the papers as they stand, on the court's own form where that was chosen."""
    ready = _ready(answers, on=on)
    return assemble(
        record_of(answers),
        determinations=determinations_of(answers, on=on),
        filing=ready.filing,
        directory=load_directory(),
        on=on,
        language=language,
        official=form_for_papers(answers),
    )


def built_packet(answers: Answers, *, on: date, language: str) -> BuiltPacket:
    """Return the papers printed; those of the same answers are printed once in a few minutes."""
    return printed_lately(packets_of(answers, on=on, language=language))


def everything(packet: BuiltPacket) -> bytes | None:
    """Return the papers of all cases as one PDF."""
    found = packet.file(ALL)
    return found.content if found else None


def zipped(packet: BuiltPacket) -> bytes:
    """Return each paper in a ZIP, in folders by case."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in packet.files:
            archive.writestr(zipfile.ZipInfo(f"clearrecord-papers/{file.path}", _ZIP_TIME), file.content)
    return stream.getvalue()


def _ready(answers: Answers, *, on: date) -> _Ready:
    cases = filed_cases(answers, determinations_of(answers, on=on))
    if not is_complete(answers, cases):
        raise NotReady
    try:
        return _Ready(cases, read_filing(filing_json(answers, cases)))
    except FilingProblems:
        raise NotReady from None
