"""Makes, finds and ends the tokens of an organization's programs."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from petitions.access.api_tokens.models import ApiToken
from petitions.access.organizations.logged import change
from petitions.access.organizations.models import Organization, new_id

VALID_FOR = timedelta(days=365)
MOST = 20
"""Tokens of one organization that work at a time."""
_STAYS = timedelta(days=30)
PREFIX = "crk_"
"""So that a token that was committed by mistake can be found."""


class TooManyTokens(Exception):
    """The organization has as many as it may; nothing was made."""


@transaction.atomic
def make_token(
    name: str, *, organization_id: str, made_by: int | None, now: datetime, key: str | None = None
) -> tuple[ApiToken, str] | None:
    """Make a token; return it and what the program sends, which is not kept.

    None where one with ``key``, the id that one page gives, was made already. Raise TooManyTokens.
    """
    Organization.objects.select_for_update().get(pk=organization_id)
    if key and ApiToken.objects.filter(pk=key).exists():
        return None
    if tokens_of(organization_id, now=now).count() >= MOST:
        raise TooManyTokens
    secret = PREFIX + secrets.token_urlsafe(32)
    made = ApiToken.objects.create(
        id=key or new_id(),
        organization_id=organization_id,
        name=name,
        secret_hash=_hash(secret),
        made_by_id=made_by,
        until=now + VALID_FOR,
    )
    return made, secret


def tokens_of(organization_id: str, *, now: datetime) -> QuerySet[ApiToken]:
    """Return the tokens that work, the oldest first."""
    found = ApiToken.objects.filter(organization_id=organization_id, ended_at=None, until__gt=now)
    return found.order_by("made_at")


def token_for(secret: str, *, now: datetime) -> ApiToken | None:
    """Return the token that a program sent, where it works and its organization is open."""
    found = ApiToken.objects.filter(secret_hash=_hash(secret), ended_at=None, until__gt=now)
    return found.filter(organization__suspended_at=None).select_related("organization").first()


def end_token(token_id: str, *, organization_id: str, now: datetime) -> bool:
    """End a token from the next call on; say whether there was one."""
    found = tokens_of(organization_id, now=now).filter(pk=token_id).first()
    if found:
        change(found, ended_at=now)
    return found is not None


def purge_tokens(*, now: datetime) -> int:
    """Delete tokens that have opened nothing for 30 days, as they ended or grew too old; return how many."""
    before = now - _STAYS
    over = Q(until__lt=before) | Q(ended_at__lt=before)
    return ApiToken.objects.filter(over).delete()[0]


def note_used(token: ApiToken, *, now: datetime) -> None:
    """Keep the day, and nothing of what was asked."""
    if token.used_on != now.date():
        ApiToken.objects.filter(pk=token.pk, organization_id=token.organization_id).update(used_on=now.date())


def _hash(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()
