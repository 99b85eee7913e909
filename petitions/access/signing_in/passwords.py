"""Bounds the length of a password; how it is made is left to the person."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from petitions.access.models import User
from petitions.access.signing_in.backend import LONGEST_PASSWORD


class LongestPassword:
    """Refuses what would only keep the server busy."""

    def validate(self, password: str, user: User | None = None) -> None:
        """Raise ValidationError for a password that is too long."""
        if len(password) > LONGEST_PASSWORD:
            raise ValidationError(self.get_help_text(), code="password_too_long")

    def get_help_text(self) -> str:
        """Say the bound."""
        return gettext("A password has at most %(most)d characters.") % {"most": LONGEST_PASSWORD}
