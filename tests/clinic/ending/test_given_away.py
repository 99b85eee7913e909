"""A matter that moves to another office moves whole; a copy for the person opens with their code alone."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from petitions.access.organizations.models import AuditEntry
from petitions.access.roles import Role
from petitions.records.keeping import come_back
from petitions.records.matters.comments import add_comment, comments_of
from petitions.records.matters.models import CaseStep, Matter, OfMatter, Told, Transfer
from petitions.records.matters.names import keep_names
from petitions.records.matters.print_models import PrintJob
from petitions.records.matters.printing import Wanted, ask_for_job, tick
from petitions.records.matters.reading import answers_of
from petitions.records.matters.reviewing import approve, keep_look
from petitions.records.matters.transfers import accept, offer
from petitions.records.models import KeptAnswers
from petitions.records.reading import open_interview
from petitions.records.retention import Keeping
from petitions.records.return_codes import read_code
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member, answered, matter_of, office

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _prints(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    settings.PRINTS_DIR = str(tmp_path_factory.mktemp("prints"))


@pytest.fixture
def giver() -> Member:
    return office().member(Role.ADMIN)


@pytest.fixture
def taker() -> Member:
    return office("Another Office").member(Role.ADMIN)


@pytest.fixture
def matter(giver: Member) -> Matter:
    return matter_of(giver, answers=answered())


def hang_everything_on(matter: Matter, *, user_id: int) -> None:
    """Make one row of each kind that belongs to a matter."""
    own = {"matter": matter, "organization_id": matter.organization_id}
    answers = answers_of(matter).answers
    add_comment(matter, "The date is on the minute order.", user_id=user_id)
    keep_names(matter, ["Testa Example"])
    keep_look(matter, answers, version=1, user_id=user_id)
    approve(matter, version=1, facts_hash="x" * 64, user_id=user_id)
    tick(matter, "signed", user_id=user_id, is_done=True)
    CaseStep.objects.create(
        **own, place="c1", status="filed", on=date(2026, 3, 1), noted_by_id=user_id, noted_at=timezone.now()
    )
    Told.objects.create(**own, id="t", place="c1", status="filed", by="email", at=timezone.now())
    wanted = [Wanted(matter, 1, "x" * 64)]
    ask_for_job(wanted, organization_id=matter.organization_id, user_id=user_id, token="t", options={})


def offered(client: Client, matter: Matter, to: str) -> str:
    """Offer a matter on its page; return the page's text."""
    sent = {"offer": "1", "to": to}
    return client.post(f"/clinic/matters/{matter.pk}/hand-out/", sent, follow=True).content.decode()


def test_everything_moves_or_goes_and_nothing_stays_with_the_old_office(
    giver: Member, taker: Member, matter: Matter
) -> None:
    hang_everything_on(matter, user_id=giver.user.pk)
    transfer = offer(matter, to=taker.organization.pk, user_id=giver.user.pk)
    kinds = OfMatter.__subclasses__()
    assert [kind.__name__ for kind in kinds if not kind._default_manager.filter(matter=matter)] == []
    moved = accept(transfer)
    assert moved is not None
    left = [
        kind.__name__ for kind in kinds if kind._default_manager.filter(organization_id=giver.organization.pk)
    ]
    assert left == []
    assert not PrintJob.objects.exists()
    assert [one.text for one in comments_of(moved)] == ["The date is on the minute order."]
    assert answers_of(moved).answers == answered()
    assert (moved.approved_hash, moved.assigned_to_id, moved.created_by_id, moved.attorney_id) == (
        "",
        None,
        None,
        None,
    )


def test_it_gets_the_next_number_there_and_each_office_keeps_a_line(giver: Member, taker: Member) -> None:
    matter_of(giver)
    matter = matter_of(giver, answers=answered())
    for _one in range(4):
        matter_of(taker)
    assert matter.number == 2
    page = offered(just_proved(giver), matter, "Another Office")
    assert "Offered to Another Office" in page
    transfer = Transfer.objects.get()
    client = just_proved(taker)
    assert "offers you a matter" in client.get("/clinic/endings/").content.decode()
    assert client.get(f"/clinic/matters/{matter.pk}/").status_code == 404
    for _press in range(2):
        sent = client.post(f"/clinic/endings/offers/{transfer.pk}/", {"accept": "1"})
    assert sent.status_code == 404
    assert client.get(f"/clinic/matters/{matter.pk}/").status_code == 200
    assert giver.client.get(f"/clinic/matters/{matter.pk}/").status_code == 404
    lines = AuditEntry.objects.filter(additional_data__what__icontains="another office")
    assert {(one.organization_id, one.object_repr) for one in lines} == {
        (giver.organization.pk, "matter 2"),
        (taker.organization.pk, "matter 5"),
    }


@pytest.mark.parametrize("name", ["Nobody Here", "", "another office", "Example Legal Aid"])
def test_an_office_that_is_not_named_exactly_gets_nothing(
    giver: Member, taker: Member, matter: Matter, name: str
) -> None:
    page = offered(just_proved(giver), matter, name)
    assert "No other office here has this name" in page
    assert not Transfer.objects.exists()


def test_only_the_office_that_was_asked_can_answer(giver: Member, taker: Member, matter: Matter) -> None:
    offered(just_proved(giver), matter, taker.organization.pk)
    address = f"/clinic/endings/offers/{Transfer.objects.get().pk}/"
    assert just_proved(giver).post(address, {"accept": "1"}).status_code == 404
    third = just_proved(office("Third Office").member(Role.ADMIN))
    assert third.post(address, {"accept": "1"}).status_code == 404
    matter.refresh_from_db()
    assert matter.organization_id == giver.organization.pk


@pytest.mark.parametrize("way", ["back", "refused"])
def test_an_offer_can_be_taken_back_or_refused(
    giver: Member, taker: Member, matter: Matter, way: str
) -> None:
    offered(just_proved(giver), matter, taker.organization.pk)
    address = f"/clinic/endings/offers/{Transfer.objects.get().pk}/"
    if way == "back":
        giver.client.post(f"/clinic/matters/{matter.pk}/hand-out/", {"back": "1"})
    else:
        assert just_proved(taker).post(address).status_code == 302
    assert just_proved(taker).post(address, {"accept": "1"}).status_code == 404
    assert giver.client.get(f"/clinic/matters/{matter.pk}/").status_code == 200


def test_a_new_offer_ends_the_earlier_one(giver: Member, taker: Member, matter: Matter) -> None:
    first = offer(matter, to=taker.organization.pk, user_id=giver.user.pk)
    offer(matter, to=office("Third Office").organization.pk, user_id=giver.user.pk)
    assert accept(first) is None


def test_make_the_code_pressed_twice_makes_one_code(giver: Member, matter: Matter) -> None:
    page = just_proved(giver).get(f"/clinic/matters/{matter.pk}/hand-out/").content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)
    assert token is not None
    sent = {"code": "1", "token": token[1]}
    address = f"/clinic/matters/{matter.pk}/hand-out/"
    first, second = (_code_shown(just_proved(giver).post(address, sent).content.decode()) for _ in range(2))
    assert first == second and KeptAnswers.objects.count() == 1
    other = _code_shown(just_proved(giver).post(address, {"code": "1", "token": "0" * 32}).content.decode())
    assert other != first and KeptAnswers.objects.count() == 2


def _code_shown(page: str) -> str:
    shown = re.search(r'class="return-code"[^>]*>([^<]+)<', page)
    assert shown is not None
    return read_code(shown[1])


def test_the_code_opens_a_copy_and_the_matter_stays(giver: Member, matter: Matter) -> None:
    page = just_proved(giver).post(f"/clinic/matters/{matter.pk}/hand-out/", {"code": "1"}).content.decode()
    code = _code_shown(page)
    visit = come_back(code, keeping=Keeping.VISIT)
    assert visit is not None
    opened = open_interview(visit)
    assert opened is not None
    assert opened.answers == answered()
    assert Matter.objects.filter(pk=matter.pk).exists()
    assert code not in str(list(AuditEntry.objects.values_list("additional_data", "changes")))
