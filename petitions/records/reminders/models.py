"""The rows of reminders: a sealed address and days to write on; and how often mail was asked for."""

from __future__ import annotations

from django.db import models


class Reminder(models.Model):
    """Reminders to one address. ``id`` is made from the secret in its link; ``content`` holds address and link."""

    id = models.CharField(primary_key=True, max_length=64)
    content = models.BinaryField()
    key_id = models.CharField(max_length=32)
    language = models.CharField(max_length=2)
    days = models.TextField()
    next_on = models.DateField(db_index=True)
    confirmed_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField(db_index=True)
    version = models.PositiveIntegerField(default=1)
    tries = models.PositiveSmallIntegerField(default=0)
    leased_until = models.DateTimeField(null=True)

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row alone."""
        return "reminder"


class MailCount(models.Model):
    """How many mails someone asked for on one day; the key tells neither who nor where."""

    key = models.CharField(primary_key=True, max_length=64)
    day = models.DateField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row alone."""
        return "mail count"
