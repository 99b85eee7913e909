"""From the start page to the finished papers by keyboard alone, at a zoom of 400 %, with nothing to the side."""

from __future__ import annotations

import pytest

from tests.interview.walk import POSSESSION
from tests.journeys.conftest import Travelers
from tests.journeys.typist import Typist

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]
ZOOMED = {"width": 320, "height": 256}
_SCROLLS_ASIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.parametrize("locale", ["en-US", "es-MX"])
def test_the_whole_way_by_keyboard_at_four_times_the_size(new_traveler: Travelers, locale: str) -> None:
    found = new_traveler(locale=locale, viewport=ZOOMED)
    typist, aside = Typist(found.page, site=found.site), list[str]()
    typist.page.on("load", lambda page: aside.append(page.url) if page.evaluate(_SCROLLS_ASIDE) else None)
    typist.screened(POSSESSION).filed()
    assert typist.save("main a[href='/papers/clearrecord-case-1.pdf']") == "clearrecord-case-1.pdf"
    assert aside == []
