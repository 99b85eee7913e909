"""The people who sign in: staff, never petitioners, who need no account."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """One member of staff; our own model from the first migration, so that it can grow."""

    class Meta:
        app_label = "petitions"
