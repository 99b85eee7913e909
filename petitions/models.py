"""Gathers the models of all packages where Django looks for them."""

from __future__ import annotations

from petitions.access.models import User
from petitions.records.models import Interview

__all__ = ["Interview", "User"]
