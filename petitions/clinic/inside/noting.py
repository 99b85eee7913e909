"""Notes in the audit log what a member read or changed within a matter: names of pages and questions, never a value."""

from __future__ import annotations

from django.db import transaction

from petitions.access.actors import Actor
from petitions.access.audit import note_changed, note_seen
from petitions.clinic.inside.agreement import agreement_of
from petitions.clinic.inside.routes import PARTS_OF_PAGES
from petitions.interview.answers import Answers
from petitions.records.matters.models import Matter
from petitions.records.matters.writing import note_change

_AGREEING, _AGREED = "rap_sheet", "sheet_agreed"


def note_page(actor: Actor, matter: Matter, *, page: str) -> None:
    """Note that a member looked at a page; what a page loads by itself is noted with that page."""
    if page not in PARTS_OF_PAGES:
        note_seen(actor, matter, what=page)


@transaction.atomic
def note_answers(actor: Actor, matter: Matter, answers: Answers, *, page: str, part: str = "") -> None:
    """Note that the answers were changed: at which question, or on which page.

    Where the petitioner agreed that a sheet is read, the version of the text is noted too.
    """
    agreed = agreement_of(answers) if page == _AGREEING else None
    note_changed(
        actor,
        matter,
        parts=(_AGREED if agreed else part or page,),
        what=f"{page} text {agreed.version}" if agreed else page,
    )
    note_change(matter)
