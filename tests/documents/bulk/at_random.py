"""Invented petitions at random, the same ones for the same number, as a county's clinics would file them."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from petitions.documents.filing import Address, Attorney, Filing, ProsecutingOffice, Server
from petitions.documents.official.form import OfficialForm
from petitions.documents.packet import CasePacket, Packets
from petitions.law.facts import Conviction, Span
from petitions.law.terms import Level, Relief, Track
from tests.documents.samples import a_conviction, a_determination, a_filing, a_filing_case, packets

FIRST = ("Maria", "José", "Nguyễn Thị", "Lakeisha", "Anh-Đào", "O'Neil", "Zoë", "Wei", "Åsa", "Ignacio Luis")
LAST = (
    "Example",
    "Muñoz Ibáñez",
    "Ánh Nguyệt",
    "Sample-Test",
    "Fflagg",
    "Žižek",
    "Von der Muster",
    "Tran",
    "Ğünel",
)
STREETS = ("Test Street", "Avenue of the Samples", "Calle Ejemplo", "W. 3rd St.", "Affinity Way")
COUNTIES = ("Los Angeles", "Alameda", "Humboldt", "San Bernardino", "Del Norte")
SECTIONS = (("11357", "b"), ("11357", "a"), ("11358", None), ("11359", None), ("11360", "a"), ("11357", "c"))
TRACKS = (Track.APPLICATION_E, Track.APPLICATION_E, Track.PETITION_A, Track.JUVENILE_M)
FLOORS = (Relief.DISMISS_SEAL, Relief.MISDEMEANOR, Relief.INFRACTION)


def packets_at_random(number: int, *, official: OfficialForm | None = None) -> Packets:
    """Return the packets of one invented person with one case."""
    dice = random.Random(number)
    amount, county = dice.choice((1, 1, 1, 1, 2, 2, 3, 5)), dice.choice(COUNTIES)
    case_number = _case_number(dice) if amount > 1 or dice.random() < 0.9 else None
    counts = tuple(_conviction(dice, f"c{one}", county=county, number=case_number) for one in range(amount))
    track = dice.choice(TRACKS)
    floor = dice.choice(FLOORS)
    decided = tuple(a_determination(one.id, track=track, floor=floor) for one in counts)
    case = a_filing_case(
        county=county,
        case_number=case_number,
        waive_original_judge=dice.random() < 0.5,
        waive_appearance=dice.random() < 0.5,
        proposed_order=dice.random() < 0.7,
        server=Server(_name(dice), _address(dice).lines) if dice.random() < 0.3 else None,
        prosecutor=ProsecutingOffice("City Attorney of Sample", _address(dice))
        if dice.random() < 0.1
        else None,
    )
    filing = _filing(dice, case=case)
    return packets(counts, decided, filing=filing, language=dice.choice(("en", "es")), official=official)


def only_petition(made: Packets) -> Packets:
    """Leave the other papers out."""
    [case] = made.cases
    kept = tuple(paper for paper in case.papers if paper.document == "petition")
    return replace(made, cases=(_with_papers(case, papers=kept),))


def _with_papers(case: CasePacket, *, papers: tuple[object, ...]) -> CasePacket:
    return replace(case, papers=papers)  # type: ignore[arg-type]


def _filing(dice: random.Random, *, case: object) -> Filing:
    return a_filing(
        case,  # type: ignore[arg-type]
        name_on_case=_name(dice),
        name_now=_name(dice) if dice.random() < 0.3 else None,
        other_names=tuple(_name(dice) for _ in range(dice.choice((0, 0, 0, 1, 2)))),
        mailing_address=_address(dice) if dice.random() < 0.9 else None,
        phone=f"(510) 555-0{dice.randrange(100, 200)}" if dice.random() < 0.8 else None,
        email=f"sample{dice.randrange(999)}@example.org" if dice.random() < 0.5 else None,
        attorney=_attorney(dice) if dice.random() < 0.2 else None,
    )


def _name(dice: random.Random) -> str:
    return f"{dice.choice(FIRST)} {dice.choice(LAST)}"


def _address(dice: random.Random) -> Address:
    street = f"{dice.randrange(1, 9999)} {dice.choice(STREETS)}"
    unit = f"Apt {dice.randrange(1, 40)}" if dice.random() < 0.3 else None
    return Address(street, unit, dice.choice(COUNTIES), "CA", f"9{dice.randrange(1000, 9999)}")


def _attorney(dice: random.Random) -> Attorney:
    firm = "Sample Law Office" if dice.random() < 0.5 else None
    return Attorney(_name(dice), str(dice.randrange(10_000, 400_000)), firm, _address(dice), None, None)


def _case_number(dice: random.Random) -> str:
    return f"{dice.choice('ABCF')}{dice.choice('AHKX')}{dice.randrange(10_000, 999_999)}"


def _conviction(dice: random.Random, name: str, *, county: str, number: str | None) -> Conviction:
    section, letter = dice.choice(SECTIONS)
    offense = date(1996, 11, 6) + timedelta(days=dice.randrange(7_300))
    convicted = offense + timedelta(days=dice.randrange(20, 400))
    return a_conviction(
        name,
        county=county,
        case_number=number,
        section=section,
        subdivision=letter,
        level=dice.choice((Level.FELONY, Level.MISDEMEANOR, Level.INFRACTION, None)),
        offense_date=Span(offense, offense) if dice.random() < 0.9 else None,
        conviction_date=Span(convicted, convicted) if dice.random() < 0.9 else None,
    )
