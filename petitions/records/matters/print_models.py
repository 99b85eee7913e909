"""The rows of print jobs: the papers of several matters in one go, and the part of each matter in it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import TextChoices

from petitions.records.matters.models import ORGANIZATION, OfMatter


class PrintState(TextChoices):
    """How far a print job, or the part of one matter, is."""

    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


class PrintJob(models.Model):
    """Papers of several matters in one go. ``content`` seals the key of its files; who puts them together holds it until ``lease``."""

    id = models.CharField(primary_key=True, max_length=32)
    organization = models.ForeignKey(ORGANIZATION, on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    token = models.CharField(max_length=64, unique=True)
    """Of the form that asked for it, so that two presses make one job."""
    options = models.JSONField(default=dict)
    """Order, copies, kind of file: words of ours, never of a person."""
    state = models.CharField(max_length=8, choices=PrintState.choices, default=PrintState.WAITING)
    content = models.BinaryField()
    key_id = models.CharField(max_length=32)
    worker = models.CharField(max_length=64, blank=True)
    lease = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    told_at = models.DateTimeField(null=True, blank=True)
    """When a worker was last told of it, or did some of it."""
    pages = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(db_index=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row."""
        return "print job"


class PrintPart(OfMatter):
    """The papers of one matter within a print job: which answers they rest on, and whether they are made.

    A worker that makes them holds it until ``lease``.
    """

    job = models.ForeignKey(PrintJob, on_delete=models.CASCADE)
    position = models.PositiveIntegerField()
    version = models.PositiveIntegerField()
    facts_hash = models.CharField(max_length=64, blank=True)
    state = models.CharField(max_length=8, choices=PrintState.choices, default=PrintState.WAITING)
    trouble = models.CharField(max_length=20, blank=True)
    """A word of ours that says why there are no papers."""
    pages = models.PositiveIntegerField(default=0)
    worker = models.CharField(max_length=64, blank=True, db_default="")
    lease = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0, db_default=0)

    class Meta:
        app_label = "petitions"
        constraints = (models.UniqueConstraint(fields=("job", "matter"), name="one_part_each"),)

    def __str__(self) -> str:
        """Return the kind of row."""
        return "print part"
