"""The audit log stays as it was written: the database refuses changes, and its chain shows those that got around it (S38)."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from io import StringIO

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from petitions.access.audit_log import KEPT, purge_audit
from petitions.access.chain.guards import NAMES, lift_guards, missing_guards, put_guards
from petitions.access.chain.linking import link, link_leftovers
from petitions.access.chain.models import AuditChain, AuditLink
from petitions.access.organizations.models import AuditEntry
from petitions.access.roles import Role
from petitions.records.keys import audit_keys
from petitions.records.matters.models import Matter
from tests.clinic.people import Member, matter_of, office

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def member() -> Member:
    """Return an admin whose organization has no entry yet."""
    return office().member(Role.ADMIN)


def write(member: Member, *, age: timedelta = timedelta()) -> AuditEntry:
    """Write an entry of that age, and link it."""
    made = AuditEntry.objects.create(
        organization=member.organization,
        actor=member.user,
        action=AuditEntry.Action.ACCESS,
        content_type=ContentType.objects.get_for_model(Matter),
        object_pk="1",
        object_repr="matter 1",
        changes={"county": ["***", "***"]},
        additional_data={"role": "admin", "what": "grid"},
        timestamp=timezone.now() - age,
    )
    link_leftovers()
    return made


def write_many(member: Member, how_many: int = 5) -> list[AuditEntry]:
    return [write(member) for _ in range(how_many)]


def told() -> str:
    """Return what verify_audit says, whether or not it is content."""
    said = StringIO()
    with suppress(CommandError):
        call_command("verify_audit", stdout=said)
        return said.getvalue()
    with pytest.raises(CommandError) as failed:
        call_command("verify_audit", stdout=StringIO())
    assert failed.value.returncode == 1
    return f"{said.getvalue()}{failed.value}"


def whole(said: str) -> bool:
    return said.startswith("The audit log is whole")


def refused(change: Callable[[], object]) -> bool:
    """Say whether the database refuses it."""
    try:
        with transaction.atomic():
            change()
    except IntegrityError as error:
        return "stays as it was written" in str(error)
    return False


def behind_the_guards(*statements: str) -> None:
    """Do what somebody with the whole database in their hands can do."""
    lift_guards()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
    put_guards()


def test_the_database_refuses_to_change_or_delete_an_entry(member: Member) -> None:
    entry = write(member)
    own = AuditEntry.objects.filter(pk=entry.pk)
    assert refused(lambda: own.update(object_repr="matter 2"))
    assert refused(lambda: own.update(timestamp=timezone.now()))
    assert refused(lambda: own.update(additional_data={}))
    assert refused(lambda: own.update(actor=member.user))
    assert refused(lambda: own.update(actor=None, action=0))
    assert refused(own.delete)
    assert refused(entry.save)
    assert AuditEntry.objects.filter(pk=entry.pk, object_repr="matter 1").exists()


def test_each_column_of_an_entry_is_guarded_by_itself(member: Member) -> None:
    entry = write(member)
    for field in AuditEntry._meta.concrete_fields:
        if field.attname not in ("actor_id", "id"):
            text = "NULL" if getattr(entry, field.attname) is not None else _another(field)
            assert refused(lambda: _set(field.column, text)), field  # noqa: B023 - called at once


def _set(column: str, text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE petitions_auditentry SET {column} = {text}")


def _another(field: object) -> str:
    return {"BigIntegerField": "7", "PositiveIntegerField": "7", "JSONField": "'{}'"}.get(
        field.get_internal_type(),  # type: ignore[attr-defined]
        "'10.0.0.1'",
    )


def test_the_database_refuses_to_change_the_chain(member: Member) -> None:
    write_many(member)
    links, chain = AuditLink.objects.all(), AuditChain.objects.all()
    assert refused(lambda: links.update(seal="0"))
    assert refused(links.delete)
    assert refused(lambda: chain.update(length=2))
    assert refused(lambda: chain.update(purged=9))
    assert refused(chain.delete)


def test_a_mark_of_the_purge_alone_frees_nothing_that_is_not_three_years_old(member: Member) -> None:
    young, old = write(member, age=KEPT - 2 * DAY), write(member, age=KEPT + DAY)
    AuditChain.objects.update(purged=2)
    assert refused(AuditEntry.objects.filter(pk=young.pk).delete)
    assert not refused(AuditEntry.objects.filter(pk=old.pk).delete)


def test_an_account_that_ends_takes_its_name_from_the_log_and_the_log_stays_whole(member: Member) -> None:
    entry = write(member)
    member.user.delete()
    entry.refresh_from_db()
    assert entry.actor_id is None and whole(told())


def test_a_whole_log_is_said_to_be_whole(member: Member) -> None:
    write_many(member)
    write(office("Another Office").member(Role.ADMIN))
    assert told() == "The audit log is whole: 6 entries in 2 chains.\n"


@pytest.mark.parametrize(
    "change",
    [
        "object_repr = 'matter 2'",
        "action = 0",
        "timestamp = '2020-01-01 00:00:00+00'",
        'additional_data = \'{"what": "other"}\'',
        "changes = '{}'",
        "object_pk = '2'",
        "actor_email = 'a@example.org'",
    ],
)
def test_a_changed_entry_is_named(member: Member, change: str) -> None:
    third = write_many(member)[2]
    behind_the_guards(f"UPDATE petitions_auditentry SET {change} WHERE id = {third.pk}")
    assert told().splitlines() == [
        f"{member.organization.pk}, place 3: the entry or its link was changed (entry {third.pk}).",
        "The audit log is not whole: 1 faults.",
    ]


def test_an_entry_that_was_given_to_another_member_is_named(member: Member) -> None:
    entry, other = write(member), office("Another Office").member(Role.ADMIN).user
    behind_the_guards(f"UPDATE petitions_auditentry SET actor_id = {other.pk} WHERE id = {entry.pk}")
    assert f"(entry {entry.pk})" in told()


def test_a_missing_entry_is_named(member: Member) -> None:
    third = write_many(member)[2]
    behind_the_guards(f"DELETE FROM petitions_auditentry WHERE id = {third.pk}")
    assert f"place 3: the entry is missing (entry {third.pk})." in told()


def test_an_entry_that_is_missing_with_its_link_leaves_a_gap(member: Member) -> None:
    third = write_many(member)[2]
    behind_the_guards(
        f"DELETE FROM petitions_auditlink WHERE entry = {third.pk}",
        f"DELETE FROM petitions_auditentry WHERE id = {third.pk}",
    )
    assert "place 3: the link of place 3 is missing." in told()


def test_a_gap_that_was_closed_again_is_seen(member: Member) -> None:
    third = write_many(member)[2]
    behind_the_guards(
        f"DELETE FROM petitions_auditlink WHERE entry = {third.pk}",
        f"DELETE FROM petitions_auditentry WHERE id = {third.pk}",
        "UPDATE petitions_auditlink SET place = 3 WHERE place = 4",
        "UPDATE petitions_auditlink SET place = 4 WHERE place = 5",
        "UPDATE petitions_auditchain SET length = 4",
    )
    said = told()
    assert "the chain's own row was changed" in said
    assert "place 3: the link does not follow the one before it" in said


def test_the_newest_entries_cannot_be_cut_off(member: Member) -> None:
    *_first, fourth, fifth = write_many(member)
    behind_the_guards(
        f"DELETE FROM petitions_auditlink WHERE entry IN ({fourth.pk}, {fifth.pk})",
        f"DELETE FROM petitions_auditentry WHERE id IN ({fourth.pk}, {fifth.pk})",
    )
    assert "place 4: links 4 to 5 are missing." in told()


def test_the_oldest_entries_cannot_be_cut_off_by_moving_the_anchor(member: Member) -> None:
    first = write_many(member)[0]
    seal = AuditLink.objects.get(entry=first.pk).seal
    behind_the_guards(
        f"DELETE FROM petitions_auditlink WHERE entry = {first.pk}",
        f"DELETE FROM petitions_auditentry WHERE id = {first.pk}",
        f"UPDATE petitions_auditchain SET purged = 1, anchor = '{seal}'",
    )
    assert "the chain's own row was changed" in told()


def test_the_last_link_cannot_be_replaced(member: Member) -> None:
    write_many(member, 2)
    behind_the_guards(f"UPDATE petitions_auditlink SET seal = '{'0' * 64}' WHERE place = 2")
    assert "the newest link is not the one that was sealed last" in told()


def test_a_chain_whose_row_is_gone_is_named(member: Member) -> None:
    write(member)
    behind_the_guards("DELETE FROM petitions_auditchain")
    assert f"{member.organization.pk}: the chain's own row is missing." in told()


def test_an_entry_that_nothing_has_linked_for_hours_is_named(member: Member) -> None:
    entry = AuditEntry.objects.create(
        action=0,
        content_type=ContentType.objects.get_for_model(Matter),
        object_pk="1",
        timestamp=timezone.now() - timedelta(hours=3),
    )
    assert f"the entry was never linked (entry {entry.pk})" in told()
    assert link_leftovers() == 1 and whole(told())
    assert AuditLink.objects.get().chain == "site"


def test_each_hour_what_is_without_a_link_is_sought_among_late_entries_and_once_a_day_among_all(
    member: Member,
) -> None:
    now, hour = timezone.now(), timedelta(hours=1)

    def left(age: timedelta) -> AuditEntry:
        kind = ContentType.objects.get_for_model(Matter)
        return AuditEntry.objects.create(action=0, content_type=kind, object_pk="1", timestamp=now - age)

    def is_linked(entry: AuditEntry) -> bool:
        return AuditLink.objects.filter(entry=entry.pk).exists()

    old = left(9 * hour)
    purge_audit(now=now)
    assert is_linked(old), "the first of a day looks at all"
    old, late = left(9 * hour), left(2 * hour)
    purge_audit(now=now + hour)
    assert is_linked(late) and not is_linked(old)
    purge_audit(now=now + 25 * hour)
    assert is_linked(old) and whole(told())


def test_the_purge_goes_through_a_long_chain_a_few_links_at_a_time(
    member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("petitions.access.chain.purging._FEW", 2)
    for days in (6, 5, 4, 3, 2):
        write(member, age=KEPT + DAY * days)
    kept = write(member)
    assert purge_audit(now=timezone.now()) == 5
    assert [entry.pk for entry in AuditEntry.objects.all()] == [kept.pk] and whole(told())


def test_missing_guards_are_named(member: Member) -> None:
    assert missing_guards() == []
    lift_guards()
    assert sorted(missing_guards()) == sorted(NAMES)
    assert all(f"{name}: the guard of the database is missing." in told() for name in NAMES)
    put_guards()
    assert missing_guards() == []


def test_another_key_is_not_taken_for_a_change(member: Member, settings: Settings) -> None:
    write(member)
    settings.AUDIT_KEYS = audit_keys("", secret="another secret")
    said = told()
    assert "the key of the link is not here" in said and "the key of the chain's own row is not here" in said
    assert "was changed" not in said


def test_keys_of_the_log_alone_can_be_given_and_changed(member: Member, settings: Settings) -> None:
    one, two = "one:" + "A" * 43 + "=", "two:" + "B" * 42 + "A="
    settings.AUDIT_KEYS = audit_keys(one, secret="a secret")
    write(member)
    settings.AUDIT_KEYS = audit_keys(f"{two},{one}", secret="another")
    write(member)
    assert [row.key_id for row in AuditLink.objects.order_by("place")] == ["one", "two"]
    assert whole(told())


def test_the_purge_takes_the_oldest_end_and_the_chain_begins_at_its_anchor(member: Member) -> None:
    old, kept = [write(member, age=KEPT + DAY * days) for days in (3, 2)], write(member)
    assert purge_audit(now=timezone.now()) == 2
    chain = AuditChain.objects.get()
    assert (chain.purged, chain.length) == (2, 3) and chain.anchor
    assert [entry.pk for entry in AuditEntry.objects.all()] == [kept.pk]
    assert not AuditLink.objects.filter(entry__in=[one.pk for one in old]).exists()
    assert whole(told())
    write(member)
    assert whole(told()) and purge_audit(now=timezone.now()) == 0


def test_the_purge_leaves_no_gap_behind_an_entry_that_is_not_over(member: Member) -> None:
    write(member, age=KEPT - 2 * DAY)
    late = write(member, age=KEPT + DAY)
    assert purge_audit(now=timezone.now()) == 0
    assert AuditEntry.objects.filter(pk=late.pk).exists()


def test_the_end_of_an_organization_is_told_by_its_chain(member: Member) -> None:
    write_many(member)
    matter_of(member)
    pk = member.organization.pk
    member.organization.delete()
    chain = AuditChain.objects.get(pk=pk)
    assert isinstance(chain.ended_at, datetime) and chain.purged == chain.length > 0
    assert not AuditEntry.objects.exists() and not AuditLink.objects.exists()
    assert whole(told())


def test_entries_are_linked_once_their_transaction_is_over(
    member: Member, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True) as told_of:
        with transaction.atomic():
            matter = matter_of(member)
        member.client.get(f"/clinic/matters/{matter.pk}/")
        member.client.get(f"/clinic/matters/{matter.pk}/")
        assert not AuditLink.objects.exists()
    assert len(told_of) == 1
    assert AuditLink.objects.count() == AuditEntry.objects.count() >= 2
    assert whole(told())


def test_what_was_taken_back_is_not_linked(
    member: Member, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True) as told_of, transaction.atomic():
        AuditEntry.objects.create(
            action=0, content_type=ContentType.objects.get_for_model(Matter), object_pk="1"
        )
        transaction.set_rollback(True)
    assert told_of == [] and not AuditLink.objects.exists()


def test_an_entry_is_linked_only_once(member: Member) -> None:
    entry = write(member)
    assert link(member.organization.pk, [entry.pk]) == 0
