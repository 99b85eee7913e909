"""What the page of a matter shows around its grid."""

from __future__ import annotations

import secrets
from typing import Any

from django.utils.translation import gettext

from petitions.access.actors import Actor
from petitions.access.organizations.profiles import attorneys_of
from petitions.access.roles import Action
from petitions.clinic.approval import approval_of
from petitions.clinic.conflicts import conflicts_for
from petitions.clinic.desk.rows import Desk
from petitions.clinic.ending.countdown import ending_of
from petitions.clinic.inside.ways import ways_for
from petitions.clinic.review.forms import AssignForm, CommentForm
from petitions.clinic.summaries import names_of
from petitions.courts.directory import load_directory
from petitions.interview.answers import Answers, shown_name
from petitions.interview.counts import can_add
from petitions.interview.screening import today
from petitions.law.sections import LISTED
from petitions.records.matters.comments import comments_of
from petitions.records.matters.models import Matter


def matter_context(actor: Actor, matter: Matter, answers: Answers, desk: Desk) -> dict[str, Any]:
    """Return what the template draws."""
    names = names_of(answers)
    filed = {panel.id.removeprefix("case-") for panel in desk.panels if panel.id.startswith("case-")}
    return {
        "matter": matter,
        "desk": desk,
        "name": shown_name(answers) or gettext("No name yet"),
        "approval": approval_of(matter, answers),
        "can_add": can_add(answers),
        "counties": [county.name for county in load_directory().counties],
        "codes": [f"HS {section}" for section in LISTED],
        "language_name": _language(matter.language),
        "ways": ways_for(matter),
        "cases": [(row.number, row.place) for row in desk.rows if row.place in filed],
        "ending": ending_of(matter, actor.organization, on=today()),
        "may_end": actor.may(Action.END_MATTERS),
        "conflicts": conflicts_for(names, organization_id=matter.organization_id, besides=matter.pk),
        "comments": comments_of(matter),
        "comment_form": CommentForm(initial={"token": secrets.token_hex(16)}),
        "assign_form": AssignForm(actor, matter),
        "attorneys": attorneys_of(actor.organization_id),
    }


def _language(code: str) -> str:
    return gettext("Spanish") if code == "es" else gettext("English")
