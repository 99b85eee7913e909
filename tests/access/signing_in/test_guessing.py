"""Guessing is slow for whoever guesses, wherever from, and nobody is locked out by a stranger (S8, S9)."""

from __future__ import annotations

from datetime import timedelta
from statistics import median
from time import perf_counter

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.cache import caches
from django.http import HttpResponse
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import Settings

from petitions.access.models import User
from petitions.access.signing_in import pace
from petitions.access.signing_in.pace import ADDRESSES, CODES, PASSWORDS, MustWait, Pace, Tries
from tests.access.signing_in.conftest import Later
from tests.access.signing_in.members import give_password, member, sign_in

pytestmark = pytest.mark.django_db
WAIT, WRONG = "There were too many wrong tries", "The name or the password is wrong"


def guess(user: User, *, name: str = "", address: str = "192.0.2.1") -> HttpResponse:
    client = Client(REMOTE_ADDR=address)
    return give_password(client, user, name=name, password="not it at all")


def waits(response: HttpResponse) -> bool:
    said = response.content.decode()
    assert (WAIT in said) != (WRONG in said), "one of the two, and nothing else"
    return WAIT in said


@given(count=st.integers(0, 500))
def test_each_wait_is_at_least_as_long_as_the_one_before_and_bounded(count: int) -> None:
    for one in (PASSWORDS, ADDRESSES, CODES):
        assert timedelta() <= one.wait_after(count) <= one.wait_after(count + 1) <= one.most


def test_the_first_five_are_free_then_one_two_four_seconds() -> None:
    waited = [PASSWORDS.wait_after(count).total_seconds() for count in range(3, 12)]
    assert waited == [0, 0, 1, 2, 4, 8, 16, 32, 64]


def test_a_wrong_password_is_slowed_down_and_the_wait_ends_by_itself(later: Later) -> None:
    user = member().user
    assert [waits(guess(user)) for _try in range(6)] == [False] * 5 + [True]
    later(seconds=1.1)
    assert not waits(guess(user)) and waits(guess(user))
    later(seconds=2.1)
    assert not waits(guess(user))


def test_what_comes_too_early_is_not_looked_at(later: Later) -> None:
    user, client = member().user, Client()
    for _try in range(6):
        guess(user)
    assert WAIT in give_password(client, user).content.decode(), "the right password waits too"
    later(seconds=2)
    assert give_password(client, user).status_code == 302


def test_nobody_else_waits() -> None:
    user, other = member().user, member().user
    for _try in range(6):
        guess(user)
    assert not waits(guess(other)) and waits(guess(user))


def test_a_hundred_addresses_have_no_more_than_twenty_guesses_in_an_hour_at_one_account(later: Later) -> None:
    user, looked_at = member().user, 0
    for second in range(0, 3600, 20):
        looked_at += not waits(guess(user, address=f"192.0.2.{second // 20 % 100}"))
        later(seconds=20)
    assert looked_at <= 20


def test_the_mail_address_gives_no_more_guesses_than_the_name() -> None:
    user = member().user
    for number in range(5):
        guess(user, name=user.email if number % 2 else user.username.upper())
    assert waits(guess(user, name=user.email)) and waits(guess(user))


def test_a_stranger_does_not_slow_a_member_down_where_they_work() -> None:
    user = member().user
    sign_in(user, client=Client(REMOTE_ADDR="198.51.100.7"))
    for _try in range(9):
        guess(user, address="203.0.113.9")
    assert not waits(guess(user, address="198.51.100.7"))
    assert give_password(Client(REMOTE_ADDR="198.51.100.7"), user).status_code == 302


def test_one_address_that_tries_many_names_is_slowed_down_and_another_is_not() -> None:
    user = member().user
    for number in range(ADDRESSES.free):
        assert not waits(guess(user, name=f"nobody-{number}"))
    assert waits(guess(user, name="nobody-at-all"))
    assert not waits(guess(user, name="nobody-at-all", address="192.0.2.99"))


def test_members_of_one_hall_who_sign_in_rightly_never_wait() -> None:
    for _one in range(ADDRESSES.free + 3):
        assert give_password(Client(), member().user).status_code == 302


def test_the_count_does_not_stand_in_a_cache() -> None:
    user = member().user
    for _try in range(5):
        guess(user)
        caches["default"].clear()  # as another worker has none of it
    assert waits(guess(user))


def test_a_try_that_one_count_refuses_is_given_back_by_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1")
    monkeypatch.setattr(pace, "ADDRESSES", Pace("address", 1, timedelta(hours=1), timedelta(hours=1)))
    Tries(request, "one", PASSWORDS).take()
    for _try in range(20):
        with pytest.raises(MustWait):
            Tries(request, "other", PASSWORDS).take()
    monkeypatch.setattr(pace, "ADDRESSES", ADDRESSES)
    Tries(request, "other", PASSWORDS).take()


def test_after_an_hour_it_is_forgotten(later: Later) -> None:
    user = member().user
    for _try in range(6):
        guess(user)
    later(minutes=61)
    assert [waits(guess(user)) for _try in range(5)] == [False] * 5


@pytest.mark.parametrize("kind", ["unknown", "wrong", "by mail", "left", "wrong and left"])
def test_whatever_is_wrong_looks_the_same_and_takes_one_hash(
    kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = member().user
    name, password = {"unknown": "nobody", "by mail": user.email}.get(kind, user.username), "not it at all"
    if "left" in kind:
        User.objects.filter(pk=user.pk).update(is_active=False)
        password = user.username if kind == "left" else password
    hashed: list[str] = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher, "encode", lambda self, *given: hashed.append("once") or encode(self, *given)
    )
    response = give_password(Client(), user, name=name, password=password)
    assert (response.status_code, hashed) == (200, ["once"]) and not waits(response)


def test_a_password_of_more_than_128_characters_is_not_hashed(monkeypatch: pytest.MonkeyPatch) -> None:
    user = member().user
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *_given: pytest.fail("it was hashed"))
    assert not waits(give_password(Client(), user, password="x" * 129))
    assert not waits(give_password(Client(), user, name="nobody", password="x" * 129))


def test_two_members_with_one_mail_address_sign_in_by_name() -> None:
    one, other = member().user, member().user
    User.objects.filter(pk=other.pk).update(email=one.email)
    assert waits(give_password(Client(), one, name=one.email)) is False
    assert give_password(Client(), one).status_code == 302


@pytest.mark.long
def test_an_unknown_name_takes_as_long_as_a_wrong_password(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher"]
    monkeypatch.setattr("django.contrib.auth.hashers.PBKDF2PasswordHasher.iterations", 30_000)
    monkeypatch.setattr(pace, "_take", lambda *_given: timedelta())
    user, took = member().user, {"unknown": [], "wrong": []}
    for _round in range(100):
        for kind, name in (("unknown", "nobody"), ("wrong", user.email)):
            began = perf_counter()
            guess(user, name=name)
            took[kind].append(perf_counter() - began)
    assert abs(median(took["unknown"]) - median(took["wrong"])) < 0.010


@pytest.mark.parametrize("letters", [255, 60_000])
def test_a_name_longer_than_any_is_nobodys_and_no_trouble_for_the_database(letters: int) -> None:
    assert not waits(give_password(Client(), member(), name="n" * letters, password="not it at all"))
