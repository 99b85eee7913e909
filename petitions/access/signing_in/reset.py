"""Takes a member's second step away after they lost their device, for an admin of their organization to call."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone

from petitions.access.models import User


@transaction.atomic
def forget_second_factor(user: User) -> None:
    """Delete what the member signs in with beside the password, and end their sessions: they enrol at the next sign-in.

    The caller says that this is theirs to do, asks for a fresh proof (``again.fresh``) and notes it in the audit log.
    """
    Authenticator.objects.filter(user=user).delete()
    end_sessions(user)


def end_sessions(user: User) -> None:
    """Sign the member out everywhere. A session tells whose it is only when it is opened."""
    for session in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()
