"""A county review from the research file to signed-off motions, in a real browser, with and without scripts."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from petitions.records.reviews.models import CountyReview, ReviewPapers
from petitions.records.reviews.running import is_free
from petitions.review.kept import held_run
from petitions.review.kept import work as worker
from petitions.review.papers import work as maker
from tests.access.signing_in.members import just_proved
from tests.documents.printed_pages import text
from tests.journeys.conftest import Travelers
from tests.journeys.traveler import Traveler
from tests.review.screens.offices import content, reviewer

pytestmark = [
    pytest.mark.long,
    pytest.mark.journey,
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture(autouse=True)
def _run_here() -> Iterator[None]:
    """Run reviews in this process, whose database no other sees."""

    def at_once(review: CountyReview) -> None:
        if is_free(review, now=timezone.now()):
            worker.work(review)

    def made_at_once(papers: ReviewPapers) -> None:
        if is_free(papers, now=timezone.now()):
            maker.work(papers)

    with (
        patch("petitions.review.screens.setup_views.run_apart", at_once),
        patch("petitions.review.screens.result_views.run_apart", at_once),
        patch("petitions.review.screens.paper_views.make_apart", made_at_once),
        patch.object(held_run, "_HOLD_EVERY", 3600),
    ):
        yield


def signed_in(traveler: Traveler) -> Traveler:
    """Sign a member with the role of the county review in, who proved a moment ago who they are."""
    session = just_proved(reviewer()).cookies["session"].value
    traveler.page.context.add_cookies([{"name": "session", "value": session, "url": traveler.site}])
    return traveler


def downloaded(traveler: Traveler, name: str) -> bytes:
    with traveler.page.expect_download() as coming:
        traveler.page.get_by_role("link", name=name).click()
    return Path(coming.value.path()).read_bytes()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_the_file_to_signed_off_motions(
    new_traveler: Travelers, tmp_path: Path, *, scripts: bool
) -> None:
    file = tmp_path / "county.dat"
    file.write_bytes(content(40))
    traveler = signed_in(new_traveler(java_script_enabled=scripts)).go("/county/")
    page = traveler.page

    page.get_by_role("link", name="New review").click()
    page.get_by_label("County", exact=True).select_option("LOS ANGELES")
    page.get_by_label("Day (month/day/year)").fill("07/01/2020")
    page.locator("input[name=flow][value=los_angeles_2019_10]").check()
    page.get_by_role("button", name="Go on to the files").click()

    page.get_by_label("Research files").set_input_files(file)
    page.get_by_role("button", name="Send the files").click()
    expect(page.locator(".file-name")).to_have_text("county.dat")
    page.get_by_role("button", name="Begin the review").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Results", timeout=20_000)
    expect(page.get_by_role("table")).to_contain_text("The law, what is certain")

    page.get_by_role("link", name="Convictions", exact=True).click()
    page.locator("select[name=determination]").select_option(label="No relief")
    page.get_by_role("button", name="Show").click()
    page.locator("tbody th a").first.click()
    expect(page.locator("tr.is-here")).to_contain_text("COURT ACTION")
    page.get_by_label("What should happen").select_option(label="Dismiss")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".error-summary")).to_contain_text("Say why")
    page.get_by_label("Why", exact=True).fill("The court file shows a lesser charge")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved.", exact=True)).to_be_visible()

    page.get_by_role("link", name="Convictions").first.click()
    page.get_by_role("link", name="Sign off").click()
    page.get_by_role("button", name="Sign off this review").click()
    expect(page.locator(".badge.good")).to_contain_text("Signed off by")

    page.get_by_role("link", name="Papers for the courts").click()
    page.locator("input[name=kind][value=cases]").check()
    page.get_by_role("button", name="Make these papers").click()
    expect(page.get_by_role("heading", name="One motion and order per case")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("link", name="Take the papers")).to_be_visible(timeout=60_000)
    with zipfile.ZipFile(io.BytesIO(downloaded(traveler, "Take the papers"))) as archive:
        names = archive.namelist()
        motion = text(archive.read("papers/00001/0000001-motion.pdf"))
    assert {"manifest.csv", "courts/001/list.pdf"} <= set(names)
    motions = {name.removesuffix("-motion.pdf") for name in names if name.endswith("-motion.pdf")}
    assert motions == {name.removesuffix("-order.pdf") for name in names if name.endswith("-order.pdf")}
    assert 20 < len(motions) < 40, "not everyone of the forty gets relief"
    assert "800000" in motion
    page.get_by_role("link", name="Files to take").click()
    report = text(downloaded(traveler, "Report for the public (PDF)"))
    assert "County review: Los Angeles" in report
    assert not re.search(r"DOE|SAMPLE|70000", report)
