"""Gathers the models of all packages where Django looks for them."""

from __future__ import annotations

from petitions.access.models import User, WrongTries
from petitions.records.held.models import HeldSheet
from petitions.records.models import Interview, KeptAnswers
from petitions.records.reminders.models import MailCount, Reminder

__all__ = ["HeldSheet", "Interview", "KeptAnswers", "MailCount", "Reminder", "User", "WrongTries"]
