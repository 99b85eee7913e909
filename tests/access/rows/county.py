"""The rows of county reviews: opened by their own role alone, after a proof."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from petitions.access.roles import Action, Role
from petitions.records.reviews.keeping import files_of, row_of
from petitions.records.reviews.models import CountyReview
from petitions.records.reviews.papers import papers_of
from tests.access.rows.shape import NOT_ALLOWED, OK, Answer, Parts, StaffRow, World
from tests.review.screens.offices import content, done, gathering, papers_made

AT = "/county/"
_MAY = Action.REVIEW_COUNTY
_FEW = content(4)


def of_review(world: World) -> Mapping[str, Any]:
    """Name a review that is done."""
    member = world.ours.member(Role.COUNTY)
    found = CountyReview.objects.filter(organization=member.organization, state="done").first()
    return {"review": (found or done(member, _FEW)).pk}


def of_new_review(world: World) -> Mapping[str, Any]:
    """Name a review whose files are still handed in."""
    member = world.ours.member(Role.COUNTY)
    found = CountyReview.objects.filter(organization=member.organization, state="gathering").first()
    return {"review": (found or gathering(member, _FEW)).pk}


def of_signed(world: World) -> Mapping[str, Any]:
    """Name a review that is done and signed off."""
    return {"review": _signed(world).pk}


def of_papers(world: World) -> Mapping[str, Any]:
    """Name a signed review whose papers are made."""
    review = _signed(world)
    if papers_of(review) is None:
        papers_made(review)
    return {"review": review.pk}


def _signed(world: World) -> CountyReview:
    review = CountyReview.objects.get(pk=of_review(world)["review"])
    row_of(review).filter(signed_at=None).update(signed_at=timezone.now())
    return row_of(review).get()


def _row_of(world: World) -> Mapping[str, Any]:
    return {**of_review(world), "row": 2}


def _kind(kind: str) -> Parts:
    return lambda world: {**of_review(world), "kind": kind}


def _place(world: World) -> Mapping[str, Any]:
    wanted = {"pk": of_new_review(world)["review"], "organization": world.ours.organization}
    review = CountyReview.objects.filter(**wanted).first()
    file = files_of(review).first() if review else None
    return {"place": file.place if file else ""}


def _row(
    name: str, *, get: Answer = OK, post: Answer = NOT_ALLOWED, parts: Parts = of_review, **more: Any
) -> StaffRow:
    """A review is loaded before the proof is asked for, so that what is foreign looks absent at once."""
    return StaffRow(name, _MAY, get=get, post=post, parts=parts, own=parts, **{"fresh": True, **more})


ROWS = (
    StaffRow("county_reviews", _MAY, fresh=True),
    StaffRow("county_new", _MAY, post=OK, fresh=True),
    _row("county_review"),
    _row("county_files", parts=of_new_review),
    _row("county_upload", get=NOT_ALLOWED, post=OK, parts=of_new_review),
    _row("county_pick", get=NOT_ALLOWED, post=AT, parts=of_new_review),
    _row("county_take_out", get=NOT_ALLOWED, post=AT, parts=of_new_review, sent=_place),
    _row("county_begin", get=NOT_ALLOWED, post=AT),
    _row("county_now", fresh=False),
    _row("county_stop", get=NOT_ALLOWED, post=AT),
    _row("county_compare"),
    _row("county_charts"),
    _row("county_chart_svg"),
    _row("county_chart_csv"),
    _row("county_problems"),
    _row("county_table"),
    _row("county_person", post=OK, parts=_row_of),
    _row("county_exports"),
    _row("county_spreadsheet", parts=_kind("judged")),
    _row("county_changes", parts=_kind("csv")),
    _row("county_summary"),
    _row("county_report", parts=_kind("html")),
    _row("county_sign", post=AT),
    _row("county_papers"),
    _row("county_papers_make", get=NOT_ALLOWED, post=AT, parts=of_signed),
    _row("county_papers_now", parts=of_papers, fresh=False),
    _row("county_papers_stop", get=NOT_ALLOWED, post=AT, parts=of_papers),
    _row("county_papers_take", parts=of_papers),
    _row("county_papers_cases", get=NOT_ALLOWED, post=OK, parts=of_signed),
    _row("county_open_again", get=NOT_ALLOWED, post=AT),
    _row("county_delete", post=AT),
)
