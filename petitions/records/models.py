"""The rows in which answers are kept: opaque id, sealed content, version, times; nothing else."""

from __future__ import annotations

from django.db import models

from petitions.records.retention import Keeping


class KeptAnswers(models.Model):
    """Answers that only a return code opens. ``id`` comes from the code by a slow hash."""

    id = models.CharField(primary_key=True, max_length=64)
    content = models.BinaryField()
    public_key = models.BinaryField()
    locked_key = models.BinaryField()
    days = models.PositiveSmallIntegerField()
    until = models.DateTimeField(db_index=True)

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row, as below."""
        return "kept answers"


class EndedKey(models.Model):
    """A key that is to be destroyed, because its row was deleted; ``id`` names the file of the key, and says nothing of the row."""

    id = models.CharField(primary_key=True, max_length=64)
    at = models.DateTimeField()

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row."""
        return "ended key"


class Beat(models.Model):
    """When something that comes round comes again; ``id`` is its name. One row for each thing, for all machines together."""

    id = models.CharField(primary_key=True, max_length=20)
    due_at = models.DateTimeField()

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the name."""
        return self.pk


class Interview(models.Model):
    """The answers of one visit. ``content`` is sealed with the key that ``key_id`` names."""

    id = models.CharField(primary_key=True, max_length=64)
    content = models.BinaryField()
    key_id = models.CharField(max_length=32)
    version = models.PositiveIntegerField(default=1)
    keeping = models.CharField(max_length=8, choices=Keeping.choices, default=Keeping.OWN)
    kept = models.ForeignKey(KeptAnswers, null=True, on_delete=models.SET_NULL)
    created_at = models.DateTimeField()
    touched_at = models.DateTimeField(db_index=True)

    class Meta:
        app_label = "petitions"
        indexes = (
            models.Index(fields=("keeping", "touched_at"), name="visits_by_touch"),
            models.Index(fields=("keeping", "created_at"), name="visits_by_beginning"),
        )

    def __str__(self) -> str:
        """Return the kind of row; an id would let whoever reads a log find the person."""
        return "interview"
