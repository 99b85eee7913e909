"""No page asks the database more than eight times, however much was answered already."""

from __future__ import annotations

import pytest

from tests.interview.counting import Counting
from tests.interview.walk import POSSESSION, Walk

pytestmark = pytest.mark.django_db
MOST = 8


def test_no_page_on_the_way_to_the_papers_makes_more_than_eight_queries() -> None:
    browser = Counting()
    walked = Walk(browser).begin().until(POSSESSION).go("/papers/before/").file()
    walked.go("/papers/check/").go("/papers/ready/").go("/interview/convictions/")
    assert len(browser.most) >= 10 and browser.most["GET question"] > 0
    assert {page: most for page, most in browser.most.items() if most > MOST} == {}


def test_a_page_that_asks_more_is_found() -> None:
    browser = Counting()
    Walk(browser).begin()
    assert browser.most["POST begin"] > 1
