"""From the start page to a result for which there is another way, or another court."""

from __future__ import annotations

import pytest

from tests.documents.printed_pages import pages
from tests.interview.visitors import after, screened
from tests.interview.walk import SIMPLE, card, crime, when
from tests.journeys.traveler import Traveler

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_juvenile_court(traveler: Traveler) -> None:
    juvenile = {"crime": crime("11357(b)"), "court": card("california_juvenile"), "age": card("under_18")}
    traveler.screened({**SIMPLE, **juvenile})
    assert "juvenile court" in traveler.text
    assert "Make my court papers" in traveler.text


def test_conspiracy(traveler: Traveler) -> None:
    sold = {"crime": crime("182/11360"), "act": card("sold"), "recipient": card("21_or_older")}
    traveler.screened({**SIMPLE, **sold})
    assert "This law does not cover this crime" in traveler.text
    assert "conspiracy" in traveler.text


def test_an_offense_of_2018(traveler: Traveler) -> None:
    traveler.screened({**SIMPLE, "when": when("2018")})
    assert "This law is only for older cases" in traveler.text
    assert "1203.4" in traveler.text
    assert "Make my court papers" not in traveler.text


def test_the_slip_for_the_clerk_prints_on_one_sheet_for_each_case(traveler: Traveler) -> None:
    traveler.carry(after(screened)).go("/interview/result/").press("A slip to print for the clerk")
    assert traveler.path == "/interview/clerk/"
    [sheet] = pages(traveler.page.pdf(format="Letter"))
    said = " ".join(word["text"] for word in sheet)
    assert "Has the court granted relief in this case" in said and "HS 11357(b)" in said
    assert "What to do with the answer" not in said and "Leave and clear" not in said
