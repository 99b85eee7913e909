"""Fake records, determinations and filings from which the papers' tests make packets."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from petitions.courts.directory import load_directory
from petitions.documents.filing import Address, Attorney, Filing, FilingCase
from petitions.documents.official.form import OfficialForm
from petitions.documents.packet import Packets, assemble
from petitions.law.determinations import CaseGroup, Determination, Determinations
from petitions.law.facts import Conviction, Petitioner, Record, Span
from petitions.law.terms import Level, Outcome, Relief, Status, Track

ON = date(2026, 11, 24)
ADDRESS = Address("1200 Test Street", "Apt 4", "Oakland", "CA", "94612")
ATTORNEY = Attorney("Jordan Sample", "123456", "Sample Law", ADDRESS, "(510) 555-0199", "j@example.org")


def day(year: int, month: int, number: int) -> Span:
    return Span(date(year, month, number), date(year, month, number))


def a_conviction(conviction: str = "c1", **changes: Any) -> Conviction:
    return replace(
        Conviction(
            id=conviction,
            county="Los Angeles",
            case_number="BA198765",
            code="HS",
            section="11357",
            subdivision="b",
            level=Level.MISDEMEANOR,
            offense_date=day(2005, 3, 2),
            conviction_date=Span(date(2005, 4, 1), date(2005, 4, 30)),
        ),
        **changes,
    )


def a_determination(conviction: str = "c1", **changes: Any) -> Determination:
    return replace(
        Determination(
            conviction=conviction,
            outcome=Outcome.DISMISS_SEAL,
            status=Status.ELIGIBLE,
            floor=Relief.DISMISS_SEAL,
            ceiling=Relief.DISMISS_SEAL,
            track=Track.APPLICATION_E,
            needs=(),
            reasons=(),
            fallbacks=(),
            warnings=(),
        ),
        **changes,
    )


def a_filing_case(**changes: Any) -> FilingCase:
    return replace(
        FilingCase(
            county="Los Angeles",
            case_number="BA198765",
            courthouse=None,
            prosecutor=None,
            waive_original_judge=True,
            waive_appearance=False,
            proposed_order=True,
            server=None,
        ),
        **changes,
    )


def a_filing(*cases: FilingCase, **changes: Any) -> Filing:
    return replace(
        Filing(
            name_on_case="Maria Example",
            name_now=None,
            other_names=(),
            mailing_address=ADDRESS,
            phone="(510) 555-0100",
            email="maria@example.org",
            attorney=None,
            cases=cases or (a_filing_case(),),
        ),
        **changes,
    )


def packets(
    convictions: tuple[Conviction, ...] = (a_conviction(),),
    determinations: tuple[Determination, ...] = (a_determination(),),
    *,
    filing: Filing | None = None,
    language: str = "en",
    petitioner: Petitioner = Petitioner(),  # noqa: B008 - frozen
    official: OfficialForm | None = None,
) -> Packets:
    """Assemble, with one case per county and number in order of appearance, as the law groups them."""
    return assemble(
        Record(petitioner, convictions),
        determinations=Determinations(
            ON, "2026-11-24", determinations, _groups(convictions, determinations=determinations)
        ),
        filing=filing or a_filing(),
        directory=load_directory(),
        on=ON,
        language=language,
        official=official,
    )


def on_track(track: Track, **changes: Any) -> Packets:
    """Assemble one case of one count on a track."""
    changes.setdefault(
        "outcome", Outcome.JUVENILE_REDUCE if track is Track.JUVENILE_M else Outcome.DISMISS_SEAL
    )
    filing_changes = {key: changes.pop(key) for key in ("filing", "language", "official") if key in changes}
    return packets(determinations=(a_determination(track=track, **changes),), **filing_changes)


def _groups(
    convictions: tuple[Conviction, ...], *, determinations: tuple[Determination, ...]
) -> tuple[CaseGroup, ...]:
    order = (Track.NEEDS_REVIEW, Track.PETITION_A, Track.APPLICATION_E, Track.JUVENILE_M, Track.FALLBACK)
    members: dict[tuple[str, ...], list[int]] = {}
    for index, one in enumerate(convictions):
        alone = () if one.case_number else (str(index),)
        key = (one.county or "", (one.case_number or "").casefold(), *alone)
        members.setdefault(key, []).append(index)
    return tuple(
        CaseGroup(
            county=convictions[group[0]].county,
            case_number=convictions[group[0]].case_number,
            track=min((determinations[index].track for index in group), key=(*order, Track.NONE).index),
            sections=tuple(sorted({convictions[index].section or "" for index in group})),
            convictions=tuple(convictions[index].id for index in group),
        )
        for group in members.values()
    )
