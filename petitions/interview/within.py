"""What the address of a clinic's matter tells the pages of the interview that stand within it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve

from petitions.interview.answers import Answers

ROUTE = "matter_inside"
"""The name of the route that mounts the pages; ``rest`` is the address of one as the public has it."""


@dataclass(frozen=True, slots=True)
class Within:
    """The matter within which a page stands. Whoever sets it has loaded the matter and found that it may be changed."""

    language: str
    """The petitioner's, in which the guide is written."""
    home_url: str
    """The page of the matter."""
    adds: Callable[[Answers], Answers]
    """Puts in what the office answers in the petitioner's place; for reading only."""
    top: Callable[[], str]
    """Draws the top of the page."""


def within(request: HttpRequest) -> Within | None:
    """Return the matter within which this page stands; None outside of any."""
    found: Within | None = getattr(request, "within", None)
    return found


def page_named(request: HttpRequest) -> ResolverMatch | None:
    """Return the page that the address names, also where that is within a matter."""
    match = request.resolver_match
    if match is None or match.url_name != ROUTE:
        return match
    return page_at(match.kwargs["rest"])


def page_at(rest: str) -> ResolverMatch | None:
    """Return the page of an address within a matter; None where there is none."""
    try:
        return resolve(f"/{rest}")
    except Resolver404:
        return None
