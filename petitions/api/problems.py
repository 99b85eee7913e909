"""What the API says where it cannot do what was asked: sentences that say what to do next, never what was sent."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import timedelta

from django.http import JsonResponse

NO_TOKEN = "Send the token of your program: Authorization: Bearer TOKEN. An admin of your office makes one."
TOO_MUCH = "Send at most {most}."
WAIT = "Your program asked too much within a minute. Go on after the seconds in Retry-After."
NOT_PRINTED = "The papers could not be printed in time. File fewer cases at once, or try again."
NO_SUCH = "There is nothing at this address. The description of the API lists what there is."
OURS = "This is our fault. Try again in a few minutes."


class Refused(Exception):
    """An answer other than 200; ``problems`` are pairs of a place and a sentence."""

    def __init__(
        self, status: int, problems: Iterable[tuple[str, str]], *, wait: timedelta | None = None
    ) -> None:
        super().__init__(f"{status}")
        self.status = status
        self.problems = list(problems)
        self.wait = wait

    def response(self) -> JsonResponse:
        """Return the answer."""
        told = [{"path": path, "sentence": str(sentence)} for path, sentence in self.problems]
        made = JsonResponse({"problems": told}, status=self.status)
        if self.wait is not None:
            made.headers["Retry-After"] = str(max(1, math.ceil(self.wait.total_seconds())))
        if self.status == 401:
            made.headers["WWW-Authenticate"] = "Bearer"
        return made


def refused(status: int, sentence: str, *, path: str = "", wait: timedelta | None = None) -> Refused:
    """Return a refusal with one problem."""
    return Refused(status, [(path, sentence)], wait=wait)
