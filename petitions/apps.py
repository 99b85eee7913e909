"""Names the one Django application, which holds all models."""

from __future__ import annotations

from django.apps import AppConfig


class PetitionsConfig(AppConfig):
    """The application ``petitions``."""

    name = "petitions"
    default_auto_field = "django.db.models.BigAutoField"
