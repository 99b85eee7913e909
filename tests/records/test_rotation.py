"""A new key takes over while the site is in use: nothing is lost, a save at the same time wins, and the old key can go (S32)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from io import StringIO
from typing import Any
from unittest.mock import patch

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import models
from django.utils import timezone
from pytest_django import Settings

from petitions.access.roles import Role
from petitions.records import rotation
from petitions.records.held.holding import held_by, hold
from petitions.records.matters.comments import add_comment, comments_of
from petitions.records.matters.importing import content_of, keep_draft
from petitions.records.matters.models import ImportDraft, Matter
from petitions.records.matters.print_models import PrintJob
from petitions.records.matters.printing import ask_for_job, folder_of
from petitions.records.matters.reading import summary_of
from petitions.records.matters.reviewing import keep_look, last_look
from petitions.records.matters.writing import keep_summary
from petitions.records.models import Interview
from petitions.records.own_keys import destroy_key, place_of
from petitions.records.reading import open_interview
from petitions.records.reminders.due import claims
from petitions.records.reminders.writing import ask, confirm
from petitions.records.reviews.keeping import new_review, vault_of
from petitions.records.reviews.models import CountyReview
from petitions.records.sealed_kinds import KINDS, SEALED_OTHERWISE
from petitions.records.writing import save_answers, start_interview
from tests.clinic.people import SECRET, Member, matter_of, office
from tests.records.rows import ANSWERS, NEW, OLD, ROTATED

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _old_key(settings: Settings, tmp_path: Any) -> None:
    settings.RECORD_KEYS = OLD
    settings.PRINTS_DIR, settings.SHEETS_DIR = str(tmp_path / "prints"), str(tmp_path / "sheets")


def rotated(**options: Any) -> str:
    said = StringIO()
    call_command("rotate_keys", stdout=said, **options)
    return said.getvalue()


def everything(member: Member) -> dict[str, Callable[[], Any]]:
    """Make a row of every kind; return how each is read."""
    own = {"organization_id": member.organization.pk, "user_id": member.user.pk}
    matter = matter_of(member, answers=ANSWERS)
    keep_summary(matter, {"name": "Testa"}, version=1)
    add_comment(matter, "Call back", user_id=member.user.pk)
    keep_look(matter, ANSWERS, version=1, user_id=member.user.pk)
    visit = start_interview(ANSWERS)
    hold(visit)
    draft = keep_draft({"rows": [1]}, **own)
    job = ask_for_job([], **own, token="t", options={})
    review = new_review(**own, county="ALPINE", on=timezone.now().date(), options={}, key=None)
    now = timezone.now()
    confirm(ask("testa@example.org", days=[now.date()], language="en", site="", now=now), now=now)
    RecoveryCodes.activate(member.user)
    codes = Authenticator.objects.get(user=member.user, type="recovery_codes")

    def fresh(row: models.Model) -> Any:
        return type(row)._default_manager.get(pk=row.pk)

    return {
        "petitions.Interview": lambda: answers_of(visit) == ANSWERS,
        "petitions.HeldSheet": lambda: held_by(visit) is not None,
        "petitions.ImportDraft": lambda: content_of(ImportDraft.objects.get(pk=draft.pk)) == {"rows": [1]},
        "petitions.PrintJob": lambda: folder_of(PrintJob.objects.get(pk=job.pk)) is not None,
        "petitions.CountyReview": lambda: vault_of(CountyReview.objects.get(pk=review.pk)) is not None,
        "petitions.Reminder": lambda: any(
            one.address == "testa@example.org"
            for one in claims(on=now.date(), now=timezone.now() + timedelta(hours=1))
        ),
        "petitions.Matter": lambda: (
            summary_of(Matter.objects.select_related("interview").get()) == {"name": "Testa"}
        ),
        "petitions.Look": lambda: last_look(matter, user_id=member.user.pk) == ANSWERS,
        "petitions.Comment": lambda: [one.text for one in comments_of(matter)] == ["Call back"],
        "mfa.Authenticator": lambda: (
            secret_of(member) == SECRET and len(RecoveryCodes(fresh(codes)).get_unused_codes()) == 10
        ),
    }


def answers_of(key: str) -> Mapping[str, Any] | None:
    found = open_interview(key)
    return found.answers if found else None


def secret_of(member: Member) -> str:
    from allauth.mfa.utils import decrypt  # noqa: PLC0415 - it reads the adapter of the settings

    row = Authenticator.objects.get(user=member.user, type="totp")
    return str(decrypt(row.data["secret"]))


def test_every_column_of_bytes_is_rotated_or_has_a_reason() -> None:
    columns = {
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, models.BinaryField) or field.name.endswith("key_id")
    }
    rotated_ones = {
        f"{kind.model._meta.label}.{name}" for kind in KINDS for name in (kind.content, kind.key_id)
    }
    assert columns == rotated_ones | set(SEALED_OTHERWISE)


def test_the_old_key_can_go_once_everything_was_sealed_anew(settings: Settings) -> None:
    read = everything(office().member(Role.ADMIN))
    assert set(read) == {*(kind.model._meta.label for kind in KINDS), "mfa.Authenticator"}
    settings.RECORD_KEYS = ROTATED
    said = rotated(batch=1)
    assert "Key old seals 0." in said and re.search(r"Key new seals 12: petitions.Interview 2, ", said)
    settings.RECORD_KEYS = NEW
    assert {name: one() for name, one in read.items()} == dict.fromkeys(read, True)


def test_without_rotation_nothing_opens_once_the_old_key_is_gone(settings: Settings) -> None:
    key = start_interview(ANSWERS)
    settings.RECORD_KEYS = NEW
    assert open_interview(key) is None


def test_counting_alone_changes_nothing(settings: Settings) -> None:
    start_interview(ANSWERS)
    settings.RECORD_KEYS = ROTATED
    said = rotated(dry_run=True)
    assert said == "Key new seals 0.\nKey old seals 1: petitions.Interview 1.\n"
    assert Interview.objects.get().key_id == "old"


def test_a_save_at_the_same_time_wins_and_is_sealed_anew_afterwards(settings: Settings) -> None:
    key = start_interview(ANSWERS)
    settings.RECORD_KEYS = ROTATED
    whole, saved = rotation._anew, []

    def amid(kind: Any, row: Any) -> Any:
        if not saved:
            saved.append(row.pk)
            settings.RECORD_KEYS = OLD  # a process that was not started again yet
            save_answers(key, answers={"later": True}, version=1)
            settings.RECORD_KEYS = ROTATED
        return whole(kind, row)

    with patch.object(rotation, "_anew", amid):
        assert "Sealed anew: 1." in rotated()
    row = Interview.objects.get()
    assert saved and answers_of(key) == {"later": True} and (row.key_id, row.version) == ("new", 2)


def test_what_no_key_opens_is_told_and_left_as_it_is(settings: Settings) -> None:
    lost, key = start_interview(ANSWERS), start_interview(ANSWERS)
    destroy_key(place_of(lost))
    settings.RECORD_KEYS = ROTATED
    with pytest.raises(CommandError):
        rotated()
    assert Interview.objects.get(pk=lost).key_id == "old" and Interview.objects.get(pk=key).key_id == "new"


@pytest.mark.parametrize("after", [0, 1, 2, 5])
def test_a_rotation_that_is_broken_off_goes_on(settings: Settings, after: int) -> None:
    keys = [start_interview({"n": n}) for n in range(6)]
    settings.RECORD_KEYS = ROTATED
    whole, left = rotation._put, [after]

    def breaking(*given: Any) -> int:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return whole(*given)

    with patch.object(rotation, "_put", breaking), pytest.raises(KeyboardInterrupt):
        rotated(batch=2)
    assert [answers_of(key) for key in keys] == [{"n": n} for n in range(6)]
    rotated(batch=2)
    settings.RECORD_KEYS = NEW
    assert [answers_of(key) for key in keys] == [{"n": n} for n in range(6)]
