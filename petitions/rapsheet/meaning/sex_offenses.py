"""Lists the offenses of Pen. Code, § 290, subd. (c), for which a person must register as a sex offender.

Attempts and conspiracies are on the list too. Registration by a judge's choice (§ 290.006) is another thing.
"""

from __future__ import annotations

from petitions.rapsheet.meaning.listed import Listed, ListOfOffenses
from petitions.rapsheet.sheet import Charge

_STATUTE = "Pen. Code, § 290, subd. (c)"
_SEX_CRIME_MEANT = "with intent to commit a listed sex crime, or in the course of one"
_AGES = "not where the two were at most 10 years apart in age and nothing else is registrable"


def _rows(sections: str, condition: str | None = None) -> tuple[Listed, ...]:
    return tuple(Listed(f"PC {one}", _STATUTE, condition, attempts=True) for one in sections.split())


SEX_OFFENSES = (
    *_rows("286(b) 287(b) 288a(b) 289(h) 289(i)", _AGES),
    *_rows("286(c) 286(d) 287(c) 287(d) 288a(c) 288a(d) 289(a) 289(j)"),
    *_rows("236.1(b) 236.1(c) 243.4 261 264.1 266 266c 266h(b) 266i(b) 266j 267 269 285"),
    *_rows("288 288.3 288.4 288.5 288.7 647.6 647a 653f(c)"),
    *_rows("311.1 311.2(b) 311.2(c) 311.2(d) 311.3 311.4 311.10 311.11 314(1) 314(2) 314.1 314.2"),
    *_rows("286 287 288a 289", _AGES),
    *_rows("187 207 209", _SEX_CRIME_MEANT),
    *_rows("220", "not where it was an assault to commit mayhem"),
    *_rows("236.1", "subdivision (b) or (c)"),
    *_rows("262", "subdivision (a)(1), with force or violence and a state prison sentence"),
    *_rows("266h 266i", "with a minor, subdivision (b)"),
    *_rows("272", "with lewd or lascivious conduct"),
    *_rows("288.2", "where it was a felony"),
    *_rows("311.2", "subdivision (b), (c) or (d)"),
    *_rows("314", "subdivision 1 or 2"),
    *_rows("647(l)(2)", "convicted in 2025 or later"),
    *_rows("653f", "subdivision (c)"),
)
_LIST = ListOfOffenses(SEX_OFFENSES)


def sex_offense(charge: Charge | None) -> Listed | None:
    """Return the entry that the charge falls under, for a person to check; its condition says what to check."""
    return _LIST.find(charge)
