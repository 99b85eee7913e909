"""Makes keys and secrets for a new site, or for one that changes them; nothing here keeps any."""

from __future__ import annotations

import base64
import secrets
from datetime import date

from petitions.records.keys import KEY_BYTES

_APART = 2
"""Bytes by which two keys of one day differ in name."""
_SECRET_BYTES = 64


def new_key(*, on: date, letter: str = "k") -> str:
    """Return ``NAME:KEY`` as CLEARRECORD_KEYS takes it; the name is never used again."""
    name = f"{letter}{on:%Y%m%d}-{secrets.token_hex(_APART)}"
    return f"{name}:{base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode('ascii')}"


def new_settings(host: str, *, on: date, database: str, var: str) -> str:
    """Return the file of settings of a new site behind a web server, with keys of its own; shells and systemd read it."""
    return "\n".join(
        (
            "# The settings of the site; docs/settings.md tells what each is. Keep a copy in a safe:",
            "# without the keys nothing that is kept can be read. Put a value with spaces between quotation marks.",
            "CLEARRECORD_ENV=production",
            f"ALLOWED_HOSTS={host}",
            "BEHIND_HTTPS_PROXY=1",
            f"DATABASE_URL={database}",
            f"CLEARRECORD_VAR={var}",
            f"SECRET_KEY={secrets.token_urlsafe(_SECRET_BYTES)}",
            f"CLEARRECORD_KEYS={new_key(on=on)}",
            f"CLEARRECORD_AUDIT_KEYS={new_key(on=on, letter='a')}",
        )
    )
