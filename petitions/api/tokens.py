"""Lets programs in by their token, and slows down whoever guesses one."""

from __future__ import annotations

from datetime import timedelta

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from petitions.access.api_tokens.counting import take
from petitions.access.api_tokens.keeping import note_used, token_for
from petitions.access.api_tokens.models import ApiToken
from petitions.access.throttle import Limit, count_wrong_try, wait_for
from petitions.api.problems import WAIT, refused

WRONG_TOKENS = Limit("api token", tries=30, within=timedelta(minutes=10))
_LONGEST = 100


class Token(HttpBearer):
    """The token of a program, in the header ``Authorization``. Cookies open nothing here."""

    def authenticate(self, request: HttpRequest, token: str) -> ApiToken | None:
        """Return the token's row; None where it opens nothing."""
        wait = wait_for(request, WRONG_TOKENS)
        if wait:
            raise refused(429, WAIT, wait=wait)
        now = timezone.now()
        found = token_for(token, now=now) if len(token) <= _LONGEST else None
        if found is None:
            count_wrong_try(request, WRONG_TOKENS)
            return None
        note_used(found, now=now)
        return found


def spend(request: HttpRequest, *, units: int) -> None:
    """Take units of the program's minute; raise Refused where there are no more."""
    wait = take(request.auth, units=units, now=timezone.now())  # type: ignore[attr-defined]
    if wait:
        raise refused(429, WAIT, wait=wait)
