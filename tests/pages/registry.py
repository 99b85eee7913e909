"""Every page of the site in every state that looks or reads another way. A new page is a line here, or a test fails."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.interview.questions import REGISTRY, Question, Scope
from tests.clinic.states import NO_STAFF_PAGE, staff_states
from tests.interview.visitors import filed
from tests.interview.walk import RESULT, Fields, card, when
from tests.pages import trouble
from tests.pages.answered import BY_OTHER_WAY, BY_OUTCOME, begun, emptied, three, three_filed
from tests.pages.pages_around import states
from tests.pages.reading_states import reading_states
from tests.pages.sheet_states import sheet_states
from tests.pages.state import State

PETITION = "/papers/case-1/petition/"
WRONG: dict[str, Fields] = {
    "c1/when": when("2005", "13", "40"),
    "c1/convicted-when": when("05"),
    "c1/changed": {"answer": ["none", "prop_47"]},
    "c1/crime": {"typed": "weed"},
    "c1/plants": {**card("at_most_6"), "exact": "9"},
    "c1/weight": {"exact": "lots"},
    "c1/hash-weight": {"exact": "lots"},
    "c1/county": card("Orange County, Florida"),
    "c1/case-number": {**card("yes"), "part_case_number": "x" * 300},
    "you/serious-crime-dates": when("2999"),
    "you/name-on-case": {"part_name_on_case": "Jo 😀"},
    "you/other-names": {"answer": "x" * 300},
    "you/mail": {**card("yes"), "part_zip": "9461", "part_state": "C1"},
    "you/contact": {"part_phone": "call me", "part_email": "me"},
}
"""Answers that are not empty, and that no page takes."""
MAY_BE_EMPTY = {"contact", "other-names"}
"""Questions that take an empty form as an answer."""
NO_PAGE = {
    "healthz": "says one word to machines",
    "health_live": "says one word to machines",
    "health_ready": "says one word to machines",
    "metrics": "is for Prometheus",
    "api_description": "is for programs",
    "api_screen": "is for programs",
    "api_packets": "is for programs",
    "set_language": "only leads back",
    "stay": "says how many seconds are left, to a script",
    "leave": "only leads to what says that all is deleted",
    "begin": "only leads to the next question",
    "choose_request": "only leads back to the papers",
    "result_pdf": "is a PDF file",
    "all_papers": "is a PDF file",
    "zip_papers": "is a ZIP file",
    "case_papers": "is a PDF file",
    "after_calendar": "is a calendar file",
    "paper_picture": "is a picture",
    "paper_thumbnail": "is a picture",
    "sheet_reading_now": "says how far reading is, to a script",
    "sheet_picture": "is a picture",
    "sheet_stop": "only leads to what says that the sheet is deleted",
    "sheet_go_on": "only leads to the list of what was found",
    "sheet_finish": "only leads to the next question",
    **NO_STAFF_PAGE,
}
"""Routes that draw no page, and what they do instead."""


def place_of(question: Question) -> str:
    """Return where a question stands in an address, for a person with one conviction."""
    return "you" if question.scope in (Scope.PETITIONER, Scope.FILER) else "c1"


def _outside() -> Iterator[State]:
    yield State("start", "start", "/")
    yield State("start-in-a-county", "start_in", "/start/los-angeles/")
    yield State("start-in-no-county", "start_in", "/start/no-county/")
    yield State("privacy", "privacy", "/what-we-keep/")
    yield State("cleared", "cleared", "/cleared/")
    yield State("gone", "question", "/interview/c1/ending/", status=410)


def _questions() -> Iterator[State]:
    for question in REGISTRY:
        path = f"/interview/{place_of(question)}/{question.key}/"
        yield State(f"question-{question.key}", "question", path, begun)
        if question.key not in MAY_BE_EMPTY:
            yield State(f"empty-{question.key}", "question", path, begun, sent={})
    for place, fields in WRONG.items():
        name = f"wrong-{place.partition('/')[2]}"
        yield State(name, "question", f"/interview/{place}/", begun, sent=fields)
    tab = {"seen": "other", **card("Fresno")}
    yield State("answered-in-two-tabs", "question", "/interview/c1/county/", begun, sent=tab)
    yield State("question-of-three", "question", "/interview/c2/plants/", three)


def _results() -> Iterator[State]:
    for outcome, visitor in BY_OUTCOME.items():
        yield State(f"result-{outcome.lower().replace('_', '-')}", "result", RESULT, visitor)
    for name, visitor in BY_OTHER_WAY.items():
        yield State(f"result-{name}", "result", RESULT, visitor)
    yield State("result-three", "result", RESULT, three)
    yield State("convictions", "convictions", "/interview/convictions/", three)
    yield State("convictions-none", "convictions", "/interview/convictions/", emptied)
    yield State("add", "add_conviction", "/interview/convictions/add/", three)
    yield State("empty-add", "add_conviction", "/interview/convictions/add/", three, sent={})
    yield State("remove", "remove_conviction", "/interview/c1/remove/", three)
    yield State("clerk", "clerk_slips", "/interview/clerk/", three)


def _papers() -> Iterator[State]:
    yield State("before", "before_papers", "/papers/before/", three)
    yield State("before-on-probation", "before_papers", "/papers/before/", BY_OTHER_WAY["on-probation"])
    yield State("before-none", "before_papers", "/papers/before/", BY_OTHER_WAY["other-state"])
    yield State("tasks-open", "tasks", "/papers/", three)
    yield State("tasks-done", "tasks", "/papers/", filed)
    yield State("check", "check", "/papers/check/", filed)
    yield State("check-several", "check", "/papers/check/", three_filed)
    yield State("papers", "papers", "/papers/ready/", filed)
    yield State("papers-several", "papers", "/papers/ready/", three_filed)
    yield State("papers-choice", "papers", "/papers/ready/", filed, amid=trouble.offered_the_form)
    yield State(
        "papers-not-printed", "papers", "/papers/ready/", filed, status=422, amid=trouble.without_printing
    )
    yield State("paper-words", "paper_words", PETITION, filed)
    yield State("paper-words-guide", "paper_words", "/papers/case-1/cover-sheet/", filed)
    yield State("paper-page", "paper_page", f"{PETITION}page-1/", filed)


def _errors() -> Iterator[State]:
    sent = card("convicted")
    yield State("error-400", "", "/", status=400, amid=trouble.unreadable)
    yield State("error-403", "", "/", status=403, amid=trouble.forbidden)
    yield State("error-404", "", "/nothing-here/", status=404)
    yield State("error-404-bare", "", "/nothing-here/", status=404, amid=trouble.without_frame)
    wrong = {"login": "nobody", "password": "a wrong one"}
    yield State("error-429", "", "/account/login/", sent=wrong, status=429, amid=trouble.flooded)
    yield State("error-500", "", "/", status=500, amid=trouble.broken)
    yield State("error-503", "", "/", status=503, amid=trouble.offline)
    yield State("error-expired", "", "/", sent=sent, status=403, amid=trouble.expired)
    yield State("error-expired-elsewhere", "", "/", sent=sent, status=403, amid=_expired_elsewhere)


def _expired_elsewhere() -> trouble.Amid:
    return trouble.expired(is_ours=False)


STATES = (
    *_outside(), *_questions(), *_results(), *_papers(), *states(), *reading_states(), *sheet_states(), *staff_states(), *_errors(),
)  # fmt: skip
