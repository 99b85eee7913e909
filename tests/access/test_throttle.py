"""Guessing is slowed down for the address that guesses, and for nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import HttpRequest
from django.test import RequestFactory
from django.utils import timezone
from pytest_django import Settings

from petitions.access.models import WrongTries
from petitions.access.throttle import RETURN_CODES, Limit, count_wrong_try, purge_tries, wait_for

pytestmark = pytest.mark.django_db
THREE = Limit("test", tries=3, within=timedelta(minutes=10))


def asked_by(address: str, **headers: str) -> HttpRequest:
    return RequestFactory().get(
        "/", REMOTE_ADDR=address, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


def wrong(times: int, address: str = "192.0.2.1") -> None:
    for _time in range(times):
        count_wrong_try(asked_by(address), THREE)


def waits(address: str = "192.0.2.1") -> bool:
    return wait_for(asked_by(address), THREE) > timedelta()


def test_the_limit_holds_and_not_one_try_earlier() -> None:
    wrong(2)
    assert not waits()
    wrong(1)
    assert waits()
    assert timedelta(minutes=9) < wait_for(asked_by("192.0.2.1"), THREE) <= timedelta(minutes=10)


def test_nobody_else_waits() -> None:
    wrong(9)
    assert not waits("192.0.2.2")
    assert wait_for(asked_by("192.0.2.1"), RETURN_CODES) == timedelta()


def test_when_the_time_is_over_counting_begins_anew() -> None:
    wrong(3)
    WrongTries.objects.update(until=timezone.now() - timedelta(seconds=1))
    assert not waits()
    wrong(2)
    assert not waits()
    wrong(1)
    assert waits()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("192.0.2.1", "192.0.2.9", False),
        ("not an address", "", True),
    ],
)
def test_a_long_address_counts_by_its_household(one: str, other: str, same: bool) -> None:
    wrong(3, one)
    assert waits(other) is same


def test_behind_a_proxy_the_address_is_the_one_that_the_proxy_saw(settings: Settings) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    for number in range(3):
        count_wrong_try(asked_by("10.0.0.1", x_forwarded_for=f"198.51.100.{number}, 192.0.2.7"), THREE)
    assert wait_for(asked_by("10.0.0.1", x_forwarded_for="192.0.2.7"), THREE)
    assert not wait_for(asked_by("10.0.0.1", x_forwarded_for="192.0.2.7, 192.0.2.8"), THREE)


def test_without_a_proxy_nobody_can_pretend_to_be_another(settings: Settings) -> None:
    settings.SECURE_PROXY_SSL_HEADER = None
    wrong(3)
    assert wait_for(asked_by("192.0.2.1", x_forwarded_for="203.0.113.5"), THREE)


def test_the_address_itself_is_not_kept() -> None:
    wrong(1)
    stored = repr(WrongTries.objects.values().get())
    assert "192.0.2.1" not in stored and str(WrongTries.objects.get()) == "wrong tries"


def test_the_purge_forgets_what_is_over() -> None:
    wrong(1)
    assert purge_tries(now=timezone.now()) == 0
    assert purge_tries(now=timezone.now() + timedelta(minutes=11)) == 1
