"""Every page worth looking at, reached as a person reaches it: for pictures, and for the narrow screen."""

from __future__ import annotations

from collections.abc import Iterator

from petitions.interview.other_help.pages import PAGES
from petitions.interview.questions import REGISTRY, Scope
from tests.interview.walk import POSSESSION, RESULT, Fields, card, crime, when
from tests.journeys.traveler import Traveler

GROWING: dict[str, Fields] = {
    **POSSESSION,
    "crime": crime("11358"),
    "county": card("San Diego"),
    "sentence": card("supervised"),
    "plants": card("unsure"),
    "home-grow": card("unsure"),
}
FEDERAL: dict[str, Fields] = {"ending": card("convicted"), "court": card("federal")}
OUTSIDE = {
    "start": "/",
    "privacy": "/what-we-keep/",
    "cleared": "/cleared/",
    "law": "/law/",
    "law-section": "/law/hs-11360/",
    "law-answers": "/law/answers/",
    "gone": "/interview/c1/ending/",
    "not-found": "/nothing-here/",
    "other-help": "/other-help/",
    "counties": "/other-help/counties/",
    **{f"other-help-{page.slug}": f"/other-help/{page.slug}/" for page in PAGES},
}
PAPERS = {
    "tasks": "/papers/",
    "check": "/papers/check/",
    "papers": "/papers/ready/",
    "paper-words": "/papers/case-1/petition/",
    "paper-page": "/papers/case-1/petition/page-1/",
}
AFTER = {
    "after": "/papers/after/",
    "after-step": "/papers/after/c1/answered/",
    "dates": "/papers/after/dates/",
    "mail-asked": "/papers/after/dates/asked/",
    "letters": "/after/letters/",
    "state-record": "/after/state-record/",
    "reminder": "/reminder/nothing-here/",
}
NOTED: dict[str, Fields] = {
    "filed": {"answer": "done", "on_month": "10", "on_day": "5", "on_year": "2026"},
    "answered": {"answer": "hearing", "department": "24"},
}
LISTS = {
    "convictions": "/interview/convictions/",
    "clerk": "/interview/clerk/",
    "result-print": "/interview/result/print/",
    "add": "/interview/convictions/add/",
    "remove": "/interview/c1/remove/",
}
WRONG: dict[str, Fields] = {
    "c1/when": when("2005", "13", "40"),
    "c1/crime": {"typed": "1l357b"},
    "c1/plants": {**card("at_most_6"), "exact": "9"},
    "you/mail": {"answer": "yes", "part_zip": "9461", "part_state": "C1"},
    "c1/county": {},
}


def pages(traveler: Traveler) -> Iterator[str]:
    """Go to each page in turn; yield its name there."""
    yield from _visited(traveler, OUTSIDE)
    traveler.begin()
    yield from _wrong(traveler)
    yield from _results(traveler)
    traveler.press("a.button[href='/papers/before/']")
    yield "before"
    yield from _visited(traveler, {"tasks-open": "/papers/", **LISTS})
    traveler.go(RESULT).filed("c1/courthouse", "c2/courthouse", "you/name-on-case", "c1/judge", "c2/judge")
    yield from _visited(traveler, PAPERS)
    yield from _after(traveler)
    traveler.go("/interview/you/serious-crimes/").answer(card("yes"))
    traveler.go("/interview/you/registration/").answer(card("yes"))
    yield from _questions(traveler)


def _visited(traveler: Traveler, paths: dict[str, str]) -> Iterator[str]:
    for name, path in paths.items():
        traveler.go(path)
        yield name


def _wrong(traveler: Traveler) -> Iterator[str]:
    for place, wrong in WRONG.items():
        traveler.go(f"/interview/{place}/").answer(wrong)
        yield f"wrong-{place.partition('/')[2]}"


def _results(traveler: Traveler) -> Iterator[str]:
    traveler.go("/interview/begin/").until(POSSESSION)
    yield "result-one"
    for name, answers in {"two": GROWING, "three": FEDERAL}.items():
        traveler.press("a.button[href='/interview/convictions/add/']").answer(card("other")).until(answers)
        assert traveler.path == RESULT, traveler.path
        yield f"result-{name}"


def _after(traveler: Traveler) -> Iterator[str]:
    for step, fields in NOTED.items():
        traveler.go(f"/papers/after/c1/{step}/").answer(fields)
    traveler.go("/papers/after/dates/").answer({"call": "30"})
    yield from _visited(traveler, AFTER)


def _questions(traveler: Traveler) -> Iterator[str]:
    for question in REGISTRY:
        place = "you" if question.scope in (Scope.PETITIONER, Scope.FILER) else "c1"
        traveler.go(f"/interview/{place}/{question.key}/")
        yield f"question-{question.key}"
