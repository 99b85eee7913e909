"""Hands a message to whatever carries it; whoever runs the site names the class in CLINIC_SENDER."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass, field
from smtplib import SMTPException
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.crypto import salted_hmac
from django.utils.module_loading import import_string

EMAIL, SMS = "email", "sms"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Message:
    """One message to one person. ``to`` and ``text`` are never shown where this is printed."""

    by: str
    key: str
    subject: str
    to: str = field(repr=False)
    text: str = field(repr=False)


class Sender(Protocol):
    """What carries messages: ``carries`` names the ways (``email``, ``sms``); ``send`` says whether it was taken."""

    carries: frozenset[str]

    def send(self, message: Message) -> bool:
        """Send one message; say whether it was taken. Never raise for a failure that another try may mend."""


class ConsoleSender:
    """Prints the words of the message where the site runs, without address or name: nobody is written to."""

    carries = frozenset({EMAIL, SMS})

    def send(self, message: Message) -> bool:
        """Print it."""
        sys.stdout.write(f"[{message.by}] {message.subject}\n{message.text}\n")
        sys.stdout.flush()
        return True


class EmailSender:
    """Sends e-mail by the mail server of EMAIL_URL."""

    carries = frozenset({EMAIL})

    def send(self, message: Message) -> bool:
        """Send plain text; the same message has the same Message-ID, so that a second copy can be seen as one."""
        name = salted_hmac("clinic.message", message.key, algorithm="sha256").hexdigest()[:32]
        mail = EmailMessage(
            message.subject,
            message.text + "\n",
            settings.DEFAULT_FROM_EMAIL,
            [message.to],
            headers={"Message-ID": f"<{name}@{settings.MAIL_DOMAIN}>", "Auto-Submitted": "auto-generated"},
        )
        try:
            return bool(mail.send())
        except (SMTPException, OSError):
            _log.warning("clinic_mail_not_sent")
            return False


def sender() -> Sender:
    """Return the sender that this site uses."""
    made: Sender = import_string(settings.CLINIC_SENDER)()
    return made
