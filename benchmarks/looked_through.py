"""Looks through what workers have made: each part of a print job and each row of a review, once and whole; Django must be set up."""

from __future__ import annotations

import hashlib
import io

import pikepdf

from petitions.records.files.stores import PRINTS
from petitions.records.matters.print_models import PrintJob, PrintState
from petitions.records.matters.printing import folder_of, parts_of
from petitions.records.reviews.keeping import vault_of
from petitions.records.reviews.models import CountyReview, ReviewState, RunUnit
from petitions.review.kept.exports import judged_results
from tests.records.files.in_bucket import files_in


def whole_job(job: PrintJob) -> dict[str, int]:
    """See that a job is there once and whole; return the pages of each matter, by its id."""
    job.refresh_from_db()
    assert job.state == PrintState.DONE, f"the job is {job.state}"
    parts = list(parts_of(job))
    assert {one.state for one in parts} == {PrintState.DONE}, "a part is lost"
    folder = folder_of(job)
    left = [name for name in files_in(PRINTS) if name.startswith(f"{job.pk}/.")]
    assert folder is not None and not left, "half a file was left"
    with pikepdf.open(io.BytesIO(folder.get("result") or b"")) as pdf:
        assert len(pdf.pages) == job.pages == sum(one.pages for one in parts), "pages are lost or doubled"
    return {one.matter_id: one.pages for one in parts}


def whole_review(review: CountyReview) -> str:
    """See that a review is done and has left no unit; return the digest of its results."""
    review.refresh_from_db()
    assert review.state == ReviewState.DONE, f"the review is {review.state} {review.trouble}"
    assert not RunUnit.objects.filter(review=review).exists(), "a unit was left"
    vault, whole = vault_of(review), hashlib.sha256()
    assert vault is not None
    for chunk in judged_results(vault, flow="configurable"):
        whole.update(chunk)
    return whole.hexdigest()
