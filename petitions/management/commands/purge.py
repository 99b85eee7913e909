"""The ``purge`` command: deletes answers that were kept long enough, with the sessions that led to them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from petitions.access.api_tokens.keeping import purge_tokens
from petitions.access.audit import note_time_over
from petitions.access.audit_log import purge_audit
from petitions.access.organizations.break_glass import purge_glass
from petitions.access.organizations.invitations import purge_invitations
from petitions.access.refusals import purge_refusals
from petitions.access.throttle import purge_tries
from petitions.management.working import queue
from petitions.records.ended_keys import purge_ended_keys
from petitions.records.held.holding import purge_held
from petitions.records.keeping import purge_kept
from petitions.records.matters.ending import purge_drafts, purge_matters
from petitions.records.matters.printing import purge_prints
from petitions.records.reminders.writing import purge_reminders
from petitions.records.reviews.keeping import purge_reviews
from petitions.records.writing import purge_visits


class Command(BaseCommand):
    """Delete what has been kept long enough."""

    help = "Delete answers that have been kept long enough, and expired sessions. Run it every hour."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Delete, and say how much that was."""
        now = timezone.now()
        visits, kept = purge_visits(now=now), purge_kept(now=now)
        purge_held(now=now)
        purge_matters(now=now, note=note_time_over)
        purge_drafts(now=now)
        purge_prints(now=now)
        purge_reviews(now=now)
        purge_invitations(now=now)
        purge_tokens(now=now)
        purge_refusals(now=now)
        purge_audit(now=now)
        purge_glass(now=now)
        purge_tries(now=now)
        purge_reminders(now=now)
        purge_ended_keys(now=now)
        queue.forget(now=now)
        import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
        self.stdout.write(f"Deleted {visits} idle interviews and {kept} kept under a code.")
