"""What lies in which order in the stack of one matter: the separator, the guide, and each paper for each who gets one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy as _

from petitions.documents.packet import Packets
from petitions.interview.wording.outcomes import Text

MOST_COPIES = 3


class Recipient(StrEnum):
    """For whom a copy is."""

    COURT = "court"
    PROSECUTOR = "prosecutor"
    PETITIONER = "petitioner"


RECIPIENTS: Mapping[Recipient, Text] = {
    Recipient.COURT: _("For the court"),
    Recipient.PROSECUTOR: _("For the prosecutor"),
    Recipient.PETITIONER: _("For the person"),
}
GETS: Mapping[Recipient, tuple[str, ...]] = {
    Recipient.COURT: ("petition", "proof-of-service", "proposed-order"),
    Recipient.PROSECUTOR: ("petition",),
    Recipient.PETITIONER: ("petition", "proof-of-service"),
}
"""The rule: who gets which paper of a case. The guide is the person's own and is printed once."""
GUIDE = "cover-sheet"


class Order(StrEnum):
    """In which order people are called."""

    NUMBER = "number"
    NAME = "name"
    COUNTY = "county"


class Kind(StrEnum):
    """What comes out."""

    STACK = "stack"
    """One PDF file for the printer."""
    FOLDERS = "folders"
    """A ZIP file with a folder for each county."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to print; kept with the job as JSON."""

    kind: str = Kind.STACK
    order: str = Order.NUMBER
    separators: bool = True
    both_sides: bool = True
    court: int = 1
    prosecutor: int = 1
    petitioner: int = 1

    def copies(self, recipient: Recipient) -> int:
        """Return how many copies a recipient gets."""
        return int(getattr(self, recipient.value))

    def as_json(self) -> dict[str, Any]:
        """Return them as they are kept."""
        return asdict(self)


def options_of(kept: Mapping[str, Any]) -> Options:
    """Read options as they are kept."""
    return Options(**kept)


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of one paper: the number of its case (from 1), which paper, and for whom."""

    case: int
    document: str
    recipient: Recipient

    @property
    def path(self) -> str:
        """Return the path of its file within the packet."""
        return f"case-{self.case}/{self.document}.pdf"


def copies_of(packets: Packets, options: Options) -> tuple[Copy, ...]:
    """Return every copy of a matter's papers in its order: case by case, the guide first, then recipient by recipient."""
    return tuple(_copies(packets, options))


def _copies(packets: Packets, options: Options) -> Iterator[Copy]:
    for number, case in enumerate(packets.cases, start=1):
        there = [paper.document for paper in case.papers]
        if options.petitioner:
            yield Copy(number, GUIDE, Recipient.PETITIONER)
        for recipient in Recipient:
            for _copy in range(options.copies(recipient)):
                yield from _of(number, recipient, there)


def _of(number: int, recipient: Recipient, there: Sequence[str]) -> Iterator[Copy]:
    return (Copy(number, document, recipient) for document in GETS[recipient] if document in there)
