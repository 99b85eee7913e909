"""Views of the judged convictions: the table, the history of one person, and what staff decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars as pl
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from petitions.access.actors import Actor
from petitions.access.audit import note_changed, note_seen
from petitions.records.reviews.deciding import Choice, Kept, Stale, decide_row, kept_choice
from petitions.records.reviews.models import CountyReview
from petitions.review.code_sections import SECTIONS
from petitions.review.kept.results import history_of, judged_of
from petitions.review.papers.final import number_beside, numbers_in
from petitions.review.policies.columns import CASE
from petitions.review.screens.context import Opened, opened
from petitions.review.screens.decision_form import DecisionForm
from petitions.review.screens.guards import review_page
from petitions.review.screens.parts import review_part
from petitions.review.screens.person import person_of
from petitions.review.screens.table import against_statute, next_open, page_of, wanted_in
from petitions.review.screens.words import MARKS, WORDS, determination_word


@require_safe
@review_page
def county_table(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Show the judged convictions that are looked for."""
    found = opened(review)
    shown = page_of(judged_of(found.vault), found.kept, wanted_in(request.GET), policy=found.asked.policy)
    note_seen(actor, review, what="convictions")
    return review_part(
        request,
        review,
        "table",
        shown=shown,
        sections=SECTIONS,
        determinations=[(one or "none", word) for one, word in WORDS.items()],
        marks=MARKS.items(),
    )


@require_http_methods(["GET", "POST"])
@review_page
def county_person(request: HttpRequest, actor: Actor, review: CountyReview, row: int) -> HttpResponse:
    """Show the history of the person who has a judged conviction, and take what staff decide on it."""
    found = opened(review)
    judged = judged_of(found.vault).with_columns(statute=against_statute())
    one = judged.filter(pl.col("row") == row)
    if not one.height:
        raise Http404
    kept = kept_choice(review, found.vault, row=row)
    line = one.row(0, named=True)
    beside = number_beside(judged, found.kept, row=row)
    form = _form(request, kept, numbers=numbers_in(line[CASE]), beside=beside)
    if request.method == "POST" and form.is_valid():
        try:
            return _decided(request, actor, found, form, judged=judged, row=row)
        except Stale:
            kept = kept_choice(review, found.vault, row=row)
            form.now_is(kept.version)
            form.add_error("outcome", _now(kept))
    else:
        note_seen(actor, review, what=f"person of row {row + 1}")
    return review_part(
        request,
        review,
        "person",
        form=form,
        kept=kept,
        person=person_of(history_of(found.vault, line), line, policy=found.asked.policy),
        number=kept.choice.case_number or beside,
        next=next_open(judged, found.kept, after=row),
    )


def _form(request: HttpRequest, kept: Kept, *, numbers: Sequence[str], beside: str) -> DecisionForm:
    """Return the form; a number that staff chose for another conviction of the case stands in it already."""
    choice = kept.choice
    initial = {
        "outcome": choice.outcome,
        "reason": choice.reason,
        "is_looked_at": choice.is_looked_at,
        "case_number": choice.case_number or beside,
        "seen": kept.version,
    }
    return DecisionForm(request.POST if request.method == "POST" else None, initial=initial, numbers=numbers)


def _decided(
    request: HttpRequest, actor: Actor, found: Opened, form: DecisionForm, *, judged: pl.DataFrame, row: int
) -> HttpResponse:
    """Keep the choice, and go on to the next open one where that is wanted; raise Stale."""
    given: dict[str, Any] = form.cleaned_data
    reason = given["reason"].strip() if given["outcome"] else ""
    choice = Choice(given["outcome"], reason, given["is_looked_at"], given["case_number"])
    is_opened = decide_row(
        found.review, found.vault, choice, row=row, seen=given["seen"], user_id=actor.user_id
    )
    note_changed(actor, found.review, parts=("outcome", "hand review", "case number"), what=f"row {row + 1}")
    if is_opened:
        messages.warning(request, gettext("This review was signed off. Your change has opened it again."))
    messages.success(request, gettext("Saved."))
    after = next_open(judged, {**found.kept, row: Kept(choice)}, after=row) if "next" in request.POST else row
    return redirect("county_person", review=found.review.pk, row=row if after is None else after)


def _now(kept: Kept) -> str:
    """Say what somebody else decided meanwhile."""
    told = {
        "who": kept.by or gettext("Somebody"),
        "what": determination_word(kept.choice.outcome)
        if kept.choice.outcome
        else gettext("As the policy says"),
        "why": kept.choice.reason or "–",
    }
    return (
        gettext("%(who)s changed this meanwhile. It is now: %(what)s (%(why)s). Save again to keep yours.")
        % told
    )
