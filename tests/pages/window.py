"""A browser window whose network is Django's test client: it shows page states without a server in between."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.contrib.staticfiles import finders
from playwright.sync_api import BrowserContext, Page, Route

from tests.pages.state import Drawn, State, draw

SITE = "http://testserver"
_UNFOLD = "document.querySelectorAll('details').forEach(one => { one.open = true })"
_TYPES = {".css": "text/css", ".svg": "image/svg+xml", ".js": "text/javascript"}


@dataclass
class Window:
    """One tab; ``page`` is Playwright's."""

    page: Page

    def show(self, state: State, *, language: str) -> Drawn:
        """Draw a state and open it, with its pictures and the rules that the site sends along."""
        drawn = draw(state, language=language)
        self.page.unroute_all(behavior="wait")
        self.page.route("**/*", lambda route: _answer(route, state, drawn))
        self.page.goto(SITE + drawn.path)
        return drawn

    def unfold(self) -> None:
        """Open what is folded, so that nothing is left unseen."""
        self.page.evaluate(_UNFOLD)


def opened(context: BrowserContext) -> Window:
    """Open a window."""
    return Window(context.new_page())


def _answer(route: Route, state: State, drawn: Drawn) -> None:
    asked = urlsplit(route.request.url)
    if route.request.is_navigation_request():
        route.fulfill(status=200, headers=dict(drawn.response.headers), body=drawn.response.content)
    elif asked.path.startswith("/static/"):
        _answer_file(route, asked.path.removeprefix("/static/"))
    else:
        with state.amid():
            found = drawn.client.get(asked.path)
        route.fulfill(status=found.status_code, headers=dict(found.headers), body=found.content)


def _answer_file(route: Route, name: str) -> None:
    path = Path(finders.find(name))
    route.fulfill(status=200, content_type=_TYPES[path.suffix], body=path.read_bytes())
