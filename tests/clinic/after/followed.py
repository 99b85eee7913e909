"""Made-up matters with papers that are approved, and steps of their cases."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from petitions.clinic.approval import facts_hash
from petitions.interview.screening import today
from petitions.records.matters.models import CaseStatus, Matter
from petitions.records.matters.reviewing import approve
from petitions.records.matters.steps import note_step
from tests.clinic.people import Member, matter_of


def approved(member: Member, answers: dict[str, Any], *, language: str = "en") -> Matter:
    """Open a matter and approve it as it is."""
    matter = matter_of(member, answers=answers, language=language)
    approve(matter, version=1, facts_hash=facts_hash(answers), user_id=member.user.pk)
    matter.refresh_from_db()
    return matter


def note(matter: Matter, status: CaseStatus, *, days_ago: int = 0, place: str = "c1", **more: Any) -> None:
    """Note a step some days ago."""
    on: date = today() - timedelta(days=days_ago)
    note_step(matter, place=place, status=status, on=on, user_id=None, **more)
