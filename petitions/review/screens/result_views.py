"""Views of what a review came to: its effect on people, two policies beside each other, charts, and problems in the file."""

from __future__ import annotations

import csv
import io

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from petitions.access.actors import Actor
from petitions.access.audit import note_seen
from petitions.documents.figures.charts import Chart, chart_of
from petitions.records.reviews.keeping import files_of, name_of, row_of
from petitions.records.reviews.models import CountyReview, ReviewState
from petitions.review.kept.apart import run_apart
from petitions.review.kept.results import judged_of, problems_of
from petitions.review.papers.final import open_numbers, with_final
from petitions.review.reading.reasons import Reason
from petitions.review.recounting import is_recounted
from petitions.review.report.figures import figures_for_public, figures_of
from petitions.review.report.impact import final_lane, impact_of
from petitions.review.report.report import rules_of
from petitions.review.screens.changes import final_counts
from petitions.review.screens.choices import policy_name
from petitions.review.screens.context import Opened, opened
from petitions.review.screens.guards import grave_page, review_page
from petitions.review.screens.lanes import Lane, chosen_in, final_in, lanes_in
from petitions.review.screens.pairs import pairs_of
from petitions.review.screens.parts import review_part
from petitions.review.screens.progress import progress_of
from petitions.review.screens.shares import HEADS, Share, big_numbers, rows_of
from petitions.review.screens.table import against_statute, open_count
from petitions.review.tally import Tally

_PROBLEMS_A_PAGE = 100
_SIDES = ("first", "second")
_SIDE_WORDS = (_("First"), _("Second"))


@require_safe
@review_page
def county_review(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Show what a review came to, or how far it is."""
    if review.state == ReviewState.GATHERING:
        return redirect("county_files", review=review.pk)
    if review.state != ReviewState.DONE:
        run_apart(review)
        review = row_of(review).get()
    if review.state != ReviewState.DONE:
        progress = progress_of(review, now=timezone.now())
        context = {"review": review, "progress": progress, "policy": policy_name(review.options)}
        return render(request, "review/working.html", context)
    found = opened(review)
    note_seen(actor, review, what="results")
    asked, tally = found.asked, found.tally()
    impact, lane = impact_of(tally, review=asked), final_lane(tally, review=asked)
    rows = rows_of(impact.effects, now=impact.now, final=lane)
    judged = judged_of(found.vault)
    decided = with_final(judged, found.kept)
    return review_part(
        request,
        review,
        "results",
        impact=impact,
        outcomes=[Share(word, number, decided.height) for word, number in final_counts(decided)],
        big=big_numbers(rows, is_recounted=is_recounted(tally)),
        heads=HEADS,
        rows=rows,
        is_recounted=is_recounted(tally),
        rules=rules_of(asked.policy),
        open=open_count(judged, found.kept),
        without_number=open_numbers(decided),
        against=judged.filter(against_statute()).height,
        changed=len(found.changes),
        problems=len(problems_of(found.vault)),
    )


@require_safe
@review_page
def county_compare(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Show two lanes beside each other, both from one reading of the file; at first the policy and what became of it."""
    found = opened(review)
    note_seen(actor, review, what="compare")
    tally = found.tally()
    lanes = lanes_in(tally, review=found.asked)
    wanted = [chosen_in(lanes, request.GET, name=name, usual=lanes[at]) for at, name in enumerate(_SIDES)]
    impact = impact_of(tally, review=found.asked)
    return review_part(
        request,
        review,
        "compare",
        lanes=lanes,
        sides=zip(_SIDES, _SIDE_WORDS, wanted, strict=True),
        heads=HEADS,
        rows=rows_of([impact.effect(one.lane) for one in wanted], now=impact.now),
        pairs=pairs_of(tally, *wanted),
    )


@require_safe
@review_page
def county_charts(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Show the charts of one policy, or of the law."""
    found = opened(review)
    note_seen(actor, review, what="charts")
    tally = found.tally()
    lanes, lane = _lane(request, found, tally)
    return review_part(request, review, "charts", charts=_charts(tally, lane.lane), lanes=lanes, lane=lane)


@require_safe
@grave_page
def county_chart_svg(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Hand out one picture in which nobody can be found again."""
    chart = _public_chart(request, actor, review)
    answer = render(request, "clearrecord/charts/file.svg", {"chart": chart}, content_type="image/svg+xml")
    return _as_file(answer, name=f"{chart.key}.svg")


@require_safe
@grave_page
def county_chart_csv(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """Hand out one table in which nobody can be found again."""
    chart, made = _public_chart(request, actor, review), io.StringIO()
    csv.writer(made).writerows((chart.heads, *chart.rows))
    answer = HttpResponse("\ufeff" + made.getvalue(), content_type="text/csv; charset=utf-8")
    return _as_file(answer, name=f"{chart.key}.csv")


@require_safe
@review_page
def county_problems(request: HttpRequest, actor: Actor, review: CountyReview) -> HttpResponse:
    """List the rows of the files that have a problem."""
    found = opened(review)
    note_seen(actor, review, what="problems in the file")
    names = [name_of(one, found.vault) for one in files_of(review)]
    page = Paginator(problems_of(found.vault), _PROBLEMS_A_PAGE).get_page(request.GET.get("page"))
    rows = [(names[one.file], one.line, one.code, Reason(one.code).sentence) for one in page]
    return review_part(request, review, "problems", page=page, rows=rows)


def _charts(tally: Tally, lane: str) -> list[Chart]:
    return [chart_of(one) for one in figures_of(tally, lane=lane)]


def _public_chart(request: HttpRequest, actor: Actor, review: CountyReview) -> Chart:
    note_seen(actor, review, what="chart as a file")
    found = opened(review)
    tally = found.tally()
    _lanes, lane = _lane(request, found, tally)
    figures = figures_for_public(figures_of(tally, lane=lane.lane))
    chart = next((one for one in map(chart_of, figures) if one.key == request.GET.get("of", "section")), None)
    if chart is None:
        raise Http404
    return chart


def _lane(request: HttpRequest, found: Opened, tally: Tally) -> tuple[tuple[Lane, ...], Lane]:
    """Return all lanes and the one that is asked for: where none is, what will happen in the end."""
    lanes = lanes_in(tally, review=found.asked)
    final = final_in(lanes, tally, review=found.asked)
    return lanes, chosen_in(lanes, request.GET, name="lane", usual=final)


def _as_file(answer: HttpResponse, *, name: str) -> HttpResponse:
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
