"""Once a review is signed off, its papers for the courts can be made."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from django.http import StreamingHttpResponse

from petitions.records.reviews.deciding import sign_off
from tests.access.signing_in.members import just_proved
from tests.documents.printed_pages import text
from tests.review.screens.offices import content, done, reviewer

pytestmark = pytest.mark.django_db


def test_before_it_is_signed_off_there_are_no_papers() -> None:
    member = reviewer()
    review = done(member, content())
    page = just_proved(member).post(f"/county/{review.pk}/papers/", {"kind": "papers"})
    assert page.status_code == 200
    assert b"Sign off the review first" in page.content


def test_each_court_gets_a_motion_an_order_and_a_list() -> None:
    member = reviewer()
    review = done(member, content())
    sign_off(review, seen=1, user_id=member.user.pk)
    answer = just_proved(member).post(
        f"/county/{review.pk}/papers/", {"kind": "papers", "mover": "prosecutor"}
    )
    assert answer.headers["Content-Type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        names = set(archive.namelist())
        motion = text(archive.read("court-001/motion.pdf"))
        left_out = archive.read("without-papers.csv").decode("utf-8-sig")
    assert {
        "court-001/motion.pdf",
        "court-001/order.pdf",
        "court-001/list.pdf",
        "court-001/list.csv",
    } <= names
    assert "800000" in motion
    assert "Why" in left_out


def test_the_list_of_cases_is_what_the_command_reads() -> None:
    member = reviewer()
    review = done(member, content())
    sign_off(review, seen=1, user_id=member.user.pk)
    answer = just_proved(member).post(f"/county/{review.pk}/papers/", {"kind": "cases"})
    assert isinstance(answer, StreamingHttpResponse)
    lines = b"".join(answer.streaming_content).decode().splitlines()  # type: ignore[arg-type]
    cases = [json.loads(line) for line in lines]
    assert len(cases) == 12
    assert {case["county"] for case in cases} == {"Los Angeles"}
