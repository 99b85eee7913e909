"""The checks of one case: what it asks for, its number, its court, whom to serve, and who serves."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from petitions.courts.directory import load_directory
from petitions.documents.case_sheet import CaseSheet
from petitions.documents.forms.cover_sheet import CoverSheet
from petitions.documents.forms.official_petition import OfficialPetition
from petitions.documents.packet import CasePacket
from petitions.documents.request import crowds_the_caption, may_run_on, request_agrees
from petitions.interview.answers import YOU, Answers
from petitions.interview.preflight.case_numbers import looks_odd
from petitions.interview.preflight.findings import Finding, State
from petitions.interview.preflight.same_name import is_same_person
from petitions.law.terms import Track

_GOOD, _HAND, _STOP, _YOU = State.GOOD, State.HAND, State.STOP, State.YOU
_PRINTED_FACTS = ("section", "offense_date", "conviction_date", "level")
"""What a row of the counts prints, by the names that the answers have too."""


def case_findings(case: CasePacket, *, place: str, answers: Answers) -> Iterator[Finding]:
    """Yield what there is to say of one case."""
    sheet = case.sheet
    yield from _request(case, place)
    yield from _advice(sheet, place)
    yield _number(sheet, place)
    yield _court(sheet, place, chosen=_courthouse(answers, place))
    yield _prosecutor(sheet, place)
    yield from _counts(case, place)
    yield _of(place, fact="waive_appearance")("WAIVERS", _GOOD)
    yield _server(sheet, place)
    ordered = ("ORDER", _GOOD) if sheet.proposed_order else ("NO_ORDER", _HAND)
    yield _of(place, fact="proposed_order")(*ordered)


def _of(place: str, *, fact: str = "", at: str = "") -> partial[Finding]:
    return partial(Finding, case=place, place=(at or place) if fact else "", fact=fact)


def _request(case: CasePacket, place: str) -> Iterator[Finding]:
    petition, about = case.papers[1].content, _of(place)
    agrees = request_agrees(petition, track=case.sheet.track)
    yield about("REQUEST", _GOOD) if agrees else about("NO_REQUEST", _STOP)
    if isinstance(petition, OfficialPetition) and petition.form.edition.is_old:
        yield about("OLD_EDITION", _YOU)
    if may_run_on(petition):
        yield about("ADDED_PAGE", _GOOD)
    if crowds_the_caption(petition):
        yield Finding("LONG_NAMES", _YOU, case=place, place=YOU, fact="mailing_address")


def _advice(sheet: CaseSheet, place: str) -> Iterator[Finding]:
    if sheet.track is Track.PETITION_A:
        office = sheet.public_defender
        phone = (("phone", office.phone),) if office and office.phone else ()
        yield _of(place)("DEFENDER_PHONE" if phone else "DEFENDER_FIRST", _YOU, values=phone)
    if sheet.needs_review:
        yield _of(place)("LAWYER_LOOK", _YOU)


def _number(sheet: CaseSheet, place: str) -> Finding:
    of_number = _of(place, fact="case_number")
    if not sheet.case_number:
        return of_number("NO_CASE_NUMBER", _YOU)
    odd = looks_odd(sheet.case_number)
    return of_number(odd, _YOU) if odd else of_number("CASE_NUMBER", _GOOD)


def _courthouse(answers: Answers, place: str) -> bool:
    return bool(answers["filing"]["cases"].get(place, {}).get("courthouse"))


def _court(sheet: CaseSheet, place: str, *, chosen: bool) -> Finding:
    of_court = _of(place, fact="courthouse")
    if not sheet.court.print_address:
        return of_court("COURT_BLANK", _YOU)
    if not chosen and len(load_directory().courthouses(sheet.court.county)) > 1:
        return of_court("COURT_NOT_CHOSEN", _YOU)
    return of_court("COURT_UNSURE", _YOU) if sheet.court.confirm_with_clerk else of_court("COURT", _GOOD)


def _prosecutor(sheet: CaseSheet, place: str) -> Finding:
    of_office = _of(place, fact="prosecutor")
    if sheet.prosecutor.address_lines:
        return of_office("PROSECUTOR", _GOOD)
    phone = sheet.prosecutor.phone
    return (
        of_office("PROSECUTOR_PHONE", _YOU, values=(("phone", phone),))
        if phone
        else of_office("PROSECUTOR_BLANK", _YOU)
    )


def _counts(case: CasePacket, place: str) -> Iterator[Finding]:
    counts, guide = case.sheet.counts, case.papers[0].content
    if len(counts) > 1:
        yield _of(place)("COUNTS", _GOOD, values=(("number", str(len(counts))),))
    if isinstance(guide, CoverSheet) and guide.has_blanks:
        conviction, fact = next(_blanks(case.sheet))
        yield _of(place, fact=fact, at=conviction)("COUNT_BLANKS", _YOU)


def _blanks(sheet: CaseSheet) -> Iterator[tuple[str, str]]:
    """Yield what the rows of the counts lack: the conviction, and the fact."""
    for count in sheet.counts:
        yield from ((count.conviction, fact) for fact in _PRINTED_FACTS if getattr(count, fact) is None)


def _server(sheet: CaseSheet, place: str) -> Finding:
    of_server = _of(place, fact="server")
    if sheet.server is None:
        return of_server("SERVER", _HAND)
    filer = sheet.filer
    own = (filer.name_on_case, filer.own_name, *filer.other_names)
    if any(is_same_person(sheet.server.name, name) for name in own):
        return of_server("SERVED_BY_SELF", _STOP)
    return of_server("SERVER_NAMED", _HAND)
