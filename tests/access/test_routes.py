"""Who gets what from every address: a row for each route, and the suite fails where a route has none."""

from __future__ import annotations

from typing import Any, NamedTuple

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from petitions.interview.other_help.pages import PAGES
from tests.access.rows.gathered import STAFF_ROWS
from tests.access.rows.office import GLASS_ROUTE
from tests.access.rows.sign_in import OWN_ROWS
from tests.interview.visitors import after, filed

pytestmark = pytest.mark.django_db

GONE, NO_SUCH, NOT_ALLOWED, NO_TOKEN, OK = 410, 404, 405, 401, 200
BY_TOKEN = ("api_screen", "api_packets")
"""What a program's token opens, and no cookie of anybody, so that these ask for no form token; tests/api/ tries it."""
TO_START, TO_QUESTION, TO_LIST = "/", "/interview/c1/ending/", "/interview/convictions/"
READY = "/papers/ready/"
NO_START = "/start/no-county/"
SIGN_IN = "/account/login/"
READING = "/read-your-record/you/sheet/"
AFTER, DATES, REMINDER = "/papers/after/", "/papers/after/dates/", "/reminder/no-such-code/"
ADD, REMOVE, RESULT, CLEARED = "/interview/convictions/add/", TO_LIST, "/interview/result/", "/cleared/"

PETITION = {"number": 1, "document": "petition"}
SHEET = "/rap-sheet/"
SHEET_PAGES: tuple[tuple[str, dict[str, Any]], ...] = (
    ("sheet_files", {}),
    ("sheet_page", {"number": 1}),
    ("sheet_person", {}),
    ("sheet_conviction", {"name": "c1"}),
)
SHEET_SHOWN: tuple[tuple[str, dict[str, Any]], ...] = (
    ("sheet_reading", {}),
    ("sheet_reading_now", {}),
    ("sheet_pages", {}),
    ("sheet_picture", {"number": 1}),
    ("sheet_check", {}),
)
SHEET_DONE = ("sheet_stop", "sheet_go_on", "sheet_finish")
"""What is closed to everyone while the public may not hand in sheets, which is where a site begins."""

Answer = int | str
"""A status, or where a redirect leads."""


class Row(NamedTuple):
    """What a route answers: to a visitor without answers, and to one whose papers are ready."""

    name: str
    parts: dict[str, Any]
    get: Answer
    post: Answer
    own_get: Answer
    own_post: Answer


ROWS = (
    *(Row(name, {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED) for name in ("healthz", "health_live", "health_ready")),
    Row("metrics", {}, NO_SUCH, NOT_ALLOWED, NO_SUCH, NOT_ALLOWED),
    Row("start", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("start_in", {"county": "los-angeles"}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("start_in", {"county": "no-county"}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("start_in", {"county": "Cook"}, NO_START, NOT_ALLOWED, NO_START, NOT_ALLOWED),
    Row("set_language", {}, NOT_ALLOWED, TO_START, NOT_ALLOWED, TO_START),
    Row("privacy", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("cleared", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("clinics", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("come_back", {}, OK, OK, OK, OK),
    Row("stay", {}, OK, OK, OK, OK),
    Row("keep", {}, GONE, GONE, OK, OK),
    Row("delete", {}, GONE, GONE, OK, CLEARED),
    Row("other_help_list", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("other_help_places", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    *(Row("other_help", {"slug": page.slug}, OK, NOT_ALLOWED, OK, NOT_ALLOWED) for page in PAGES),
    Row("other_help", {"slug": "no-such-page"}, NO_SUCH, NOT_ALLOWED, NO_SUCH, NOT_ALLOWED),
    Row("law", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("law_answers", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("law_chapter", {"slug": "hs-11357"}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("law_chapter", {"slug": "hs-11366"}, NO_SUCH, NOT_ALLOWED, NO_SUCH, NOT_ALLOWED),
    Row("leave", {}, NOT_ALLOWED, CLEARED, NOT_ALLOWED, CLEARED),
    Row("begin", {}, GONE, TO_QUESTION, RESULT, RESULT),
    Row("result", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("result_sheet", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("result_pdf", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("clerk_slips", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("convictions", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("add_conviction", {}, GONE, GONE, OK, OK),
    Row("remove_conviction", {"place": "c1"}, GONE, GONE, OK, TO_LIST),
    Row("question", {"place": "you", "key": "name-on-case"}, GONE, GONE, OK, OK),
    Row("question", {"place": "you", "key": "no-such-question"}, GONE, GONE, NO_SUCH, NO_SUCH),
    Row("before_papers", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("tasks", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("check", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("papers", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("choose_request", {}, NOT_ALLOWED, GONE, NOT_ALLOWED, READY),
    Row("all_papers", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("zip_papers", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("case_papers", {"number": 1}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("case_papers", {"number": 2}, GONE, NOT_ALLOWED, NO_SUCH, NOT_ALLOWED),
    Row("paper_words", PETITION, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("paper_words", {**PETITION, "number": 0}, GONE, NOT_ALLOWED, NO_SUCH, NOT_ALLOWED),
    Row("paper_words", {**PETITION, "number": 2}, GONE, NOT_ALLOWED, NO_SUCH, NOT_ALLOWED),
    Row("paper_words", {**PETITION, "document": "packet"}, GONE, NOT_ALLOWED, NO_SUCH, NOT_ALLOWED),
    Row("paper_page", {**PETITION, "page": 1}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("paper_page", {**PETITION, "page": 0}, GONE, NOT_ALLOWED, NO_SUCH, NOT_ALLOWED),
    Row("paper_page", {**PETITION, "page": 99}, GONE, NOT_ALLOWED, NO_SUCH, NOT_ALLOWED),
    Row("paper_page", {**PETITION, "document": "packet", "page": 1}, GONE, NOT_ALLOWED, NO_SUCH, NOT_ALLOWED),
    Row("paper_picture", {**PETITION, "page": 1}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("paper_picture", {**PETITION, "page": 99}, GONE, NOT_ALLOWED, NO_SUCH, NOT_ALLOWED),
    Row("paper_thumbnail", {**PETITION, "page": 1}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("paper_thumbnail", {**PETITION, "number": 2, "page": 1}, GONE, NOT_ALLOWED, NO_SUCH, NOT_ALLOWED),
    Row("after", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("after_step", {"place": "c1", "step": "filed"}, GONE, GONE, OK, OK),
    Row("after_step", {"place": "c9", "step": "filed"}, GONE, GONE, AFTER, AFTER),
    Row("after_step", {"place": "c1", "step": "no-such-step"}, NO_SUCH, NO_SUCH, NO_SUCH, NO_SUCH),
    Row("after_dates", {}, GONE, GONE, OK, OK),
    Row("after_calendar", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("after_mail", {}, GONE, GONE, DATES, DATES),
    Row("after_mail_asked", {}, GONE, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("letters", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("state_record", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("read_it_yourself", {}, OK, READING, OK, READING),
    Row("sheet_words", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("read_step", {"place": "you", "step": "sheet"}, GONE, GONE, OK, OK),
    Row("read_step", {"place": "c1", "step": "code"}, GONE, GONE, OK, OK),
    Row("read_step", {"place": "c9", "step": "code"}, GONE, GONE, TO_LIST, TO_LIST),
    Row("read_step", {"place": "you", "step": "no-such-step"}, NO_SUCH, NO_SUCH, NO_SUCH, NO_SUCH),
    *(Row(name, parts, SHEET, SHEET, SHEET, SHEET) for name, parts in SHEET_PAGES),
    Row("rap_sheet", {}, OK, OK, OK, OK),
    Row("sheet_stopped", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    *(Row(name, parts, SHEET, NOT_ALLOWED, SHEET, NOT_ALLOWED) for name, parts in SHEET_SHOWN),
    *(Row(name, {}, NOT_ALLOWED, SHEET, NOT_ALLOWED, SHEET) for name in SHEET_DONE),
    Row("invitation", {"code": "no-such-code"}, NO_SUCH, NO_SUCH, NO_SUCH, NO_SUCH),
    Row("reminder", {"code": "no-such-code"}, OK, REMINDER, OK, REMINDER),
    Row("account_login", {}, OK, OK, OK, OK),
    Row("mfa_login_webauthn", {}, SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN),
    Row("mfa_authenticate", {}, SIGN_IN, SIGN_IN, SIGN_IN, SIGN_IN),
    Row("account_logout", {}, NOT_ALLOWED, SIGN_IN, NOT_ALLOWED, SIGN_IN),
    Row("staff_stay", {}, OK, OK, OK, OK),
    Row("account_reset_password", {}, OK, OK, OK, OK),
    Row("account_reset_password_done", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("account_reset_password_from_key", {"uidb36": "1", "key": "no-such-key"}, OK, OK, OK, OK),
    Row("account_reset_password_from_key_done", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    Row("api_description", {}, OK, NOT_ALLOWED, OK, NOT_ALLOWED),
    *(Row(name, {}, NOT_ALLOWED, NO_TOKEN, NOT_ALLOWED, NO_TOKEN) for name in BY_TOKEN),
)


def routes(patterns: list[URLPattern | URLResolver]) -> list[str | None]:
    """Return the name of every route, None for one without."""
    found: list[str | None] = []
    for one in patterns:
        found += routes(one.url_patterns) if isinstance(one, URLResolver) else [one.name]
    return found


def answer(client: Client, row: Row, *, method: str) -> Answer:
    response = client.generic(method, reverse(row.name, kwargs=row.parts))
    return response.headers["Location"] if response.status_code == 302 else response.status_code


def label(row: Row) -> str:
    return "-".join([row.name, *map(str, row.parts.values())])


def test_every_route_has_a_name_and_a_row() -> None:
    assert sorted(set(map(str, routes(get_resolver().url_patterns)))) == sorted(
        {GLASS_ROUTE, *(row.name for row in (*ROWS, *STAFF_ROWS, *OWN_ROWS))}
    )


@pytest.mark.parametrize("row", ROWS, ids=label)
def test_a_visitor_without_answers_sees_nothing_of_anyone(row: Row) -> None:
    assert answer(Client(), row, method="GET") == row.get
    assert answer(Client(), row, method="POST") == row.post


@pytest.mark.parametrize("row", ROWS, ids=label)
def test_a_visitor_with_papers_sees_their_own(row: Row) -> None:
    client = after(filed).client
    assert answer(client, row, method="GET") == row.own_get
    assert answer(client, row, method="POST") == row.own_post


@pytest.mark.parametrize("row", ROWS, ids=label)
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE"])
def test_no_route_takes_another_method(row: Row, method: str) -> None:
    assert answer(Client(), row, method=method) == NOT_ALLOWED


@pytest.mark.parametrize("row", [row for row in ROWS if row.own_get == OK and row.get == GONE], ids=label)
def test_another_visitors_session_opens_nothing(row: Row) -> None:
    after(filed)
    stranger = Client()
    stranger.post("/interview/begin/")
    assert "Ánh Zuñiga".encode() not in stranger.get(reverse(row.name, kwargs=row.parts)).content


def test_a_form_without_its_token_is_refused_wherever_one_is_taken() -> None:
    strict = Client(enforce_csrf_checks=True)
    taking = [
        row
        for row in ROWS
        if row.name not in BY_TOKEN and (row.post != NOT_ALLOWED or row.own_post != NOT_ALLOWED)
    ]
    assert taking
    assert {answer(strict, row, method="POST") for row in taking} == {403}
