"""Gathers the models of all packages where Django looks for them."""

from __future__ import annotations

from petitions.access.models import User
from petitions.records.models import Interview
from petitions.records.reminders.models import MailCount, Reminder

__all__ = ["Interview", "MailCount", "Reminder", "User"]
