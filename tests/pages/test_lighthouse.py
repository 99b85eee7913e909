"""Lighthouse gives at least 98 of 100 in each category to the start page, a question, the result and the check page.

It asks all that it asks by default, and a page with answers passes even where it asks whether a search may list the
page: to a search, which has no cookie, such a page says that nothing is here (tests/security/test_compression.py).
"""

from __future__ import annotations

import pytest

from tests.pages.lighthouse import CATEGORIES, CONTENT, PAGES, judged
from tests.pages.production import site

pytestmark = pytest.mark.long


def test_lighthouse_is_content() -> None:
    with site() as port:
        found = dict(judged(port))
    print(found)
    assert found.keys() == PAGES.keys()
    for name, one in found.items():
        assert one.scores.keys() == set(CATEGORIES)
        assert min(one.scores.values()) >= CONTENT, (name, one)
