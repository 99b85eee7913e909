"""Slows down whoever guesses: counted in the database, so that all workers count together."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from petitions.access.models import WrongTries


@dataclass(frozen=True, slots=True)
class Limit:
    """How many wrong tries one address has within a time."""

    name: str
    tries: int
    within: timedelta


RETURN_CODES = Limit("return code", tries=20, within=timedelta(minutes=10))
"""Enough for a room of people behind one address; far too few to find one of 2**63 codes."""


def wait_for(request: HttpRequest, limit: Limit) -> timedelta:
    """Return how long this address must wait before it may try again; zero where it may."""
    now = timezone.now()
    row = WrongTries.objects.filter(pk=_who(request, limit), until__gt=now, count__gte=limit.tries).first()
    return row.until - now if row else timedelta()


def count_wrong_try(request: HttpRequest, limit: Limit) -> None:
    """Count one wrong try of this address; the time begins with the first one."""
    now, who = timezone.now(), _who(request, limit)
    with transaction.atomic():
        WrongTries.objects.get_or_create(pk=who, defaults={"count": 0, "until": now + limit.within})
        row = WrongTries.objects.select_for_update().get(pk=who)
        if row.until <= now:
            row.count, row.until = 0, now + limit.within
        row.count += 1
        row.save()


def purge_tries(*, now: datetime) -> int:
    """Forget tries whose time is over; return of how many addresses."""
    return WrongTries.objects.filter(until__lte=now).delete()[0]


def network_of(request: HttpRequest) -> str:
    """Return the address that asks, as it is counted."""
    return _network(_address(request))


def hidden_name(*parts: str) -> str:
    """Return a name for what is counted, from which nobody without the site's secret finds what it is."""
    return hmac.digest(settings.SECRET_KEY.encode(), "\n".join(parts).encode(), "sha256").hex()


def _who(request: HttpRequest, limit: Limit) -> str:
    return hidden_name(limit.name, network_of(request))


def _address(request: HttpRequest) -> str:
    """Return who asks; behind a proxy it is the last one that the proxy names, which nobody else can write."""
    if settings.SECURE_PROXY_SSL_HEADER:
        return request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def _network(address: str) -> str:
    """Return the address; of a long one the half that stands for one household."""
    try:
        read = ip_address(address)
    except ValueError:
        return "unknown"
    return str(int(read) >> 64) if isinstance(read, IPv6Address) else str(read)
