"""What a worker is told of that comes round by the clock."""

from __future__ import annotations

import io

from django.core.management import call_command
from django_tasks import task

from petitions.records.telling import quiet


@task()
@quiet
def purge() -> None:
    """Delete what has been kept long enough."""
    call_command("purge", stdout=io.StringIO())


@task()
@quiet
def remind() -> None:
    """Send the reminders that are due."""
    call_command("remind", stdout=io.StringIO())
