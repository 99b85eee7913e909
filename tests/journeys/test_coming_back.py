"""A code opens answers in another browser; a shared computer warns before it forgets, and then shows nothing."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from petitions.records.models import Interview
from tests.interview.visitors import after, screened
from tests.interview.walk import POSSESSION, RESULT
from tests.journeys.conftest import Travelers, Watch
from tests.journeys.traveler import Traveler

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]
FIRST_FOUR = {key: POSSESSION[key] for key in ("ending", "court", "when", "changed")}
DIALOG = "dialog.time-left"


def code_of(traveler: Traveler) -> str:
    traveler.go("/answers/keep/").press("Continue")
    return str(traveler.page.locator(".return-code").text_content())


def aged(minutes: float) -> None:
    """Let the visit have been idle for so long."""
    Interview.objects.update(touched_at=timezone.now() - timedelta(minutes=minutes))


def on_a_shared_computer(traveler: Traveler) -> Traveler:
    traveler.go("/").page.get_by_label("I use a shared or public computer").check()
    traveler.page.clock.install()
    return traveler.press("Start").until(FIRST_FOUR)


def test_a_code_opens_the_answers_in_another_browser(traveler: Traveler, new_traveler: Travelers) -> None:
    code = code_of(traveler.carry(after(screened)))
    assert re.fullmatch(r"(\w{5}-){2}\w{5}", code)
    other = new_traveler(java_script_enabled=False)
    other.go("/").press("Come back with a code").fill({"answer": code.lower()}).press("Open my answers")
    assert other.path == RESULT
    assert "Dismissed and sealed" in other.text
    other.press("Leave and clear")
    assert "Your code still opens them" in other.text


def test_the_code_in_the_address_of_the_picture_reaches_the_box_and_not_the_site(
    traveler: Traveler, new_traveler: Travelers
) -> None:
    code = code_of(traveler.carry(after(screened)))
    other = new_traveler()
    asked: list[str] = []
    other.page.on("request", lambda request: asked.append(request.url))
    other.go(f"/come-back/#{code.replace('-', '')}")
    assert other.page.locator("[name=answer]").input_value() == code.replace("-", "")
    assert "#" not in other.page.url
    other.press("Open my answers")
    assert other.path == RESULT
    assert not any(code[:5] in one for one in asked if "#" not in one)


def test_two_minutes_before_the_end_the_page_asks_and_yes_keeps_what_was_typed(traveler: Traveler) -> None:
    on_a_shared_computer(traveler).page.locator("[name=typed]").fill("HS 11357")
    dialog = traveler.page.locator(DIALOG)
    traveler.page.clock.run_for("12:50")
    assert not dialog.is_visible()
    aged(13.01)
    traveler.page.clock.run_for("00:20")
    dialog.get_by_role("heading", name="Are you still there?").wait_for()
    assert dialog.get_by_role("button", name="Yes, I am still here").evaluate(
        "one => one === document.activeElement"
    )
    traveler.page.keyboard.press("Enter")
    dialog.wait_for(state="hidden")
    assert timezone.now() - Interview.objects.get().touched_at < timedelta(minutes=1)
    assert traveler.page.locator("[name=typed]").input_value() == "HS 11357"
    assert traveler.answer({}).key != "crime"


def test_after_the_end_the_page_shows_nothing_of_the_answers_and_back_neither(
    traveler: Traveler, watch: Watch
) -> None:
    on_a_shared_computer(traveler)
    aged(13.01)
    traveler.page.clock.run_for("13:10")
    traveler.page.locator(DIALOG).wait_for()
    aged(15.01)
    traveler.page.clock.run_for("02:00")
    traveler.page.wait_for_url("**/interview/begin/")
    assert "Your answers are not here" in traveler.text
    traveler.page.go_back()
    traveler.page.wait_for_load_state()
    assert "2005" not in traveler.page.content()
    assert all("410 (Gone)" in trouble for trouble in watch.troubles)
    watch.troubles.clear()


def test_another_tab_that_goes_on_keeps_this_one_from_asking(traveler: Traveler) -> None:
    on_a_shared_computer(traveler)
    aged(1)  # the other tab was used a minute ago
    with traveler.page.expect_response("**/stay/"):
        traveler.page.clock.run_for("13:05")
    assert not traveler.page.locator(DIALOG).is_visible()


def test_without_a_connection_yes_says_what_to_do(traveler: Traveler, watch: Watch) -> None:
    on_a_shared_computer(traveler)
    aged(13.01)
    traveler.page.clock.run_for("13:10")
    dialog = traveler.page.locator(DIALOG)
    dialog.wait_for()
    traveler.page.context.set_offline(True)
    dialog.get_by_role("button", name="Yes, I am still here").click()
    dialog.get_by_text("We could not reach the site").wait_for()
    watch.troubles.clear()
    traveler.page.context.set_offline(False)
    dialog.get_by_role("button", name="Yes, I am still here").click()
    dialog.wait_for(state="hidden")


def test_without_scripts_too_the_page_shows_nothing_after_the_end(
    new_traveler: Travelers, watch: Watch
) -> None:
    traveler = new_traveler(java_script_enabled=False)
    traveler.go("/").page.get_by_label("I use a shared or public computer").check()
    traveler.press("Start").until({"ending": POSSESSION["ending"]})
    created = timezone.now() - timedelta(hours=8) + timedelta(seconds=3)
    Interview.objects.update(created_at=created)
    traveler.page.reload()
    traveler.page.wait_for_url("**/interview/begin/")
    assert "Your answers are not here" in traveler.text
    watch.troubles.clear()
