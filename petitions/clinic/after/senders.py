"""Hands a message to whatever carries it; whoever runs the site names the class in CLINIC_SENDER."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import Protocol

from django.conf import settings
from django.utils.module_loading import import_string

from petitions.records.mailing import same_mail, send_plain

EMAIL, SMS = "email", "sms"


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
        headers = same_mail("clinic.message", message.key)
        return send_plain(message.to, subject=message.subject, text=message.text, headers=headers)


def sender() -> Sender:
    """Return the sender that this site uses."""
    made: Sender = import_string(settings.CLINIC_SENDER)()
    return made
