"""An approval holds for the addresses that it was given for: once one of them changes, a reviewer looks again."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from django.utils import timezone

from petitions.access.roles import Role
from petitions.clinic.approval import Approval, approval_of, papers_hash
from petitions.clinic.printing.selection import wanted
from petitions.clinic.printing.work import work
from petitions.clinic.summaries import summary
from petitions.courts.changing import Change, confirmations
from petitions.courts.facts import find_entry
from petitions.courts.tables import Place, Table, shipped_tables
from petitions.interview.screening import today
from petitions.records.court_edits.writing import add_edits, take_back
from petitions.records.matters.ending import close_matter
from petitions.records.matters.models import CaseStatus, Matter
from petitions.records.matters.print_models import PrintState
from petitions.records.matters.printing import ask_for_job, parts_of
from petitions.records.matters.reading import answers_of
from petitions.records.matters.steps import note_step
from tests.clinic.people import Member, answered, matter_of, office
from tests.courts.found import found

pytestmark = pytest.mark.django_db
MAIN = Place(Table.COURTHOUSES, "Humboldt", "Humboldt County Courthouse")
DA = Place(Table.PROSECUTORS, "Humboldt")
MOVES = [
    pytest.param(MAIN, "street", "1 New Street", id="courthouse"),
    pytest.param(MAIN, "phone", "(510) 555-0100", id="clerk’s phone"),
    pytest.param(MAIN, "confidence", "low", id="how sure"),
    pytest.param(DA, "phone", "(510) 555-0100", id="prosecutor’s phone"),
    pytest.param(DA, "confidence", "high", id="prosecutor’s address becomes sure"),
    pytest.param(
        Place(Table.COUNTIES, "Humboldt"), "court_name", "Superior Court, Humboldt County", id="court"
    ),
    pytest.param(Place(Table.PUBLIC_DEFENDERS, "Humboldt"), "phone", "(510) 555-0100", id="defender"),
]


@pytest.fixture
def member() -> Member:
    return office().member(Role.REVIEWER)


@pytest.fixture
def matter(member: Member) -> Matter:
    """Approve a matter of Humboldt as a reviewer does."""
    opened = matter_of(member, answers=answered())
    page = member.client.get(f"/clinic/matters/{opened.pk}/review/").content.decode()
    assert "Approve these papers" in page
    member.client.post(f"/clinic/matters/{opened.pk}/review/approve/", {"version": "1"})
    opened.refresh_from_db()
    assert opened.approved_courts and state(opened) is Approval.HOLDS
    return opened


@pytest.fixture(autouse=True)
def _no_printer(settings: object, tmp_path: object) -> Iterator[None]:
    settings.PRINTS_DIR = str(tmp_path)  # type: ignore[attr-defined]
    with patch("petitions.clinic.printing.views.print_apart"):
        yield


def state(matter: Matter) -> Approval:
    return approval_of(matter, answers_of(matter).answers)


def moved(place: Place = MAIN, field: str = "street", value: str = "1 New Street") -> str:
    entry = find_entry(place, shipped=shipped_tables(), edits=())
    assert entry
    (row,) = add_edits([Change(found(place, field, value), entry.values[field])], user_id=None)
    return row.change


@pytest.mark.parametrize(("place", "field", "value"), MOVES)
def test_an_approval_ends_with_what_the_papers_take_from_the_directory(
    matter: Matter, place: Place, field: str, value: str
) -> None:
    change = moved(place, field, value)
    assert state(matter) is Approval.COURTS_CHANGED
    found_summary = summary(matter)
    assert found_summary and found_summary.is_reopened and not found_summary.is_approved
    take_back(change, county="Humboldt", user_id=None)
    assert state(matter) is Approval.HOLDS


def test_what_the_papers_do_not_take_ends_no_approval(matter: Matter) -> None:
    moved(
        Place(Table.COURTHOUSES, "Humboldt", "Superior Court clerk (small-claims filing location)"),
        "street",
        "1 New Street",
    )
    moved(Place(Table.PUBLIC_DEFENDERS, "Humboldt"), "website", "https://defender.example.org/")
    moved(Place(Table.COURTHOUSES, "Alpine", "Alpine County Courthouse"), "street", "1 New Street")
    assert state(matter) is Approval.HOLDS


def test_still_right_ends_no_approval(matter: Matter) -> None:
    entry = find_entry(MAIN, shipped=shipped_tables(), edits=())
    assert entry
    add_edits(confirmations(entry, checked=today()), user_id=None)
    assert state(matter) is Approval.HOLDS


def test_an_approval_of_the_version_before_holds_as_it_did(matter: Matter) -> None:
    Matter.objects.filter(pk=matter.pk).update(approved_courts="")
    matter.refresh_from_db()
    moved()
    assert state(matter) is Approval.HOLDS


def test_a_changed_answer_is_told_before_a_changed_address(matter: Matter) -> None:
    moved()
    answers = answers_of(matter).answers
    answers["filing"]["name_now"] = "Testa Other"
    assert approval_of(matter, answers) is Approval.ANSWERS_CHANGED


def test_the_pages_say_why_and_a_new_approval_holds(matter: Matter, member: Member) -> None:
    moved()
    queue = member.client.get("/clinic/review/").content.decode()
    assert "Approved, then changed" in queue
    review = member.client.get(f"/clinic/matters/{matter.pk}/review/").content.decode()
    assert "The court directory changed after the approval" in review
    desk = member.client.get(f"/clinic/matters/{matter.pk}/").content.decode()
    assert "It was approved, then the court directory changed." in desk
    assert "approved" not in member.client.get("/clinic/print/").content.decode().partition("<table")[2]
    member.client.post(f"/clinic/matters/{matter.pk}/review/approve/", {"version": "1"})
    matter.refresh_from_db()
    assert state(matter) is Approval.HOLDS


def test_a_reviewer_approves_the_addresses_that_they_saw(matter: Matter, member: Member) -> None:
    page = member.client.get(f"/clinic/matters/{matter.pk}/review/").content.decode()
    seen = page.partition('name="courts" value="')[2].partition('"')[0]
    moved()
    answer = member.client.post(
        f"/clinic/matters/{matter.pk}/review/approve/", {"version": "1", "courts": seen}
    )
    assert "It changed while you looked" in answer.content.decode()
    matter.refresh_from_db()
    assert state(matter) is Approval.COURTS_CHANGED


def test_it_cannot_be_printed_before_it_is_approved_again(matter: Matter) -> None:
    assert wanted(matter, without_approval=False, on=today()).trouble == ""
    moved()
    assert wanted(matter, without_approval=False, on=today()).trouble == "courts"
    assert wanted(matter, without_approval=True, on=today()).trouble == ""


def test_a_job_that_was_asked_for_before_leaves_it_out_and_says_why(matter: Matter, member: Member) -> None:
    told = {"print": {}, "language": "en", "on": today().isoformat()}
    with patch("petitions.clinic.printing.work.make") as made, patch("petitions.clinic.printing.work.stack"):
        made.return_value.content, made.return_value.pages = b"papers", 1
        job = ask_for_job(
            [wanted(matter, without_approval=False, on=today())],
            organization_id=member.organization.pk, user_id=member.user.pk, token="t", options=told,
        )  # fmt: skip
        moved()
        assert work(job)
    [part] = parts_of(job)
    assert (part.state, part.trouble) == (PrintState.FAILED, "courts")


def test_what_is_closed_or_all_printed_is_not_asked_for_again(matter: Matter, member: Member) -> None:
    note_step(matter, place="c1", status=CaseStatus.PRINTED, on=today(), user_id=None)
    moved()
    assert "Approved, then changed" not in member.client.get("/clinic/review/").content.decode()
    assert wanted(matter, without_approval=False, on=today()).trouble == "courts"
    close_matter(matter)
    matter.refresh_from_db()
    assert matter.closed_at and matter.closed_at <= timezone.now()
    assert state(matter) is Approval.HOLDS


def test_a_prosecutor_that_the_person_named_takes_none_from_the_directory(member: Member) -> None:
    answers = answered()
    answers["filing"]["cases"]["c1"]["prosecutor"] = {
        "name": "City Attorney of Example",
        "mailing_address": None,
    }
    opened = matter_of(member, answers=answers)
    member.client.post(f"/clinic/matters/{opened.pk}/review/approve/", {"version": "1"})
    opened.refresh_from_db()
    moved(DA, "phone", "(510) 555-0100")
    assert state(opened) is Approval.HOLDS


def test_what_a_print_job_remembers_changes_with_either(matter: Matter) -> None:
    answers = answers_of(matter).answers
    before = papers_hash(answers)
    assert before == papers_hash(answers)
    change = moved()
    after = papers_hash(answers)
    take_back(change, county="Humboldt", user_id=None)
    answers["filing"]["name_now"] = "Testa Other"
    assert len({before, after, papers_hash(answers)}) == 3
