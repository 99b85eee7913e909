"""No page of staff opens without the second step, and each code works once (S10)."""

from __future__ import annotations

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.cache import caches
from django.test import Client
from pytest_django import Settings

from petitions.access.signing_in.factors import step_of
from petitions.records.keys import KeyRing
from tests.access.signing_in.conftest import Later
from tests.access.signing_in.members import (
    CODE,
    LOGIN,
    OWN,
    code_of,
    give_password,
    member,
    recovery_codes,
    sign_in,
    wrong_code,
)
from tests.clinic.people import SECRET, Member

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("later")]
"""The clock stands still: a code that is made twice is the same one, however busy the computer."""
APP, CODES, WAIT = "/account/app/", "/account/codes/", "There were too many wrong tries"


def at_the_second_step(who: Member) -> Client:
    client = Client()
    assert give_password(client, who.user).headers.get("Location") == CODE
    return client


def opens(client: Client) -> bool:
    return client.get("/clinic/").status_code == 200


def new_secret(client: Client) -> str:
    shown = client.get(APP).context["secret"]
    return str(shown).replace(" ", "")


def test_the_password_alone_opens_nothing() -> None:
    client = at_the_second_step(member())
    assert client.get("/clinic/").headers.get("Location") == f"{LOGIN}?next=/clinic/"


def test_password_and_code_open_the_clinic() -> None:
    client = at_the_second_step(member())
    assert client.post(CODE, {"code": code_of()}).headers.get("Location") == "/clinic/"
    assert opens(client)


@pytest.mark.parametrize("kind", ["{}", " {} ", "{0:.3} {0:.3}"])
def test_spaces_in_a_code_do_not_matter(kind: str) -> None:
    code = code_of()
    typed = f"{code[:3]} {code[3:]}" if ":" in kind else kind.format(code)
    assert at_the_second_step(member()).post(CODE, {"code": typed}).status_code == 302


@pytest.mark.parametrize(("steps", "works"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_off_by_one_step(later: Later, steps: int, works: bool) -> None:
    later()
    assert (step_of(SECRET, code_of(steps=steps)) is not None) is works


def test_the_codes_are_those_of_the_standard() -> None:
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # RFC 6238, appendix B: at 59 seconds, 94287082
    assert code_of(secret, steps=1 - step_now()) == "287082"


def step_now() -> int:
    found = step_of(SECRET, code_of())
    assert found is not None
    return found


def test_a_code_works_once_even_at_another_worker() -> None:
    who = member()
    sign_in(who.user)
    caches["default"].clear()
    again = at_the_second_step(who)
    assert "was used" in again.post(CODE, {"code": code_of()}).content.decode()
    assert not opens(again)


def test_a_code_before_the_last_one_does_not_work_any_more(later: Later) -> None:
    later()
    who = member()
    assert at_the_second_step(who).post(CODE, {"code": code_of(steps=1)}).status_code == 302
    assert at_the_second_step(who).post(CODE, {"code": code_of()}).status_code == 200


def test_five_wrong_codes_and_then_five_minutes(later: Later) -> None:
    who = member()
    client = at_the_second_step(who)
    for _try in range(5):
        assert WAIT not in client.post(CODE, {"code": wrong_code()}).content.decode()
    assert WAIT in client.post(CODE, {"code": code_of()}).content.decode()
    later(minutes=4.9)
    assert WAIT in at_the_second_step(who).post(CODE, {"code": code_of()}).content.decode()
    later(minutes=0.2)
    assert at_the_second_step(who).post(CODE, {"code": code_of()}).status_code == 302


@pytest.mark.parametrize(
    "path", ["/clinic/", "/account/password/", CODES, "/account/passkeys/", "/account/app/remove/"]
)
def test_without_a_second_step_there_is_only_the_enrolment(path: str) -> None:
    client = Client()
    give_password(client, member(second_factor=False).user)
    assert client.get(path).headers.get("Location") == OWN
    assert "One more step to sign in" in client.get(OWN).content.decode()
    assert client.get("/law/").status_code == 200, "what is open to everyone stays open"


def test_enrolment_shows_recovery_codes_and_opens_the_clinic() -> None:
    who, client = member(second_factor=False), Client()
    give_password(client, who.user)
    secret = new_secret(client)
    assert new_secret(client) == secret, "the page opened twice shows the same"
    assert client.post(APP, {"code": wrong_code()}).status_code == 200 and not opens(client)
    assert client.post(APP, {"code": code_of(secret)}).headers.get("Location") == CODES
    codes = client.get(CODES).context["unused_codes"]
    assert len(set(codes)) == 10 and opens(client)
    file = client.get("/account/codes/recovery-codes.txt")
    assert file.content.decode().split() == codes and "attachment" in file.headers["Content-Disposition"]
    kept = repr([*Authenticator.objects.values_list("data", flat=True)])
    assert secret not in kept and not any(code in kept for code in codes)


def test_the_code_of_the_enrolment_does_not_sign_in_again() -> None:
    who, client = member(second_factor=False), Client()
    give_password(client, who.user)
    secret = new_secret(client)
    code = code_of(secret)
    assert client.post(APP, {"code": code}).headers.get("Location") == CODES
    assert at_the_second_step(who).post(CODE, {"code": code}).status_code == 200


def test_another_phone_takes_the_place_of_the_first() -> None:
    who = member()
    recovery_codes(who.user)
    client = sign_in(who.user)
    secret = new_secret(client)
    client.post(APP, {"code": code_of(secret)})
    assert at_the_second_step(who).post(CODE, {"code": code_of(SECRET, steps=1)}).status_code == 200
    assert at_the_second_step(who).post(CODE, {"code": code_of(secret, steps=1)}).status_code == 302


def test_a_secret_moves_to_the_newest_key_when_it_is_used(settings: Settings) -> None:
    who, old = member(), settings.RECORD_KEYS
    settings.RECORD_KEYS = KeyRing("new", {**old.keys, "new": b"k" * 32})
    sign_in(who.user)
    settings.RECORD_KEYS = KeyRing("new", {"new": b"k" * 32})
    assert at_the_second_step(who).post(CODE, {"code": code_of(steps=1)}).status_code == 302


def test_a_secret_whose_key_is_gone_proves_nothing(settings: Settings) -> None:
    who = member()
    recovery_codes(who.user)
    settings.RECORD_KEYS = KeyRing("new", {"new": b"k" * 32})
    assert "You have none." in who.client.get(OWN).content.decode()
    assert "wrong or was used" in at_the_second_step(who).post(CODE, {"code": code_of()}).content.decode()


def test_the_last_second_step_cannot_be_removed() -> None:
    who = member()
    client = sign_in(who.user)
    assert "only second step" in client.post("/account/app/remove/").content.decode()
    assert Authenticator.objects.filter(user=who.user).count() == 1


def test_a_recovery_code_works_once_and_then_a_new_device_is_set_up() -> None:
    who = member()
    code, other = recovery_codes(who.user)[:2]
    client = at_the_second_step(who)
    assert client.post(CODE, {"code": code}).status_code == 302
    assert client.get("/clinic/").headers.get("Location") == OWN
    assert "Set up a new device" in client.get(OWN).content.decode()
    assert at_the_second_step(who).post(CODE, {"code": code}).status_code == 200, "it was used"
    secret = new_secret(client)
    client.post(APP, {"code": code_of(secret)})
    assert opens(client)
    assert at_the_second_step(who).post(CODE, {"code": code_of(SECRET)}).status_code == 200, "the lost device"
    assert at_the_second_step(who).post(CODE, {"code": other}).status_code == 200, "the old codes"


def test_who_breaks_off_after_a_recovery_code_still_has_the_old_device() -> None:
    who = member()
    code = recovery_codes(who.user)[0]
    at_the_second_step(who).post(CODE, {"code": code})
    assert opens(sign_in(who.user))


def test_new_recovery_codes_replace_the_old() -> None:
    who = member()
    old = recovery_codes(who.user)
    client = sign_in(who.user)
    client.post("/account/codes/new/")
    new = client.get(CODES).context["unused_codes"]
    assert len(new) == 10 and not set(new) & set(old)
    assert at_the_second_step(who).post(CODE, {"code": old[0]}).status_code == 200


def test_a_new_password_by_mail_signs_nobody_in_and_skips_no_step() -> None:
    who = member()
    recovery_codes(who.user)
    client = Client()
    client.post("/account/password/forgotten/", {"email": who.user.email.upper()})
    (sent,) = mail.outbox
    link = next(line for line in sent.body.splitlines() if "/account/" in line).removeprefix(
        "http://testserver"
    )
    form = client.get(link).headers["Location"]
    new = "a quiet river in spring"
    assert client.post(form, {"password1": new, "password2": new}).status_code == 302
    assert client.get("/clinic/").status_code == 302
    assert give_password(client, who.user, password=new).headers.get("Location") == CODE
    assert not opens(client)
    assert "does not work any more" in Client().get(link).content.decode(), "a link works once"


def test_nobody_learns_which_mail_addresses_have_an_account() -> None:
    who, found = member(), []
    for email in (who.user.email, "nobody@example.org"):
        response = Client().post("/account/password/forgotten/", {"email": email})
        found.append((response.status_code, response.headers["Location"]))
    assert found[0] == found[1] and len(mail.outbox) == 1


def test_a_mail_says_nothing_of_what_is_kept(django_capture_on_commit_callbacks: Any) -> None:
    who = member()
    Client().post("/account/password/forgotten/", {"email": who.user.email})
    with django_capture_on_commit_callbacks(execute=True):
        sign_in(who.user).post("/account/codes/new/")
    assert len(mail.outbox) == 2
    for one in mail.outbox:
        said = f"{one.subject} {one.body}".lower()
        assert not any(
            word in said
            for word in ("record", "conviction", "clinic", who.user.username.lower(), "marijuana")
        )
