"""A new user of this program can try the clinic at once; a site in production has no such members."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from petitions.access.models import User
from petitions.access.organizations.models import AttorneyProfile, Membership, Organization
from petitions.access.organizations.sample import sample_clinic
from petitions.access.roles import Role
from tests.access.signing_in.members import LOGIN, OWN

pytestmark = pytest.mark.django_db


def said(command: str, *words: str) -> str:
    out = StringIO()
    call_command(command, *words, stdout=out)
    return out.getvalue()


def test_it_says_names_and_password_and_they_lead_to_the_enrolment() -> None:
    text, sample = said("sample_clinic"), sample_clinic()
    assert LOGIN in text and sample.password in text
    for name in sample.names:
        client = Client()
        assert name in text
        assert client.post(LOGIN, {"login": name, "password": sample.password}).status_code == 302
        assert client.get("/clinic/").headers.get("Location") == OWN


def test_a_second_run_changes_nothing() -> None:
    said("sample_clinic")
    User.objects.filter(username="admin").update(first_name="Another")
    said("sample_clinic")
    assert (Organization.objects.count(), User.objects.count(), AttorneyProfile.objects.count()) == (1, 4, 1)
    assert User.objects.get(username="admin").first_name == "Another"
    assert {*Membership.objects.values_list("role", flat=True)} == {*Role} - {Role.AUDITOR}


def test_the_password_is_another_on_each_computer(settings: Settings) -> None:
    here = sample_clinic().password
    settings.SECRET_KEY = "another"
    assert sample_clinic().password != here and len(here) >= 15


def test_production_refuses_it(settings: Settings) -> None:
    settings.IS_PRODUCTION = True
    with pytest.raises(CommandError):
        said("sample_clinic")
    assert not User.objects.exists()


def test_a_start_makes_it_on_a_development_copy_alone(settings: Settings) -> None:
    assert LOGIN in said("prepare", "--sample")
    assert LOGIN not in said("prepare")
    settings.IS_PRODUCTION = True
    assert LOGIN not in said("prepare", "--sample")
