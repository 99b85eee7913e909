"""No page is forgotten: every route that draws one is in the registry."""

from __future__ import annotations

from collections import Counter

import pytest
from django.urls import get_resolver, reverse

from petitions.interview.screening import determinations_of, today
from petitions.law.terms import Outcome
from petitions.records.reading import open_interview
from tests.access.test_routes import OK, ROWS, routes
from tests.interview.visitors import after, filed
from tests.interview.walk import Walk
from tests.pages.answered import BY_OUTCOME
from tests.pages.registry import NO_PAGE, STATES
from tests.pages.state import State

pytestmark = pytest.mark.django_db


def named(state: State) -> str:
    return state.name


def test_every_route_has_a_state_or_draws_no_page() -> None:
    named_routes = set(map(str, routes(get_resolver().url_patterns)))
    assert {state.route for state in STATES} - {""} | NO_PAGE.keys() == named_routes


def test_a_route_that_draws_no_page_never_does() -> None:
    client = after(filed).client
    for row in ROWS:
        if row.name in NO_PAGE and row.own_get == OK:
            response = client.get(reverse(row.name, kwargs=row.parts))
            assert not response.headers["Content-Type"].startswith("text/html"), row.name


def test_names_are_given_once() -> None:
    assert [name for name, times in Counter(map(named, STATES)).items() if times > 1] == []


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_of_the_law_is_pictured(outcome: Outcome) -> None:
    assert [one.outcome for one in _found(BY_OUTCOME[outcome]())] == [outcome]


def _found(walked: Walk) -> tuple[object, ...]:
    opened = open_interview(walked.client.session["interview"])
    assert opened is not None
    return determinations_of(opened.answers, on=today()).determinations
