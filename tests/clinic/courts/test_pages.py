"""The pages of the directory of courts: what staff see, change, find still right and take back, and what papers then say."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import timedelta

import pytest
from django.test import Client

from petitions.access.organizations.members import end_membership
from petitions.access.organizations.models import AuditEntry, Membership
from petitions.access.roles import Role
from petitions.courts.directory import load_directory
from petitions.courts.tables import Table
from petitions.interview.screening import today
from petitions.records.court_edits.models import CourtEdit
from tests.access.signing_in.members import just_proved
from tests.clinic.courts.states import AT, DA_PAGE, GOOD, change, keeper
from tests.clinic.people import Member, office

pytestmark = pytest.mark.django_db
_HIDDEN = re.compile(r'name="(version|token|looked)" value="([^"]*)"')


def sent(**more: str) -> dict[str, str]:
    return {**GOOD, "checked": f"{today():%m/%d/%Y}", **more}


def hidden(html: str) -> dict[str, str]:
    return dict(_HIDDEN.findall(html))


def look(client: Client, **more: str) -> str:
    """Send the form, as a person does first; return the page that shows the change."""
    page = client.get(DA_PAGE).content.decode()
    return client.post(DA_PAGE, {**sent(**more), **hidden(page)}).content.decode()


def save(client: Client, **more: str) -> None:
    shown = look(client, **more)
    response = client.post(DA_PAGE, {**sent(**more), **hidden(shown), "save": "1"})
    assert response.headers["Location"] == f"{AT}alpine/"


def prosecutor() -> tuple[str | None, ...]:
    found = load_directory().prosecutor("Alpine")
    assert found is not None
    return found.street, found.city, found.zip, found.phone


def test_counties_with_something_stale_come_first_and_each_leads_to_its_page() -> None:
    page = keeper().client.get(AT).content.decode()
    links = re.findall(rf'href="{AT}([a-z-]+)/"', page)
    assert len(links) == 58 and links != sorted(links)
    assert "facts were checked more than a year ago" in page
    stale = [int(one) for one in re.findall(r'<span class="badge open">(\d+)</span></td>', page)]
    assert 0 < len(stale) < 58


def test_a_county_shows_each_fact_with_its_source_and_day_and_the_projects_cautions() -> None:
    page = keeper().client.get(f"{AT}alameda/").content.decode()
    assert "1225 Fallon Street" in page and "checked 11 Sep 2026" in page
    assert "public courthouse list checked 2026-09-11" in page
    assert "Criminal clerks by courthouse" in page and "Other courthouses" in page
    assert "Rene C. Davidson - Oakland Courthouse" not in page


def test_the_form_shows_before_and_after_and_saves_what_was_shown() -> None:
    client = just_proved(keeper())
    shown = look(client)
    assert "<del>not known</del>" in shown and "<ins>(530) 555-0100</ins>" in shown
    assert CourtEdit.objects.count() == 0
    save(client)
    assert prosecutor() == ("100 Sample Street", "Markleeville", "96120", "(530) 555-0100")
    page = client.get(f"{AT}alpine/").content.decode()
    assert "The office, by phone" in page and "Papers made from now on say so." in page


def test_what_is_changed_after_the_look_is_shown_again_before_it_is_saved() -> None:
    client = just_proved(keeper())
    shown = look(client)
    again = client.post(DA_PAGE, {**sent(phone="530-555-0199"), **hidden(shown), "save": "1"})
    assert again.status_code == 200 and "<ins>(530) 555-0199</ins>" in again.content.decode()
    assert CourtEdit.objects.count() == 0


def test_pressing_save_twice_saves_once() -> None:
    client = just_proved(keeper())
    form = {**sent(), **hidden(look(client)), "save": "1"}
    assert [client.post(DA_PAGE, form).status_code for _time in range(2)] == [302, 200]
    assert CourtEdit.objects.values("change").distinct().count() == 1


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"zip": "10001"}, "Write a ZIP code of California"),
        ({"phone": "call"}, "Write the phone number with its area code"),
        ({"website": "javascript:alert(1)"}, "Write a web address that begins with"),
        ({"street": "=1+1"}, "Begin with a letter or a digit."),
        ({"street": "x" * 250}, "This is too long. Use at most 200 letters."),
        ({"name": ""}, "Fill this in. Papers need it."),
        ({"confidence": "certain"}, "Choose one"),
        ({"source": ""}, "Say where you found it"),
        ({"checked": ""}, "Type the day on which you looked"),
        ({"checked": "13/45/2026"}, "Type the day like 11/28/2026"),
        ({"checked": f"{today() + timedelta(days=1):%m/%d/%Y}"}, "The day is in the future."),
        (dict.fromkeys(("street", "city", "zip", "phone", "confidence"), ""), "Nothing here is new"),
    ],
)
def test_nonsense_is_refused_with_one_sentence_and_nothing_typed_is_lost(
    more: dict[str, str], sentence: str
) -> None:
    client = just_proved(keeper())
    page = look(client, **more)
    assert sentence in page and "There is a problem" in page
    kept = {**GOOD, **more}["city"]
    assert not kept or f'value="{kept}"' in page
    assert CourtEdit.objects.count() == 0


def test_what_somebody_checked_later_is_not_overwritten_by_an_older_look() -> None:
    change("(530) 555-0111")
    page = look(just_proved(keeper()), checked=f"{today() - timedelta(days=3):%m/%d/%Y}")
    assert "Somebody checked this on a later day." in page


def test_who_was_slower_sees_what_holds_now_and_may_save_again() -> None:
    client = just_proved(keeper())
    page = client.get(DA_PAGE).content.decode()
    change("(530) 555-0111")
    shown = client.post(DA_PAGE, {**sent(), **hidden(page)}).content.decode()
    assert "Somebody else changed this meanwhile. It is now: (530) 555-0111." in shown
    looked = client.post(DA_PAGE, {**sent(), **hidden(shown)}).content.decode()
    client.post(DA_PAGE, {**sent(), **hidden(looked), "save": "1"})
    assert prosecutor()[3] == "(530) 555-0100"


def test_one_press_says_that_all_known_facts_of_a_row_are_still_right_today() -> None:
    client = keeper().client
    page = client.get(f"{AT}alpine/").content.decode()
    action, version = re.findall(
        r'action="([^"]+still-right/)"[^>]*>.*?name="version" value="([^"]+)"', page
    )[1]
    assert client.post(action, {"version": version}).status_code == 302
    rows = CourtEdit.objects.filter(table=Table.COURTHOUSES)
    assert rows and all(row.value == row.before and row.checked == today() for row in rows)
    after = client.get(f"{AT}alpine/").content.decode()
    assert f"checked {today():%-d %b %Y}" in after and "still right" in after


def test_nobody_confirms_what_they_did_not_see() -> None:
    client = keeper().client
    change()
    response = client.post(f"{DA_PAGE}still-right/", {"version": "0"}, follow=True)
    assert "It was changed meanwhile. Look at it again." in response.content.decode()
    assert CourtEdit.objects.count() == 1


def test_a_change_is_taken_back_and_stays_in_the_history() -> None:
    client, made = keeper().client, change()
    page = client.get(f"{AT}alpine/").content.decode()
    assert f"{AT}alpine/changes/{made}/take-back/" in page
    client.post(f"{AT}alpine/changes/{made}/take-back/")
    assert prosecutor()[3] is None
    after = client.get(f"{AT}alpine/").content.decode()
    assert "took a change back" in after and "taken back" in after and "(530) 555-0100" in after
    assert f"changes/{made}/take-back" not in after


def test_the_download_has_the_patch_and_the_data_files() -> None:
    change()
    response = keeper().client.get(f"{AT}court-changes.zip")
    with zipfile.ZipFile(io.BytesIO(response.content)) as archive:
        assert sorted(archive.namelist()) == [
            "counties.csv", "courthouses.csv", "courts.patch", "prosecutors.csv", "public_defenders.csv",
        ]  # fmt: skip
        assert '+"Alpine","Alpine County District Attorney' in archive.read("courts.patch").decode()


def test_all_offices_share_one_directory() -> None:
    change()
    other = office("Another Office").keeper()
    assert "(530) 555-0100" in other.client.get(f"{AT}alpine/").content.decode()


def test_no_role_has_the_right_and_the_link_shows_only_who_does() -> None:
    where = office()
    for role in Role:
        assert where.member(role).client.get(AT).status_code == 404
    assert f'href="{AT}"' in where.keeper().client.get(AT).content.decode()
    assert f'href="{AT}"' not in where.member(Role.ADMIN).client.get("/clinic/office/").content.decode()


def test_the_office_sees_who_has_the_right_and_it_ends_with_the_membership() -> None:
    where = office()
    member = where.keeper()
    page = where.member(Role.ADMIN).client.get("/clinic/office/").content.decode()
    assert "may change the court directory" in page
    row = Membership.objects.get(user=member.user)
    end_membership(row)
    assert member.client.get(AT).status_code == 404
    Membership.objects.filter(pk=row.pk).update(ended_at=None)
    assert member.client.get(AT).status_code == 404


def entries(member: Member) -> list[tuple[str, list[str]]]:
    rows = AuditEntry.objects.filter(organization=member.organization).order_by("pk")
    return [(row.additional_data["what"], [*(row.changes or {})]) for row in rows]


def test_each_change_stands_in_the_log_of_the_members_office_without_its_values() -> None:
    member = keeper()
    client = just_proved(member)
    save(client)
    made = CourtEdit.objects.first()
    assert made is not None
    client.post(f"{AT}alpine/changes/{made.change}/take-back/")
    told = entries(member)
    assert told[-2][0] == "Alpine" and {*told[-2][1]} == {"street", "city", "zip", "phone", "confidence"}
    assert told[-1][0] == "court change taken back"
    assert "555-0100" not in repr(AuditEntry.objects.filter(organization=member.organization).values())


def test_a_page_of_a_county_or_row_that_is_nowhere_is_not_there() -> None:
    client = just_proved(keeper())
    for page in ("cook/", "alpine/sheriff/", "cook/district-attorney/"):
        assert client.get(f"{AT}{page}").status_code == 404
