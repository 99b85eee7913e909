"""Every kind of paper the site makes, printed once: each track, both languages, alone, merged, plain and hard."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Any

import pytest

from petitions.documents.build import BuiltPacket, print_packets
from petitions.documents.packet import Packets
from petitions.law.terms import Track
from tests.documents.samples import (
    ATTORNEY,
    a_conviction,
    a_determination,
    a_filing,
    a_filing_case,
    on_track,
    packets,
)

TRACKS = (Track.APPLICATION_E, Track.PETITION_A, Track.JUVENILE_M)
LANGUAGES = ("en", "es")
COURT_PAPERS = ("petition", "proof-of-service", "proposed-order")
PAPERS = ("cover-sheet", *COURT_PAPERS)


def many_counts(amount: int, **changes: Any) -> Packets:
    """Assemble one case of many counts."""
    names = [f"c{number}" for number in range(1, amount + 1)]
    return packets(
        tuple(a_conviction(name) for name in names), tuple(a_determination(name) for name in names), **changes
    )


def two_cases(language: str = "en") -> Packets:
    """Assemble the papers of one person in two counties."""
    return packets(
        convictions=(a_conviction("c1"), a_conviction("c2", county="Alameda", case_number="H2")),
        determinations=(a_determination("c1"), a_determination("c2")),
        filing=a_filing(a_filing_case(), a_filing_case(county="Alameda", case_number="H2")),
        language=language,
    )


def with_blanks(language: str = "en") -> Packets:
    """Assemble papers of which little is known, so that most of what may be blank is blank."""
    conviction = a_conviction(
        county="Alpine", case_number=None, section=None, offense_date=None, conviction_date=None, level=None
    )
    case = a_filing_case(county="Alpine", case_number=None)
    filing = a_filing(case, mailing_address=None, phone=None, email=None)
    return packets((conviction,), filing=filing, language=language)


def by_a_lawyer() -> Packets:
    """Assemble papers that a lawyer files for a person of many names."""
    names = tuple(f"Other Name Number {number}" for number in range(1, 21))
    return many_counts(30, filing=a_filing(attorney=ATTORNEY, name_now="Maria Now", other_names=names))


_MADE: dict[str, Callable[[], Packets]] = {
    **{
        f"{track.value}-{language}": partial(on_track, track, language=language)
        for track in TRACKS
        for language in LANGUAGES
    },
    **{f"two-cases-{language}": partial(two_cases, language) for language in LANGUAGES},
    **{f"blanks-{language}": partial(with_blanks, language) for language in LANGUAGES},
    "lawyer-en": by_a_lawyer,
}
_QUICK = ("PETITION_A-en", "JUVENILE_M-es", "two-cases-es", "blanks-es", "lawyer-en")
PACKETS = [pytest.param(name, marks=() if name in _QUICK else pytest.mark.long) for name in _MADE]


@cache
def built(name: str) -> BuiltPacket:
    """Return a packet by its name, laid out once."""
    return print_packets(_MADE[name]())


def merged(name: str) -> bytes:
    """Return the one file that holds all papers of a packet."""
    return built(name).files[-1].content


def every_file() -> dict[str, bytes]:
    """Return every printed file by a name that says what it is."""
    return {f"{name}/{file.path}": file.content for name in _MADE for file in built(name).files}
