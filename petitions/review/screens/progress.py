"""Says how far a review is: which step, how much of it is done, and how long the step may still take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.template.defaultfilters import filesizeformat
from django.utils.formats import number_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from petitions.documents.figures.figure import Text
from petitions.records.reviews.models import ReviewPapers, ReviewState
from petitions.records.reviews.running import HeldRun

STATES: Mapping[str, Text] = {
    ReviewState.GATHERING: _("Files are being added"),
    ReviewState.WAITING: _("Waiting"),
    ReviewState.WORKING: _("At work"),
    ReviewState.DONE: _("Done"),
    ReviewState.FAILED: _("Failed"),
    ReviewState.STOPPED: _("Stopped"),
}
TROUBLES: Mapping[str, Text] = {
    "no_rows": _("No row of the files could be read. Is it the research file of the Department of Justice?"),
    "no_file": _("A file of the server is not there any more. Start a new review."),
    "files": _("The files of this review cannot be opened any more. Start a new review."),
    "changed": _(
        "The review has changed since it was signed off. Sign it off again, then make the papers again."
    ),
    "no_cases": _("There is no case to make a paper for."),
    "again": _(
        "We tried three times, and it failed. Try again; if it fails again, tell whoever runs this site."
    ),
}
_STEPS: Mapping[str, Text] = {
    "copy": _("Step 1 of 4: we copy the files."),
    "read": _("Step 2 of 4: we read the files."),
    "decide": _("Step 3 of 4: we decide the convictions."),
    "gather": _("Step 4 of 4: we put the results together."),
}
_PAPER_STEPS: Mapping[str, Text] = {
    "prepare": _("Step 1 of 4: we list the cases."),
    "print": _("Step 2 of 4: we make the papers of the cases."),
    "courts": _("Step 3 of 4: we make the papers of the courts."),
    "gather": _("Step 4 of 4: we put all papers in one file."),
}
_IN_BYTES = ("copy", "read")
_TELLING = 0.03
"""From which part of a step its pace says how long the rest takes."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is, for its page and for a script."""

    said: str
    done: int
    whole: int
    goes_on: bool


def progress_of(review: HeldRun, *, now: datetime) -> Progress:
    """Return how far a review is, or its papers."""
    goes_on = review.state in (ReviewState.WAITING, ReviewState.WORKING)
    return Progress(_said(review, now=now), review.done, review.whole or 1, goes_on)


def _said(review: HeldRun, *, now: datetime) -> str:
    if review.state == ReviewState.FAILED:
        return str(TROUBLES.get(review.trouble, TROUBLES["again"]))
    if review.state != ReviewState.WORKING or not review.step:
        return str(STATES[review.state])
    steps = _PAPER_STEPS if isinstance(review, ReviewPapers) else _STEPS
    sentences = (str(steps[review.step]), _amount(review), _left(review, now=now))
    return " ".join(sentence for sentence in sentences if sentence)


def _amount(review: HeldRun) -> str:
    if isinstance(review, ReviewPapers):
        return _amount_of_papers(review)
    if review.step not in _IN_BYTES:
        return _percent(review) if review.step == "decide" else ""
    told = {"done": filesizeformat(review.done), "whole": filesizeformat(review.whole)}
    sentence = gettext("%(done)s of %(whole)s.") % told
    if not review.rows:
        return sentence
    rows = gettext("%(rows)s rows so far.") % {"rows": number_format(review.rows, force_grouping=True)}
    return f"{sentence} {rows}"


def _amount_of_papers(papers: ReviewPapers) -> str:
    if papers.step != "print":
        return _percent(papers) if papers.step in ("courts", "gather") else ""
    numbers = {
        "done": number_format(papers.done, force_grouping=True),
        "whole": number_format(papers.whole, force_grouping=True),
    }
    return gettext("%(done)s of %(whole)s cases.") % numbers


def _percent(review: HeldRun) -> str:
    return gettext("%(percent)d percent is done.") % {"percent": 100 * review.done // (review.whole or 1)}


def _left(review: HeldRun, *, now: datetime) -> str:
    """Say how long this step may still take, by its pace so far; nothing while that tells nothing."""
    if not review.whole or review.step_began_at is None or review.done < review.whole * _TELLING:
        return ""
    passed = (now - review.step_began_at).total_seconds()
    left = round(passed / review.done * (review.whole - review.done))
    if left < 1:
        return ""
    return ngettext(
        "About %(n)d second more for this step.", "About %(n)d seconds more for this step.", left
    ) % {"n": left}
