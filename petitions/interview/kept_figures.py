"""Gives the page that says what we keep each time span from the setting or constant that the code itself goes by."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings

from petitions.access import audit_log
from petitions.access.organizations.models import Organization
from petitions.access.throttle import RETURN_CODES
from petitions.documents import lately
from petitions.records.matters import printing
from petitions.records.reminders import writing as reminders
from petitions.records.retention import KEPT_DAYS, Keeping, limits
from petitions.records.reviews import keeping as reviews

_DAY, _HOUR, _MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


def kept_figures() -> dict[str, int]:
    """Return whole numbers; the name of each says of what, and in which unit."""
    own, shared, visit = (limits(one) for one in (Keeping.OWN, Keeping.SHARED, Keeping.VISIT))
    first, second, third = KEPT_DAYS
    usual = Organization()
    return {
        "own_hours": own.idle // _HOUR,
        "own_days": own.whole // _DAY,
        "shared_minutes": shared.idle // _MINUTE,
        "shared_hours": shared.whole // _HOUR,
        "visit_minutes": visit.idle // _MINUTE,
        "code_days_first": first,
        "code_days_second": second,
        "code_days_third": third,
        "sheet_hours": settings.SHEET_HOURS,
        "papers_minutes": lately.SECONDS // 60,
        "reminder_days": reminders.LONGEST // _DAY,
        "reminder_hours": reminders.CONFIRM_WITHIN // _HOUR,
        "wrong_code_minutes": RETURN_CODES.within // _MINUTE,
        "matter_closed_days": usual.days_after_close,
        "matter_untouched_days": usual.days_untouched,
        "print_hours": printing.KEPT // _HOUR,
        "log_years": audit_log.KEPT // (_DAY * 365),
        "review_days": reviews.KEPT // _DAY,
    }
