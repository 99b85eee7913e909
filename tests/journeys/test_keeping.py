"""Back, refresh, two tabs and a restart lose nothing; Delete leaves nothing."""

from __future__ import annotations

import pytest

from tests.interview.visitors import after, screened
from tests.interview.walk import POSSESSION, RESULT, card, when
from tests.journeys.conftest import Travelers
from tests.journeys.traveler import Traveler

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]
FIRST_FOUR = {key: POSSESSION[key] for key in ("ending", "court", "when", "changed")}


def test_the_buttons_of_the_browser_lose_nothing(traveler: Traveler) -> None:
    traveler.begin().until(FIRST_FOUR)
    traveler.page.reload()
    assert traveler.key == "crime"
    traveler.page.go_back()
    traveler.page.go_back()
    assert traveler.key == "when"
    assert traveler.page.locator("[name=answer_year]").input_value() == "2005"
    traveler.answer(when("2006", "May")).until(POSSESSION)
    assert traveler.path == RESULT
    traveler.page.go_back()
    traveler.page.go_forward()
    traveler.page.reload()
    assert traveler.path == RESULT
    assert "Having marijuana, 2006" in traveler.text


def test_the_back_link_goes_page_by_page_to_the_start(traveler: Traveler) -> None:
    traveler.begin().until(FIRST_FOUR)
    keys = [traveler.press("a.back[href]").key for _page in range(5)]
    assert keys == ["changed", "when", "court", "ending", ""]
    assert traveler.path == "/"
    assert traveler.begin().key == "crime"


def test_two_tabs_lose_nothing(traveler: Traveler) -> None:
    traveler.begin().until(FIRST_FOUR)
    other = Traveler(traveler.page.context.new_page(), site=traveler.site).go("/interview/c1/age/")
    other.answer(card("21_or_older"))
    traveler.until(POSSESSION)
    assert traveler.path == RESULT
    assert "age" not in traveler.keys
    other.go("/interview/c1/county/")
    traveler.go("/interview/c1/county/").answer(card("Alameda"))
    other.fill(card("Fresno")).press("Continue")
    assert "Alameda" in other.text and "another tab" in other.text
    other.answer(card("Fresno"))
    assert "Fresno County" in traveler.go(RESULT).text


def test_a_browser_that_starts_again_goes_on_where_one_was(
    traveler: Traveler, new_traveler: Travelers
) -> None:
    traveler.begin().until(FIRST_FOUR)
    kept = traveler.page.context.storage_state()
    assert all(cookie["expires"] > 0 for cookie in kept["cookies"])
    traveler.page.context.close()
    again = new_traveler(storage_state=kept)
    assert again.begin().key == "crime"
    assert again.until(POSSESSION).path == RESULT


def test_delete_leaves_nothing_in_the_browser_or_on_the_site(traveler: Traveler, watch: object) -> None:
    traveler.carry(after(screened)).go("/what-we-keep/").press("Delete my answers")
    assert traveler.path == "/cleared/"
    assert "Nothing of what you told us is left" in traveler.text
    assert traveler.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    traveler.page.go_back()
    response = traveler.page.request.get(traveler.site + RESULT)
    assert response.status == 410
    assert traveler.begin().key == "ending"


def test_leave_and_clear_is_on_every_page_and_back_shows_no_answer(traveler: Traveler) -> None:
    traveler.begin().until(FIRST_FOUR).press("Leave and clear")
    assert traveler.path == "/cleared/"
    assert traveler.begin().key == "ending"
    assert traveler.page.locator("main input:checked").count() == 0
