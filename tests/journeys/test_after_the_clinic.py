"""After the clinic: an attorney notes what was filed, serves one, tells one person, and sees what is due and the figures."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect

from petitions.access.roles import Role
from petitions.interview.screening import today
from petitions.records.matters.models import CaseStatus, CaseStep, Told
from tests.clinic.after.followed import approved, note
from tests.clinic.after.states import with_contact
from tests.clinic.people import answered, office
from tests.journeys.conftest import Travelers

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]


def test_an_attorney_follows_three_cases_to_their_end(
    new_traveler: Travelers, capsys: pytest.CaptureFixture[str]
) -> None:
    attorney = office().member(Role.REVIEWER)
    matters = [approved(attorney, with_contact(answered())) for _one in range(3)]
    for matter in matters:
        note(matter, CaseStatus.PRINTED, days_ago=20)
    traveler = new_traveler()
    cookie = attorney.client.cookies["session"].value
    traveler.page.context.add_cookies([{"name": "session", "value": cookie, "url": traveler.site}])
    page = traveler.go("/clinic/follow-up/due/").page
    expect(page.locator("tbody tr")).to_have_count(3)

    # Three at once, looked at before it is done
    traveler.press("All cases")
    for number in (1, 2, 3):
        page.get_by_label(f"Choose matter {number}, case", exact=False).check()
    page.get_by_label("What happened").select_option("filed")
    page.get_by_label("Day").fill((today() - timedelta(days=10)).strftime("%m/%d/%Y"))
    traveler.press("See what will change")
    assert "It is noted for 3 cases" in traveler.text
    assert not CaseStep.objects.filter(status=CaseStatus.FILED).exists()
    traveler.press("Note it")
    assert "3 cases were noted." in traveler.text
    expect(page.locator(".tallies a", has_text="Filed")).to_have_text("3 Filed")

    # One is served, and the person is told with their yes
    page.locator("tbody th a").first.click()
    page.get_by_label("What happened").select_option("served")
    page.get_by_label("Tell the person by e-mail").check()
    traveler.press("Note it")
    assert "tick that they said we may" in traveler.text
    page.get_by_label("The person said we may write to this address").check()
    traveler.press("Note it")
    assert "The message is on its way." in traveler.text
    said = capsys.readouterr().out
    assert "There is news for you" in said and "testa@example.org" not in said
    assert Told.objects.get().is_sent

    # What is due now, and the figures
    traveler.go("/clinic/follow-up/due/")
    expect(page.locator("td strong", has_text="Give the prosecutor a copy")).to_have_count(2)
    expect(page.locator(".badge.needed")).to_have_count(2)
    traveler.go("/clinic/figures/")
    picture = page.get_by_role("img", name="Cases by status")
    expect(picture).to_be_visible()
    assert "Filed: 2" in (picture.locator("desc").text_content() or "")
    with page.expect_download() as file:
        page.get_by_role("link", name=re.compile(r"Table \(CSV\)\s*: Cases by status")).click()
    assert "hidden" in file.value.path().read_text(encoding="utf-8-sig")
