"""What one worker process counts, takes or writes holds at every other: throttles, codes, the chain of the audit log."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.access.workers import BOTH, Workers, workers

_MEMBERS = """
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from petitions.access.models import User
for user in User.objects.all():
    user.set_password("a long password of a test")
    user.save()
    data = {"secret": get_adapter().encrypt("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")}
    Authenticator.objects.create(user=user, type="totp", data=data)
"""
_PASSWORDS = """
from django.test import Client
for _try in range(3):
    said = Client().post("/account/login/", {"login": "volunteer", "password": "not it at all"}).content.decode()
    print("waits" if "too many wrong tries" in said else "looked at")
"""
_CODES = """
from django.test import Client
client = Client()
client.post("/account/login/", {"login": sys.argv[1], "password": "a long password of a test"})
for _try in range(int(sys.argv[3])):
    answer = client.post("/account/login/code/", {"code": sys.argv[2]})
    said = "" if answer.status_code == 302 else answer.content.decode()
    print("in" if answer.status_code == 302 else "waits" if "too many wrong" in said else "looked at")
"""
_CODE = """
from tests.access.signing_in.members import code_of
print(code_of())
"""
_ENTRIES = """
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from petitions.access.organizations.models import AuditEntry, Organization
kind = ContentType.objects.get_for_model(Organization)
for number in range(10):
    for office in Organization.objects.all():
        with transaction.atomic():
            for part in range(2):
                AuditEntry.objects.create(organization=office, action=3, content_type=kind, object_pk=f"{number}.{part}")
            transaction.set_rollback(number % 5 == 4)
"""
_KILLED = """
import os
from django.contrib.contenttypes.models import ContentType
from petitions.access.chain import linking
from petitions.access.organizations.models import AuditEntry, Organization
linking.link = lambda *about: os._exit(0)
AuditEntry.objects.create(
    organization=Organization.objects.first(), action=3, object_pk="killed",
    content_type=ContentType.objects.get_for_model(Organization),
)
"""
_TAMPERED = """
from django.db import IntegrityError, connection
from petitions.access.organizations.models import AuditEntry
from petitions.access.chain.models import AuditChain, AuditLink
entry = AuditEntry.objects.order_by("pk")[3]
for change in (
    lambda: AuditEntry.objects.filter(pk=entry.pk).update(object_pk="x"),
    lambda: AuditEntry.objects.filter(pk=entry.pk).update(actor=1),
    lambda: AuditEntry.objects.filter(pk=entry.pk).delete(),
    lambda: AuditLink.objects.update(seal="x"),
    lambda: AuditLink.objects.all().delete(),
    lambda: AuditChain.objects.update(length=1),
    lambda: AuditChain.objects.all().delete(),
    lambda: connection.cursor().execute("TRUNCATE petitions_auditentry") if connection.vendor == "postgresql"
    else connection.cursor().execute("DELETE FROM petitions_auditentry"),
):
    try:
        change()
    except IntegrityError as error:
        print("refused" if "stays as it was written" in str(error) else error)
    else:
        print("done")
from petitions.access.chain.guards import lift_guards, put_guards
lift_guards()
AuditEntry.objects.filter(pk=entry.pk).update(object_pk="x")
put_guards()
print(entry.pk)
"""
_FAULTS = """
from django.utils import timezone
from petitions.access.chain.checking import faults
for one in faults(now=timezone.now()):
    print(one.kind, one.entry)
"""


@pytest.fixture(params=BOTH, scope="module")
def crew(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workers]:
    with workers(request.param, tmp_path_factory.mktemp("workers")) as made:
        made.one(_MEMBERS)
        yield made


def test_wrong_passwords_are_counted_together(crew: Workers) -> None:
    said = [crew.one(_PASSWORDS).splitlines() for _worker in range(2)]
    assert [line for lines in said for line in lines] == ["looked at"] * 5 + ["waits"]


def test_wrong_codes_are_counted_together(crew: Workers) -> None:
    said = [crew.one(_CODES, "admin", "000000", "3").splitlines() for _worker in range(2)]
    assert [line for lines in said for line in lines] == ["looked at"] * 5 + ["waits"]


def test_of_two_workers_that_are_given_one_code_at_once_one_lets_in(crew: Workers) -> None:
    source = _CODES.replace("sys.argv[3]", '"1"')
    assert sorted(crew.at_once(source, "attorney", crew.one(_CODE))) == ["in", "looked at"]


def test_entries_of_three_workers_at_once_make_whole_chains(crew: Workers) -> None:
    crew.one(
        "from petitions.access.organizations.opening import open_organization\nopen_organization('Another')"
    )
    crew.at_once(_ENTRIES, how_many=3)
    crew.say("manage.py", "purge")
    said = crew.say("manage.py", "verify_audit")
    assert said.startswith("The audit log is whole: ") and said.endswith(" entries in 2 chains.")
    assert int(said.split()[5]) >= 3 * 2 * 8 * 2


def test_what_a_killed_worker_wrote_is_linked_by_the_next_purge(crew: Workers) -> None:
    before = crew.say("manage.py", "verify_audit")
    crew.one(_KILLED)
    assert crew.say("manage.py", "verify_audit") == before
    crew.say("manage.py", "purge")
    after = crew.say("manage.py", "verify_audit")
    assert int(after.split()[5]) == int(before.split()[5]) + 1


def test_the_database_refuses_and_the_chain_names_what_was_changed_behind_it(crew: Workers) -> None:
    *refusals, entry = crew.one(_TAMPERED).splitlines()
    assert refusals == ["refused"] * 8
    assert crew.one(_FAULTS).splitlines() == [f"the entry or its link was changed {entry}"]
