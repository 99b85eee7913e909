"""From the start page to the downloaded packet, whose words are those of the answers."""

from __future__ import annotations

import pytest

from tests.interview.walk import POSSESSION, RESULT, card, crime
from tests.journeys.conftest import Travelers
from tests.journeys.traveler import Traveler

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_simple_possession_is_dismissed_in_at_most_nine_pages(traveler: Traveler) -> None:
    traveler.screened(POSSESSION)
    assert len(traveler.keys) <= 9, traveler.keys
    assert "Dismissed and sealed" in traveler.text
    papers = traveler.filed().download()
    for said in (
        "Ánh Zuñiga",
        "CR-05-1234",
        "COUNTY OF HUMBOLDT",
        "☒ § 11357",
        "12 Elm Street",
        "Oakland, CA 94612",
        "2005",
    ):
        assert said in papers, said
    assert "any judge may decide" in papers
    assert "keep your right to be at any hearing" in papers


@pytest.mark.long
def test_two_cases_in_two_counties_with_an_unknown_number_of_plants(traveler: Traveler) -> None:
    traveler.screened(POSSESSION).press("Add another conviction").answer(card("other"))
    growing = {"crime": crime("11358"), "county": card("Alameda"), "plants": card("unsure")}
    traveler.until({**POSSESSION, **growing, "home-grow": card("yes")})
    assert traveler.path == RESULT, traveler.path
    assert "Lowered to a misdemeanor, maybe dismissed" in traveler.text
    assert "How many plants there were" in traveler.text
    other_case = {"answer": "yes", "part_case_number": "H-98765"}
    traveler.filed(
        "c1/courthouse", "you/name-on-case", "c1/judge", "c2/judge", "c2/courthouse", case__number=other_case
    )
    first, second = traveler.download_all()
    assert "COUNTY OF HUMBOLDT" in first and "ALAMEDA" not in first
    assert "☒ § 11357" in first and "☐ § 11358" in first
    assert "COUNTY OF ALAMEDA" in second and "HUMBOLDT" not in second
    assert "☒ § 11358" in second and "☐ § 11357" in second
    assert "six living plants" not in second
    assert all("Ánh Zuñiga" in papers and "H-98765" in papers for papers in (first, second))


@pytest.mark.long
def test_on_probation_the_public_defender_comes_first(traveler: Traveler) -> None:
    traveler.screened({**POSSESSION, "sentence": card("supervised"), "county": card("Alameda")})
    assert "Talk to the public defender first" in traveler.text
    assert "(510) 272-6600" in traveler.text
    papers = traveler.filed().download()
    assert "Call the public defender before you file" in papers
    assert "The petitioner is serving" in papers or "Petition to" in papers


@pytest.mark.long
def test_the_whole_way_in_spanish(traveler: Traveler) -> None:
    traveler.go("/").press("Español")
    traveler.screened(POSSESSION)
    assert "Desestimada y sellada" in traveler.text or "sellad" in traveler.text
    papers = traveler.filed().download()
    assert traveler.page.locator("html").get_attribute("lang") == "es"
    for said in (
        "Ánh Zuñiga",
        "CR-05-1234",
        "COUNTY OF HUMBOLDT",
        "12 Elm Street",
        "Qué hacer",
        "SUPERIOR COURT OF CALIFORNIA",
    ):
        assert said in papers, said


@pytest.mark.long
def test_without_scripts_nothing_is_missing(new_traveler: Travelers) -> None:
    traveler = new_traveler(java_script_enabled=False)
    papers = traveler.screened(POSSESSION).filed().download()
    assert "Ánh Zuñiga" in papers
