"""Draws the top of each page within a matter: the clinic's own, and a bar that names the matter and leads back."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string

from petitions.clinic.approval import approval_of
from petitions.clinic.inside.agreement import agreement_of
from petitions.clinic.inside.prefix import outside
from petitions.clinic.inside.ways import ways_for
from petitions.clinic.summaries import summary
from petitions.interview.answers import Answers
from petitions.records.matters.models import Matter


def top_of(request: HttpRequest, matter: Matter, answers: Answers, *, prefix: str) -> str:
    """Return the top of a page, whose links begin with ``prefix`` and so lead out of the matter."""
    with outside(prefix):
        return render_to_string("clinic/inside/_frame.html", bar_of(matter, answers), request)


def bar_of(matter: Matter, answers: Answers) -> dict[str, object]:
    """Return what the bar shows: number, initials, ways, and whether an approval holds that a change would end."""
    found = summary(matter)
    return {
        "matter": matter,
        "initials": found.initials if found else "",
        "ways": ways_for(matter),
        "sheet_agreement": agreement_of(answers),
        "approval": approval_of(matter, answers),
    }
