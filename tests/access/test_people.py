"""Staff have their own user model from the first migration."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command

from petitions.access.models import User


def test_the_user_model_is_our_own() -> None:
    assert settings.AUTH_USER_MODEL == "petitions.User"
    assert get_user_model() is User


@pytest.mark.django_db
def test_a_member_of_staff_can_be_kept() -> None:
    User.objects.create_user("testa", password="correct horse battery")
    assert User.objects.get().check_password("correct horse battery")


@pytest.mark.django_db
def test_no_model_waits_for_a_migration() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0, skip_checks=True)
