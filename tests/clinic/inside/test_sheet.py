"""A RAP sheet within a matter: by members only, with the petitioner's consent on record, the whole way to the answers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from petitions.access.organizations.models import Membership
from petitions.access.roles import Role
from petitions.clinic.inside.agreement import agreement_of
from petitions.interview.answers import conviction_ids
from petitions.rapsheet.handing.plan import plan_of
from petitions.rapsheet.wording.agreement import VERSION
from tests.clinic.inside.at import At, at, empty
from tests.clinic.inside.sheet import handed_in, held, only_members, read
from tests.clinic.people import matter_of, new_member
from tests.rapsheet.handing.handed import CANARY, held_pages, sheet_pdf

pytestmark = pytest.mark.django_db
AGREED = (1, f"rap_sheet text {VERSION}", ("sheet_agreed",))


@pytest.fixture(autouse=True)
def place() -> Iterator[Path]:
    with only_members() as found:
        yield found


def pdf() -> SimpleUploadedFile:
    return SimpleUploadedFile("sheet.pdf", sheet_pdf())


def checked(found: At) -> None:
    """Check what was read: one conviction as it stands, the others are left out."""
    found.send("rap-sheet/check/c1/", crime="HS 11359", level="felony", county="Alameda", case_number="C1234")
    for name in ("c2", "c3"):
        found.send(f"rap-sheet/check/{name}/", **{"leave-out": "1"})
    found.send("rap-sheet/check/you/", super_strike="no")


def test_a_sheet_goes_the_whole_way_from_its_file_to_the_answers_of_the_matter(place: Path) -> None:
    found = empty()
    assert handed_in(found).headers["Location"] == found.url("rap-sheet/reading/")
    read(found)
    assert found.get("rap-sheet/pages/").headers["Location"] == found.url("rap-sheet/check/")
    assert CANARY not in found.page("rap-sheet/check/")
    checked(found)
    done = found.client.post(found.url("rap-sheet/check/finish/"))
    assert done.headers["Location"] == found.home
    assert list(place.iterdir()) == []
    known = found.answers["record"]["convictions"][0]
    assert (known["section"], known["county"], known["case_number"]) == ("11359", "Alameda", "C1234")
    assert found.noted[-1] == (1, "sheet_finish", ("sheet_finish",))


def test_the_public_hands_in_no_sheet_where_only_members_may() -> None:
    found = empty()
    assert "We do not read RAP sheets here" in found.client.get("/rap-sheet/").content.decode()
    with override_settings(READ_RAP_SHEETS="off"):
        assert "We do not read RAP sheets here" in found.page("rap-sheet/")
        assert "rap-sheet" not in found.page("interview/convictions/")


def test_the_consent_is_on_record_with_the_version_of_its_text() -> None:
    found = empty()
    page = found.page("rap-sheet/")
    assert "The person in front of me heard or read this, and agreed" in page
    found.send("rap-sheet/", agreed="on")
    assert AGREED in found.noted
    agreed = agreement_of(found.answers)
    assert agreed is not None
    assert agreed.version == VERSION
    assert "Agreed that the RAP sheet is read" in found.page("rap-sheet/")


def test_the_words_to_agree_to_are_in_the_petitioners_language() -> None:
    page = empty(language="es").page("rap-sheet/")
    assert "Nada de la hoja sale de esta computadora." in page
    assert "Nothing of the sheet leaves this computer." not in page


def test_without_consent_nothing_is_taken_and_the_page_says_what_to_do() -> None:
    found = empty()
    assert "once the person has agreed" in found.send("rap-sheet/").content.decode()
    found.send("rap-sheet/files/", files=pdf(), read="1")
    assert held(found) is None


def test_two_matters_hold_their_own_sheets() -> None:
    first = empty()
    second = At(first.member, matter_of(first.member))
    handed_in(first)
    assert held(second) is None
    second.send("rap-sheet/", agreed="on")
    folder = held(second)
    assert folder is not None
    assert not plan_of(folder).files


def test_a_file_from_whoever_may_not_is_dropped_before_it_is_taken() -> None:
    found = at()
    found.send("rap-sheet/", agreed="on")
    url = found.url("rap-sheet/files/")
    auditor = new_member(found.member.organization, Role.AUDITOR).client
    response = auditor.post(url, {"files": pdf(), "read": "1"})
    assert response.status_code == 404
    assert not response.wsgi_request.FILES
    Membership.objects.filter(user=found.member.user).update(ended_at="2026-01-01T00:00Z")
    response = found.client.post(url, {"files": pdf(), "read": "1"})
    assert response.status_code == 404
    assert not response.wsgi_request.FILES


def test_a_file_sent_to_a_page_within_a_matter_that_asks_for_none_is_dropped() -> None:
    found = at()
    for rest in ("rap-sheet/", "interview/c1/county/", "no-such-page/"):
        response = found.client.post(found.url(rest), {"files": pdf()})
        assert not response.wsgi_request.FILES, rest


def test_whoever_stops_leaves_nothing_of_the_sheet_and_goes_on_within_the_matter(place: Path) -> None:
    found = empty()
    found.send("rap-sheet/", agreed="on")
    folder = held(found)
    assert folder is not None
    held_pages(folder)
    stopped = found.client.post(found.url("rap-sheet/stop/"))
    assert stopped.headers["Location"] == found.url("rap-sheet/stopped/")
    assert list(place.iterdir()) == []
    assert found.url("interview/begin/") in found.page("rap-sheet/stopped/")


def test_the_guide_to_a_sheet_is_walked_within_the_matter() -> None:
    found = empty()
    begun = found.client.post(found.url("read-your-record/"))
    assert begun.headers["Location"] == found.url("read-your-record/you/sheet/")
    seen = found.send("read-your-record/you/sheet/", answer="doj")
    assert seen.headers.get("Location", found.home).startswith(found.home)
    assert conviction_ids(found.answers)
