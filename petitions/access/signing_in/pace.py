"""Slows guessing down, per account and per address, with counts that all workers share; nobody is ever locked out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from petitions.access.models import WrongTries
from petitions.access.throttle import hidden_name, network_of

_FORGET = timedelta(hours=1)
_KNOWN_FOR = timedelta(days=30)
_MOST_DOUBLINGS = 20
_ANYONE = "anyone"


@dataclass(frozen=True, slots=True)
class Pace:
    """After ``free`` wrong tries each one waits: ``first``, then twice as long each time, never over ``most``."""

    name: str
    free: int
    first: timedelta
    most: timedelta

    def wait_after(self, count: int) -> timedelta:
        """Return how long the next try waits after ``count`` wrong ones."""
        if count < self.free:
            return timedelta()
        return min(self.most, self.first * 2 ** min(count - self.free, _MOST_DOUBLINGS))


PASSWORDS = Pace("password", free=5, first=timedelta(seconds=1), most=timedelta(minutes=10))
"""At most 20 guesses in an hour at one account, from however many addresses."""
ADDRESSES = Pace("address", free=30, first=timedelta(seconds=1), most=timedelta(minutes=1))
"""A hall of volunteers stands behind one address."""
CODES = Pace("code", free=5, first=timedelta(minutes=5), most=timedelta(minutes=10))
"""Only who has the password comes this far, so a stranger cannot slow a member down here."""
RESETS = Pace("reset", free=3, first=timedelta(minutes=5), most=timedelta(minutes=10))


class MustWait(Exception):
    """A try comes too early; ``wait`` says by how much. It was not looked at and not counted."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__("too early")
        self.wait = wait


class Tries:
    """The tries of one person at one thing: each is counted before it is looked at, and given back where it was right."""

    def __init__(self, request: HttpRequest, account: str, pace: Pace) -> None:
        network = network_of(request)
        account_row = hidden_name(pace.name, account)
        if _is_known(account, network):
            account_row = hidden_name(pace.name, account, network)
        self._rows = ((account_row, pace), (hidden_name(ADDRESSES.name, network), ADDRESSES))

    def take(self) -> None:
        """Count one try; raise MustWait where it comes too early."""
        taken: list[str] = []
        for row, pace in self._rows:
            wait = _take(row, pace)
            if wait:
                _give_back(taken)
                raise MustWait(wait)
            taken.append(row)

    def was_right(self) -> None:
        """Give back what ``take`` counted."""
        _give_back([row for row, _pace in self._rows])


def remember_place(request: HttpRequest, account: str) -> None:
    """Note that this account signed in from here, so that a stranger's guesses elsewhere do not slow it down here."""
    until, network = timezone.now() + _KNOWN_FOR, network_of(request)
    for row in (_place(account, network), _place(_ANYONE, network)):
        WrongTries.objects.update_or_create(pk=row, defaults={"count": 0, "until": until})


def has_member(network: str) -> bool:
    """Say whether any member signed in from an address lately: whoever floods the sign-in from elsewhere stops nobody there."""
    return _is_known(_ANYONE, network)


def _is_known(account: str, network: str) -> bool:
    return WrongTries.objects.filter(pk=_place(account, network), until__gt=timezone.now()).exists()


def _place(account: str, network: str) -> str:
    return hidden_name("known place", account, network)


@transaction.atomic
def _take(row: str, pace: Pace) -> timedelta:
    now = timezone.now()
    WrongTries.objects.get_or_create(pk=row, defaults={"count": 0, "until": now + _FORGET})
    tries = WrongTries.objects.select_for_update().get(pk=row)
    if tries.until <= now:
        tries.count = 0
    wait = tries.until - _FORGET + pace.wait_after(tries.count) - now if tries.count else timedelta()
    if wait > timedelta():
        return wait
    tries.count, tries.until = tries.count + 1, now + _FORGET
    tries.save()
    return timedelta()


@transaction.atomic
def _give_back(rows: list[str]) -> None:
    for tries in WrongTries.objects.select_for_update().filter(pk__in=rows, count__gt=0):
        tries.count -= 1
        tries.save()
