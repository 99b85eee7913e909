"""Fills a case sheet from the record, the determinations and a matched case; decides nothing of the law."""

from __future__ import annotations

from petitions.courts.entries import Confidence
from petitions.documents.case_sheet import CaseSheet, Count, Court, Filer, ServedOffice
from petitions.documents.filing import Filing
from petitions.documents.matching import MatchedCase
from petitions.documents.printed import printed_date, printed_section
from petitions.documents.stated_facts import WITH_EXCEPTIONS, clean_history, stated_facts
from petitions.law.determinations import Determination, Determinations
from petitions.law.facts import Conviction, Petitioner, Record
from petitions.law.terms import Outcome, Relief, Track

FILED_TRACKS = (Track.APPLICATION_E, Track.PETITION_A, Track.JUVENILE_M)


def case_sheet(record: Record, *, matched: MatchedCase, determinations: Determinations) -> CaseSheet | None:
    """Gather what the papers of one case print; None where the law leaves nothing to file in it."""
    granted = _to_file(matched, determinations=determinations)
    if matched.group.track not in FILED_TRACKS or not granted:
        return None
    case = matched.case
    return CaseSheet(
        track=matched.group.track,
        needs_review=any(one.outcome is Outcome.NEEDS_REVIEW for one in granted),
        county_as_typed=case.county,
        case_number=case.case_number,
        court=_court(matched),
        prosecutor=_prosecutor(matched),
        public_defender=matched.public_defender,
        filer=_filer(matched.filing),
        counts=_counts(record, granted=granted),
        sections=matched.group.sections,
        clean_history=_clean_history(record, matched=matched),
        waive_original_judge=case.waive_original_judge,
        waive_appearance=case.waive_appearance,
        proposed_order=case.proposed_order,
        server=case.server,
    )


def _to_file(matched: MatchedCase, *, determinations: Determinations) -> tuple[Determination, ...]:
    return tuple(
        one
        for one in determinations.determinations
        if one.conviction in matched.group.convictions
        and one.track in FILED_TRACKS
        and one.ceiling is not Relief.NONE
    )


def _counts(record: Record, *, granted: tuple[Determination, ...]) -> tuple[Count, ...]:
    convictions = {conviction.id: conviction for conviction in record.convictions}
    return tuple(
        _count(convictions[one.conviction], number=number, determination=one, petitioner=record.petitioner)
        for number, one in enumerate(granted, start=1)
    )


def _count(
    conviction: Conviction, *, number: int, determination: Determination, petitioner: Petitioner
) -> Count:
    return Count(
        number=number,
        conviction=conviction.id,
        section=printed_section(conviction),
        offense_date=printed_date(conviction.offense_date),
        conviction_date=printed_date(conviction.conviction_date),
        level=conviction.level,
        facts=stated_facts(conviction, petitioner=petitioner),
        floor=determination.floor,
        ceiling=determination.ceiling,
    )


def _clean_history(record: Record, *, matched: MatchedCase) -> tuple[str, ...]:
    """Give the history only where it matters: for the sections that have exceptions, in adult court."""
    matters = matched.group.track is not Track.JUVENILE_M
    has_exceptions = any(section in WITH_EXCEPTIONS for section in matched.group.sections)
    return clean_history(record.petitioner) if matters and has_exceptions else ()


def _court(matched: MatchedCase) -> Court:
    """Give the court; the directory's main courthouses are for adult cases, so it may not be a juvenile one."""
    courthouse = matched.courthouse
    is_weak = courthouse.source.confidence is Confidence.LOW or matched.group.track is Track.JUVENILE_M
    is_sure = matched.court_was_chosen or not is_weak
    return Court(
        county=courthouse.county,
        court_name=matched.court_name,
        courthouse=courthouse,
        print_address=is_sure,
        confirm_with_clerk=courthouse.confirm_with_clerk or not is_sure,
    )


def _prosecutor(matched: MatchedCase) -> ServedOffice:
    named, office = matched.case.prosecutor, matched.district_attorney
    if named is not None:
        lines = named.mailing_address.lines if named.mailing_address else ()
        return ServedOffice(named.name, lines, phone=None, website=None, is_district_attorney=False)
    lines = (f"{office.street}", f"{office.city}, CA {office.zip}") if office.address_is_known else ()
    return ServedOffice(
        office.name, lines, phone=office.phone, website=office.website, is_district_attorney=True
    )


def _filer(filing: Filing) -> Filer:
    return Filer(
        name_on_case=filing.name_on_case,
        name_now=filing.name_now,
        other_names=filing.other_names,
        mailing_address=filing.mailing_address,
        phone=filing.phone,
        email=filing.email,
        attorney=filing.attorney,
    )
