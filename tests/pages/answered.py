"""The people of the page states: what each has answered, one for every outcome of the law and every other way out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from petitions.law.terms import Outcome
from tests.interview.visitors import screened
from tests.interview.walk import FILING, FILING_STARTS, RESULT, SIMPLE, TASKS, Fields, Walk, card, crime, when

Visitor = Callable[[], Walk]
GROWING: dict[str, Fields] = {"crime": crime("11358"), "plants": card("unsure"), "home-grow": card("unsure")}
YOUNG: dict[str, Fields] = {"age": card("18_to_20"), "convicted-when": when("2005")}
OUTCOMES: dict[Outcome, dict[str, Fields]] = {
    Outcome.DISMISS_SEAL: {"crime": crime("11357(b)")},
    Outcome.REDUCE_TO_INFRACTION: {**YOUNG, "crime": crime("11358"), "plants": card("at_most_6")},
    Outcome.REDUCE_TO_MISDEMEANOR: {"crime": crime("11359")},
    Outcome.AT_LEAST_MISDEMEANOR_MAYBE_DISMISS: GROWING,
    Outcome.AT_LEAST_MISDEMEANOR_MAYBE_INFRACTION: {**GROWING, **YOUNG},
    Outcome.AT_LEAST_INFRACTION_MAYBE_DISMISS: {
        "crime": crime("11358"),
        "plants": card("at_most_6"),
        "home-grow": card("yes"),
        "age": card("unsure"),
        "birth-date": when("1984"),
    },
    Outcome.NEEDS_REVIEW: {"crime": card("unsure")},
    Outcome.FELONY_EXCEPTION: {"crime": crime("11359"), "minors": card("yes")},
    Outcome.NO_LESSER_OFFENSE: {
        "crime": crime("11357(c)"),
        "kind": card("flower"),
        "weight": card("more_than_28.5"),
        "own-plants": card("no"),
        "school": card("no"),
    },
    Outcome.NOT_COVERED_SECTION: {
        "crime": crime("182/11360"),
        "act": card("sold"),
        "recipient": card("none"),
    },
    Outcome.NOT_COVERED_DATE: {"when": when("2018")},
    Outcome.NOT_COVERED_JURISDICTION: {"court": card("federal")},
    Outcome.NOT_A_CONVICTION: {"ending": card("arrest_only")},
    Outcome.JUVENILE_REDUCE: {
        "crime": crime("11357(b)"),
        "court": card("california_juvenile"),
        "age": card("under_18"),
    },
    Outcome.ALREADY_CLEARED: {"crime": crime("11357(b)"), "changed": {"answer": ["prop_64_dismissed"]}},
}
OTHER_WAYS: dict[str, dict[str, Fields]] = {
    "diverted": {"ending": card("diverted")},
    "ending-unsure": {"crime": crime("11357(b)"), "ending": card("unsure")},
    "other-state": {"court": card("other_state")},
    "tribal-or-military": {"court": card("tribal_or_military")},
    "on-probation": {"crime": crime("11357(b)"), "sentence": card("supervised"), "county": card("Alameda")},
    "county-unsure": {"crime": crime("11357(b)"), "county": card("unsure")},
}
"""What leads to other words than the outcome has."""


def one(answers: dict[str, Fields]) -> Walk:
    """Reach the result with answers as in the simple case, but for what is given."""
    walked = Walk().begin().until({**SIMPLE, **answers})
    assert walked.path == RESULT, (walked.path, walked.keys)
    return walked


def three() -> Walk:
    """Reach the result of three convictions: one dismissed, one open, one that this law cannot reach."""
    walked = screened()
    for answers in ({**SIMPLE, **GROWING, "county": card("San Diego")}, {**SIMPLE, "court": card("federal")}):
        walked.go("/interview/convictions/add/").answer(**card("other"))
        walked.until(answers)
        assert walked.path == RESULT, (walked.path, walked.keys)
    return walked


def three_filed() -> Walk:
    """Answer every question of the papers of three convictions, of which two go to court, in two cases."""
    walked = three().file()
    for start in FILING_STARTS:
        if "/c1/" in start:
            walked.go(f"{start.replace('/c1/', '/c2/')}?next=tasks").until(FILING)
    assert walked.path == TASKS
    return walked


def begun() -> Walk:
    """Press Start; then give a county, and a yes to two questions, so that every question can be opened."""
    found = Walk().begin()
    found.go("/interview/c1/county/").answer(**card("Humboldt"))
    found.go("/interview/you/registration/").answer(**card("yes"))
    return found.go("/interview/you/serious-crimes/").answer(**card("yes"))


def emptied() -> Walk:
    """Press Start, and remove the one conviction."""
    found = Walk().begin().go("/interview/c1/remove/")
    return found.follow(found.post())


BY_OUTCOME: dict[Outcome, Visitor] = {which: partial(one, answers) for which, answers in OUTCOMES.items()}
BY_OTHER_WAY: dict[str, Visitor] = {name: partial(one, answers) for name, answers in OTHER_WAYS.items()}
