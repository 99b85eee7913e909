"""Staff decide on convictions: with a reason, never over each other's head; a signed review opens again with a change."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from petitions.access.organizations.models import AuditEntry
from petitions.records.files.stores import REVIEWS, store
from petitions.records.reviews.keeping import purge_reviews, row_of, vault_of
from petitions.records.reviews.models import CountyReview, ReviewDecision, ReviewFile
from petitions.review.policies.rules import DISMISS, NOT_ELIGIBLE
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member
from tests.records.files.in_bucket import BUCKET_TAKES_LONG, files_in
from tests.review.screens.offices import LOS_ANGELES, content, done, gathering, reviewer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("each_store"), BUCKET_TAKES_LONG]
WHY = "The court file shows a lesser charge"


def one(*, people: int = 40) -> tuple[Client, Member, CountyReview]:
    member = reviewer()
    review = done(member, content(people), options=LOS_ANGELES)
    return just_proved(member), member, review


def decide(client: Client, review: CountyReview, *, row: int = 2, **sent: str) -> HttpResponse:
    return client.post(f"/county/{review.pk}/convictions/{row}/", {"seen": "0", **sent})


def changes(client: Client, review: CountyReview) -> list[dict[str, str]]:
    answer = client.get(f"/county/{review.pk}/take/changes/csv/")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_an_outcome_of_ones_own_wants_a_reason() -> None:
    client, _member, review = one()
    assert decide(client, review, outcome=DISMISS).status_code == 200
    assert not ReviewDecision.objects.exists()


def test_a_decision_stands_in_the_spreadsheet_with_who_and_why() -> None:
    client, member, review = one()
    assert decide(client, review, outcome=DISMISS, reason=WHY, is_looked_at="on").status_code == 302
    (line,) = changes(client, review)
    assert (line["Staff Determination"], line["Staff Reason"]) == (DISMISS, WHY)
    assert (line["Hand Review Done"], line["By"]) == ("Yes", member.user.shown_name)


def test_the_reason_is_sealed_in_the_database() -> None:
    client, _member, review = one()
    decide(client, review, outcome=DISMISS, reason=WHY)
    assert WHY.encode() not in bytes(ReviewDecision.objects.get().content)


def test_two_members_never_overwrite_each_other_and_see_both() -> None:
    client, member, review = one()
    other = just_proved(Member(reviewer().user, member.organization))
    decide(client, review, outcome=DISMISS, reason=WHY)
    stale = decide(client, review, outcome=NOT_ELIGIBLE, reason="Too serious")
    assert stale.status_code == 200
    page = stale.content.decode()
    assert WHY in page
    assert "Too serious" in page
    assert changes(client, review)[0]["Staff Determination"] == DISMISS
    assert decide(client, review, outcome=NOT_ELIGIBLE, reason="Too serious", seen="1").status_code == 302
    assert changes(client, review)[0]["Staff Determination"] == NOT_ELIGIBLE
    assert other is not client


def test_a_row_that_was_not_judged_has_no_page() -> None:
    client, _member, review = one()
    assert client.get(f"/county/{review.pk}/convictions/0/").status_code == 404
    assert client.get(f"/county/{review.pk}/convictions/999999/").status_code == 404


def test_a_change_opens_a_signed_review_again_and_says_so() -> None:
    client, _member, review = one()
    client.post(f"/county/{review.pk}/sign/", {"seen": "1"})
    review.refresh_from_db()
    assert review.signed_at is not None
    decide(client, review, outcome=DISMISS, reason=WHY)
    review.refresh_from_db()
    assert review.signed_at is None
    page = client.get(f"/county/{review.pk}/sign/").content.decode()
    assert "has opened it again" in page
    assert "Opened again by a change" in page


def test_nobody_signs_what_they_have_not_seen() -> None:
    client, _member, review = one()
    decide(client, review, outcome=DISMISS, reason=WHY)
    client.post(f"/county/{review.pk}/sign/", {"seen": "1"})
    review.refresh_from_db()
    assert review.signed_at is None


def test_save_and_next_goes_to_the_next_open_hand_review() -> None:
    client, _member, review = one()
    table = client.get(f"/county/{review.pk}/convictions/?mark=open").content.decode()
    assert "convictions" in table
    answer = decide(client, review, is_looked_at="on", next="1")
    assert answer.headers["Location"].startswith(f"/county/{review.pk}/convictions/")


def test_every_person_and_every_file_stands_in_the_log_without_their_name() -> None:
    client, member, review = one()
    for part in (
        "convictions/2/",
        "take/sheet/judged/",
        "take/changes/xlsx/",
        "take/report/html/",
        "take/summary/",
    ):
        client.get(f"/county/{review.pk}/{part}")
    entries = AuditEntry.objects.filter(organization=member.organization)
    notes = {entry.additional_data["what"] for entry in entries}
    assert {"person of row 3", "file Prop64_Results.csv", "file of changes", "report for the public"} <= notes
    everything = " ".join(f"{entry.object_repr} {entry.additional_data} {entry.changes}" for entry in entries)
    assert "DOE" not in everything
    assert "700000" not in everything


def test_filters_show_what_is_looked_for() -> None:
    client, _member, review = one()
    page = client.get(f"/county/{review.pk}/convictions/?section=11359").content.decode()
    assert "10 convictions" in page
    odd = client.get(f"/county/{review.pk}/convictions/?section=DOE&mark=x&page=-3&determination=y")
    assert "40 convictions" in odd.content.decode()


def test_a_spreadsheet_program_runs_nothing_of_what_was_typed() -> None:
    client, _member, review = one()
    decide(client, review, outcome=DISMISS, reason='=HYPERLINK("http://x.example")')
    assert changes(client, review)[0]["Staff Reason"].startswith("'=")
    book = client.get(f"/county/{review.pk}/take/changes/xlsx/").content
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_after_thirty_days_all_of_it_is_gone() -> None:
    member = reviewer()
    review = done(member, content())
    decide(just_proved(member), review, outcome=DISMISS, reason=WHY)
    now = timezone.now()
    assert purge_reviews(now=now + timedelta(days=29)) == 0
    assert purge_reviews(now=now + timedelta(days=30, minutes=1)) == 1
    assert not any(model.objects.exists() for model in (CountyReview, ReviewFile, ReviewDecision))
    assert files_in(REVIEWS) == {}


def test_a_review_whose_time_is_over_is_not_there_even_before_it_is_purged() -> None:
    client, _member, review = one()
    row_of(review).update(until=timezone.now())
    assert client.get(f"/county/{review.pk}/").status_code == 404


def test_files_without_a_review_are_purged_but_not_young_ones() -> None:
    member = reviewer()
    gathering(member)
    orphan = store(REVIEWS).folder("0" * 32)
    orphan.make()
    now = timezone.now()
    purge_reviews(now=now)
    assert orphan.is_there
    purge_reviews(now=now + timedelta(minutes=11))
    assert not orphan.is_there


def test_deleting_destroys_key_and_files_at_once() -> None:
    client, _member, review = one()
    assert client.post(f"/county/{review.pk}/delete/").status_code == 302
    review.refresh_from_db()
    assert bytes(review.content) == b""
    assert vault_of(review) is None
    assert files_in(REVIEWS) == {}
    assert client.get(f"/county/{review.pk}/").status_code == 404
