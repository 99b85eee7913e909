"""Where the file has several case numbers, or none, staff choose the one that stands on papers."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.test import Client

from petitions.records.reviews.deciding import kept_choices, sign_off
from petitions.records.reviews.models import CountyReview, ReviewDecision
from tests.access.signing_in.members import just_proved
from tests.review.screens.offices import content, done, reviewer, several_numbers, vault_for

pytestmark = pytest.mark.django_db


def one() -> tuple[Client, CountyReview]:
    member = reviewer()
    return just_proved(member), done(member, several_numbers())


def decide(client: Client, review: CountyReview, row: int, **sent: str) -> int:
    return client.post(f"/county/{review.pk}/convictions/{row}/", {"seen": "0", **sent}).status_code


def cases(client: Client, review: CountyReview) -> list[tuple[str | None, int]]:
    """Return the number of each case of the papers, and how many counts it has."""
    review.refresh_from_db()
    if review.signed_at is None:
        sign_off(review, seen=review.version, user_id=review.user_id or 0)
    answer = client.post(f"/county/{review.pk}/papers/cases/")
    made = [json.loads(line) for line in b"".join(answer.streaming_content).splitlines()]  # type: ignore[attr-defined]
    return [(case["case_number"], len(case["counts"])) for case in made]


def test_without_a_choice_the_case_keeps_all_its_numbers() -> None:
    client, review = one()
    page = client.get(f"/county/{review.pk}/convictions/0/").content.decode()
    assert "Case number for the papers" in page and "BA800002" in page
    assert cases(client, review) == [("BA800001; BA800002", 1), ("BA800001", 1), (None, 1)]


def test_a_chosen_number_stands_on_the_papers_and_in_the_table_of_changes() -> None:
    client, review = one()
    assert decide(client, review, 0, number="BA800002") == 302
    assert cases(client, review)[0] == ("BA800002", 1)
    answer = client.get(f"/county/{review.pk}/take/changes/csv/").content.decode("utf-8-sig")
    assert [line["Staff Case Number"] for line in csv.DictReader(io.StringIO(answer))] == ["BA800002"]


def test_a_number_is_typed_where_the_file_has_none_or_no_right_one() -> None:
    client, review = one()
    rows = sorted(int(row) for row in _open_rows(client, review))
    assert decide(client, review, rows[-1], other_number=" BA  77 ") == 302
    assert decide(client, review, rows[0], number="BA800001", other_number="BA 99") == 302
    assert cases(client, review) == [("BA 99", 1), ("BA800001", 1), ("BA 77", 1)]
    assert _open_rows(client, review) == []


def _open_rows(client: Client, review: CountyReview) -> list[str]:
    page = client.get(f"/county/{review.pk}/convictions/?mark=number").content.decode()
    return [part.split("/")[0] for part in page.split("/convictions/")[1:] if part.split("/")[0].isdecimal()]


@pytest.mark.parametrize("typed", ["BA1; BA2", "BA\ue000", "B" * 61])
def test_what_is_no_one_number_is_refused(typed: str) -> None:
    client, review = one()
    assert decide(client, review, 0, other_number=typed) == 200
    assert not ReviewDecision.objects.exists()


def test_a_number_that_the_file_does_not_have_cannot_be_chosen_only_typed() -> None:
    client, review = one()
    assert decide(client, review, 0, number="BA1") == 200


def test_one_number_is_not_asked_for() -> None:
    member = reviewer()
    review = done(member, content(4))
    page = just_proved(member).get(f"/county/{review.pk}/convictions/2/").content.decode()
    assert "Case number for the papers" not in page and "Another case number" not in page


def test_the_number_is_sealed_in_the_database_and_kept_with_an_outcome() -> None:
    client, review = one()
    decide(client, review, 0, other_number="CANARY9", outcome="Not eligible", reason="Too serious")
    assert b"CANARY9" not in bytes(ReviewDecision.objects.get().content)
    choice = kept_choices(review, vault_for(review))[0].choice
    assert (choice.case_number, choice.outcome) == ("CANARY9", "Not eligible")
