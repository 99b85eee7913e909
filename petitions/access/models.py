"""Who asks: staff who sign in, never petitioners, who need no account; and how often an address guessed wrong."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    """One member of staff; our own model from the first migration, so that it can grow."""

    class Meta:
        app_label = "petitions"

    @property
    def shown_name(self) -> str:
        """Return the full name, or else the user name."""
        return self.get_full_name() or self.get_username()


class WrongTries(models.Model):
    """How often one address or account was wrong. ``id`` is made from its name, which is not kept."""

    id = models.CharField(primary_key=True, max_length=64)
    count = models.PositiveIntegerField()
    until = models.DateTimeField(db_index=True)

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row."""
        return "wrong tries"
