"""The parts of a review that the top of each of its pages leads to."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from petitions.records.reviews.models import CountyReview
from petitions.review.screens.choices import policy_name

_PARTS = (
    ("county_review", _("Results")),
    ("county_compare", _("Compare")),
    ("county_charts", _("Charts")),
    ("county_table", _("Convictions")),
    ("county_problems", _("Problems in the file")),
    ("county_exports", _("Files to take")),
    ("county_sign", _("Sign off")),
    ("county_papers", _("Papers for the courts")),
)


def review_part(request: HttpRequest, review: CountyReview, template: str, **more: object) -> HttpResponse:
    """Draw a part of a review, with the links to the others above it."""
    parts = [(reverse(route, args=(review.pk,)), str(name)) for route, name in _PARTS]
    context = {"review": review, "parts": parts, "policy": policy_name(review.options), **more}
    return render(request, f"review/{template}.html", context)
