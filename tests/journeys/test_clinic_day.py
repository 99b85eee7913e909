"""A clinic day: volunteer, attorney, printer and the desk at the door; two volunteers on one matter; members who come and go."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from unittest.mock import patch

import pytest
from playwright.sync_api import Page, Route, expect

from petitions.access.organizations.invitations import invite
from petitions.access.organizations.models import Membership
from petitions.access.roles import Role
from petitions.clinic.printing import work as worker
from petitions.clinic.summaries import summary
from petitions.interview.answers import conviction_of
from petitions.records.matters.models import CaseStep, Matter
from petitions.records.matters.print_models import PrintJob
from petitions.records.matters.reading import answers_of
from tests.access.signing_in.members import code_of
from tests.clinic.people import Member, Office, matter_of, office
from tests.journeys.conftest import Travelers, Watch
from tests.journeys.traveler import Traveler

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]


def signed_in(traveler: Traveler, member: Member) -> Traveler:
    """Take over a member's session."""
    session = member.client.cookies["session"].value
    traveler.page.context.add_cookies([{"name": "session", "value": session, "url": traveler.site}])
    return traveler


@pytest.fixture
def hall() -> Office:
    return office()


@pytest.fixture(autouse=True)
def _print_here(settings: object, tmp_path: object) -> Iterator[None]:
    """Do print jobs in this process, whose database no other sees."""
    settings.PRINTS_DIR = str(tmp_path)  # type: ignore[attr-defined]

    def at_once(job: PrintJob) -> None:
        worker.work(job)

    with patch("petitions.clinic.printing.views.print_apart", at_once):
        yield


CHOICES = (
    ("prosecutor", "district_attorney"),
    ("judge", "yes"),
    ("hearing", "no"),
    ("order", "no"),
    ("server", "unknown"),
)
WANTED = {
    "court": "california_adult",
    "ending": "convicted",
    "changed": "none",
    "plants": "at_most_6",
    "home-grow": "yes",
    "harm": "no",
    "same-before": "no",
}
_ASKED = """place => [...document.querySelectorAll(`[data-row=${place}] .more .is-needed, [data-row=${place}] .more .is-open`)]
  .map(one => one.dataset.cell.split('.')[1])"""
_WAY = """name => {
  const [here, there] = [document.activeElement, document.getElementsByName(name)];
  if (here.name === name) return "";
  return here.compareDocumentPosition(there[0]) & Node.DOCUMENT_POSITION_PRECEDING ? "Shift+Tab" : "Tab";
}"""
_WAY_AMONG = """([name, value]) => {
  const boxes = [...document.getElementsByName(name)];
  const [here, there] = [boxes.indexOf(document.activeElement), boxes.findIndex(one => one.value === value)];
  return here === there ? "" : here > there ? "Shift+Tab" : "Tab";
}"""
_ENTRIES = """value => {
  const entries = [...document.activeElement.options];
  return [entries.map(one => one.text), entries.findIndex(one => one.value === value)];
}"""


@dataclass
class Keyboard:
    """Counts the keys that are pressed: each letter typed, and each Tab, Enter or arrow."""

    page: Page
    keys: int = 0
    screens: int = 0

    def press(self, key: str, times: int = 1) -> Keyboard:
        for _time in range(times):
            self.page.keyboard.press(key)
        self.keys += times
        return self

    def type(self, text: str) -> Keyboard:
        self.page.keyboard.type(text)
        self.keys += len(text)
        return self

    def go_to(self, name: str) -> Keyboard:
        """Press Tab, or Shift and Tab where it stands before, until the control with this name has the focus."""
        for _time in range(120):
            way = self.page.evaluate(_WAY, name)
            if not way:
                return self
            self.press(way)
        raise AssertionError(name)

    def pick(self, name: str, value: str) -> Keyboard:
        """Go to a list, and type as many letters of the entry as tell it from those before it."""
        self.go_to(name)
        labels, at = self.page.evaluate(_ENTRIES, value)
        told = next(
            labels[at][:length]
            for length in range(1, len(labels[at]) + 1)
            if not any(one.lower().startswith(labels[at][:length].lower()) for one in labels[:at])
        )
        self.type(told)
        assert self.page.evaluate("document.activeElement.value") == value
        return self

    def tick(self, name: str, value: str) -> Keyboard:
        """Go to a box of several, and tick it."""
        self.go_to(name)
        for _time in range(20):
            way = self.page.evaluate(_WAY_AMONG, [name, value])
            if not way:
                return self.press("Space")
            self.press(way)
        raise AssertionError(name)

    def wanted(self, place: str) -> Iterator[str]:
        """Go through the further facts that the row asks for, as long as it asks for more."""
        done: set[str] = set()
        while True:
            asked = self.page.evaluate(_ASKED, place)
            key = next((one for one in asked if one not in done), None)
            if key is None:
                return
            done.add(key)
            yield key

    def report(self, capsys: pytest.CaptureFixture[str], seconds: float) -> None:
        """Print what a matter took."""
        with capsys.disabled():
            print(
                f"\none petitioner, two cases, from nothing to papers that can be printed, by keyboard: "
                f"{self.keys} keys on {self.screens} screens; the site took {seconds:.0f} s beside typing"
            )

    def fill(self, name: str, text: str) -> Keyboard:
        """Go to a box, and type over what stands in it."""
        self.go_to(name)
        self.page.keyboard.press("Control+A")
        self.keys += 1
        return self.type(text)

    def saved(self) -> Keyboard:
        """Leave the box, and wait until what was typed is saved."""
        self.press("Tab")
        expect(self.page.locator("[data-save-state]")).to_have_text(re.compile(r"^Saved \d"))
        return self


def test_a_typical_matter_by_keyboard_alone(
    traveler: Traveler, hall: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    volunteer = hall.member(Role.VOLUNTEER)
    page = signed_in(traveler, volunteer).go("/clinic/matters/new/").page
    keys = Keyboard(page, screens=1)
    keys.go_to("name").type("Testa Example")
    keys.go_to("agreed").press("Space").press("Enter")
    page.wait_for_url(re.compile(r"/clinic/matters/[0-9a-f]{32}/$"))
    keys.screens += 1
    began = time.perf_counter()
    for place, county, number, code, day in (
        ("c1", "la", "BA1", "11359", "3/2004"),
        ("c2", "fresno", "F2", "11358", "2001"),
    ):
        keys.fill(f"{place}.county.text", county).fill(f"{place}.case-number.text", number)
        keys.fill(f"{place}.crime.text", code).pick(f"{place}.level.answer", "felony")
        keys.fill(f"{place}.when.text", day).pick(f"{place}.age.answer", "21_or_older")
        keys.pick(f"{place}.sentence.answer", "completed").saved()
        if place == "c1":
            page.locator("[name='c1.when.text']").focus()
            keys.press("Enter")
            expect(page.locator("[data-row=c2]")).to_be_visible()
    for place in ("c1", "c2"):
        for key in keys.wanted(place):
            keys.tick(f"{place}.changed.answer[]", "none") if key == "changed" else keys.pick(
                f"{place}.{key}.answer", WANTED[key]
            )
            keys.saved()
    keys.pick("you.mail.answer", "yes").fill("you.mail.part_street", "1 Test St")
    keys.fill("you.mail.part_city", "Fresno").fill("you.mail.part_zip", "93701").saved()
    for key, value in (("name-now", "same"), ("serious-crimes", "no"), ("registration", "no")):
        keys.pick(f"you.{key}.answer", value).saved()
    for place in ("c1", "c2"):
        keys.pick(f"{place}.courthouse.answer", "unsure").saved()
        for key, value in CHOICES:
            keys.pick(f"{place}.{key}.answer", value).saved()
    seconds = time.perf_counter() - began
    matter = Matter.objects.get()
    facts = answers_of(matter).answers
    assert (
        conviction_of(facts, "c1")["section"] == "11359" and conviction_of(facts, "c2")["county"] == "Fresno"
    )
    found = summary(matter)
    assert found is not None and found.is_complete and len(found.cases) == 2
    keys.report(capsys, seconds)


def test_from_the_volunteer_to_the_attorney_to_the_printer_to_the_door(
    new_traveler: Travelers, hall: Office
) -> None:
    volunteer, attorney = hall.member(Role.VOLUNTEER), hall.member(Role.REVIEWER)
    desk = signed_in(new_traveler(), volunteer).go("/clinic/").press("New petitioner")
    desk.page.get_by_label("Name on the court papers").fill("Testa Example")
    desk.page.get_by_label("The person heard this and agreed").check()
    desk.press("Open the matter")
    _type_all(desk.page)
    desk.press("Ready for review")
    review = signed_in(new_traveler(), attorney).go("/clinic/review/")
    review.page.locator("th[scope=row] a").first.click()
    assert "Testa Example" in review.text
    review.press("Approve these papers")
    assert "Nothing waits for review" in review.text
    review.go("/clinic/print/").page.locator("input[name=matters]").check()
    review.press("Print the chosen ones").press("Make the papers")
    expect(review.page.locator("main")).to_contain_text("The papers are ready.")
    with review.page.expect_download() as file:
        review.page.get_by_role("link", name="Download the papers").click()
    assert file.value.suggested_filename == "papers.pdf"
    review.press("They are printed")
    review.page.get_by_label("Signed").check()
    review.page.locator(".checkout button").first.click()
    assert list(CaseStep.objects.values_list("status", flat=True)) == ["printed"]
    review.go("/clinic/follow-up/")
    assert "Printed" in review.text
    _type(desk.page, "c1.when.text", "4/2003")
    desk.go(desk.path)
    assert "It was approved, then changed" in desk.text
    assert "Approved, then changed" in review.go("/clinic/review/").text


def test_two_volunteers_on_one_matter_see_both_answers_and_lose_none(
    new_traveler: Travelers, hall: Office
) -> None:
    first, second = hall.member(Role.REVIEWER), hall.member(Role.ADMIN)
    matter = matter_of(first)
    path = f"/clinic/matters/{matter.pk}/"
    one, other = (signed_in(new_traveler(), member).go(path) for member in (first, second))
    _type(one.page, "c1.county.text", "Fresno")
    other.page.locator("[name='c1.county.text']").fill("Kern")
    other.page.keyboard.press("Tab")
    expect(other.page.locator("#cell-c1-county .field-error")).to_contain_text("Fresno")
    assert other.page.locator("[name='c1.county.text']").input_value() == "Kern"
    assert conviction_of(answers_of(matter).answers, "c1")["county"] == "Fresno"
    other.page.get_by_role("button", name="Save mine").click()
    expect(other.page.locator("[data-save-state]")).to_have_text(re.compile(r"^Saved \d"))
    assert conviction_of(answers_of(matter).answers, "c1")["county"] == "Kern"
    _type(one.page, "c1.crime.text", "11359")
    assert conviction_of(answers_of(matter).answers, "c1") | {"county": "Kern"} == conviction_of(
        answers_of(matter).answers, "c1"
    )


def test_what_a_colleague_stored_is_shown_also_in_the_box_in_which_somebody_types(
    new_traveler: Travelers, hall: Office
) -> None:
    first, second = hall.member(Role.REVIEWER), hall.member(Role.ADMIN)
    matter = matter_of(first)
    path = f"/clinic/matters/{matter.pk}/"
    one, other = (signed_in(new_traveler(), member).go(path) for member in (first, second))
    _type(other.page, "c1.crime.text", "11358")
    one.page.locator("[name='c1.county.text']").fill("Fresno")
    one.page.locator("[name='c1.crime.text']").click()
    expect(one.page.locator("[data-save-state]")).to_have_text(re.compile(r"^Saved \d"))
    one.page.keyboard.type("11359")
    one.page.keyboard.press("Tab")
    expect(one.page.locator("#cell-c1-crime .field-error")).to_contain_text("11358")
    assert one.page.locator("[name='c1.crime.text']").input_value() == "11359"
    assert conviction_of(answers_of(matter).answers, "c1")["section"] == "11358"


def test_letters_typed_one_after_the_other_in_a_list_are_no_conflict(
    traveler: Traveler, hall: Office
) -> None:
    matter = matter_of(hall.member(Role.REVIEWER))
    page = signed_in(traveler, hall.member(Role.REVIEWER)).go(f"/clinic/matters/{matter.pk}/").page
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/cells/", hold_the_first)
    page.locator("[name='c1.level.answer']").focus()
    with page.expect_request("**/cells/"):
        page.keyboard.type("A")
    page.keyboard.type(" m")
    page.keyboard.press("Tab")
    held[0].continue_()
    expect(page.locator("[data-save-state]")).to_have_text(re.compile(r"^Saved \d"))
    assert conviction_of(answers_of(matter).answers, "c1")["level"] == "misdemeanor"


def test_what_is_pressed_while_an_answer_comes_back_is_not_drawn_away(
    traveler: Traveler, hall: Office
) -> None:
    """A fact that begins to matter draws the desk anew; a press that had begun still opens its list, which stays open."""
    matter = matter_of(hall.member(Role.REVIEWER))
    page = signed_in(traveler, hall.member(Role.REVIEWER)).go(f"/clinic/matters/{matter.pk}/").page
    for name, text in (("county", "Humboldt"), ("crime", "HS 11357(b)"), ("when", "2005")):
        _type(page, f"c1.{name}.text", text)
    for name, value in (("age", "21_or_older"), ("sentence", "completed"), ("ending", "convicted")):
        _choose(page, f"c1.{name}.answer", value)
    held: list[Route] = []
    page.route("**/cells/", lambda route: held.append(route))  # noqa: PLW0108
    with page.expect_request("**/cells/"):
        page.locator("[name='c1.court.answer']").select_option("california_adult")
    fold = page.locator("[data-fold=why-c1]")
    fold.evaluate("one => one.dataset.drawn = 'before'")
    fold.locator("summary").hover()
    page.mouse.down()
    with page.expect_response("**/cells/"):
        held[0].continue_()
    page.wait_for_timeout(150)
    page.mouse.up()
    expect(page.locator("[data-drawn=before]")).to_have_count(0)
    expect(fold).to_have_attribute("open", "")
    expect(fold.locator("summary")).to_be_focused()


def test_without_a_connection_nothing_typed_is_lost(traveler: Traveler, hall: Office, watch: Watch) -> None:
    member = hall.member(Role.REVIEWER)
    matter = matter_of(member)
    page = signed_in(traveler, member).go(f"/clinic/matters/{matter.pk}/").page
    page.route("**/cells/", lambda route: route.abort())
    page.locator("[name='c1.county.text']").fill("Fresno")
    page.keyboard.press("Tab")
    expect(page.locator("[data-save-state]")).to_contain_text("Not saved")
    page.unroute("**/cells/")
    expect(page.locator("[data-save-state]")).to_have_text(re.compile(r"^Saved \d"), timeout=8_000)
    assert conviction_of(answers_of(matter).answers, "c1")["county"] == "Fresno"
    watch.troubles = [one for one in watch.troubles if "ERR_FAILED" not in one]


def test_an_invited_member_sets_up_a_second_step_and_starts(traveler: Traveler, hall: Office) -> None:
    _made, code = invite(
        "new@example.org", role="reviewer", organization_id=hall.organization.pk, invited_by=None
    )
    page = traveler.go(f"/invitation/{code}/").page
    for name, text in (("First name", "Nora"), ("Last name", "New"), ("Password", "a long and odd sentence")):
        page.get_by_label(name, exact=True).fill(text)
    traveler.press("Join")
    page.get_by_label("User name or email address").fill("new@example.org")
    page.get_by_label("Password").fill("a long and odd sentence")
    traveler.press("Sign in").press("Set up an app")
    secret = (page.locator(".secret").text_content() or "").replace(" ", "")
    page.get_by_label("Code").fill(code_of(secret))
    traveler.press("Keep this app").press("I have them. Go on")
    assert traveler.path == "/clinic/" and hall.organization.name in page.content()


def test_a_member_who_is_removed_while_signed_in_is_out_with_the_next_click(
    traveler: Traveler, hall: Office, watch: Watch
) -> None:
    volunteer = hall.member(Role.VOLUNTEER)
    matter = matter_of(volunteer)
    signed_in(traveler, volunteer).go(f"/clinic/matters/{matter.pk}/")
    Membership.objects.filter(user=volunteer.user).delete()
    traveler.page.locator("[name='c1.county.text']").fill("Fresno")
    traveler.page.keyboard.press("Tab")
    expect(traveler.page.locator("h1")).to_have_text("There is no page here")
    watch.troubles = [one for one in watch.troubles if "404 (Not Found)" not in one]
    assert "county" not in conviction_of(answers_of(matter).answers, "c1")


def test_a_list_with_errors_is_imported_corrected_and_imported_again(
    traveler: Traveler, hall: Office
) -> None:
    rows = ["File,Name,County,Case number,Code,Offense date,Age"]
    rows += [f"{n},Person {n},Fresno,F{n},{'weed' if n in (2, 5) else '11359'},2004,33" for n in range(1, 7)]
    page = signed_in(traveler, hall.member(Role.REVIEWER)).go("/clinic/lists/").page
    page.locator("#id_list").set_input_files(
        {"name": "list.csv", "mimeType": "text/csv", "buffer": "\n".join(rows).encode()}
    )
    traveler.press("Show what would happen")
    assert "4 new people" in traveler.text and "2 rows are left out" in traveler.text
    with page.expect_download() as file:
        page.get_by_role("link", name="Download the others, to correct them").click()
    bad = file.value.path().read_text(encoding="utf-8-sig")
    traveler.press("Import 4 good rows")
    assert Matter.objects.count() == 4 and "4 people were imported" in traveler.text
    traveler.go("/clinic/lists/")
    mended = bad.replace("weed", "11360").encode()
    page.locator("#id_list").set_input_files({"name": "list.csv", "mimeType": "text/csv", "buffer": mended})
    traveler.press("Show what would happen").press("Import 2 good rows")
    assert Matter.objects.count() == 6


@contextmanager
def _saved(page: Page) -> Iterator[None]:
    """Wait until what is changed within is saved and the desk tells what follows from it."""
    with page.expect_response("**/cells/"):
        yield
    state = page.locator("[data-save-state]")
    expect(state).not_to_have_text(state.get_attribute("data-saving") or "")


def _type(page: Page, name: str, text: str) -> None:
    """Type in one box, leave it, and wait until it is saved."""
    page.locator(f"[name='{name}']").fill(text)
    with _saved(page):
        page.keyboard.press("Tab")


def _choose(page: Page, name: str, value: str) -> None:
    if not page.locator(f"[name='{name}']").is_visible():
        page.locator("details.others > summary").first.click()
    with _saved(page):
        page.locator(f"[name='{name}']").select_option(value)


def _type_all(page: Page) -> None:
    """Type everything that the papers of one possession need."""
    for name, text in (
        ("county", "Humboldt"),
        ("case-number", "CR1"),
        ("crime", "HS 11357(b)"),
        ("when", "2005"),
    ):
        _type(page, f"c1.{name}.text", text)
    for name, value in (("age", "21_or_older"), ("sentence", "completed"), ("courthouse", "unsure")):
        _choose(page, f"c1.{name}.answer", value)
    for name, value in (("ending", "convicted"), ("court", "california_adult")):
        _choose(page, f"c1.{name}.answer", value)
    tick = page.locator("[name='c1.changed.answer[]'][value=none]")
    if not tick.is_visible():
        page.locator("#cell-c1-changed summary").click()
    with _saved(page):
        tick.check()
    _choose(page, "you.name-now.answer", "same")
    _choose(page, "you.mail.answer", "no")
    for question, value in (("judge", "yes"), ("hearing", "no"), ("order", "no")):
        _choose(page, f"c1.{question}.answer", value)
    _choose(page, "c1.prosecutor.answer", "district_attorney")
    _choose(page, "c1.server.answer", "unknown")
