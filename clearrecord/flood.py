"""Answers a flood of sign-ins in few words, before a session is opened or a password is looked at, so that others can work.

What slows down guessing is in the database (``petitions.access.signing_in.pace``) and counts over all processes. This is
for the processor alone: to draw the page and to hash a password takes a hundred times as long as to say “wait”. Each
process counts for itself, in memory.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock
from time import monotonic
from typing import TypeVar

from django.http import HttpRequest, HttpResponseBase

from clearrecord.errors import too_many
from petitions.access.signing_in.pace import has_member
from petitions.access.throttle import network_of

_Kept = TypeVar("_Kept")
PATHS = frozenset({"/account/login/", "/account/password/forgotten/"})
"""The pages that look at a password, or send mail, for whoever comes."""
OF_ONE_ADDRESS = 40
"""So many sign-ins one address may send at once: a hall of volunteers; then one a second."""
OF_STRANGERS = 20
"""So many may come at once from all addresses together from which no member signed in within 30 days; then one a second."""
STRANGERS_AT_ONCE = 2
"""So many of those are worked on at once: the other threads of a process stay free for whoever is at work."""
_MOST_NAMES = 10_000
_KNOWN_FOR = 5.0
"""For so many seconds a process remembers whether a member signed in from an address."""


@dataclass
class Bucket:
    """Holds so many tokens, and gets one more each second."""

    holds: int
    left: float = field(init=False)
    at: float = field(init=False)

    def __post_init__(self) -> None:
        self.left, self.at = float(self.holds), monotonic()

    def take(self) -> bool:
        """Take one; say whether there was one."""
        now = monotonic()
        self.left, self.at = min(float(self.holds), self.left + now - self.at), now
        if self.left < 1:
            return False
        self.left -= 1
        return True


class SignInFloodMiddleware:
    """Lets a sign-in through, or says to wait. Where a member signed in before, strangers elsewhere make nobody wait."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response
        self._lock = Lock()
        self._addresses: OrderedDict[str, Bucket] = OrderedDict()
        self._known: OrderedDict[str, tuple[bool, float]] = OrderedDict()
        self._strangers = Bucket(OF_STRANGERS)
        self._places = BoundedSemaphore(STRANGERS_AT_ONCE)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer."""
        if request.method != "POST" or request.path not in PATHS:
            return self.get_response(request)
        network = network_of(request)
        if not self._has_token(network):
            return too_many(request)
        if self._is_known(network):
            return self.get_response(request)
        with self._place() as is_free:
            return self.get_response(request) if is_free else too_many(request)

    def _has_token(self, network: str) -> bool:
        with self._lock:
            bucket = self._addresses.get(network) or Bucket(OF_ONE_ADDRESS)
            _remember(self._addresses, network, bucket)
            return bucket.take()

    def _is_known(self, network: str) -> bool:
        """Say whether a member signed in from there; the database is asked once in a while."""
        with self._lock:
            found = self._known.get(network)
        if found and found[1] > monotonic():
            return found[0]
        is_known = has_member(network)
        with self._lock:
            _remember(self._known, network, (is_known, monotonic() + _KNOWN_FOR))
        return is_known

    @contextmanager
    def _place(self) -> Iterator[bool]:
        """Take one of the places for strangers; give whether there was one."""
        if not self._places.acquire(blocking=False):
            yield False
            return
        try:
            with self._lock:
                has_token = self._strangers.take()
            yield has_token
        finally:
            self._places.release()


def _remember(kept: OrderedDict[str, _Kept], name: str, value: _Kept) -> None:
    """Keep a value; of too many the one that was not used longest goes."""
    kept[name] = value
    kept.move_to_end(name)
    if len(kept) > _MOST_NAMES:
        kept.popitem(last=False)
