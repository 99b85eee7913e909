"""Members sign in with a real browser: by an app, by a passkey, after a lost device; and Back after signing out."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import CDPSession, Page, expect

from petitions.access.models import User
from tests.access.signing_in.members import code_of, member, recovery_codes
from tests.clinic.people import Member
from tests.journeys.conftest import Travelers
from tests.journeys.traveler import Traveler

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


_NO = "navigator.credentials.create = () => Promise.reject(new Error('no'))"


def first_step(one: Traveler, user: User, *, to: str = "/clinic/") -> Traveler:
    one.go(to)
    one.page.get_by_label("User name or email address").fill(user.username)
    one.page.get_by_label("Password").fill(user.username)
    return one.press("Sign in")


def type_code(one: Traveler, code: str, *, then: str = "Go on") -> Traveler:
    one.page.get_by_label("Code").fill(code)
    return one.press(then)


def secret_on(page: Page) -> str:
    return (page.locator(".secret").text_content() or "").replace(" ", "")


def with_device(page: Page) -> CDPSession:
    """Give the browser a passkey device."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    return session


def sign_out(one: Traveler) -> Traveler:
    one.page.locator("header form[action='/account/logout/'] button").click()
    one.page.wait_for_url("**/account/login/")
    return one


def test_an_app_signs_in_and_leads_to_the_page_that_was_wanted(traveler: Traveler) -> None:
    first_step(traveler, member().user, to="/clinic/?page=1")
    assert traveler.path == "/account/login/code/"
    type_code(traveler, code_of())
    assert traveler.path == "/clinic/?page=1"


def test_a_new_member_sets_up_an_app_keeps_the_codes_and_starts(traveler: Traveler) -> None:
    who = member(second_factor=False)
    first_step(traveler, who.user)
    assert "One more step to sign in" in traveler.text
    traveler.press("Set up an app")
    secret = secret_on(traveler.page)
    type_code(traveler, code_of(secret), then="Keep this app")
    assert traveler.page.locator(".codes li").count() == 10
    with traveler.page.expect_download() as file:
        traveler.page.get_by_role("link", name="Save them as a file").click()
    assert file.value.suggested_filename == "recovery-codes.txt"
    traveler.press("I have them. Go on")
    assert traveler.path == "/clinic/"
    first_step(sign_out(traveler), who.user, to="/account/login/")
    type_code(traveler, code_of(secret, steps=1))
    assert traveler.path == "/clinic/"


def test_a_passkey_is_added_and_signs_in(traveler: Traveler) -> None:
    who = member(second_factor=False)
    device = with_device(traveler.page)
    first_step(traveler, who.user).press("Add a passkey")
    traveler.page.get_by_label("Name of this passkey").fill("My laptop")
    traveler.page.get_by_role("button", name="Add a passkey").click()
    expect(traveler.page).to_have_url(f"{traveler.site}/account/codes/")
    traveler.go("/account/passkeys/")
    assert "My laptop" in traveler.text
    first_step(sign_out(traveler), who.user, to="/account/login/")
    traveler.page.get_by_role("button", name="Use a passkey").click()
    expect(traveler.page).to_have_url(f"{traveler.site}/clinic/")
    device.detach()


def test_a_passkey_alone_signs_in_where_the_member_chose_so(traveler: Traveler) -> None:
    who = member(second_factor=False)
    device = with_device(traveler.page)
    first_step(traveler, who.user).press("Add a passkey")
    traveler.page.get_by_label("Sign in with it alone").check()
    traveler.page.get_by_role("button", name="Add a passkey").click()
    expect(traveler.page).to_have_url(f"{traveler.site}/account/codes/")
    sign_out(traveler).go("/clinic/?page=1")
    traveler.page.get_by_role("button", name="Sign in with a passkey").click()
    expect(traveler.page).to_have_url(f"{traveler.site}/clinic/?page=1")
    device.detach()


def test_whoever_says_no_to_the_browser_reads_what_to_do(traveler: Traveler) -> None:
    traveler.page.add_init_script(_NO)
    first_step(traveler, member(second_factor=False).user).press("Add a passkey")
    traveler.page.get_by_role("button", name="Add a passkey").click()
    expect(traveler.page.get_by_text("No passkey was added.")).to_be_visible()


def test_after_a_lost_device_a_recovery_code_lets_in_once_and_a_new_one_is_set_up(
    traveler: Traveler,
) -> None:
    who = member()
    lost = recovery_codes(who.user)[0]
    type_code(first_step(traveler, who.user), lost)
    assert traveler.path == "/account/" and "Set up a new device" in traveler.text
    traveler.go("/clinic/")
    assert traveler.path == "/account/", "nothing else opens"
    traveler.press("Set up an app")
    secret = secret_on(traveler.page)
    type_code(traveler, code_of(secret), then="Keep this app").press("I have them. Go on")
    assert traveler.path == "/clinic/"
    first_step(sign_out(traveler), who.user, to="/account/login/")
    type_code(traveler, lost)
    assert "wrong or was used" in traveler.text


def test_back_after_signing_out_shows_nothing(traveler: Traveler) -> None:
    type_code(first_step(traveler, member().user), code_of())
    traveler.go("/account/")
    assert "You are signed in as" in traveler.text
    sign_out(traveler)
    for _page in range(3):
        traveler.page.go_back()
        traveler.page.wait_for_load_state()
        assert "You are signed in as" not in traveler.text
        assert traveler.path.startswith("/account/login/")


def test_a_member_who_is_away_is_warned_and_may_stay(traveler: Traveler) -> None:
    traveler.page.clock.install()
    type_code(first_step(traveler, member().user), code_of())
    dialog = traveler.page.locator("dialog.time-left")
    expect(dialog).to_be_hidden()
    traveler.page.route("**/account/stay/", _two_minutes_left)
    traveler.page.clock.run_for(13 * 60 * 1000 + 1000)
    expect(dialog).to_be_visible()
    traveler.page.unroute("**/account/stay/")
    dialog.get_by_role("button", name="Yes, I am still here").click()
    expect(dialog).to_be_hidden()


def _two_minutes_left(route: Any) -> None:
    route.fulfill(status=200, content_type="application/json", body='{"seconds": 119}')


@pytest.fixture
def member_without_scripts(new_traveler: Travelers) -> tuple[Traveler, Member]:
    return new_traveler(java_script_enabled=False), member()


def test_without_scripts_an_app_signs_in_too(member_without_scripts: tuple[Traveler, Member]) -> None:
    one, who = member_without_scripts
    type_code(first_step(one, who.user), code_of())
    assert one.path == "/clinic/"
