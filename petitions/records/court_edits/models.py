"""The rows of what was changed in the directory of courts: they are added, and never changed or deleted."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models


class AppendOnly(Exception):
    """A row of the history was to be changed or deleted; take it back by a newer one instead."""


class CourtEditRows(models.QuerySet["CourtEdit"]):
    """Rows that nothing changes."""

    def update(self, **_values: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnly

    def delete(self) -> NoReturn:
        """Refuse."""
        raise AppendOnly


class CourtEdit(models.Model):
    """One fact of the directory as somebody found it, or one that took such a row back. It holds nothing of a petitioner.

    ``change`` is the same for the facts that were saved together; ``turn`` counts the rows of one fact: 1, 2, 3…
    """

    change = models.CharField(max_length=24, db_index=True)
    table = models.CharField(max_length=20)
    county = models.CharField(max_length=20)
    name = models.CharField(max_length=100, blank=True)
    """Of a courthouse."""
    field = models.CharField(max_length=30)
    turn = models.PositiveIntegerField()
    value = models.CharField(max_length=200, blank=True)
    before = models.CharField(max_length=200, blank=True)
    """What the fact said until then."""
    source = models.TextField(blank=True)
    checked = models.DateField(null=True, blank=True)
    """On which day the source was looked at; none where the row takes another one back."""
    takes_back = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL)
    """None: a command of the site, or somebody whose account was deleted."""
    at = models.DateTimeField(auto_now_add=True)

    objects = CourtEditRows.as_manager()

    class Meta:
        app_label = "petitions"
        constraints = (
            models.UniqueConstraint(
                fields=("table", "county", "name", "field", "turn"), name="one_court_edit_each_turn"
            ),
        )

    def __str__(self) -> str:
        """Return the kind of row."""
        return "court edit"

    def save(self, *args: Any, **how: Any) -> None:
        """Add a row; raise AppendOnly where it is there already."""
        if not self._state.adding:
            raise AppendOnly
        super().save(*args, **how)

    def delete(self, *_args: Any, **_how: Any) -> NoReturn:
        """Refuse."""
        raise AppendOnly
