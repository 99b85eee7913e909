"""A passkey is added, signs in as the second step, and is renamed and removed; what is none is refused kindly."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from typing import Any

import pytest
from allauth.account.utils import user_pk_to_url_str
from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from petitions.access.models import User
from tests.access.signing_in.device import Device
from tests.access.signing_in.members import (
    CODE,
    OWN,
    give_password,
    member,
    passkey,
    recovery_codes,
    sign_in,
)
from tests.clinic.people import Member

pytestmark = pytest.mark.django_db
ALONE = "/account/login/passkey/"
ADD, LIST, CODES = "/account/passkeys/add/", "/account/passkeys/", "/account/codes/"
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "rawId", "type", "response", "clientDataJSON", "x"]), inside)
    ),
    max_leaves=8,
)


def options_of(response: HttpResponse, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(response.context["js_data"][name], default=dict))
    return found


def add(client: Client, device: Device, *, name: str = "") -> HttpResponse:
    options = options_of(client.get(ADD), "creation_options")
    return client.post(ADD, {"credential": json.dumps(device.made(options)), "name": name})


def use(client: Client, device: Device) -> HttpResponse:
    options = options_of(client.get(CODE), "request_options")
    return client.post(CODE, {"credential": json.dumps(device.proved(options))})


def at_the_second_step(who: Member) -> Client:
    client = Client()
    give_password(client, who.user)
    return client


def test_a_passkey_enrols_and_signs_in() -> None:
    who, device = member(second_factor=False), Device()
    client = at_the_second_step(who)
    assert add(client, device).headers.get("Location") == CODES
    assert client.get("/clinic/").status_code == 200
    assert "Passkey 1" in client.get(LIST).content.decode()
    again = at_the_second_step(who)
    assert "Or use a passkey" in again.get(CODE).content.decode()
    assert use(again, device).headers.get("Location") == "/clinic/"
    assert again.get("/clinic/").status_code == 200


def test_another_device_does_not_sign_in() -> None:
    who, device = member(second_factor=False), Device()
    passkey(who.user, device=device)
    stranger = Device(id=device.id)
    response = use(at_the_second_step(who), stranger)
    assert response.status_code == 200 and "did not work" in response.content.decode()


def test_what_was_proved_once_does_not_prove_it_again() -> None:
    who, device = member(second_factor=False), Device()
    passkey(who.user, device=device)
    first = at_the_second_step(who)
    sent = {"credential": json.dumps(device.proved(options_of(first.get(CODE), "request_options")))}
    assert first.post(CODE, sent).status_code == 302
    second = at_the_second_step(who)
    second.get(CODE)
    assert second.post(CODE, sent).status_code == 200


@settings(max_examples=25)
@given(sent=ANYTHING)
def test_whatever_a_browser_sends_is_refused_without_trouble(sent: Any) -> None:
    who = member()
    passkey(who.user)
    client = sign_in(who.user)
    client.get(ADD)
    assert "No passkey was added" in client.post(ADD, {"credential": json.dumps(sent)}).content.decode()
    door = at_the_second_step(who)
    door.get(CODE)
    assert "did not work" in door.post(CODE, {"credential": json.dumps(sent)}).content.decode()
    alone = Client()
    alone.get(ALONE, headers={"accept": "application/json"})
    assert alone.post(ALONE, {"credential": json.dumps(sent)}).headers.get("Location") == "/account/login/"
    assert Authenticator.objects.filter(user=who.user, type=Authenticator.Type.WEBAUTHN).count() == 1


def alone(device: Device, user: User) -> HttpResponse:
    client = Client()
    options = client.get(ALONE, headers={"accept": "application/json"}).json()["request_options"]
    sent = device.proved(options)
    sent["response"]["userHandle"] = urlsafe_b64encode(user_pk_to_url_str(user).encode()).decode().rstrip("=")
    return client.post(ALONE, {"credential": json.dumps(sent)})


def test_a_passkey_alone_signs_in_and_only_its_own_member() -> None:
    who, other, device = member(), member(), Device()
    passkey(who.user, device=device)
    assert alone(device, who.user).headers.get("Location") == "/clinic/"
    assert alone(device, other.user).headers.get("Location") == "/account/login/"
    User.objects.filter(pk=who.user.pk).update(is_active=False)
    assert alone(device, who.user).headers.get("Location") == "/account/login/"


def test_it_is_renamed() -> None:
    who = member()
    key, client = passkey(who.user), sign_in(who.user)
    assert client.post(f"{LIST}{key.pk}/name/", {"name": ""}).status_code == 200
    assert client.post(f"{LIST}{key.pk}/name/", {"name": "At home"}).headers.get("Location") == LIST
    assert "At home" in client.get(LIST).content.decode()


def test_it_is_removed_where_there_is_another_second_step() -> None:
    who = member()
    key, client = passkey(who.user), sign_in(who.user)
    assert client.post(f"{LIST}{key.pk}/remove/").headers.get("Location") == LIST
    assert not Authenticator.objects.filter(pk=key.pk).exists()


def test_the_last_second_step_stays() -> None:
    who = member(second_factor=False)
    device = Device()
    key, client = passkey(who.user, device=device), at_the_second_step(who)
    use(client, device)
    assert client.post(f"{LIST}{key.pk}/remove/").status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()


def test_the_app_is_removed_where_there_is_a_passkey() -> None:
    who = member()
    passkey(who.user)
    client = sign_in(who.user)
    assert client.post("/account/app/remove/").headers.get("Location") == OWN
    assert [one.type for one in Authenticator.objects.filter(user=who.user)] == [Authenticator.Type.WEBAUTHN]


def test_after_a_recovery_code_a_passkey_takes_the_place_of_all_that_there_was() -> None:
    who, lost, new = member(), Device(), Device()
    passkey(who.user, device=lost)
    code = recovery_codes(who.user)[0]
    client = at_the_second_step(who)
    client.post(CODE, {"code": code})
    assert client.get("/clinic/").headers.get("Location") == OWN
    assert add(client, new, name="My new phone").headers.get("Location") == CODES
    assert client.get("/clinic/").status_code == 200
    kinds = sorted(Authenticator.objects.filter(user=who.user).values_list("type", flat=True))
    assert kinds == ["recovery_codes", "webauthn"]
    assert use(at_the_second_step(who), lost).status_code == 200
