"""A page in one of its states, and how the site draws it: by Django's test client, without a browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpResponse
from django.test import Client

from tests.interview.visitors import after
from tests.interview.walk import Fields
from tests.pages.answered import Visitor

LANGUAGES = ("en", "es")


@dataclass(frozen=True)
class Scene:
    """A member of staff's browser, and the address that they open; both are made anew each time."""

    client: Client
    path: str
    sent: Mapping[str, object] | None = None
    """A form that names what was made."""


@dataclass(frozen=True)
class State:
    """What a person sees at ``path``, who may have answered before, and may have ``sent`` a form there.

    A page of staff has no fixed ``path``: its ``staff`` sets the scene.
    """

    name: str
    route: str
    """The name of the route that draws it; empty for what the site says of an address, not of a page."""
    path: str = ""
    visitor: Visitor | None = None
    sent: Fields | None = None
    status: int = 200
    amid: Callable[[], AbstractContextManager[object]] = field(default=nullcontext, repr=False)
    """What is different about the site meanwhile."""
    staff: Callable[[], Scene] | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Drawn:
    """The answer of the site, and the browser that got it, which can ask for more."""

    response: HttpResponse
    client: Client
    path: str

    @property
    def html(self) -> str:
        """Return the page."""
        return self.response.content.decode()


def draw(state: State, *, language: str) -> Drawn:
    """Open a page in its state."""
    scene = _scene(state)
    scene.client.raise_request_exception = False
    scene.client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    sent = state.sent if scene.sent is None else scene.sent
    with state.amid():
        response = scene.client.get(scene.path) if sent is None else scene.client.post(scene.path, sent)
    assert response.status_code == state.status, (state.name, response.status_code)
    assert response.headers["Content-Type"].startswith("text/html"), state.name
    return Drawn(response, scene.client, scene.path)


def _scene(state: State) -> Scene:
    if state.staff:
        return state.staff()
    return Scene(after(state.visitor).client if state.visitor else Client(), state.path)
