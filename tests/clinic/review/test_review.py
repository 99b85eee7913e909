"""An approval holds for exactly the facts that were seen; a reviewer sees what changed since; comments and names are sealed."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from petitions.access.roles import Role
from petitions.clinic.approval import facts_hash
from petitions.clinic.conflicts import conflicts_for
from petitions.clinic.desk.changes import apply_cells
from petitions.clinic.review.differences import differences
from petitions.clinic.summaries import summary
from petitions.interview.counts import with_conviction, without_conviction
from petitions.interview.questions import question_of
from petitions.interview.screening import today
from petitions.records.matters.models import Comment, Matter, MatterState
from petitions.records.matters.reading import answers_of
from petitions.records.matters.writing import save_matter_answers
from tests.clinic.people import Member, Office, answered, matter_of, office

pytestmark = pytest.mark.django_db


@pytest.fixture
def ours() -> Office:
    return office()


def change(matter: Matter, **cells: Any) -> None:
    opened = answers_of(matter)
    sent = {f"c1.{key}": fields for key, fields in cells.items()}
    found = apply_cells(opened.answers, sent, on=today())
    assert found.errors == {}
    save_matter_answers(matter, answers=found.answers, version=opened.version)


def post(member: Member, matter: Matter, page: str, **sent: str) -> int:
    return member.client.post(f"/clinic/matters/{matter.pk}/{page}/", sent).status_code


def test_the_way_of_a_matter_from_intake_to_approval_and_back(ours: Office) -> None:
    volunteer, attorney = ours.member(Role.VOLUNTEER), ours.member(Role.REVIEWER)
    matter = matter_of(volunteer, answers=answered())
    assert post(volunteer, matter, "hand-over") == 302
    assert "Ready for review" in attorney.client.get("/clinic/review/").text
    assert post(attorney, matter, "review/back", text="Which court was it?", version="1") == 302
    assert "Which court was it?" in volunteer.client.get(f"/clinic/matters/{matter.pk}/").text
    change(matter, age={"answer": "18_to_20"})
    page = attorney.client.get(f"/clinic/matters/{matter.pk}/review/").text
    assert "<del>21 or older</del>" in page and "<ins>18 to 20</ins>" in page
    assert post(attorney, matter, "review/approve", version="2") == 302
    matter.refresh_from_db()
    assert matter.state == MatterState.APPROVED and matter.approved_by == attorney.user
    change(matter, age={"answer": "21_or_older"})
    assert "Approved, then changed" in attorney.client.get("/clinic/review/").text


def test_what_was_changed_meanwhile_is_not_approved(ours: Office) -> None:
    attorney = ours.member(Role.REVIEWER)
    matter = matter_of(attorney, answers=answered())
    change(matter, age={"answer": "18_to_20"})
    refused = attorney.client.post(f"/clinic/matters/{matter.pk}/review/approve/", {"version": "1"})
    assert "It changed while you looked" in refused.text
    matter.refresh_from_db()
    assert not matter.approved_hash


def test_papers_that_are_not_ready_are_not_approved(ours: Office) -> None:
    attorney = ours.member(Role.REVIEWER)
    matter = matter_of(attorney)
    assert post(attorney, matter, "review/approve", version="1") == 200
    matter.refresh_from_db()
    assert not matter.approved_hash


def test_a_reload_does_not_lose_what_changed(ours: Office) -> None:
    attorney = ours.member(Role.REVIEWER)
    matter = matter_of(attorney, answers=answered())
    assert post(attorney, matter, "review/seen", version="1") == 302
    change(matter, age={"answer": "18_to_20"})
    for _time in range(2):
        assert "<ins>18 to 20</ins>" in attorney.client.get(f"/clinic/matters/{matter.pk}/review/").text
    post(attorney, matter, "review/seen", version="2")
    assert "<ins>" not in attorney.client.get(f"/clinic/matters/{matter.pk}/review/").text


@hypothesis_settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(["age:18_to_20", "age:21_or_older", "when:2003", "when:2005", "level:felony"]),
        max_size=6,
    )
)
def test_an_approval_holds_exactly_as_long_as_the_facts_are_the_same(steps: list[str]) -> None:
    answers = start = answered()
    for one in steps:
        key, _, value = one.partition(":")
        name = "text" if key == "when" else "answer"
        answers = apply_cells(answers, {f"c1.{key}": {name: value}}, on=today()).answers
    is_same = facts_hash(answers) == facts_hash(start)
    assert is_same == (differences(start, answers) == ())


def test_typing_the_same_again_opens_nothing() -> None:
    answers = answered()
    again = apply_cells(answers, {"c1.when": {"text": "2005"}}, on=today()).answers
    assert facts_hash(again) == facts_hash(answers)


def test_a_count_that_came_or_went_is_told_as_a_whole() -> None:
    answers = answered()
    more = with_conviction(answers)
    assert [one.now for one in differences(answers, more)][:1] == ["added"]
    assert [one.now for one in differences(more, without_conviction(more, "c2"))] == ["taken out"]
    question = question_of("age")
    assert question is not None


def test_comments_are_sealed_settled_and_written_once(ours: Office) -> None:
    attorney = ours.member(Role.REVIEWER)
    matter = matter_of(attorney, answers=answered())
    for _time in range(2):
        post(attorney, matter, "comment", text="Canary words", token="t")
    row = Comment.objects.get()
    assert b"Canary" not in bytes(row.content)
    assert post(attorney, matter, "comment", settle=row.pk) == 302
    assert "settled" in attorney.client.get(f"/clinic/matters/{matter.pk}/").text
    assert post(attorney, matter, "comment", open=row.pk) == 302
    assert post(attorney, matter, "comment", settle="nothing") == 404


def test_a_volunteer_sees_what_is_given_to_them_and_nothing_else(ours: Office) -> None:
    attorney, volunteer = ours.member(Role.REVIEWER), ours.member(Role.VOLUNTEER)
    matter = matter_of(attorney, answers=answered())
    path = f"/clinic/matters/{matter.pk}/"
    assert volunteer.client.get(path).status_code == 404
    assert post(attorney, matter, "assign", to=str(volunteer.user.pk)) == 302
    assert volunteer.client.get(path).status_code == 200
    other = ours.member(Role.VOLUNTEER, other="second")
    assert post(volunteer, matter, "assign", to=str(other.user.pk)) == 302
    assert volunteer.client.get(path).status_code == 404


def test_a_matter_is_given_to_members_of_its_organization_only(ours: Office) -> None:
    attorney, stranger = ours.member(Role.REVIEWER), office("Another Office").member(Role.REVIEWER)
    matter = matter_of(attorney, answers=answered())
    assert post(attorney, matter, "assign", to=str(stranger.user.pk)) == 404
    sent = {"matters": [matter.pk], "to": str(stranger.user.pk)}
    assert attorney.client.post("/clinic/matters/give/", sent).status_code == 404


@pytest.mark.parametrize(
    ("name", "is_found"),
    [
        ("Zuñiga, Ánh", True),
        ("ANH ZUNIGA", True),
        ("Anh-Zuniga", True),
        ("Annie Zuniga", True),
        ("Anh Nguyen", False),
        ("", False),
    ],
)
def test_the_same_name_is_found_however_it_is_written(ours: Office, name: str, is_found: bool) -> None:
    attorney = ours.member(Role.REVIEWER)
    summary(matter_of(attorney, answers=answered()))
    found = conflicts_for([name] if name else [], organization_id=ours.organization.pk)
    assert [one.number for one in found] == ([1] if is_found else [])
    assert conflicts_for([name], organization_id=office("Another").organization.pk) == []


def test_no_name_is_readable_in_the_marks(ours: Office) -> None:
    summary(matter_of(ours.member(Role.REVIEWER), answers=answered()))
    with connection.cursor() as cursor:
        cursor.execute("SELECT mark FROM petitions_mattername")
        marks = [mark for (mark,) in cursor.fetchall()]
    assert len(marks) == len(set(marks)) and all(len(mark) == 64 for mark in marks) and marks


def test_a_matter_is_found_by_number_or_by_name_and_neither_stands_in_an_address(ours: Office) -> None:
    attorney = ours.member(Role.REVIEWER)
    matter = matter_of(attorney, answers=answered())
    attorney.client.get("/clinic/")
    for find in ("1", "zuniga", "anh zuniga"):
        page = attorney.client.post("/clinic/", {"find": find})
        assert matter.pk in page.text and page.status_code == 200, find
    assert matter.pk not in attorney.client.post("/clinic/", {"find": "zuniga smith"}).text
    assert matter.pk not in attorney.client.get("/clinic/?state=closed").text
    assert matter.pk not in attorney.client.get("/clinic/?mine=1&page=999").text


def test_the_list_shows_initials_and_fifty_at_a_time(ours: Office) -> None:
    attorney = ours.member(Role.REVIEWER)
    for _number in range(51):
        matter_of(attorney, answers=answered())
    page = attorney.client.get("/clinic/").text
    assert "Zuñiga" not in page and page.count("number-link") == 50 and "Page 1 of 2" in page
    assert attorney.client.get("/clinic/?page=2").text.count("number-link") == 1
