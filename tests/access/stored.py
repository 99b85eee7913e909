"""Everything that is stored, as one picture, so that a test can say that nothing has changed."""

from __future__ import annotations

from collections.abc import Container
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import Model

_COUNTED_APART = frozenset({"AuditEntry", "AuditLink", "AuditChain", "Refusals", "WrongTries"})
"""What a refusal may write: who was refused, and how often somebody guessed."""
Picture = dict[str, dict[Any, tuple[Any, ...]]]


def picture(tables: Container[str] | None = None) -> Picture:
    """Return every row of every model of ours, or of those with these tables, by model and key."""
    seen = [model for model in models() if tables is None or model._meta.db_table in tables]
    return {model.__name__: _rows(model) for model in seen}


def models() -> list[type[Model]]:
    """Return the models whose rows no refused request may change."""
    found = apps.get_app_config("petitions").get_models()
    return [model for model in found if model.__name__ not in _COUNTED_APART]


def files() -> frozenset[str]:
    """Return the files below the folder in which the site holds what was handed in and printed."""
    place = Path(settings.SHEETS_DIR)
    return frozenset(str(one) for one in place.rglob("*")) if place.is_dir() else frozenset()


def _rows(model: type[Model]) -> dict[Any, tuple[Any, ...]]:
    names = [field.attname for field in model._meta.concrete_fields]
    return {row[0]: _readable(row[1:]) for row in model._default_manager.values_list("pk", *names)}


def _readable(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple(bytes(value) if isinstance(value, memoryview) else value for value in row)
