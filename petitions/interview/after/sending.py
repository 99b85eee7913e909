"""Sends every reminder that is due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from petitions.interview.after.mails import send_reminder
from petitions.records.reminders.due import claims, sent


@dataclass(frozen=True, slots=True)
class Run:
    """How many mails went out, and how many the mail server did not take."""

    sent: int
    failed: int


def send_due(*, on: date, now: datetime) -> Run:
    """Claim, send and note one mail after the other; what fails is tried again once its lease is over."""
    done = failed = 0
    for claimed in claims(on=on, now=now):
        if send_reminder(claimed):
            sent(claimed, on=on)
            done += 1
        else:
            failed += 1
    return Run(done, failed)
