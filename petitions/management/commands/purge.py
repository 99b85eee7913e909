"""The ``purge`` command: deletes answers that nobody came back to, with the sessions that led to them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from petitions.records.reminders.writing import purge_reminders
from petitions.records.retention import idle_limit
from petitions.records.writing import purge_idle


class Command(BaseCommand):
    """Delete what has been idle too long."""

    help = "Delete answers that have been idle too long, and expired sessions. Run it every hour."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Delete, and say how many interviews that were."""
        purged = purge_idle(now=timezone.now(), idle=idle_limit())
        purge_reminders(now=timezone.now())
        import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
        self.stdout.write(f"Deleted {purged} idle interviews.")
