"""Reads the JSON that a program sent, within bounds."""

from __future__ import annotations

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, UnreadablePostError

from petitions.api.problems import TOO_MUCH, refused
from petitions.exchange.json_files import NoJson, json_value

LARGEST = 1_000_000
"""Bytes."""


def sent(request: HttpRequest) -> object:
    """Return what was sent; raise Refused where it is no JSON or too much."""
    too_much = refused(413, TOO_MUCH.format(most=f"{LARGEST // 1_000_000} MB"))
    try:
        content = request.body
    except RequestDataTooBig:
        raise too_much from None
    except UnreadablePostError:
        raise refused(400, "The call broke off. Send it again.") from None
    if len(content) > LARGEST:
        raise too_much
    try:
        return json_value(content)
    except NoJson as unread:
        raise refused(400, str(unread)) from None
