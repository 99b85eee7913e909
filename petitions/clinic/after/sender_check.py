"""Checks when the site starts that CLINIC_SENDER names a class that can carry messages."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error, register

from petitions.clinic.after.senders import EMAIL, SMS, sender


@register()
def check_sender(**_given: Any) -> list[CheckMessage]:
    """Find a class that is not there, takes arguments, or does not say what it carries."""
    try:
        carries = sender().carries
    except (ImportError, AttributeError, TypeError):
        carries = frozenset()
    if carries and carries <= {EMAIL, SMS}:
        return []
    hint = "Write the dotted path of a class as petitions/clinic/after/senders.py has them."
    return [Error("CLINIC_SENDER names no class that carries messages.", hint=hint, id="petitions.E001")]
