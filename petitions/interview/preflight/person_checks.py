"""The checks of who files: the names, and where the court writes to."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.documents.case_sheet import Filer
from petitions.interview.answers import YOU
from petitions.interview.preflight.findings import Finding, State
from petitions.interview.preflight.same_name import is_same_person, name_words


def person_findings(filer: Filer) -> Iterator[Finding]:
    """Yield what there is to say of the person."""
    yield _name(filer)
    yield _address(filer)


def _name(filer: Filer) -> Finding:
    if len(name_words(filer.name_on_case)) < 2:
        return Finding("SHORT_NAME", State.YOU, place=YOU, fact="name_on_case")
    if is_same_person(filer.name_on_case, filer.own_name):
        return Finding("NAME", State.GOOD, place=YOU, fact="name_on_case")
    if name_words(filer.name_on_case) & name_words(filer.own_name):
        return Finding("TWO_NAMES", State.GOOD, place=YOU, fact="name_now")
    return Finding("NAMES_DIFFER", State.YOU, place=YOU, fact="name_now")


def _address(filer: Filer) -> Finding:
    if filer.attorney is not None:
        return Finding("LAWYER_ADDRESS", State.GOOD, place=YOU, fact="attorney")
    if filer.mailing_address is None:
        return Finding("NO_ADDRESS", State.YOU, place=YOU, fact="mailing_address")
    return Finding("ADDRESS", State.GOOD, place=YOU, fact="mailing_address")
