"""Makes the papers of one matter as they leave the printer: by the quick lane, or the full one where that is needed."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass
from datetime import date

from petitions.clinic.papers import packets_for
from petitions.clinic.printing.checklist import CHECKS
from petitions.clinic.printing.plan import GUIDE, RECIPIENTS, Copy, Kind, Options, copies_of
from petitions.documents.build import BuiltPacket
from petitions.documents.bulk.content import NoSkeleton
from petitions.documents.bulk.lane import BulkLane
from petitions.documents.bulk.letters import NeedsFullRender
from petitions.documents.bulk.stack import Sheet, stack
from petitions.documents.clinic_sheets import Separator, StackCase, StackLine, separator_page
from petitions.documents.packet import Packets
from petitions.documents.render import render
from petitions.documents.worker import print_in_fork
from petitions.interview.answers import Answers, shown_name
from petitions.interview.paper_list import case_title, paper_name
from petitions.records.matters.models import Matter

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_WORD = re.compile(r"[^A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Made:
    """The papers of one matter: one PDF file, or for folders a ZIP file of several; and how many pages."""

    content: bytes
    pages: int


def make(
    matter: Matter, answers: Answers, *, options: Options, language: str, on: date, lane: BulkLane
) -> Made:
    """Make the papers of a matter; raise FilingProblems or NotPrinted where that cannot be."""
    packets = packets_for(matter, answers, on=on)
    built, copies = _built(packets, lane), copies_of(packets, options)
    if options.kind == Kind.FOLDERS:
        return _folders(matter, packets, built, copies, both_sides=options.both_sides)
    sheets = [_sheet(built, copy, packets) for copy in copies]
    if options.separators:
        page = separator_page(_separator(matter, answers, packets, copies), language=language)
        sheets = [Sheet(page.title, render(page)), *sheets]
    stacked = stack(sheets, both_sides=options.both_sides)
    return Made(stacked.content, stacked.pages)


def _built(packets: Packets, lane: BulkLane) -> BuiltPacket:
    try:
        return lane.print(packets)
    except (NeedsFullRender, NoSkeleton):
        return print_in_fork(packets)


def _sheet(built: BuiltPacket, copy: Copy, packets: Packets) -> Sheet:
    file = built.file(copy.path)
    assert file is not None
    return Sheet(f"{case_title(packets.cases[copy.case - 1])}: {paper_name(copy.document)}", file.content)


def _folders(
    matter: Matter, packets: Packets, built: BuiltPacket, copies: tuple[Copy, ...], *, both_sides: bool
) -> Made:
    """Make one PDF file for each case, in the folder of its county; its name tells the file number alone."""
    stream, pages = io.BytesIO(), 0
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for number, case in enumerate(packets.cases, start=1):
            sheets = [_sheet(built, copy, packets) for copy in copies if copy.case == number]
            if not sheets:
                continue
            stacked = stack(sheets, both_sides=both_sides)
            name = f"{_WORD.sub('-', case.county) or 'County'}/file-{matter.number}-case-{number}.pdf"
            archive.writestr(zipfile.ZipInfo(name, _ZIP_TIME), stacked.content)
            pages += stacked.pages
    return Made(stream.getvalue(), pages)


def _separator(matter: Matter, answers: Answers, packets: Packets, copies: tuple[Copy, ...]) -> Separator:
    return Separator(
        number=matter.number,
        name=shown_name(answers),
        office=matter.organization.name,
        cases=tuple(
            StackCase(case_title(case), _lines([copy for copy in copies if copy.case == number]))
            for number, case in enumerate(packets.cases, start=1)
        ),
        checks=tuple(str(check) for check in CHECKS.values()),
    )


def _lines(copies: list[Copy]) -> tuple[StackLine, ...]:
    counted = Counter((copy.document, copy.recipient) for copy in copies)
    ordered = sorted(counted.items(), key=lambda one: one[0][0] != GUIDE)
    return tuple(
        StackLine(paper_name(document), count, str(RECIPIENTS[recipient]))
        for (document, recipient), count in ordered
    )
