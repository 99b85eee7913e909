"""The states of the pages around the questions: help, the law, keeping answers, and what comes after filing."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.interview.explained.chapters import CHAPTERS
from petitions.interview.other_help.pages import PAGES
from petitions.records.return_codes import code_from
from tests.interview.visitors import filed, screened
from tests.interview.walk import FILING, RESULT, Fields, Walk, card
from tests.pages import trouble
from tests.pages.answered import three, three_filed
from tests.pages.state import State

KEEP, COME_BACK, DATES = "/answers/keep/", "/come-back/", "/papers/after/dates/"
NOBODYS = code_from(b"nobody has this code")
ON: Fields = {"on_month": "10", "on_day": "5", "on_year": "2026"}
NOTED: tuple[tuple[str, Fields], ...] = (
    ("filed", {"answer": "done", **ON}),
    ("answered", {"answer": "hearing", "department": "24"}),
)


def noted() -> Walk:
    """Note what happened after filing, and choose a day for a call."""
    found = filed()
    for step, fields in NOTED:
        found.go(f"/papers/after/c1/{step}/").follow(found.post(**fields))
    return found.go(DATES).follow(found.post(call="30"))


def serving_oneself() -> Walk:
    """Name oneself as the person who gives the copy, which no court takes."""
    found = filed()
    address = {name: value for name, value in FILING["mail"].items() if name != "answer"}
    server = {"answer": "known", "part_name": "Ánh Zuñiga", **address}
    return found.go("/interview/c1/server/").follow(found.post(**server))


def states() -> Iterator[State]:
    """Give them all."""
    yield from _help()
    yield from _keeping()
    yield from _after()
    yield State("result-print", "result_sheet", "/interview/result/print/", three)
    yield State("wrong-check-stopped", "check", "/papers/check/", serving_oneself)
    yield State("papers-stopped", "papers", "/papers/ready/", serving_oneself, status=422)
    meant: Fields = {"typed": "1l357b"}
    yield State("wrong-crime-meant", "question", "/interview/c1/crime/", screened, sent=meant)


def _help() -> Iterator[State]:
    yield State("clinics", "clinics", "/for-clinics/")
    yield State("other-help", "other_help_list", "/other-help/")
    yield State("other-help-counties", "other_help_places", "/other-help/counties/")
    for page in PAGES:
        yield State(f"other-help-{page.slug}", "other_help", f"/other-help/{page.slug}/")
    yield State("other-help-of-a-county", "other_help", "/other-help/arrest-only/", screened)
    yield State("law", "law", "/law/")
    yield State("law-answers", "law_answers", "/law/answers/")
    for slug in CHAPTERS:
        yield State(f"law-{slug}", "law_chapter", f"/law/{slug}/")


def _keeping() -> Iterator[State]:
    yield State("keep", "keep", KEEP, screened)
    yield State("keep-kept", "keep", KEEP, screened, amid=trouble.kept)
    yield State("keep-shared", "keep", KEEP, screened, amid=trouble.shared)
    yield State("empty-keep", "keep", KEEP, screened, sent={})
    yield State("code", "keep", KEEP, screened, sent=card("30"))
    yield State("delete", "delete", "/answers/delete/", screened)
    yield State("come-back", "come_back", COME_BACK)
    yield State("come-back-instead", "come_back", COME_BACK, screened)
    yield State("empty-come-back", "come_back", COME_BACK, sent={})
    yield State("wrong-come-back", "come_back", COME_BACK, sent=card(NOBODYS))
    wait = trouble.too_many_codes
    yield State(
        "wrong-come-back-too-often", "come_back", COME_BACK, sent=card(NOBODYS), status=429, amid=wait
    )
    yield State("cleared-but-kept", "cleared", "/cleared/?code=kept")
    yield State("result-kept", "result", RESULT, screened, amid=trouble.kept)
    yield State("question-shared", "question", "/interview/c1/when/", screened, amid=trouble.shared)


def _after() -> Iterator[State]:
    yield State("after", "after", "/papers/after/", filed)
    yield State("after-noted", "after", "/papers/after/", noted)
    yield State("after-several", "after", "/papers/after/", three_filed)
    for step in ("filed", "served", "answered", "decided", "corrected"):
        path = f"/papers/after/c1/{step}/"
        yield State(f"after-{step}", "after_step", path, noted)
        yield State(f"empty-after-{step}", "after_step", path, filed, sent={})
    wrong = {"answer": "done", "on_month": "13", "on_day": "5", "on_year": "2026"}
    yield State("wrong-after-filed", "after_step", "/papers/after/c1/filed/", filed, sent=wrong)
    yield State("after-dates", "after_dates", DATES, filed)
    yield State("after-dates-noted", "after_dates", DATES, noted)
    yield State("wrong-after-dates", "after_dates", DATES, noted, sent={"call": "9"})
    yield State("after-mail-asked", "after_mail_asked", f"{DATES}asked/", noted)
    yield State("wrong-after-mail", "after_mail", f"{DATES}mail/", noted, sent={"address": "me"})
    yield State("letters", "letters", "/after/letters/")
    yield State("letters-with-a-name", "letters", "/after/letters/", filed)
    yield State("state-record", "state_record", "/after/state-record/")
    reminder = "/reminder/a-code/"
    yield State("reminder-none", "reminder", reminder)
    yield State("reminder-asked", "reminder", reminder, amid=trouble.reminder_asked)
    yield State("reminder-on", "reminder", reminder, amid=trouble.reminder_on)
