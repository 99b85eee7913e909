"""The courthouse as a person writes it: the research file has a code of four letters before the place, in capitals."""

from __future__ import annotations

import re
from functools import cache

from petitions.courts.sheet_courts import sheet_courts

_CODED = re.compile(r"(CASC|CAMC|CAJC|CAJV) ?(\S.*)", re.DOTALL)
_KINDS = {
    "CASC": "{place}",
    "CAMC": "{place}, formerly the Municipal Court",
    "CAJC": "{place}, formerly the Justice Court",
    "CAJV": "{place}, Juvenile Court",
}
"""Superior, municipal, justice and juvenile court; since 2001 the superior court has the files of the second and third."""
_SMALL_WITHIN = re.compile(r"(?<=\s)(Of|And|De|Del)\b")


def courthouse_of(stated: str) -> str | None:
    """Return the courthouse for a paper: ``CASCLOS ANGELES`` is Los Angeles. Other words stay as they are; None for none."""
    stated = " ".join(stated.split())
    found = _CODED.fullmatch(stated)
    if not found:
        return stated or None
    kind, place = found[1], found[2].removesuffix(" CO")
    if place.removeprefix("MC").strip() in _places() and place.startswith("MC"):
        kind, place = "CAMC", place.removeprefix("MC").strip()
    return _KINDS[kind].format(place=_as_written(place))


@cache
def _places() -> frozenset[str]:
    """Return the places that sheets name after one of the codes, none of which begins with the MC of a municipal court."""
    named = (one.code[4:].strip().removesuffix(" CO") for one in sheet_courts())
    return frozenset(one for one in named if one and not one.startswith("MC"))


def _as_written(place: str) -> str:
    """Return a place in capitals as it is written, with the small words within it small."""
    return _SMALL_WITHIN.sub(lambda word: word[0].lower(), place.title())
