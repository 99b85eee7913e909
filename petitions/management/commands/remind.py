"""The ``remind`` command: sends the reminders that are due today."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from petitions.interview.after.sending import send_due
from petitions.interview.screening import today
from petitions.records.reminders.writing import purge_reminders


class Command(BaseCommand):
    """Send what is due."""

    help = (
        "Send the reminders by e-mail that are due today. Run it every hour; several runs at once do no harm."
    )

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Delete what is over, send, and say how many mails that were."""
        now = timezone.now()
        purge_reminders(now=now)
        run = send_due(on=today(), now=now)
        self.stdout.write(f"Sent {run.sent} reminders; {run.failed} could not be sent now.")
