"""The whole of a review row by row in plain Python, against which the product is compared; its code is not used."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from tests.review.deciding.reference_counties import decide, strikes
from tests.review.deciding.reference_people import YEAR_ONE, Conviction, Person, Row, person_of

Cells = dict[str, str]


def review(
    rows: list[Row], *, flow: str, county: str, on: date, choices: dict[str, Any], peer: bool
) -> dict[int, Cells]:
    """Return for each row with any cell its cells, as ours or as the peer has them."""
    people: dict[str, list[tuple[int, Row]]] = {}
    for number, row in enumerate(rows):
        if row["SUBJECT_ID"]:
            people.setdefault(row["SUBJECT_ID"], []).append((number, row))
    found: dict[int, Cells] = {}
    for of_person in people.values():
        person = person_of(of_person, peer=peer)
        for one in person.convictions:
            if one.county == county and _is_judged(one, flow):
                determination = decide(person, one, flow=flow, choices={**choices, "peer": peer}, on=on)
                found[one.row] = _cells(person, one, determination, flow=flow, on=on)
    return found


def _is_judged(one: Conviction, flow: str) -> bool:
    takes_related = flow.startswith(("san_joaquin", "contra_costa"))
    return bool(one.section) or (takes_related and one.text.related)


def _cells(person: Person, one: Conviction, answer: tuple[str, str], *, flow: str, on: date) -> Cells:
    sections = [other.section for other in person.convictions if other.section]
    days = [other.day for other in person.convictions if other.day]
    counts = {
        f"# of HS {section} convictions": str(sections.count(section))
        for section in ("11357", "11358", "11359", "11360")
    }
    return {
        "Case Number": person.numbers.get(one.count[:6], ""),
        "# of convictions on record": str(len(person.convictions)),
        "Occurred after 11/9/2016": "" if one.day is None else "NY"[one.day > date(2016, 11, 9)],
        "Superstrike Code Section(s)": _strikes(person, flow),
        "PC290 Code Section(s)": ";".join(other.text.shown for other in person.convictions if other.text.sex)
        or "-",
        "PC290 Registration": "Yes" if person.registrations else "-",
        "Date of Conviction": one.day.strftime("%m/%d/") + f"{one.day.year:04}" if one.day else "",
        "Years Since This Conviction": _years(one.day, on),
        "Years Since Any Conviction": _years(max(days, default=None), on),
        "# of Prop 64 convictions": str(len(sections)),
        **counts,
        "Deceased": "Deceased" if person.deceased else "-",
        "Eligibility Determination": answer[0],
        "Eligibility Reason": answer[1],
    }


def _strikes(person: Person, flow: str) -> str:
    found = sorted(strikes(person), key=lambda one: one[2])
    if flow != "los_angeles_2019_10":
        return ";".join(text for text, _, _ in found if " + " not in text) or "-"
    return ";".join(sorted({text for text, _, _ in found})) or "-"


def _years(day: date | None, on: date) -> str:
    if day == YEAR_ONE:
        return "-1.0"
    return "" if day is None else f"{(on - day).days / 365.25:.1f}"


def other_charge(row: Row) -> str:
    """Return the cell ``Possible Other P64 Charges``."""
    offense, comment = row["OFFENSE_DESCR"], row["COMMENT_TEXT"]
    if offense.strip() in ("", "SEE COMMENT FOR CHARGE"):
        return ""
    listed = "11357|11358|11359|11360"
    said, own = re.findall(listed, comment), re.findall(listed, offense)
    if not said or (own and own[0] == said[0] and own[0] != "11357"):
        return ""
    if not own or own[0] != said[0]:
        return comment
    letter, stated = (re.findall(r"11357\(([A-D])\)", text)[:1] for text in (comment, offense))
    if letter and stated:
        return comment if (letter[0] in "AB") != (stated[0] in "AB") else ""
    return comment if letter else ""
