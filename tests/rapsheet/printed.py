"""Prints the facts of a record as a RAP sheet would state them: a cycle for each conviction, arrest and court."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

Json = dict[str, Any]
ORDERS = {
    "reduced_17b": "REDUCED TO MISDEMEANOR PER 17(B) PC",
    "prop_47": "REDUCED TO MISDEMEANOR PER 1170.18 PC",
    "dismissed_1203": "CONV SET ASIDE & DISM PER 1203.4 PC",
    "prop_64_redesignated": "RESENTENCED PER 11361.8 HS",
    "prop_64_dismissed": "CONV DISMISSED PER 11361.8 HS",
    "prop_64_order": "ORDER GRANTED PER 11361.8 HS",
}
COURTS = {"california_adult": "CASC {} CO", "california_juvenile": "CAJV {} CO", "federal": "USFD {}"}
CHARGES = {
    "none": "{} HS-MARIJUANA",
    "attempt": "664/{} HS-MARIJUANA",
    "conspiracy": "182(A)(1)/{} PC-CONSPIRACY",
    "accessory": "32/{} PC-ACCESSORY",
}
STRIKE = "206 PC-TORTURE"
SEX_OFFENSE = "243.4(A) PC-SEXUAL BATTERY"
CYCLE = "* * * *"


def sheet_of(record: Json) -> str:
    """Return the text of a sheet that states what a sheet can of the record."""
    person = record["petitioner"]
    lines = ["CII/A99000099", f"DOB/{compact(person['date_of_birth'])} SEX/M RAC/WHITE", "NAM/01 SAMPLE,ALEX"]
    for key, charge in (("super_strike", STRIKE), ("sex_offense", SEX_OFFENSE)):
        for prior in person[key] if isinstance(person[key], list) else ():
            lines += [
                CYCLE,
                *court(prior["conviction_date"], prior_court(prior), charge=charge, level="felony"),
            ]
    for conviction in record["convictions"]:
        lines += [CYCLE, *cycle(conviction)]
    return "\n".join([*lines, "* * * END OF MESSAGE * * *", ""])


def cycle(conviction: Json) -> list[str]:
    """Print the arrest, the court's event and what came later."""
    charge = CHARGES[conviction["prefix"]].format(section_of(conviction))
    county = conviction["county"].upper()
    return [
        "ARR/DET/CITE: NAM:01",
        f"{compact(conviction['offense_date'])} CAPD {county}",
        "CNT:01",
        f"  {charge}",
        "- - - -",
        *court(
            conviction["conviction_date"],
            COURTS[conviction["jurisdiction"]].format(county),
            charge=charge,
            level=conviction["level"],
            number=conviction["case_number"],
        ),
        *[line for order in conviction["later_relief"] for line in update(conviction, ORDERS[order])],
    ]


def court(day: str, agency: str, *, charge: str, level: str, number: str = "X1") -> list[str]:
    return [
        "COURT: NAM:01",
        f"{compact(day)} {agency}",
        f"CNT:01 #{number}",
        f"  {charge}",
        "*DISPO:CONVICTED",
        f"   CONV STATUS:{level.upper()}",
        "   SEN: 3 YEARS PROBATION, 30 DAYS JAIL",
    ]


def update(conviction: Json, words: str) -> list[str]:
    later = date.fromisoformat(conviction["conviction_date"]) + timedelta(1200)
    return ["", compact(later.isoformat()), f" DISPO:{words}"]


def prior_court(prior: Json) -> str:
    return "CAJV KERN CO" if prior.get("court") == "juvenile" else "CASC KERN CO"


def section_of(conviction: Json) -> str:
    letter = conviction["subdivision"]
    return conviction["section"] + (f"({letter.upper()})" if letter else "")


def compact(day: str) -> str:
    return day.replace("-", "")
