"""Hands mails of plain words to the mail server, and says whether it took them."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.crypto import salted_hmac

_log = logging.getLogger(__name__)


def send_plain(address: str, *, subject: str, text: str, headers: dict[str, str] | None = None) -> bool:
    """Send a mail; False where the server did not take it, which another try may mend."""
    mail = EmailMessage(subject, f"{text}\n", settings.DEFAULT_FROM_EMAIL, [address], headers=headers)
    try:
        return bool(mail.send())
    except (SMTPException, OSError):
        _log.warning("mail_not_sent")
        return False


def same_mail(salt: str, key: str) -> dict[str, str]:
    """Return headers by which mail programs see a second copy of the same mail as one."""
    name = salted_hmac(salt, key, algorithm="sha256").hexdigest()[:32]
    return {"Message-ID": f"<{name}@{settings.MAIL_DOMAIN}>", "Auto-Submitted": "auto-generated"}
