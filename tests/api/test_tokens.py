"""A token opens the API for its own office, in its time, within its measure; nothing else does."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from petitions.access.api_tokens.counting import UNITS_A_MINUTE, take
from petitions.access.api_tokens.keeping import MOST, TooManyTokens, end_token, make_token
from petitions.access.api_tokens.models import ApiToken
from petitions.access.organizations.members import suspend
from petitions.access.roles import Role
from petitions.api.packets import UNITS
from petitions.api.tokens import WRONG_TOKENS
from tests.access.signing_in.members import just_proved
from tests.api.programs import PACKETS, SAMPLE, SCREEN, Program, program, record
from tests.clinic.people import office

pytestmark = pytest.mark.django_db
PROGRAMS = "/clinic/office/programs/"


@pytest.fixture
def caller() -> Program:
    return program()


def test_no_cookie_opens_the_api() -> None:
    client = just_proved(office().member(Role.ADMIN))
    answer = client.post(SCREEN, record(), content_type="application/json")
    assert answer.status_code == 401 and answer.headers["WWW-Authenticate"] == "Bearer"
    assert "token" in answer.json()["problems"][0]["sentence"]


def test_only_a_hash_of_the_token_is_kept(caller: Program) -> None:
    assert caller.secret not in repr([*ApiToken.objects.values()])


def test_an_ended_token_a_late_one_and_one_of_a_closed_office_open_nothing(caller: Program) -> None:
    now = timezone.now()
    assert caller.send(SCREEN, record()).status_code == 200
    late, closed = program(), program()
    ApiToken.objects.filter(pk=late.token.pk).update(until=now)
    suspend(closed.token.organization, is_suspended=True)
    assert not end_token(caller.token.pk, organization_id=late.token.organization_id, now=now)
    assert end_token(caller.token.pk, organization_id=caller.token.organization_id, now=now)
    assert {one.send(SCREEN, record()).status_code for one in (caller, late, closed)} == {401}


def test_whoever_guesses_waits(caller: Program) -> None:
    guess = Program(caller.token, "crk_wrong")
    for _ in range(WRONG_TOKENS.tries):
        assert guess.send(SCREEN, record()).status_code == 401
    refused = guess.send(SCREEN, record())
    assert refused.status_code == 429 and int(refused.headers["Retry-After"]) > 0


def test_a_minute_has_its_measure_and_the_next_one_begins_anew(caller: Program) -> None:
    now = timezone.now().replace(second=10)
    assert take(caller.token, units=UNITS_A_MINUTE - 1, now=now) == timedelta()
    assert take(caller.token, units=2, now=now) == timedelta(seconds=50) - timedelta(
        microseconds=now.microsecond
    )
    assert take(caller.token, units=1, now=now) == timedelta()
    assert take(caller.token, units=2, now=now + timedelta(minutes=1)) == timedelta()


def test_a_program_that_asks_too_much_is_told_when_to_go_on(caller: Program, monkeypatch: Any) -> None:
    monkeypatch.setattr("petitions.access.api_tokens.counting.UNITS_A_MINUTE", UNITS)
    assert caller.send(SCREEN, [record()] * (UNITS - 1)).status_code == 200
    refused = caller.send(PACKETS, SAMPLE)
    assert refused.status_code == 429 and 0 < int(refused.headers["Retry-After"]) <= 60


def test_an_office_has_so_many_tokens_and_no_more(caller: Program) -> None:
    now, own = timezone.now(), {"organization_id": caller.token.organization_id, "made_by": None}
    for number in range(MOST - 1):
        make_token(f"{number}", now=now, **own)  # type: ignore[arg-type]
    with pytest.raises(TooManyTokens):
        make_token("one more", now=now, **own)  # type: ignore[arg-type]


def test_an_admin_makes_a_token_that_works_and_ends_it() -> None:
    where = office()
    admin = just_proved(where.member(Role.ADMIN))
    page = admin.post(PROGRAMS, {"name": "Intake export", "token": "a-token-of-one-page"})
    made = Program(ApiToken.objects.get(organization=where.organization), page.context["secret"])
    assert made.secret in page.content.decode()
    assert made.send(SCREEN, record()).status_code == 200
    again = admin.post(PROGRAMS, {"name": "Intake export", "token": "a-token-of-one-page"})
    assert again.status_code == 302 and ApiToken.objects.count() == 1
    listed = admin.get(PROGRAMS).content.decode()
    assert "Intake export" in listed and made.secret not in listed
    assert admin.post(f"{PROGRAMS}{made.token.pk}/end/").status_code == 302
    assert made.send(SCREEN, record()).status_code == 401


def test_a_form_without_a_name_or_with_too_many_programs_says_what_to_do(monkeypatch: Any) -> None:
    admin = just_proved(office().member(Role.ADMIN))
    assert "Type the name" in admin.post(PROGRAMS, {"name": ""}).content.decode()
    monkeypatch.setattr("petitions.access.api_tokens.keeping.MOST", 0)
    assert "End one first" in admin.post(PROGRAMS, {"name": "One"}).content.decode()


def test_the_description_is_open_to_everyone() -> None:
    answer = Client().get("/api/v1/openapi.json")
    assert {"/api/v1/screen", "/api/v1/packets"} == answer.json()["paths"].keys()
