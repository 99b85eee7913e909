"""The row of a sheet that is being read: its visit and the key of its files; nothing of the sheet itself."""

from __future__ import annotations

from django.db import models

from petitions.records.models import Interview


class HeldSheet(models.Model):
    """One sheet of one visit. ``content`` holds the key of its files, sealed; without the row no file opens."""

    id = models.CharField(primary_key=True, max_length=32)
    interview = models.OneToOneField(Interview, on_delete=models.CASCADE)
    content = models.BinaryField()
    key_id = models.CharField(max_length=32)
    created_at = models.DateTimeField(db_index=True)
    told_at = models.DateTimeField(null=True, blank=True)
    """When a worker was last told to read it."""
    asked_at = models.DateTimeField(null=True, blank=True)
    """Since when it waits for a worker to read it; None: it does not."""

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row."""
        return "held sheet"
