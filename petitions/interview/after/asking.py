"""Asks for reminders by mail on behalf of a session, within the limits for each address, session and day."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from petitions.interview.after.dates import mail_days
from petitions.interview.after.mails import send_confirmation
from petitions.interview.answers import Answers
from petitions.interview.page_language import page_language
from petitions.interview.screening import today
from petitions.records.reminders.throttle import (
    MOST_FROM_A_SESSION,
    MOST_IN_ALL,
    MOST_TO_AN_ADDRESS,
    may_write,
)
from petitions.records.reminders.writing import LONGEST, ask


def may_ask(answers: Answers, *, on: date) -> bool:
    """Say whether there is a server for mail, and a day to write on."""
    return bool(settings.MAIL_OFFERED and mail_days(answers, on=on, last=on + LONGEST))


def ask_for_mail(request: HttpRequest, answers: Answers, address: str) -> None:
    """Keep the wish and ask the address to confirm it. Above a limit nothing happens, and nobody is told.

    Whoever asks must not learn whether somebody else has given the same address today.
    """
    on = today()
    if not _within_limits(request, address, on=on):
        return
    site, language = f"{request.scheme}://{request.get_host()}", page_language()
    days = mail_days(answers, on=on, last=on + LONGEST)
    code = ask(address, days=days, language=language, site=site, now=timezone.now())
    send_confirmation(address, code=code, site=site, language=language)


def _within_limits(request: HttpRequest, address: str, *, on: date) -> bool:
    """Count for the session first, so that one visitor cannot use up the limits of others."""
    session = str(request.session.session_key)
    return (
        may_write("session", session, on=on, most=MOST_FROM_A_SESSION)
        and may_write("address", address, on=on, most=MOST_TO_AN_ADDRESS)
        and may_write("all", "", on=on, most=MOST_IN_ALL)
    )
