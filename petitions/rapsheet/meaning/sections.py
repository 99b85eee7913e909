"""Tells whether a charge falls under a section: whole, by subdivision, or by one part of several."""

from __future__ import annotations

from collections.abc import Iterable

from petitions.rapsheet.sheet import Charge


def is_under(charge: Charge | None, code_section: str) -> bool:
    """Say whether a part of the charge is the section or a subdivision of it ("PC 290(a)" is under "PC 290")."""
    code, section = _split(code_section)
    return (
        charge is not None and charge.code == code and any(_under(part, section) for part in _parts(charge))
    )


def is_under_any(charge: Charge | None, code_sections: Iterable[str]) -> bool:
    """Say whether the charge is under one of the sections."""
    return any(is_under(charge, one) for one in code_sections)


def is_exactly_any(charge: Charge | None, code_sections: Iterable[str]) -> bool:
    """Say whether a part of the charge is one of the sections as written, subdivision included."""
    return charge is not None and any(
        charge.code == code and section in _parts(charge) for code, section in map(_split, code_sections)
    )


def bare_number(section: str) -> str:
    """Return the section without its subdivisions: "11357" of "11357(b)(2)"."""
    return section.partition("(")[0]


def _parts(charge: Charge) -> tuple[str, ...]:
    return charge.sections or (charge.section,)


def _split(code_section: str) -> tuple[str, str]:
    code, _, section = code_section.partition(" ")
    return code, section


def _under(part: str, section: str) -> bool:
    """The numbers must be equal: 11359 is not under 1135."""
    return bare_number(part) == bare_number(section) and part.startswith(section)
