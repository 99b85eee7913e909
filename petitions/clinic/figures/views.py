"""Views of the figures of an organization, and each as a file in which nobody can be found again."""

from __future__ import annotations

import csv
import io

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from petitions.access.actors import Actor, staff
from petitions.access.audit import note_seen
from petitions.access.matters import matters_of
from petitions.access.roles import Action, sees_every_matter
from petitions.clinic.after.cases import cases_of
from petitions.clinic.figures.numbers import Figures, for_others
from petitions.clinic.figures.numbers import figures as numbers
from petitions.clinic.figures.spans import spans_chart
from petitions.clinic.summaries import summaries_of
from petitions.documents.figures.charts import Chart, chart_of


@require_safe
@staff(Action.SEE_FIGURES)
def figures(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Show the figures: small numbers only to whoever may see every matter anyway."""
    note_seen(actor, actor.organization, what="figures")
    sees_all = actor.may(Action.SEE_MATTERS) and sees_every_matter(actor.role)
    found = _numbers(actor)
    context = {"charts": _charts(found if sees_all else for_others(found)), "sees_all": sees_all}
    return render(request, "clinic/figures/figures.html", context)


@require_safe
@staff(Action.SEE_FIGURES)
def figure_svg(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Hand out one picture."""
    chart = _chart(request, actor)
    answer = render(request, "clearrecord/charts/file.svg", {"chart": chart}, content_type="image/svg+xml")
    return _as_file(answer, name=f"{chart.key}.svg")


@require_safe
@staff(Action.SEE_FIGURES)
def figure_csv(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Hand out one table."""
    chart, made = _chart(request, actor), io.StringIO()
    csv.writer(made).writerows((chart.heads, *chart.rows))
    answer = HttpResponse("\ufeff" + made.getvalue(), content_type="text/csv; charset=utf-8")
    return _as_file(answer, name=f"{chart.key}.csv")


def _numbers(actor: Actor) -> Figures:
    found = matters_of(actor.organization_id).order_by("number")
    summaries = summaries_of(found)
    return numbers(summaries, cases_of(summaries, organization_id=actor.organization_id))


def _charts(found: Figures) -> list[Chart]:
    return [*(chart_of(one) for one in found.counted), spans_chart(found.spans)]


def _chart(request: HttpRequest, actor: Actor) -> Chart:
    """Return one chart as files have it; raise Http404 where there is none of that name."""
    note_seen(actor, actor.organization, what="figures file")
    key = request.GET.get("of", "states")
    chart = next((one for one in _charts(for_others(_numbers(actor))) if one.key == key), None)
    if chart is None:
        raise Http404
    return chart


def _as_file(answer: HttpResponse, *, name: str) -> HttpResponse:
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
