"""A person reads two counts of one case and one of another off their sheet, by keyboard alone and at 400 %."""

from __future__ import annotations

import pytest

from tests.interview.walk import Fields, card
from tests.journeys.conftest import Travelers
from tests.journeys.typist import Typist
from tests.rapsheet.guide.reader import COUNT, OTHER_CASE, START, TOP

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]
ZOOMED = {"width": 320, "height": 256}
_SCROLLS_ASIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
SECOND: dict[str, Fields] = {
    "code": {"typed": "11357(B) HS"},
    "dispo": card("convicted"),
    "status": card("misdemeanor"),
    "later": {"answer": ["dismissed_1203"]},
    "another": card("other"),
}
WAY = (
    ("you", TOP),
    ("c1", {**COUNT, "another": card("same")}),
    ("c2", SECOND),
    ("c3", {**COUNT, **OTHER_CASE, "another": card("no")}),
)


@pytest.mark.parametrize("locale", ["en-US", "es-MX"])
def test_the_sheet_is_read_by_keyboard_at_four_times_the_size(new_traveler: Travelers, locale: str) -> None:
    found = new_traveler(locale=locale, viewport=ZOOMED)
    typist, aside = Typist(found.page, site=found.site), list[str]()
    typist.page.on("load", lambda page: aside.append(page.url) if page.evaluate(_SCROLLS_ASIDE) else None)
    typist.go("/").press(f"main a[href='{START}']").press("main form.start button[type=submit]")
    for place, answers in WAY:
        for key, fields in answers.items():
            assert typist.path == f"{START}{place}/{key}/"
            typist.answer(fields)
    assert typist.path == f"{START}you/rest/"
    typist.press("main .buttons a[href='/interview/begin/']")
    assert typist.key == "minors"
    assert aside == []


def test_the_mark_is_where_the_words_are(new_traveler: Travelers) -> None:
    traveler = new_traveler(java_script_enabled=False, viewport={"width": 360, "height": 740})
    traveler.go(START).press("main form.start button[type=submit]")
    for key in ("code", "town", "sen", "later"):
        traveler.go(f"{START}c1/{key}/")
        marks = [box.bounding_box() for box in traveler.page.locator("svg.sample .mark").all()]
        words = [box.bounding_box() for box in traveler.page.locator("svg.sample .found").all()]
        assert len(marks) == len(words) > 0
        for mark, word in zip(marks, words, strict=True):
            assert mark and word
            assert mark["x"] <= word["x"]
            assert mark["x"] + mark["width"] >= word["x"] + word["width"] - 1
            assert mark["y"] - 1 <= word["y"] + word["height"] / 2 <= mark["y"] + mark["height"] + 1
