"""The two mails: one that asks to confirm, one that reminds. Neither says what it is about, nor who sends it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext, override

from petitions.records.mailing import same_mail, send_plain
from petitions.records.reminders.due import Claimed


def send_confirmation(address: str, *, code: str, site: str, language: str) -> bool:
    """Ask whoever reads this address to confirm; say whether the mail server took it."""
    with override(language):
        subject = gettext("Please confirm your e-mail address")
        lines = (
            gettext("Someone asked us to send reminders to this address."),
            gettext("Was it you? Then open this page in the next two days and press the button:"),
            _link(code, site=site),
            gettext("It was not you? Then do nothing. We will not write again."),
        )
    return _send(address, subject=subject, lines=lines, key=f"confirm/{code}")


def send_reminder(claimed: Claimed) -> bool:
    """Remind; say whether the mail server took it."""
    with override(claimed.language):
        subject = gettext("A reminder that you asked for")
        lines = (
            gettext("You asked us to write to you today."),
            gettext("Please look at the dates that you noted, and at your papers."),
            gettext("No more reminders? Open this page and press the button:"),
            _link(claimed.code, site=claimed.site),
        )
    return _send(claimed.address, subject=subject, lines=lines, key=f"{claimed.row}/{claimed.due_on}")


def _link(code: str, *, site: str) -> str:
    return site + reverse("reminder", args=(code,))


def _send(address: str, *, subject: str, lines: tuple[str, ...], key: str) -> bool:
    """Send plain text; the same mail has the same Message-ID, so that mail programs can see a second copy."""
    headers = same_mail("reminders.message", key)
    return send_plain(address, subject=subject, text="\n\n".join(lines), headers=headers)
