"""When a matter ends: the countdown and the purge go by the same day, and neither is ever early."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from petitions.access.roles import Role
from petitions.clinic.ending.countdown import ending_of
from petitions.clinic.ending.days import Keeping, ending
from petitions.records.matters.ending import ending_by
from petitions.records.matters.models import Matter
from tests.clinic.people import Member, matter_of, office

_KEEPING = Keeping(after_close=90, untouched=180)
_NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
_moments = st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: _NOON + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("closed_at", "changed_at", "day", "left"),
    [
        (None, _NOON, "2026-08-28", 180),
        (_NOON, _NOON, "2026-05-30", 90),
        (_NOON, _NOON + timedelta(days=60), "2026-05-30", 90),
        (_NOON - timedelta(days=90), _NOON, "2026-03-01", 0),
    ],
    ids=("open", "closed", "changed after it was closed", "due today"),
)
def test_a_matter_ends_by_the_day_it_was_closed_or_else_last_changed(
    closed_at: datetime | None, changed_at: datetime, day: str, left: int
) -> None:
    found = ending(closed_at=closed_at, changed_at=changed_at, keeping=_KEEPING, on=_NOON.date())
    assert (found.day.isoformat(), found.days_left) == (day, left)
    assert found.is_due is (left <= 0)


@pytest.mark.parametrize(("left", "is_soon"), [(15, False), (14, True), (0, True), (-1, True)])
def test_the_last_two_weeks_are_soon(left: int, is_soon: bool) -> None:
    on = _NOON.date() + timedelta(days=180 - left)
    found = ending(closed_at=None, changed_at=_NOON, keeping=_KEEPING, on=on)
    assert (found.days_left, found.is_soon) == (left, is_soon)


@pytest.fixture
def member() -> Member:
    return office().member(Role.ADMIN)


@pytest.mark.django_db
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    changed=_moments,
    now=_moments,
    closed=st.none() | _moments,
    days=st.tuples(st.integers(7, 366), st.integers(7, 366)),
)
def test_the_purge_takes_exactly_what_the_countdown_calls_due(
    member: Member, changed: datetime, now: datetime, closed: datetime | None, days: tuple[int, int]
) -> None:
    organization = member.organization
    organization.days_after_close, organization.days_untouched = days
    organization.save(update_fields=["days_after_close", "days_untouched"])
    matter = matter_of(member)
    Matter.objects.filter(pk=matter.pk).update(changed_at=changed, closed_at=closed)
    matter.refresh_from_db()
    due = ending_of(matter, organization, on=timezone.localtime(now).date()).is_due
    assert ending_by(now, organization=organization).filter(pk=matter.pk).exists() is due
