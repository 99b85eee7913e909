"""The states of the pages of county reviews."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from django.utils import timezone

from petitions.records.reviews.deciding import Choice, decide_row, open_again, sign_off
from petitions.records.reviews.keeping import row_of, vault_of
from petitions.records.reviews.models import CountyReview, ReviewPapers, ReviewState
from petitions.review.policies.rules import DISMISS, NOT_ELIGIBLE
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member
from tests.pages.state import Scene, State
from tests.review.screens.offices import (
    LOS_ANGELES,
    content,
    done,
    gathering,
    papers_made,
    reviewer,
    several_numbers,
)

NO_PAGE: dict[str, str] = {
    "county_upload": "only leads back to the files",
    "county_pick": "only leads back to the files",
    "county_take_out": "only leads back to the files",
    "county_begin": "only leads on to how far it is",
    "county_now": "says how far a review is, to a script",
    "county_stop": "only leads back to the review",
    "county_chart_svg": "is a picture",
    "county_chart_csv": "is a CSV file",
    "county_spreadsheet": "is a CSV file",
    "county_changes": "is a CSV or XLSX file",
    "county_summary": "is a JSON file",
    "county_report": "is a PDF file, or a page to be taken away",
    "county_papers_make": "only leads back to the papers",
    "county_papers_now": "says how far the papers are, to a script",
    "county_papers_stop": "only leads back to the papers",
    "county_papers_take": "is a ZIP file",
    "county_papers_cases": "is a JSON file",
    "county_open_again": "only leads back to signing off",
}
AT = "/county/"
BAD = b"too,few\n"


def states() -> Iterator[State]:
    """Give them all."""
    yield State("county-none", "county_reviews", staff=lambda: Scene(just_proved(reviewer()), AT))
    yield State("county-list", "county_reviews", staff=_list)
    yield State("county-new", "county_new", staff=lambda: Scene(just_proved(reviewer()), f"{AT}new/"))
    yield State(
        "empty-county-new", "county_new", staff=lambda: Scene(just_proved(reviewer()), f"{AT}new/", {})
    )
    yield State("county-files-none", "county_files", staff=lambda: _gathering("files/"))
    yield State("county-files", "county_files", staff=lambda: _gathering("files/", content()))
    yield State(
        "empty-county-files",
        "county_upload",
        staff=lambda: _gathering("files/send/", sent={}),
    )
    for name, state in (
        ("waiting", "waiting"),
        ("working", "working"),
        ("stopped", "stopped"),
        ("failed", "failed"),
    ):
        yield State(
            f"county-{name}",
            "county_review",
            staff=lambda state=state: _running(state),
            amid=_without_process,
        )
    for name, route, part in (
        ("results", "county_review", ""),
        ("compare", "county_compare", "compare/"),
        ("charts", "county_charts", "charts/"),
        ("problems", "county_problems", "problems/"),
        ("table", "county_table", "convictions/"),
        ("exports", "county_exports", "take/"),
        ("sign", "county_sign", "sign/"),
        ("person", "county_person", "convictions/2/"),
        ("delete", "county_delete", "delete/"),
        ("papers", "county_papers", "papers/"),
    ):
        yield State(f"county-{name}", route, staff=lambda part=part: _done(part))
    yield State("county-table-none", "county_table", staff=lambda: _done("convictions/?mark=changed"))
    yield State(
        "county-problems-none", "county_problems", staff=lambda: _done("problems/", files=(content(),))
    )
    yield State(
        "county-person-hand", "county_person", staff=lambda: _done("convictions/2/", options=LOS_ANGELES)
    )
    yield State(
        "wrong-county-person",
        "county_person",
        staff=lambda: _done("convictions/2/", sent={"outcome": DISMISS, "seen": "0"}),
    )
    yield State("wrong-county-person-stale", "county_person", staff=_stale)
    yield State("county-signed", "county_sign", staff=_signed)
    yield State("county-papers-signed", "county_papers", staff=lambda: _signed("papers/"))
    for name in ("working", "stopped", "failed", "done"):
        yield State(
            f"county-papers-{name}",
            "county_papers",
            staff=lambda name=name: _papers(name),
            amid=_without_papers_process,
        )
    yield State("county-papers-changed", "county_papers", staff=_papers_changed)
    yield State("county-results-changed", "county_review", staff=lambda: _changed(""))
    yield State("county-compare-changed", "county_compare", staff=lambda: _changed("compare/"))
    yield State("county-charts-changed", "county_charts", staff=lambda: _changed("charts/"))
    yield State("county-person-numbers", "county_person", staff=lambda: _several("convictions/0/"))
    yield State("county-table-numbers", "county_table", staff=lambda: _several("convictions/?mark=number"))
    yield State("county-sign-numbers", "county_sign", staff=lambda: _several("sign/"))
    yield State("county-person-signed", "county_person", staff=lambda: _signed("convictions/2/"))


def _without_process() -> AbstractContextManager[object]:
    return patch("petitions.review.screens.result_views.run_apart")


def _scene(member: Member, review: CountyReview, part: str, sent: dict[str, Any] | None = None) -> Scene:
    return Scene(just_proved(member), f"{AT}{review.pk}/{part}", sent)


def _gathering(part: str, *files: bytes, sent: dict[str, Any] | None = None) -> Scene:
    member = reviewer()
    return _scene(member, gathering(member, *files), part, sent)


def _running(state: str) -> Scene:
    member = reviewer()
    review = gathering(member, content())
    now = timezone.now()
    row_of(review).update(
        state=ReviewState(state),
        step="read" if state == "working" else "",
        done=700_000_000,
        whole=2_400_000_000,
        rows=870_000,
        step_began_at=now - timedelta(seconds=9),
        trouble="no_rows" if state == "failed" else "",
    )
    return _scene(member, review, "")


def _done(
    part: str,
    *,
    files: tuple[bytes, ...] = (content(40) + BAD,),
    options: Any = None,
    sent: dict[str, Any] | None = None,
) -> Scene:
    member = reviewer()
    review = done(member, *files, **({"options": options} if options else {}))
    return _scene(member, review, part, sent)


def _decide(member: Member, review: CountyReview, outcome: str = DISMISS) -> None:
    vault = vault_of(review)
    assert vault is not None
    choice = Choice(outcome, "The court file shows a lesser charge", is_looked_at=True)
    decide_row(review, vault, choice, row=2, seen=0, user_id=member.user.pk)


def _stale() -> Scene:
    member = reviewer()
    review = done(member, content(40))
    _decide(member, review)
    return _scene(
        member, review, "convictions/2/", {"outcome": "Not eligible", "reason": "Too serious", "seen": "0"}
    )


def _signed(part: str = "sign/") -> Scene:
    member = reviewer()
    review = done(member, content(40))
    _decide(member, review)
    sign_off(review, seen=2, user_id=member.user.pk)
    return _scene(member, review, part)


def _papers(state: str) -> Scene:
    member, review = _signed_review()
    papers = papers_made(review)
    now = timezone.now()
    more = {"step": "print", "done": 31_000, "whole": 66_000, "step_began_at": now - timedelta(seconds=40)}
    how = {"state": state, "trouble": "again", **(more if state == "working" else {})}
    ReviewPapers.objects.filter(pk=papers.pk).update(**how)
    return _scene(member, review, "papers/")


def _papers_changed() -> Scene:
    member, review = _signed_review()
    papers_made(review)
    open_again(review)
    return _scene(member, review, "papers/")


def _signed_review() -> tuple[Member, CountyReview]:
    member = reviewer()
    review = done(member, content(40))
    sign_off(review, seen=1, user_id=member.user.pk)
    review.refresh_from_db()
    return member, review


def _changed(part: str) -> Scene:
    member = reviewer()
    review = done(member, content(40))
    _decide(member, review, NOT_ELIGIBLE)
    return _scene(member, review, part)


def _several(part: str) -> Scene:
    """Show a review of one person whose case has two numbers, and one whose case has none."""
    return _done(part, files=(several_numbers(),))


def _without_papers_process() -> AbstractContextManager[object]:
    return patch("petitions.review.screens.paper_views.make_apart")


def _list() -> Scene:
    member = reviewer()
    gathering(member, content())
    review = done(member, content(40))
    sign_off(review, seen=1, user_id=member.user.pk)
    return Scene(just_proved(member), AT)
