"""What is between the dry run and the yes: one member's, sealed, done once, whole or not at all."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from petitions.access.organizations.models import AuditEntry
from petitions.access.roles import Role
from petitions.clinic.lists import plan, views
from petitions.interview.answers import conviction_ids
from petitions.records.matters.models import ImportDraft, Matter
from petitions.records.matters.reading import answers_of
from tests.clinic.people import Member, office

pytestmark = pytest.mark.django_db
LIST = "File;Name;County;Code\n1;Ana Ejemplo;Kern;11359\n2;Testa Second;Kern;11358\n"


@pytest.fixture
def member() -> Member:
    return office().member(Role.REVIEWER)


def draft_of(member: Member, text: str = LIST) -> str:
    """Hand a list in; return the address of its dry run."""
    sent = {"list": SimpleUploadedFile("Ana Ejemplo.csv", text.encode())}
    address: str = member.client.post("/clinic/lists/import/", sent)["Location"]
    return address


def test_nobody_else_in_the_office_opens_it_and_it_ends_after_hours(member: Member) -> None:
    address = draft_of(member)
    other = Member(member.user, member.organization)
    assert other.client.get(address).status_code == 200
    ImportDraft.objects.update(created_at=timezone.now() - timedelta(hours=4, minutes=1))
    for page in (address, f"{address}to-correct.csv"):
        assert member.client.get(page).status_code == 404
    assert member.client.post(address).status_code == 404
    assert not Matter.objects.exists()


def test_a_colleague_gets_no_such_page(member: Member) -> None:
    place = office("Another Office")
    ours, colleague = place.member(Role.REVIEWER), place.member(Role.ADMIN)
    address = draft_of(ours)
    assert colleague.client.get(address).status_code == 404
    assert colleague.client.post(address).status_code == 404


def test_an_import_that_fails_midway_leaves_nothing_and_can_be_tried_again(member: Member) -> None:
    address, made = draft_of(member), views.open_matter

    def once(*args: object, **named: object) -> Matter:
        if Matter.objects.exists():
            raise RuntimeError
        return made(*args, **named)  # type: ignore[arg-type]

    with patch.object(views, "open_matter", once), pytest.raises(RuntimeError):
        member.client.post(address)
    assert not Matter.objects.exists()
    assert member.client.post(address).status_code == 302
    assert sorted(Matter.objects.values_list("number", flat=True)) == [1, 2]


def test_no_line_of_the_log_and_no_address_carries_a_word_of_the_list(member: Member) -> None:
    address = draft_of(member)
    member.client.post(address)
    told = str(list(AuditEntry.objects.values())) + address
    assert not any(word in told for word in ("Ejemplo", "Second", "Kern", "11359"))


def test_a_person_has_no_more_counts_than_a_matter_can_hold(
    member: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join("1;Ana Ejemplo;Kern;11359\n" for _row in range(5))
    address = draft_of(member, f"File;Name;County;Code\n{rows}")
    monkeypatch.setattr(plan, "MOST_CONVICTIONS", 3)
    page = member.client.get(address).content.decode()
    assert "2 rows are left out" in page
    assert "One person can have 60 rows at most" in page
    member.client.post(address)
    assert len(conviction_ids(answers_of(Matter.objects.get()).answers)) == 3


def test_when_every_row_was_good_the_list_of_matters_follows(member: Member) -> None:
    address = draft_of(member)
    assert "2 people were imported." in member.client.post(address, follow=True).content.decode()
    assert member.client.get(address)["Location"] == "/clinic/"


@pytest.mark.parametrize("megabytes", [5.5, 7])
def test_a_file_that_is_too_large_is_told_so_on_its_way_or_at_its_end(
    member: Member, megabytes: float
) -> None:
    content = LIST.encode() + b"x" * int(megabytes * 1024 * 1024)
    page = member.client.post("/clinic/lists/import/", {"list": SimpleUploadedFile("a.csv", content)})
    assert "This file is too large" in page.content.decode()
    assert not ImportDraft.objects.exists()
