"""The rows in which answers are kept: opaque id, sealed content, version, times; nothing else."""

from __future__ import annotations

from django.db import models


class Interview(models.Model):
    """The answers of one person. ``content`` is sealed with the key that ``key_id`` names."""

    id = models.CharField(primary_key=True, max_length=64)
    content = models.BinaryField()
    key_id = models.CharField(max_length=32)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    touched_at = models.DateTimeField(db_index=True)

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row; an id would let whoever reads a log find the person."""
        return "interview"
