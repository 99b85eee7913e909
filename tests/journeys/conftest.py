"""Browsers for the journeys, each watched for what must never happen."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Request
from pytest_django.live_server_helper import LiveServer

from tests.journeys.traveler import Traveler

Travelers = Callable[..., Traveler]
_NEW_TO_THIS_BROWSER = "Error with Permissions-Policy header: Unrecognized feature"
"""What a browser says of a device that we refuse and that it does not have; which those are differs by its build."""


class Watch:
    """What went wrong in a browser: errors in its console (a broken CSP is one), and calls to other hosts."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.troubles: list[str] = []

    def over(self, context: BrowserContext) -> BrowserContext:
        """Watch a context."""
        context.on("console", self._console)
        context.on("weberror", lambda error: self.troubles.append(str(error.error)))
        context.on("request", self._request)
        return context

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(_NEW_TO_THIS_BROWSER):
            self.troubles.append(message.text)

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.site, "data:", "about:")):
            self.troubles.append(f"a call to another host: {request.url}")


@pytest.fixture
def watch(live_server: LiveServer) -> Iterator[Watch]:
    """Fail the journey where a browser had trouble."""
    found = Watch(live_server.url)
    yield found
    assert found.troubles == []


@pytest.fixture
def new_traveler(browser: Browser, live_server: LiveServer, watch: Watch) -> Iterator[Travelers]:
    """Open a browser of its own for each person; the arguments are those of Playwright's ``new_context``."""
    contexts: list[BrowserContext] = []

    def opened(**options: object) -> Traveler:
        context = watch.over(browser.new_context(**{"locale": "en-US", **options}))  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        contexts.append(context)
        return Traveler(context.new_page(), site=live_server.url)

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def traveler(new_traveler: Travelers) -> Traveler:
    """Return one person at a desk."""
    return new_traveler()
