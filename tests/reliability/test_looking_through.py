"""What looks through the work of a soak or of a scale run notices a part, a page or a row that is not there (S43)."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings

from benchmarks.invented_matters import answers_of_one
from benchmarks.looked_through import whole_job, whole_review
from petitions.clinic.printing.plan import Options
from petitions.clinic.printing.selection import wanted
from petitions.clinic.printing.work import work
from petitions.interview.screening import today
from petitions.records.files.stores import PRINTS
from petitions.records.matters.print_models import PrintJob, PrintPart, PrintState
from petitions.records.matters.printing import ask_for_job, parts_of
from petitions.records.reviews.models import CountyReview
from tests.clinic.people import matter_of, office
from tests.records.files.in_bucket import put_in
from tests.review.screens.offices import done, reviewer, vault_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def job(settings: LazySettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> PrintJob:
    """Return a job of two people that is done."""
    settings.PRINTS_DIR = str(tmp_path)
    monkeypatch.setattr("petitions.clinic.printing.work._HOLD_EVERY", 3600)
    member = office().member("reviewer")
    wants = [
        wanted(matter_of(member, answers=answers_of_one(number)), without_approval=True, on=today())
        for number in range(2)
    ]
    made = ask_for_job(
        wants,
        organization_id=member.organization.pk,
        user_id=member.user.pk,
        token="once",
        options={"print": Options().as_json(), "language": "en", "on": today().isoformat()},
    )
    work(made)
    return made


def test_a_job_that_is_whole_tells_the_pages_of_each_person(job: PrintJob) -> None:
    assert whole_job(job) == {one.matter_id: one.pages for one in parts_of(job)}
    assert all(pages > 3 for pages in whole_job(job).values())


def test_a_job_without_one_of_its_parts_is_not_whole(job: PrintJob) -> None:
    PrintPart.objects.filter(pk=parts_of(job)[0].pk).update(state=PrintState.FAILED)
    with pytest.raises(AssertionError, match="a part is lost"):
        whole_job(job)


def test_a_job_with_a_page_too_many_is_not_whole(job: PrintJob) -> None:
    PrintJob.objects.filter(pk=job.pk).update(pages=job.pages + 1)
    with pytest.raises(AssertionError, match="lost or doubled"):
        whole_job(job)


def test_a_job_that_left_half_a_file_is_not_whole(job: PrintJob) -> None:
    put_in(PRINTS, f"{job.pk}/.half", b"")
    with pytest.raises(AssertionError, match="half a file"):
        whole_job(job)


def test_a_review_that_was_given_up_is_not_whole(settings: LazySettings, tmp_path: Path) -> None:
    settings.REVIEWS_DIR = str(tmp_path)
    review = done(reviewer())
    assert len(whole_review(review)) == 64 and vault_for(review)
    CountyReview.objects.filter(pk=review.pk).update(state="failed", trouble="again")
    with pytest.raises(AssertionError, match="failed again"):
        whole_review(review)
