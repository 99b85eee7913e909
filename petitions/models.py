"""Gathers the models of all packages where Django looks for them."""

from __future__ import annotations

from petitions.access.models import User, WrongTries
from petitions.records.models import Interview, KeptAnswers

__all__ = ["Interview", "KeptAnswers", "User", "WrongTries"]
