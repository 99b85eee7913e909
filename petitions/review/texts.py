"""Reads each distinct offense text once and lays out what it says as columns beside the text."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, get_type_hints

import polars as pl

from petitions.review.code_sections import SECTIONS, read_code_section
from petitions.review.offense_lists import GANG_FINDING, GANG_OFFENSES, RELATED, SEX_OFFENSES, SUPERSTRIKES


class Reading(NamedTuple):
    """What one text says; ``peer_`` is what the peer makes of it."""

    text: str
    shown: str
    letter: str
    prefix: str
    several_sections: bool
    starts_ab: bool
    section: str
    in_11357: bool
    in_11358: bool
    in_11359: bool
    in_11360: bool
    alike: str
    strike: bool
    sex: bool
    gang_finding: bool
    gang_offense: bool
    related: bool
    peer_section: str
    peer_in_11357: bool
    peer_in_11358: bool
    peer_in_11359: bool
    peer_in_11360: bool
    peer_alike: str
    peer_strike: bool
    peer_sex: bool
    peer_gang_finding: bool
    peer_gang_offense: bool
    peer_related: bool


TWINS = tuple(name.removeprefix("peer_") for name in Reading._fields if name.startswith("peer_"))
"""Columns that the peer may read otherwise."""
_SCHEMA = {name: pl.Boolean if kind is bool else pl.String for name, kind in get_type_hints(Reading).items()}


def readings_of(texts: pl.Series) -> pl.DataFrame:
    """Return a line for each distinct text."""
    return pl.DataFrame([read_text(text) for text in texts.unique()], schema=_SCHEMA, orient="row")


@lru_cache(maxsize=1 << 17)
def read_text(text: str) -> Reading:
    """Read one text."""
    read = read_code_section(text)
    shown = read.shown
    loose = read.loose[0] if read.loose else ""
    return Reading(
        text,
        shown,
        read.letter,
        read.prefix,
        len(set(read.sections)) > 1,
        shown.startswith(("11357(A)", "11357(B)")),
        read.section,
        *_among(read.sections),
        read.section,
        SUPERSTRIKES.holds(shown),
        SEX_OFFENSES.holds(shown),
        GANG_FINDING.holds(shown),
        GANG_OFFENSES.holds(shown),
        RELATED.holds(shown),
        loose,
        *_among(read.loose),
        shown[:5] if loose else "",
        SUPERSTRIKES.peer_finds(shown),
        SEX_OFFENSES.peer_finds(shown),
        GANG_FINDING.peer_finds(shown),
        GANG_OFFENSES.peer_finds(shown),
        RELATED.peer_finds(shown),
    )


def _among(found: tuple[str, ...]) -> tuple[bool, bool, bool, bool]:
    possession, growing, for_sale, selling = (one in found for one in SECTIONS)
    return possession, growing, for_sale, selling
