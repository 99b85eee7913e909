"""Prints what stands before the events: transport, notices and the identification of the person."""

from __future__ import annotations

import random

from benchmarks.invented_sheets.layouts import Layout, Preamble
from benchmarks.invented_sheets.record import Person

_STARS = "*  *  *  *  *  *  *  *  *  *  *  *  *  *  *  *  *  *  *  *  *"
_CLETS = (
    "TO: SMP1 FROM: CLETS                05/08/06 05:27:16",
    "",
    "4ABC0SMP1W.IH",
    "",
    "RE: QHY.CA0190043.{number}.SAMPLE-        DATE:20060508 TIME:06:32:53",
    "RESTRICTED-DO NOT USE FOR EMPLOYMENT,LICENSING OR CERTIFICATION PURPOSES",
    "ATTN:SAMPLE-061020343",
    "",
    _STARS,
    "** PALM PRINT ON FILE AT DOJ FOR ADDITIONAL INFORMATION PLEASE E-",
    "MAIL PALM.PRINT@DOJ.CA.GOV",
    "III CALIFORNIA ONLY SOURCE RECORD",
    "",
    "**LIVE SCAN",
)
_PLAIN = (
    "RE: QHY.CA0190043.{number}.SAMPLE-        DATE:20060508 TIME:06:32:53",
    "RESTRICTED-DO NOT USE FOR EMPLOYMENT,LICENSING OR CERTIFICATION PURPOSES",
    "ATTN:SAMPLE-061020343",
    "",
)
_REVIEW = (
    "                    STATE OF CALIFORNIA",
    "                   DEPARTMENT OF JUSTICE",
    "        BUREAU OF CRIMINAL IDENTIFICATION AND ANALYSIS",
    "             RECORD REVIEW UNIT, SACRAMENTO",
    "",
    "THIS RECORD WAS ASKED FOR BY THE PERSON NAMED IN IT UNDER PENAL CODE",
    "SECTIONS 11120 THROUGH 11127. IT IS NOT TO BE GIVEN TO AN EMPLOYER.",
    "",
    "III MULTIPLE SOURCE RECORD",
    "",
)
_NOTICES = (
    *_CLETS[:8],
    "************************************************************************",
    "DO NOT COLLECT DNA. DNA SAMPLE HAS BEEN RECEIVED,",
    "TYPED, AND UPLOADED INTO THE CAL-DNA DATA BANK. FOR",
    "INFO (510) 555-0100 OR PC296.PC296@DOJ.CA.GOV.",
    "************************************************************************",
    *_CLETS[8:],
)
_CONSOLIDATED = (
    "    *    *    *                    *    *    *",
    "THE FOLLOWING CII NUMBER(S) IS BEING CONSOLIDATED WITH THIS CII RECORD:",
    "                    CII/{number}",
    "    *    *    *                    *    *    *",
    "",
)
_SUPERVISION = (
    "",
    "PROBATION:   EXP:19990503",
    "   CAPR LOS ANGELES           #X5523 EXP 2003",
    "",
    "PAROLE:  CDC",
    "   CAPA LOS ANGELES CO        #X099999",
)
_PREAMBLES = {
    Preamble.CLETS: _CLETS,
    Preamble.PLAIN: _PLAIN,
    Preamble.RECORD_REVIEW: _REVIEW,
    Preamble.NOTICES: _NOTICES,
}


def head_lines(person: Person, *, layout: Layout, dice: random.Random) -> list[str]:
    """Return the lines before the first cycle."""
    lines = [line.format(number=person.cii[1:]) for line in _PREAMBLES[layout.preamble]]
    if person.consolidated:
        lines = [*(line.format(number=person.consolidated) for line in _CONSOLIDATED), *lines]
    blocks = {
        "CII": [f"CII/{person.cii}"],
        "DOB": [f"DOB/{person.births[0]:%Y%m%d} SEX/{person.sex} RAC/{person.race}"],
        "BODY": [f"HGT/{dice.randrange(500, 511)} WGT/{dice.randrange(110, 260)} EYE/BRN HAI/BLK POB/CA"],
        "NAM": _names(person, layout),
        "REST": _rest(person, dice),
    }
    supervision = list(_SUPERVISION) if dice.random() < 0.15 else []
    return lines + [line for key in layout.identification for line in blocks[key]] + supervision


def _names(person: Person, layout: Layout) -> list[str]:
    numbered = [f"{number:0{layout.digits}d} {name}" for number, name in enumerate(person.names, start=1)]
    return [f"NAM/{numbered[0]}", *(f"    {name}" for name in numbered[1:])]


def _rest(person: Person, dice: random.Random) -> list[str]:
    lines = [f"FBI/9{dice.randrange(10**5, 10**6)}"]
    if len(person.births) > 1:
        lines.append("DOB/" + " ".join(f"{day:%Y%m%d}" for day in person.births[1:]))
    more = (
        f"CDL/N{dice.randrange(10**6, 10**7)}",
        f"IDN/C{dice.randrange(10**6, 10**7)}",
        "SOC/900000007",
        f"INN/CDC-X{dice.randrange(10**5, 10**6)}",
        "SMT/TAT UR ARM; TAT LF ARM",
        "OCC/TESTER; SAMPLE CLERK",
    )
    return lines + [line for line in more if dice.random() < 0.6]
