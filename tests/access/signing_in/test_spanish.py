"""No word of the pages and mails of signing in stays English for whoever reads Spanish, in the libraries' own either."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client

from tests.access.signing_in.members import member
from tests.access.signing_in.states import states
from tests.pages.state import State, draw

pytestmark = pytest.mark.django_db
_NAMES = re.compile(
    r"ClearRecord|Example Legal Aid|member-\d+|My laptop|The phone of the office|[0-9 ]+|[A-Z2-7 ]{30,}|PIN|No|Error:|: .*"
)
STATES = tuple(states())


class _Text(HTMLParser):
    """Gathers what a person reads: texts, and the names of what has none."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self._in: str = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._in = tag
        self.found |= {value or "" for name, value in attrs if name in ("aria-label", "placeholder", "title")}

    def handle_data(self, data: str) -> None:
        if self._in != "script":
            self.found.add(" ".join(data.split()))


@pytest.mark.parametrize("state", STATES, ids=lambda state: state.name)
def test_each_state_is_all_spanish(state: State) -> None:
    english, spanish = (_Text(draw(state, language=language).html).found for language in ("en", "es"))
    same = {text for text in english & spanish if text and not _NAMES.fullmatch(text)}
    assert same == set()


def test_the_mail_is_spanish_too() -> None:
    who, client = member(), Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "es"
    client.post("/account/password/forgotten/", {"email": who.user.email})
    (sent,) = mail.outbox
    assert sent.subject == "Una contraseña nueva" and "antes de una hora" in sent.body
    assert "password" not in sent.subject + sent.body.replace("/account/password/", "")
