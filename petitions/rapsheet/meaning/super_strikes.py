"""Lists the offenses of Pen. Code, § 667, subd. (e)(2)(C)(iv), as they stood on 2012-11-07 (§ 667, subd. (h)).

A section is enough where every violation of it is on the list. Where only some are, the entry has a condition, and
a person must look at the court's papers. Only homicide counts as an attempt too.
"""

from __future__ import annotations

from petitions.rapsheet.meaning.listed import Listed, ListOfOffenses
from petitions.rapsheet.sheet import Charge

_STATUTE = "Pen. Code, § 667, subd. (e)(2)(C)(iv)"
_FORCE = "by force, violence, duress, menace, fear or a threat of retaliation, or with a victim under 14"
_SEX_CRIME_MEANT = "with intent to commit one of these sex crimes"
_GANG = "with the gang enhancement of Pen. Code, § 186.22, subd. (b)(4)"
_LIFE = "where it was punishable by life in prison or death"


def _rows(clause: str, sections: str, condition: str | None = None) -> tuple[Listed, ...]:
    """Only the clause on homicide speaks of attempts."""
    return tuple(
        Listed(f"PC {one}", f"{_STATUTE}({clause})", condition, attempts=clause == "IV")
        for one in sections.split()
    )


SUPER_STRIKES = (
    *_rows("I", "261(a)(2) 261(a)(6) 261(2) 264.1 269 288.5 289(a)"),
    *_rows("II", "286(c) 287(c) 288a(c) 289(j)"),
    *_rows("III", "288(a) 288(b)"),
    *_rows("IV", "187 188 189 189.5 190 190.03 190.05 190.1 190.2 190.25 191 191.5"),
    *_rows("V", "653f(b)"),
    *_rows("VI", "245(d)(3)"),
    *_rows("VII", "11418(a)(1)"),
    *_rows("VIII", "37 128 205 206 209 209.5 217.1(b) 218 219 273ab 288.7 451.5 4500 11418(b)(1)"),
    *_rows("VIII", "12308 12310 18745 18755"),
    *_rows("I", "261 262 286 287 288 288a 289", _FORCE),
    *_rows("I", "207 220", _SEX_CRIME_MEANT),
    *_rows("V", "653f", "where the crime asked for was murder"),
    *_rows("VI", "245(d)", "with a machine gun, on an officer or a firefighter"),
    *_rows("VII", "11418", "where a weapon of mass destruction was possessed, or used against a person"),
    *_rows("VIII", "136.1 213(a)(1)(a) 215 246 519 12022.55", _GANG),
    *_rows("VIII", "217.1 236.1(c)(2) 667.61 667.7 667.71", _LIFE),
    *(Listed(f"MV {one}", f"{_STATUTE}(VIII)", _LIFE) for one in ("1670", "1671", "1672")),
)
_LIST = ListOfOffenses(SUPER_STRIKES)


def super_strike(charge: Charge | None) -> Listed | None:
    """Return the entry that the charge falls under, for a person to check; its condition says what to check."""
    return _LIST.find(charge)
