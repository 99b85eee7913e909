"""A token of an organization's program, of which only a hash is kept, and how much it asked lately."""

from __future__ import annotations

from datetime import UTC, datetime

from django.conf import settings
from django.db import models

from petitions.access.organizations.models import Organization, new_id

NEVER = datetime(2000, 1, 1, tzinfo=UTC)


class ApiToken(models.Model):
    """A token; ``secret_hash`` is all that is kept of what the program sends. ``ended_at`` holds from the next call on."""

    id = models.CharField(primary_key=True, max_length=24, default=new_id)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE)
    name = models.CharField(max_length=60)
    """What the office calls the program."""
    secret_hash = models.CharField(max_length=64, unique=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    made_at = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    used_on = models.DateField(null=True, blank=True)
    """The last day on which it opened the API."""
    minute = models.DateTimeField(default=NEVER)
    """The minute that ``units`` counts."""
    units = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row."""
        return "token"
