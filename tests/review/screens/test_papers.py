"""Once a review is signed off, its papers for the courts are made apart from the page, sealed, and taken as one file."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pkgutil import resolve_name
from typing import Any
from unittest.mock import patch

import pytest
from django.http import StreamingHttpResponse
from django.test import Client

from petitions.access.organizations.models import AuditEntry
from petitions.documents.bulk.lane import BulkLane
from petitions.exchange.county_run import printing
from petitions.records.files.stores import REVIEWS
from petitions.records.reviews.deciding import open_again, sign_off
from petitions.records.reviews.keeping import delete_review
from petitions.records.reviews.models import CountyReview, ReviewPapers
from petitions.records.reviews.papers import begin_papers, go_on, papers_of, vault_of_papers
from petitions.records.reviews.running import stop_run
from petitions.review.papers.parts import make_for_court, make_lot
from petitions.review.papers.work import ZIP, work
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member
from tests.documents.printed_pages import text
from tests.records.files.in_bucket import BUCKET_TAKES_LONG, files_in
from tests.review.made_files import HEADER, row
from tests.review.screens.offices import NAMES, content, done, papers_made, reviewer, several_numbers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("each_store"), BUCKET_TAKES_LONG]
LANE = BulkLane()
"""One for all tests: each shape of a paper is laid out once."""
_COUNTY = content(4)
WORK = "petitions.review.papers.work"


@contextmanager
def dying(after: int) -> Iterator[None]:
    """Let whoever makes papers die after so many units."""
    left = [after]

    def then(make: Callable[..., Any]) -> Callable[..., Any]:
        def made(*given: Any, **named: Any) -> Any:
            left[0] -= 1
            if left[0] < 0:
                raise RuntimeError
            return make(*given, **named)

        return made

    with patch(f"{WORK}.make_lot", then(make_lot)), patch(f"{WORK}.make_for_court", then(make_for_court)):
        yield


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("petitions.review.kept.held_run._HOLD_EVERY", 3600)
    monkeypatch.setattr("petitions.exchange.packet_run.lots.LOT", 2)
    monkeypatch.setattr(printing, "_lane", lambda shelf: LANE)


def signed(*files: bytes) -> tuple[Client, Member, CountyReview]:
    member = reviewer()
    review = done(member, *(files or (_COUNTY,)))
    sign_off(review, seen=1, user_id=member.user.pk)
    review.refresh_from_db()
    return just_proved(member), member, review


def made_here(review: CountyReview, kind: str = "cases") -> ReviewPapers:
    assert begin_papers(review, kind=kind, mover="prosecutor")
    return run(review)


def run(review: CountyReview) -> ReviewPapers:
    papers = papers_of(review)
    assert papers is not None
    work(papers)
    papers.refresh_from_db()
    return papers


def taken(client: Client, review: CountyReview) -> dict[str, bytes]:
    answer = client.get(f"/county/{review.pk}/papers/take/")
    assert isinstance(answer, StreamingHttpResponse)
    sent = b"".join(answer.streaming_content)  # type: ignore[arg-type]
    assert int(answer.headers["Content-Length"]) == len(sent)
    with zipfile.ZipFile(io.BytesIO(sent)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def manifest(files: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files["manifest.csv"].decode("utf-8-sig"))))


def test_before_it_is_signed_off_there_are_no_papers() -> None:
    member = reviewer()
    review = done(member, _COUNTY)
    client = just_proved(member)
    client.post(f"/county/{review.pk}/papers/make/", {"kind": "cases"})
    assert papers_of(review) is None
    assert b"Sign off the review first" in client.get(f"/county/{review.pk}/papers/").content
    assert client.post(f"/county/{review.pk}/papers/cases/").status_code == 302


def test_each_case_gets_a_motion_and_an_order_and_each_court_its_list() -> None:
    client, _member, review = signed()
    papers = made_here(review)
    assert (papers.state, papers.cases) == ("done", 4)
    files = taken(client, review)
    assert next(iter(files)) == "manifest.csv"
    assert [name for name in files if name.startswith("papers/")] == [
        f"papers/0000{lot}/000000{case}-{paper}.pdf"
        for lot, case in ((1, 1), (1, 2), (1, 3), (1, 4))
        for paper in ("motion", "order")
    ]
    assert {"courts/001/list.pdf", "courts/001/list.csv", "courts/001/list.xlsx"} <= set(files)
    assert "courts/001/motion.pdf" not in files
    assert "800000" in text(files["papers/00001/0000001-motion.pdf"])
    assert {row["File"] for row in manifest(files)} == set(files) - {"manifest.csv"}


def test_one_bulk_motion_lists_all_cases_of_a_court_and_the_manifest_says_what_is_left_out() -> None:
    client, _member, review = signed(several_numbers())
    papers = made_here(review, "bulk")
    assert (papers.state, papers.cases) == ("done", 1)
    files = taken(client, review)
    assert set(files) == {"manifest.csv", *(f"courts/001/{name}" for name in _OF_COURT)}
    assert "BA800001" in text(files["courts/001/motion.pdf"])
    assert [row["Not Made"] for row in manifest(files) if row["Not Made"]] == [
        "more than one case number: choose one",
        "no case number",
    ]
    page = client.get(f"/county/{review.pk}/papers/").content.decode()
    assert "The papers are ready, for 1 case." in page
    assert "<dt>No papers yet: no case number, or more than one</dt><dd>2</dd>" in page


_OF_COURT = ("motion.pdf", "order.pdf", "list.pdf", "list.csv", "list.xlsx")


@pytest.mark.parametrize("after", [0, 1, 2, 3])
def test_papers_whose_maker_dies_go_on_and_come_to_the_same(after: int) -> None:
    client, _member, review = signed()
    made_here(review)
    whole = taken(client, review)
    begin_papers(review, kind="cases", mover="prosecutor")
    with dying(after):
        assert run(review).state == "working"
    with patch(f"{WORK}.make_lot", side_effect=make_lot) as lots:
        assert run(review).state == "done"
    assert lots.call_count == max(2 - after, 0)
    again = taken(client, review)
    assert _without_spreadsheets(again) == _without_spreadsheets(whole)


def _without_spreadsheets(files: dict[str, bytes]) -> dict[str, bytes]:
    """Leave out what tells when it was made, and the table with its digest."""
    return {name: made for name, made in files.items() if not name.endswith(("xlsx", "manifest.csv"))}


def test_nothing_of_the_papers_is_readable_on_the_disk_while_they_are_made_and_after() -> None:
    _client, _member, review = signed()
    with dying(3):
        made_here(review)
    _nothing_is_readable()
    run(review)
    _nothing_is_readable()


def _nothing_is_readable() -> None:
    found = files_in(REVIEWS)
    assert any("papers-" in name for name in found)
    for kept in found.values():
        assert not any(word in kept for word in (b"%PDF-1", b"800000", NAMES[0].encode()))


def test_of_finished_papers_one_file_is_kept_and_it_goes_with_the_review_and_with_the_next_papers() -> None:
    _client, _member, review = signed()
    papers = made_here(review)
    vault = vault_of_papers(papers)
    assert vault is not None
    assert vault.has(ZIP)
    assert len(vault.place.names()) == 2  # who files, too
    begin_papers(review, kind="bulk", mover="prosecutor")
    assert not vault.is_there
    run(review)
    delete_review(review)
    assert files_in(REVIEWS) == {}


def test_papers_are_stopped_and_go_on() -> None:
    client, _member, review = signed()
    with patch("petitions.review.screens.paper_views.make_apart"):
        client.post(f"/county/{review.pk}/papers/make/", {"kind": "cases", "mover": "public_defender"})
        told = client.get(f"/county/{review.pk}/papers/now/").json()
        assert told["goes_on"]
        client.post(f"/county/{review.pk}/papers/stop/")
        page = client.get(f"/county/{review.pk}/papers/").content.decode()
        assert "Stopped" in page
        client.post(f"/county/{review.pk}/papers/make/", {"again": "1"})
    assert run(review).state == "done"
    assert "papers/00001/0000001-application.pdf" in taken(client, review)


def test_who_lost_the_papers_hands_out_nothing() -> None:
    _client, _member, review = signed()
    begin_papers(review, kind="cases", mover="prosecutor")
    gather = resolve_name("petitions.review.papers.work:_gather")

    def stopped_meanwhile(*given: Any) -> int:
        papers = papers_of(review)
        assert papers is not None
        stop_run(papers)
        return int(gather(*given))

    with patch("petitions.review.papers.work._gather", stopped_meanwhile):
        assert run(review).state == "stopped"


def test_papers_of_a_review_that_has_changed_are_not_handed_out() -> None:
    client, _member, review = signed()
    papers_made(review)
    open_again(review)
    assert client.get(f"/county/{review.pk}/papers/take/").status_code == 302
    review.refresh_from_db()
    sign_off(review, seen=review.version, user_id=_member.user.pk)
    answer = client.get(f"/county/{review.pk}/papers/take/", follow=True)
    assert "has changed since" in answer.content.decode()


def test_a_review_that_changes_before_its_cases_are_listed_gets_no_papers() -> None:
    _client, _member, review = signed()
    begin_papers(review, kind="cases", mover="prosecutor")
    open_again(review)
    papers = run(review)
    assert (papers.state, papers.trouble) == ("failed", "changed")
    assert go_on(review)


def test_papers_of_a_review_that_is_gone_fail() -> None:
    _client, _member, review = signed()
    begin_papers(review, kind="cases", mover="prosecutor")
    delete_review(review)
    assert run(review).trouble == "files"


def test_pressing_twice_makes_papers_once() -> None:
    _client, _member, review = signed()
    assert begin_papers(review, kind="cases", mover="prosecutor")
    assert not begin_papers(review, kind="cases", mover="prosecutor")
    assert ReviewPapers.objects.count() == 1


def test_where_there_is_no_case_the_page_says_so() -> None:
    elsewhere = b"\r\n".join((HEADER, row(STP_ORI_CNTY_NAME="YOLO"), b""))
    client, _member, review = signed(elsewhere)
    assert made_here(review).trouble == "no_cases"
    page = client.get(f"/county/{review.pk}/papers/").content.decode()
    assert "There is no case to make a paper for." in page


def test_beginning_and_taking_papers_stand_in_the_log() -> None:
    client, member, review = signed()
    with patch("petitions.review.screens.paper_views.make_apart"):
        client.post(f"/county/{review.pk}/papers/make/", {"kind": "bulk"})
    papers_made(review)
    client.get(f"/county/{review.pk}/papers/take/")
    client.post(f"/county/{review.pk}/papers/cases/")
    entries = AuditEntry.objects.filter(organization=member.organization)
    notes = {entry.additional_data["what"] for entry in entries}
    assert {"papers for the courts begun", "papers for the courts", "file of cases"} <= notes


def test_a_shape_of_progress_for_each_step_says_how_much_is_done() -> None:
    client, _member, review = signed()
    papers_made(review)
    told = []
    for step in ("prepare", "print", "courts", "gather"):
        ReviewPapers.objects.update(state="working", step=step, done=1_000, whole=4_000)
        with patch("petitions.review.screens.paper_views.make_apart"):
            told.append(client.get(f"/county/{review.pk}/papers/now/").json()["said"])
    assert told == [
        "Step 1 of 4: we list the cases.",
        "Step 2 of 4: we make the papers of the cases. 1,000 of 4,000 cases.",
        "Step 3 of 4: we make the papers of the courts. 25 percent is done.",
        "Step 4 of 4: we put all papers in one file. 25 percent is done.",
    ]


def test_the_list_of_cases_is_what_the_command_reads() -> None:
    client, _member, review = signed(content())
    answer = client.post(f"/county/{review.pk}/papers/cases/")
    assert isinstance(answer, StreamingHttpResponse)
    lines = b"".join(answer.streaming_content).decode().splitlines()  # type: ignore[arg-type]
    cases = [json.loads(line) for line in lines]
    assert len(cases) == 12
    assert {case["county"] for case in cases} == {"Los Angeles"}
