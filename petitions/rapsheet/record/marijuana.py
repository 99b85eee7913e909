"""Tells which marijuana offense a count names, in the record's words: code, section, letter and prefix."""

from __future__ import annotations

import re
from typing import NamedTuple

from petitions.law.sections import LISTED, PENAL_CODE_PREFIXES, PLEADABLE, PREDECESSORS
from petitions.law.terms import Prefix
from petitions.rapsheet.meaning.plea_bargain import Surroundings
from petitions.rapsheet.meaning.sections import bare_number
from petitions.rapsheet.record.facts import Hint
from petitions.rapsheet.sheet import Charge, Count

_ARTICLE = re.compile(r"1136[12](\.\d+)?")
"""The rest of the article on marijuana: no relief under these, and the answer says so."""
_LETTER = re.compile(r"\(([a-z])\)")
_WORDS = re.compile(r"MARIJUANA|MARIHUANA|CANNABIS|HASHISH")


class Named(NamedTuple):
    """The offense that a count names. None: not known."""

    code: str | None
    section: str | None
    subdivision: str | None
    prefix: Prefix
    hints: tuple[Hint, ...] = ()


def named_offense(count: Count, *, among: Surroundings) -> Named | None:
    """Return the offense where it is one to ask about; None for every other."""
    if count.charge is None:
        return Named(None, None, None, Prefix.NONE) if _speaks_of_marijuana(count) else None
    charge = count.charge.value
    return (
        _marijuana(charge, prefix=_prefix(charge, count=count))
        or _stand_in(charge, among=among)
        or _federal(charge, count=count)
    )


def _marijuana(charge: Charge, *, prefix: Prefix) -> Named | None:
    """A charge of several marijuana sections names none of them for sure."""
    parts = _numbered(charge)
    mine = [part for part in parts if _is_marijuana(part)]
    numbers = {bare_number(part) for part in mine}
    if not mine or charge.code not in ("HS", "PC"):
        return None
    foreign = [part for part in parts if part not in mine and bare_number(part) not in PENAL_CODE_PREFIXES]
    hints = (Hint.SEVERAL_SECTIONS,) if foreign or len(numbers) > 1 else ()
    sure = charge.code == "HS" or prefix is not Prefix.NONE
    return Named(
        code="HS" if sure else None,
        section=numbers.pop() if len(numbers) == 1 else None,
        subdivision=_letter(mine),
        prefix=prefix,
        hints=hints if sure else (*hints, Hint.CODE_DOUBTFUL),
    )


def _stand_in(charge: Charge, *, among: Surroundings) -> Named | None:
    """Other drug offenses, accessory and conspiracy: only where a marijuana charge stands in the same cycle."""
    number = bare_number(charge.section)
    prefix = PENAL_CODE_PREFIXES.get(number, Prefix.NONE) if charge.code == "PC" else Prefix.NONE
    stands_in = (charge.code == "HS" and number in PLEADABLE) or prefix is not Prefix.NONE
    if not stands_in or not among.has_prop_64:
        return None
    return Named(charge.code, number, _letter([charge.section]), prefix)


def _federal(charge: Charge, *, count: Count) -> Named | None:
    """The words of a federal charge tell the drug; its section does not."""
    if charge.code != "US" or not _speaks_of_marijuana(count):
        return None
    return Named(charge.code, charge.section, None, Prefix.NONE)


def _prefix(charge: Charge, *, count: Count) -> Prefix:
    for part in charge.sections:
        if bare_number(part) in PENAL_CODE_PREFIXES:
            return PENAL_CODE_PREFIXES[bare_number(part)]
    if charge.attempted:
        return Prefix.ATTEMPT
    words = " ".join(count.flags)
    return (
        Prefix.CONSPIRACY if "CONSPIR" in words else Prefix.ACCESSORY if "ACCESSORY" in words else Prefix.NONE
    )


def _numbered(charge: Charge) -> list[str]:
    """Return the parts; one of brackets alone ("(b)" of 11357(a)-(b)) goes on with the number before it."""
    parts: list[str] = []
    for part in charge.sections or (charge.section,):
        parts.append(bare_number(parts[-1]) + part if part.startswith("(") and parts else part)
    return parts


def _is_marijuana(part: str) -> bool:
    number = bare_number(part)
    return number in (*LISTED, *PREDECESSORS) or bool(_ARTICLE.fullmatch(number))


def _letter(parts: list[str]) -> str | None:
    """Return the letter on which all parts agree."""
    letters = {found[1] if found else None for found in map(_LETTER.search, parts)}
    return letters.pop() if len(letters) == 1 else None


def _speaks_of_marijuana(count: Count) -> bool:
    return any(_WORDS.search(line.raw.upper()) for line in count.lines)
