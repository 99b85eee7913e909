"""A log line says when, where and what kind; never what a person typed."""

from __future__ import annotations

import io
import json
import logging

import pytest
from django.conf import settings
from django.test import Client, RequestFactory
from django.views.debug import ExceptionReporter
from hypothesis import given
from hypothesis import strategies as st

from clearrecord.logs import AllowedFacts, HideEverything, QuietLines
from tests.ground.site_urls import CANARY, Typed, broken

ALLOWED = {"time", "level", "logger", "event", "method", "route", "status", "error", "at"}


class Lines(logging.Handler):
    """Keeps what the site's own handler would print."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(AllowedFacts())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def lines() -> object:
    handler = Lines()
    logging.getLogger().addHandler(handler)
    yield handler.lines
    logging.getLogger().removeHandler(handler)


@pytest.mark.urls("tests.ground.site_urls")
def test_a_failure_is_logged_by_kind_and_place_alone(lines: list[str]) -> None:
    client = Client(raise_request_exception=False)
    client.post(f"/broken/{CANARY}/?name={CANARY}", {"name": "Typed-Name"}, headers={"referer": CANARY})
    told = json.loads(lines[-1])
    assert told["error"] == ["Typed", "ValueError"]
    assert told["route"] == "broken/<slug:place>/"
    assert told["method"] == "POST"
    assert told["status"] == 500
    assert any("broken" in place for place in told["at"])


@pytest.mark.urls("tests.ground.site_urls")
@pytest.mark.parametrize("path", ["broken/x/", "offline/", "denied/", "suspicious/", "nowhere/", "form/"])
def test_no_log_line_holds_what_was_sent(path: str, lines: list[str]) -> None:
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    sent = {"name": "Typed-Name"}
    client.post(f"/{path}?q={CANARY}", sent, headers={"referer": CANARY, "user-agent": CANARY})
    client.get(f"/{path}{CANARY}?q={CANARY}")
    assert lines
    for line in lines:
        assert CANARY not in line
        assert "Typed-Name" not in line
        assert set(json.loads(line)) <= ALLOWED


def told(message: object, *arguments: object, logger: str = "petitions.records", **more: object) -> str:
    record = logging.LogRecord(logger, logging.ERROR, __file__, 1, message, arguments, None)
    record.__dict__.update(more)
    return AllowedFacts().format(record)


def test_an_event_of_ours_is_named() -> None:
    assert json.loads(told("interview_unreadable"))["event"] == "interview_unreadable"


@pytest.mark.parametrize("message", [CANARY, "saved %s", "Name\nforged line", "", 7, f"for_{CANARY}"])
def test_any_other_message_is_left_out(message: object) -> None:
    line = told(message, CANARY, status_code=CANARY, petitioner=CANARY)
    assert "event" not in json.loads(line)
    assert CANARY not in line
    assert "\n" not in line


_TEXTS = st.text(max_size=200) | st.just(f"{CANARY}\n{{}}\r\x1b[31m\u2028\x85")


@given(
    message=_TEXTS,
    value=_TEXTS,
    key=st.sampled_from(["status_code", "event", "route", "at", "taskName"]),
)
def test_whatever_is_logged_is_one_line_with_allowed_keys_alone(message: str, value: str, key: str) -> None:
    line = told(f"{message}{CANARY}", value, **{key: f"{value}{CANARY}"})
    assert len(line.splitlines()) == 1 and line.isascii()
    assert set(json.loads(line)) <= ALLOWED
    assert CANARY not in line


def test_a_hostile_name_in_an_exception_is_one_line_too() -> None:
    kind = type(f"{CANARY}\nforged", (ValueError,), {"__qualname__": "Typed"})
    record = logging.LogRecord("petitions", 40, __file__, 1, "x", (), (kind, kind(f"{CANARY}\nline"), None))
    line = AllowedFacts().format(record)
    assert len(line.splitlines()) == 1 and CANARY not in line


def test_a_line_that_cannot_be_printed_is_left_out_and_nothing_of_it_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    handler = QuietLines(_Closed())
    handler.emit(logging.LogRecord("petitions", 40, __file__, 1, CANARY, (CANARY,), None))
    assert capsys.readouterr() == ("", "")
    assert settings.LOGGING["handlers"]["lines"]["class"] == "clearrecord.logs.QuietLines"


class _Closed(io.StringIO):
    def write(self, _text: str) -> int:
        raise BrokenPipeError


def test_another_package_names_no_event() -> None:
    assert "event" not in json.loads(told("testa_example", logger="weasyprint"))


def test_a_made_up_method_is_not_repeated() -> None:
    request = RequestFactory().generic("CANARIA", "/")
    assert json.loads(told("x", request=request))["method"] == "other"


def test_causes_end() -> None:
    error = None
    for number in range(9):
        error, before = ValueError(number), error
        error.__cause__ = before
    record = logging.LogRecord("petitions", 40, __file__, 1, "x", (), (ValueError, error, None))
    assert len(json.loads(AllowedFacts().format(record))["error"]) == 5


def test_every_logger_ends_at_the_one_handler() -> None:
    assert settings.LOGGING["root"]["handlers"] == ["lines"]
    named = settings.LOGGING["loggers"].values()
    assert all(set(logger.get("handlers", [])) <= {"lines"} for logger in named)
    assert not settings.ADMINS


def test_an_error_report_holds_no_form_field_and_no_variable() -> None:
    request = RequestFactory().post("/", {"name": CANARY})
    with pytest.raises(Typed) as failed:
        broken(request, "you")
    reporter = ExceptionReporter(request, failed.type, failed.value, failed.tb)
    assert all(not frame["vars"] for frame in reporter.get_traceback_frames())
    assert not HideEverything().get_post_parameters(request)
    assert HideEverything().is_active(None)
    assert settings.DEFAULT_EXCEPTION_REPORTER_FILTER == "clearrecord.logs.HideEverything"
