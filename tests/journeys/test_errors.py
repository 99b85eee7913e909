"""A wrong answer: the summary has the focus, and each of its links lands on the control to mend."""

from __future__ import annotations

import pytest

from tests.interview.walk import Fields, card, when
from tests.journeys.traveler import Traveler

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]
WRONG: dict[str, Fields] = {
    "c1/ending": {},
    "c1/when": when("2005", "13", "40"),
    "c1/convicted-when": when("05"),
    "c1/changed": {"answer": ["none", "prop_47"]},
    "c1/crime": {"typed": "weed"},
    "c1/plants": {**card("at_most_6"), "exact": "9"},
    "c1/courthouse": {},
    "you/serious-crime-dates": when("2999"),
    "you/name-on-case": {},
    "you/other-names": {"answer": "x" * 300},
    "you/mail": {**card("yes"), "part_zip": "9461", "part_state": "C1"},
    "you/contact": {"part_phone": "call me", "part_email": "me"},
}
"""One page of each shape, with an answer that it refuses. (tests.interview has every page.)"""
_SUMMARY_HAS_THE_FOCUS = "() => document.activeElement.className === 'error-summary'"
"""A browser gives the focus when it draws, which on a busy machine is after the page has loaded."""


def test_every_link_of_an_error_summary_lands_on_its_control(traveler: Traveler) -> None:
    traveler.begin().go("/interview/c1/county/").answer(card("Humboldt"))
    traveler.go("/interview/you/serious-crimes/").answer(card("yes"))
    for place, wrong in WRONG.items():
        traveler.go(f"/interview/{place}/").answer(wrong)
        assert traveler.page.title().startswith("Error:"), place
        traveler.page.wait_for_function(_SUMMARY_HAS_THE_FOCUS, timeout=5_000)
        _check_links(traveler, place)


def _check_links(traveler: Traveler, place: str) -> None:
    links = traveler.page.locator(".error-summary a")
    assert links.count() > 0, place
    for link in links.all():
        link.click()
        tag, name, is_wrong = traveler.page.evaluate(
            "(one => [one.tagName, one.id, one.ariaInvalid])(document.activeElement)"
        )
        assert tag in ("INPUT", "SELECT", "TEXTAREA"), (place, tag)
        assert f"#{name}" == link.get_attribute("href"), (place, name)
        assert is_wrong == "true", (place, name)
