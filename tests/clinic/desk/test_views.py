"""The page of a matter: cells save themselves, rows come and go, nobody's work is written over, and it is all noted."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse

from petitions.access.assigning import assign
from petitions.access.organizations.break_glass import break_glass
from petitions.access.organizations.models import AuditEntry
from petitions.access.roles import Role
from petitions.clinic.approval import facts_hash, is_approved
from petitions.interview.answers import conviction_ids, conviction_of
from petitions.records.matters.ending import close_matter
from petitions.records.matters.models import Matter, MatterState
from petitions.records.matters.reading import answers_of
from petitions.records.matters.reviewing import approve
from tests.clinic.people import Member, answered, matter_of, new_user, office, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def member() -> Member:
    return office().member(Role.REVIEWER)


def save(member: Member, matter: Matter, **fields: str) -> dict[str, Any]:
    sent = {name.replace("__", "."): value for name, value in fields.items()}
    return member.client.post(f"/clinic/matters/{matter.pk}/cells/", sent).json()


def row(member: Member, matter: Matter, do: str) -> HttpResponse:
    return member.client.post(f"/clinic/matters/{matter.pk}/rows/", {"do": do})


def answers(matter: Matter) -> dict[str, Any]:
    return answers_of(matter).answers


def test_a_cell_saves_itself_and_the_row_says_what_the_law_gives(member: Member) -> None:
    matter = matter_of(member)
    said = save(member, matter, c1__crime__text="11359", c1__when__text="2004")
    assert said["saved"] == ["c1.crime", "c1.when"] and said["refused"] == {}
    assert "HS 11359" in said["html"] and 'data-outcome="c1"' in said["html"]
    assert conviction_of(answers(matter), "c1")["section"] == "11359"


def test_what_is_refused_comes_back_as_typed_with_its_sentence(member: Member) -> None:
    matter = matter_of(member)
    said = save(member, matter, c1__crime__text="weed")
    assert said["saved"] == [] and "Type one code" in said["refused"]["c1.crime"]["error"]
    assert 'value="weed"' in said["html"]


def test_two_volunteers_never_write_over_each_other(member: Member) -> None:
    matter = matter_of(member)
    page = member.client.get(f"/clinic/matters/{matter.pk}/").text
    seen = page.partition('name="c1.county.seen" value="')[2].partition('"')[0]
    assert save(member, matter, c1__county__text="Fresno", c1__county__seen=seen)["saved"] == ["c1.county"]
    late = save(member, matter, c1__county__text="Kern", c1__county__seen=seen)
    assert late["refused"]["c1.county"]["theirs"] == "Fresno" and 'value="Kern"' in late["html"]
    assert conviction_of(answers(matter), "c1")["county"] == "Fresno"
    again = late["html"].partition('name="c1.county.seen" value="')[2].partition('"')[0]
    assert save(member, matter, c1__county__text="Kern", c1__county__seen=again)["saved"] == ["c1.county"]


def test_a_counts_case_is_shared_by_a_second_count(member: Member) -> None:
    matter = matter_of(member)
    save(member, matter, c1__county__text="la", **{"c1__case-number__text": "BA1"})
    row(member, matter, "double:c1")
    assert conviction_ids(answers(matter)) == ("c1", "c2")
    assert conviction_of(answers(matter), "c2")["case_number"] == "BA1"
    row(member, matter, "add:")
    assert conviction_ids(answers(matter)) == ("c1", "c2", "c3")
    row(member, matter, "remove:c1")
    assert conviction_ids(answers(matter)) == ("c2", "c3")
    row(member, matter, "remove:c9")
    assert conviction_ids(answers(matter)) == ("c2", "c3")


def test_without_scripts_the_whole_page_is_saved_and_a_row_button_loses_nothing(member: Member) -> None:
    matter = matter_of(member)
    sent = {"c1.county.text": "la", "you.name-on-case.part_name_on_case": "Testa Example"}
    page = member.client.post(f"/clinic/matters/{matter.pk}/", sent)
    assert page.status_code == 302 and answers(matter)["filing"]["name_on_case"] == "Testa Example"
    member.client.post(f"/clinic/matters/{matter.pk}/rows/", {"do": "add:", "c1.when.text": "2004"})
    assert conviction_of(answers(matter), "c1")["offense_date"] == "2004"
    assert len(conviction_ids(answers(matter))) == 2


def test_an_edit_after_approval_opens_it_again_and_says_so(member: Member) -> None:
    matter = matter_of(member, answers=answered())
    approve(matter, version=1, facts_hash=facts_hash(answered()), user_id=member.user.pk)
    matter.refresh_from_db()
    assert is_approved(matter, answers(matter))
    said = save(member, matter, c1__age__answer="18_to_20")
    assert said["reopened"] and not is_approved(matter, answers(matter))
    assert said["said"] == "Saved. It was approved, so a reviewer must look again."
    assert "approved, then changed" in member.client.get(f"/clinic/matters/{matter.pk}/").text


def test_pressing_twice_opens_one_matter(member: Member) -> None:
    page = member.client.get("/clinic/matters/new/").text
    token = page.partition('name="token" value="')[2].partition('"')[0]
    sent = {"name": "Testa Example", "language": "es", "attorney": "", "agreed": "on", "token": token}
    places = {member.client.post("/clinic/matters/new/", sent)["Location"] for _time in range(2)}
    assert len(places) == 1
    matter = Matter.objects.get()
    assert (matter.language, matter.number, bool(matter.agreed_text)) == ("es", 1, True)
    assert answers(matter)["filing"]["name_on_case"] == "Testa Example"


def test_without_consent_no_matter_is_opened_and_the_name_stays(member: Member) -> None:
    page = member.client.post("/clinic/matters/new/", {"name": "Testa Example", "language": "en"})
    assert "Tick this once they agree" in page.text and 'value="Testa Example"' in page.text
    assert not Matter.objects.exists()


def test_a_foreign_attorney_cannot_be_chosen(member: Member) -> None:
    foreign = office("Another Office").organization.attorneyprofile_set.get()
    sent = {"name": "Testa", "language": "en", "agreed": "on", "attorney": foreign.pk}
    assert member.client.post("/clinic/matters/new/", sent).status_code == 200
    assert not Matter.objects.exists()


def test_pasted_rows_are_shown_first_and_then_added(member: Member) -> None:
    matter = matter_of(member)
    path = f"/clinic/matters/{matter.pk}/paste/"
    rows = (
        "County\tCase number\tCode\tAge\nLA\tBA1\t11359\t33\nFresno\tF2\tHS 11357(b)\t19\nKern\tX\tweed\t40\n"
    )
    shown = member.client.post(path, {"rows": rows})
    assert "Type one code" in shown.text and conviction_ids(answers(matter)) == ("c1",)
    member.client.post(path, {"rows": rows, "add": "1"})
    found = answers(matter)["record"]["convictions"]
    assert [one.get("section") for one in found] == ["11359", "11357", None]
    assert [one["age_at_offense"] for one in found] == ["21_or_older", "18_to_20", "21_or_older"]


@pytest.mark.parametrize(
    "rows", ["Kern\tX\t11359\n" * 61, "Kern\tX\t11359\n" + "x" * 40_001], ids=("rows", "signs")
)
def test_more_pasted_rows_than_there_is_room_for_add_none_and_stay_in_their_box(
    member: Member, rows: str
) -> None:
    matter = matter_of(member)
    shown = member.client.post(f"/clinic/matters/{matter.pk}/paste/", {"rows": rows, "add": "1"})
    assert "There is room for 60 more counts" in shown.text and shown.text.count("11359") >= rows.count(
        "11359"
    )
    assert conviction_ids(answers(matter)) == ("c1",)


def test_sixty_pasted_rows_are_all_added(member: Member) -> None:
    matter = matter_of(member)
    member.client.post(f"/clinic/matters/{matter.pk}/paste/", {"rows": "Kern\tX\t11359\n" * 60, "add": "1"})
    assert len(conviction_ids(answers(matter))) == 60
    again = member.client.post(f"/clinic/matters/{matter.pk}/paste/", {"rows": "Kern\tX\t11359", "add": "1"})
    assert "There is room for 0 more counts" in again.text


def test_every_look_and_every_change_is_noted_without_a_value(member: Member) -> None:
    matter = matter_of(member)
    member.client.get(f"/clinic/matters/{matter.pk}/")
    save(member, matter, **{"you__name-on-case__part_name_on_case": "Canary Example"})
    looked, changed = AuditEntry.objects.order_by("timestamp")
    assert looked.action == AuditEntry.Action.ACCESS and changed.changes == {
        "you/name-on-case": ["***", "***"]
    }
    assert {one.organization_id for one in (looked, changed)} == {member.organization.pk}
    assert "Canary" not in repr(list(AuditEntry.objects.values()))


def test_a_change_opens_a_closed_matter_again_and_says_so(member: Member) -> None:
    matter = matter_of(member)
    close_matter(matter)
    assert "Closed. A change opens it again." in member.client.get(f"/clinic/matters/{matter.pk}/").text
    refused = save(member, matter, c1__crime__text="weed")
    assert not refused["reopened"] and Matter.objects.get(pk=matter.pk).closed_at is not None
    said = save(member, matter, c1__crime__text="11359")
    assert said["reopened"] and said["said"] == "Saved. The matter was closed, and is open again."
    row = Matter.objects.get(pk=matter.pk)
    assert row.closed_at is None and row.state == MatterState.INTAKE


def test_who_can_only_look_sees_nothing_to_choose() -> None:
    intake = office().member(Role.VOLUNTEER)
    matter_of(intake)
    assert 'name="matters"' in intake.client.get("/clinic/").text
    operator = new_user(is_superuser=True)
    break_glass(intake.organization, user_id=operator.pk, reason="A test of the glass.")
    page = signed_in(operator).get("/clinic/").text
    assert "number-link" in page and 'name="matters"' not in page


def test_the_next_page_keeps_what_was_chosen(member: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("petitions.clinic.desk.list_page.ON_A_PAGE", 1)
    for _ in range(2):
        assign(matter_of(member), member.user.pk)
    page = member.client.get("/clinic/", {"mine": "1", "sort": "number"}).text
    assert "?page=2&amp;state=&amp;sort=number&amp;mine=1" in page
