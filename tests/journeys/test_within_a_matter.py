"""A volunteer works within a matter: asks in Spanish, hands in a RAP sheet, and takes the papers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from petitions.access.organizations.models import AttorneyProfile
from petitions.access.roles import Role
from tests.clinic.inside.at import At
from tests.clinic.inside.sheet import only_members
from tests.clinic.people import matter_of, office
from tests.documents.printed_pages import text as text_of_pdf
from tests.interview.walk import FILING, POSSESSION, Fields
from tests.journeys.conftest import Travelers
from tests.journeys.traveler import Traveler
from tests.rapsheet.handing.handed import sheet_pdf

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]
SCRIPT = ".script-asked h1"
ANSWERS: dict[str, Fields] = {**POSSESSION, **FILING}


@pytest.fixture(autouse=True)
def place() -> Iterator[Path]:
    with only_members() as found:
        yield found


def spanish_matter() -> At:
    """Open a matter of somebody who speaks Spanish; the office files."""
    member = office().member(Role.VOLUNTEER)
    found = At(member, matter_of(member, language="es"))
    found.matter.attorney = AttorneyProfile.objects.get(organization=member.organization)
    found.matter.save()
    return found


def signed_in(new_traveler: Travelers, found: At, **options: object) -> Traveler:
    """Return the volunteer at a browser in English."""
    traveler = new_traveler(**options)
    session = found.client.cookies["session"].value
    traveler.page.context.add_cookies([{"name": "session", "value": session, "url": traveler.site}])
    return traveler


def test_a_volunteer_asks_in_spanish_by_keyboard_reads_a_sheet_and_takes_the_papers(
    new_traveler: Travelers, tmp_path: Path, place: Path
) -> None:
    found = spanish_matter()
    traveler = signed_in(new_traveler, found).go(f"{found.home}script/")
    page = traveler.page

    # Two questions in Spanish, by one number and Enter each
    assert page.locator(SCRIPT).inner_text() == "¿Cómo terminó su caso de marihuana?"
    assert "How did your marijuana case end?" in page.locator(".script-beside").inner_text()
    by_number(traveler)
    assert page.locator(SCRIPT).inner_text().startswith("¿")
    by_number(traveler)
    assert len(found.answers["trail"]) == 2

    # The sheet: the person agrees to words in Spanish, the volunteer hands in a file and checks what was read
    traveler.press("RAP sheet")
    assert "Nada de la hoja sale de esta computadora." in traveler.text
    page.check("#agreed")
    traveler.press("form.start button[type=submit]")
    file = tmp_path / "sheet.pdf"
    file.write_bytes(sheet_pdf())
    page.set_input_files("#files", str(file))
    traveler.press("button[name=read]")
    page.wait_for_url("**/rap-sheet/check/", timeout=40_000)
    traveler.press("Check the next one").press("Confirm")
    traveler.press("Leave this one out").press("Leave this one out")
    page.check("[name=super_strike][value=no]")
    traveler.press("Confirm").press("Use this, and delete the sheet")
    assert traveler.path == found.home
    assert not any(place.iterdir())

    # Back in the matter: what was read stands there
    traveler.go(f"{found.home}at/interview/convictions/")
    assert "HS 11359" in traveler.text
    assert page.locator(".matter-bar").inner_text().count("Agreed that the RAP sheet is read") == 1

    # What is still open is asked, and the papers are saved with the office's attorney at their head
    asked(traveler.go(f"{found.home}script/"))
    asked(traveler.press("Ask what the papers need"))
    traveler.go(f"{found.home}at/papers/").press("Get your papers")
    with page.expect_download() as saved:
        page.locator("main a[href$='/papers/clearrecord-case-1.pdf']").click()
    printed = text_of_pdf(Path(saved.value.path()).read_bytes())
    assert "Testa Advocate" in printed
    assert "Guarde esta guía" in printed


def test_without_scripts_the_keys_of_the_browser_answer_the_script(new_traveler: Travelers) -> None:
    found = spanish_matter()
    traveler = signed_in(new_traveler, found, java_script_enabled=False).go(f"{found.home}script/")
    traveler.page.locator(".answer-card input").first.focus()
    traveler.page.keyboard.press("Space")
    with traveler.page.expect_navigation():
        traveler.page.keyboard.press("Enter")
    assert found.answers["trail"] == ["c1/ending"]
    assert key_of(traveler) != "ending"


def test_a_number_that_is_typed_into_a_box_picks_no_card(new_traveler: Travelers) -> None:
    found = spanish_matter()
    traveler = signed_in(new_traveler, found).go(f"{found.home}script/c1/crime/")
    traveler.page.locator("[name=typed]").press_sequentially("HS 11359")
    assert traveler.page.locator("[name=typed]").input_value() == "HS 11359"
    assert traveler.page.locator(".answer-card input:checked").count() == 0


def by_number(traveler: Traveler) -> None:
    """Pick the card of the question on the page by its number, and go on by Enter."""
    wanted = ANSWERS[key_of(traveler)]["answer"]
    cards = traveler.page.locator(".answer-card input")
    values = cards.evaluate_all("all => all.map(one => one.value)")
    traveler.page.keyboard.press(str(values.index(wanted) + 1))
    assert cards.nth(values.index(wanted)).is_checked()
    with traveler.page.expect_navigation():
        traveler.page.keyboard.press("Enter")


def asked(traveler: Traveler) -> None:
    """Answer the questions of the script until none is open."""
    for _page in range(40):
        if traveler.page.locator(".script-form").count() == 0:
            return
        traveler.fill(ANSWERS[key_of(traveler)]).press(".script-form .buttons button[type=submit]")
    raise AssertionError(f"no end at {traveler.path}")


def key_of(traveler: Traveler) -> str:
    """Return the key of the question on the page."""
    return traveler.path.partition("?")[0].rstrip("/").rpartition("/")[2]
