"""No request, however wrong, gets a server error or takes long: every form and route, hostile values and shapes (S48)."""

from __future__ import annotations

import os

import pytest
from django.test import Client

from tests.access.conftest import _no_printer_is_started, _no_review_is_started
from tests.security.fuzz.drawn import drawn_in
from tests.security.fuzz.sending import Told, send_many
from tests.security.fuzz.targets import Target, every_target

__all__ = ["_no_printer_is_started", "_no_review_is_started"]

pytestmark = pytest.mark.django_db
FEW, MANY = 60, int(os.environ.get("CLEARRECORD_FUZZ_REQUESTS", "400"))


def sent(how_many: int, *, seed: int) -> Told:
    told = send_many(every_target(), how_many, seed=seed)
    assert sum(told.answers.values()) == how_many
    return told


def test_sixty_hostile_requests_get_no_server_error_and_none_takes_long() -> None:
    assert sent(FEW, seed=1).wrong == []


@pytest.mark.long
def test_hundreds_of_hostile_requests_to_every_route_get_no_server_error_and_none_takes_long() -> None:
    told = sent(MANY, seed=2)
    assert told.wrong == []
    assert len(told.routes) == len({target.name for target in every_target()})


def test_the_forms_of_a_page_are_read_with_all_their_boxes() -> None:
    (form,) = drawn_in(
        '<form method="post" action="/x/"><input name="csrfmiddlewaretoken" value="t"><input name="a" value="1">'
        '<select name="b"><option value="2"><option value="3"></select><textarea name="c">z</textarea>'
        '<input type="file" name="d"><button name="e" value="4"></button></form>'
    )
    assert (form.action, form.is_post, form.files) == ("/x/", True, ["d"])
    assert form.fields == {"a": ["1"], "b": ["", "2", "3"], "c": [""], "e": ["4"]}


@pytest.mark.urls("tests.ground.site_urls")
def test_a_server_error_and_a_slow_answer_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    targets = [Target("broken", "/broken/you/", Client())]
    assert any(": 500 " in line for line in send_many(targets, 20, seed=3).wrong)
    monkeypatch.setattr("tests.security.fuzz.sending.MOST_SECONDS", 0.0)
    assert any(line.endswith(" s") for line in send_many(targets, 20, seed=3).wrong)
