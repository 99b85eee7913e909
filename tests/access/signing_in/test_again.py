"""What is grave asks for a fresh proof, and then leads back (S12); ``next`` never leads off the site (S17)."""

from __future__ import annotations

import json
from typing import Any

import pytest
from allauth.core.exceptions import ReauthenticationRequired
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from petitions.access.signing_in.again import ProveAgainMiddleware, back_to, fresh, recently_proved
from tests.access.signing_in.device import Device
from tests.access.signing_in.members import (
    CODE,
    code_of,
    give_password,
    just_proved,
    member,
    passkey,
    recovery_codes,
    sign_in,
    wrong_code,
)
from tests.clinic.people import Member

pytestmark = pytest.mark.django_db
AGAIN, AGAIN_CODE, CODES = "/account/again/", "/account/again/code/", "/account/codes/"
ELSEWHERE = (
    "//evil.example",
    "https:evil.example",
    "https://evil.example/",
    "\\\\evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\r\nLocation: https://evil.example",
    "javascript:alert(1)",
    "http:///evil.example",
    "evil.example",
)


def aged(client: Client, *, seconds: int) -> Client:
    """Let the proofs of a sitting be older."""
    session = client.session
    for one in session["account_authentication_methods"]:
        one["at"] -= seconds
    session.save()
    return client


@pytest.fixture
def who() -> Member:
    one = member()
    recovery_codes(one.user)
    return one


def test_a_sign_in_counts_as_a_proof_for_five_minutes(who: Member) -> None:
    client = sign_in(who.user)
    assert aged(client, seconds=297).get(CODES).status_code == 200
    assert aged(client, seconds=5).get(CODES).headers.get("Location") == f"{AGAIN}?next=%2Faccount%2Fcodes%2F"


def test_a_made_up_proof_of_a_test_counts_as_one(who: Member) -> None:
    assert just_proved(who).get(CODES).status_code == 200


@pytest.mark.parametrize("way", ["password", "code"])
def test_after_the_proof_the_person_is_back_where_they_were(who: Member, way: str) -> None:
    client = who.client
    address = client.get(CODES).headers["Location"]
    assert f"{AGAIN_CODE}?next=" in client.get(address).content.decode()
    path, proof = {
        "password": (AGAIN, {"password": who.user.username}),
        "code": (AGAIN_CODE, {"code": code_of()}),
    }[way]
    response = client.post(f"{path}?next={CODES}", proof)
    assert response.headers.get("Location") == CODES
    assert client.get(CODES).status_code == 200


def test_a_wrong_proof_is_none(who: Member) -> None:
    client = who.client
    assert "This is not your password." in client.post(AGAIN, {"password": "not it at all"}).content.decode()
    assert "wrong or was used" in client.post(AGAIN_CODE, {"code": wrong_code()}).content.decode()
    assert client.get(CODES).status_code == 302


def test_wrong_proofs_are_slowed_down_too(who: Member) -> None:
    for _try in range(5):
        who.client.post(AGAIN, {"password": "not it at all"})
    assert "too many wrong tries" in who.client.post(AGAIN, {"password": "not it at all"}).content.decode()


def test_a_recovery_code_is_for_a_lost_device_and_proves_nothing_else(who: Member) -> None:
    code = recovery_codes(who.user)[0]
    assert who.client.post(AGAIN_CODE, {"code": code}).status_code == 200
    assert code in recovery_codes(who.user)


def test_a_passkey_proves_it_too(who: Member) -> None:
    device = Device()
    passkey(who.user, device=device)
    page = who.client.get("/account/again/passkey/")
    options = json.loads(json.dumps(page.context["js_data"]["request_options"], default=dict))
    sent = {"credential": json.dumps(device.proved(options)), "next": CODES}
    assert who.client.post("/account/again/passkey/", sent).headers.get("Location") == CODES


def test_a_passkey_that_does_not_fit_says_so(who: Member) -> None:
    passkey(who.user)
    who.client.get("/account/again/passkey/")
    response = who.client.post("/account/again/passkey/", {"credential": "{}"})
    assert response.status_code == 200 and "did not work" in response.content.decode()


def test_a_guarded_view_opens_only_after_a_proof(rf: RequestFactory) -> None:
    @fresh
    def grave(_request: HttpRequest, actor: str, **_parts: Any) -> HttpResponse:
        return HttpResponse(actor)

    request = rf.get("/")
    request.user, request.session = member().user, {}
    with pytest.raises(ReauthenticationRequired):
        grave(request, "actor")


def test_a_form_that_was_sent_too_late_leads_back_to_its_page(rf: RequestFactory) -> None:
    sent = rf.post(
        "/clinic/export/now/", {"name": "secret"}, headers={"Referer": "http://testserver/clinic/export/?a=b"}
    )
    assert back_to(sent) == "/clinic/export/"
    foreign = rf.post("/clinic/export/", headers={"Referer": "https://evil.example/clinic/"})
    assert back_to(foreign) == back_to(rf.post("/clinic/export/")) == "/clinic/export/"
    assert back_to(rf.get("/clinic/?page=2")) == "/clinic/?page=2"


def test_what_was_sent_too_late_is_not_kept_in_the_session(who: Member) -> None:
    who.client.post("/account/codes/new/", {"typed": "Canary Zuñiga"})
    assert "Canary" not in repr({**who.client.session})


@pytest.mark.parametrize("target", ELSEWHERE)
def test_next_leads_nowhere_but_to_a_page_of_this_site(target: str) -> None:
    who, client = member(), Client()
    give_password(client, who.user, next=target)
    assert client.post(CODE, {"code": code_of()}).headers.get("Location") == "/clinic/"
    response = client.post(AGAIN, {"password": who.user.username, "next": target})
    assert response.headers.get("Location") == "/clinic/"


def test_next_leads_to_the_page_that_was_wanted() -> None:
    who, client = member(), Client()
    give_password(client, who.user, next="/clinic/?page=2")
    assert client.post(CODE, {"code": code_of()}).headers.get("Location") == "/clinic/?page=2"


def test_whoever_is_not_signed_in_signs_in_first(rf: RequestFactory) -> None:
    request = rf.get("/clinic/export/")
    request.user = AnonymousUser()
    assert not recently_proved(request)
    answer = ProveAgainMiddleware(lambda _request: HttpResponse()).process_exception(
        request, ReauthenticationRequired()
    )
    assert (
        answer is not None and answer.headers.get("Location") == "/account/login/?next=%2Fclinic%2Fexport%2F"
    )


def test_whoever_has_no_way_to_prove_it_is_refused(rf: RequestFactory) -> None:
    request = rf.get("/clinic/export/")
    request.user = member(second_factor=False).user
    request.user.set_unusable_password()
    with pytest.raises(PermissionDenied):
        ProveAgainMiddleware(lambda _request: HttpResponse()).process_exception(
            request, ReauthenticationRequired()
        )
