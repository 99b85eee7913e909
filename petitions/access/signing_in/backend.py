"""Finds a member by user name or email address and looks at the password exactly once, whoever it is."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import ModelBackend
from django.db.models import Q
from django.http import HttpRequest

from petitions.access.models import User

LONGEST_PASSWORD = 128
LONGEST_NAME = 254
"""Characters of the longest address or user name; what is longer is nobody's, and no database is asked for it."""


class NameOrMail(ModelBackend):
    """Signs in who is active. An unknown name takes as long as a wrong password."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **_more: Any,
    ) -> User | None:
        """Return the member; None for every kind of wrong."""
        if not username or not password or len(password) > LONGEST_PASSWORD:
            return None
        user = member_named(username)
        if user is None:
            User().set_password(password)  # the same work as looking at a password
            return None
        return user if user.check_password(password) and self.user_can_authenticate(user) else None


def member_named(typed: str) -> User | None:
    """Return who has this user name or, where only one has it, this email address."""
    name = typed.strip()
    if len(name) > LONGEST_NAME:
        return None
    found = [*User.objects.filter(Q(username__iexact=name) | Q(email__iexact=name)).order_by("pk")[:9]]
    by_name = [user for user in found if user.username.lower() == name.lower()]
    return (by_name or found)[0] if len(by_name or found) == 1 else None


def account_named(typed: str) -> str:
    """Return the account as its wrong tries are counted; one that does not exist counts too."""
    user = member_named(typed)
    return f"member {user.pk}" if user else f"typed {typed.strip().lower()}"
