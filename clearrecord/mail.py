"""Reads where mail goes: to a server, in development to files, or nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_HOW = (
    "EMAIL_URL: write smtp://USER:PASSWORD@HOST:PORT (with STARTTLS), smtps:// (TLS from the start), "
    "or smtp+plain://HOST:25 for a mail server on this computer."
)
_FROM = "MAIL_FROM: name the address that mail comes from, like reminders@example.org."
_NOWHERE = "django.core.mail.backends.dummy.EmailBackend"
_FILES = "django.core.mail.backends.filebased.EmailBackend"
_SERVER = "django.core.mail.backends.smtp.EmailBackend"
_PORTS = {"smtp": 587, "smtps": 465, "smtp+plain": 25}


@dataclass(frozen=True, slots=True)
class Mail:
    """What Django's settings need; ``scheme`` is how the server is spoken to."""

    backend: str
    scheme: str = ""
    host: str = ""
    port: int = 25
    user: str = ""
    password: str = ""
    folder: str | None = None

    def __repr__(self) -> str:
        """Return the kind alone, so that no password reaches a log or an error page."""
        return f"Mail({self.scheme or self.backend})"

    @property
    def is_offered(self) -> bool:
        """Say whether a mail would reach anything."""
        return self.backend != _NOWHERE


def mail(url: str, *, sender: str, files: Path | None) -> Mail:
    """Read EMAIL_URL. Without one mail goes into ``files``, or where that is None nowhere."""
    if not url:
        return Mail(_FILES, folder=str(files)) if files else Mail(_NOWHERE)
    if "@" not in sender:
        raise ImproperlyConfigured(_FROM)
    return _server(url)


def _server(url: str) -> Mail:
    try:
        parts = urlsplit(url)
        port = parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        raise ImproperlyConfigured(_HOW) from None
    if parts.scheme not in _PORTS or not parts.hostname:
        raise ImproperlyConfigured(_HOW)
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Mail(_SERVER, parts.scheme, parts.hostname, port, user, password)
