"""Every link of every error summary lands on the control to mend, by keyboard: each question, empty and wrong."""

from __future__ import annotations

import pytest

from tests.pages.registry import MAY_BE_EMPTY, STATES, WRONG
from tests.pages.state import State
from tests.pages.window import Window

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db,
]
REFUSED = [state for state in STATES if state.name.startswith(("empty-", "wrong-"))]
NO_CONTROL = {
    "wrong-check-stopped": "its links lead to what is wrong on the page, where there is nothing to type",
    "wrong-review-approve": "its link leads to the papers to look at again, where there is nothing to type",
}
_FOCUSED = """(one => ({tag: one.tagName, id: one.id, wrong: one.ariaInvalid, shown: one.checkVisibility(),
  inSight: one.getBoundingClientRect().top >= 0 && one.getBoundingClientRect().bottom <= innerHeight
}))(document.activeElement)"""


@pytest.mark.parametrize(
    "state", [one for one in REFUSED if one.name not in NO_CONTROL], ids=lambda one: one.name
)
def test_each_link_lands_on_its_control(window: Window, state: State) -> None:
    window.page.set_viewport_size({"width": 390, "height": 700})
    window.show(state, language="en")
    window.page.wait_for_function("() => document.activeElement.className === 'error-summary'")
    links = window.page.locator(".error-summary a")
    assert links.count() > 0
    for link in links.all():
        link.focus()
        window.page.keyboard.press("Enter")
        found = window.page.evaluate(_FOCUSED)
        assert found["tag"] in ("INPUT", "SELECT", "TEXTAREA"), found
        assert f"#{found['id']}" == link.get_attribute("href"), found
        assert found["wrong"] == "true" and found["shown"] and found["inSight"], found


def test_every_question_that_can_be_wrong_is_here() -> None:
    keys = {state.path.rstrip("/").rpartition("/")[2] for state in REFUSED}
    asked = {
        state.path.rstrip("/").rpartition("/")[2] for state in STATES if state.name.startswith("question-")
    }
    assert asked - keys <= set()
    assert {place.partition("/")[2] for place in WRONG} >= MAY_BE_EMPTY
