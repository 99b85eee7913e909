"""The report for the public tells what the review does for people, and nothing by which to find one."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.documents.figures.suppression import FEWEST, protected_table
from petitions.documents.html_page import Page
from petitions.review.kept.results import tally_of
from petitions.review.report.figures import figures_for_public, figures_of
from petitions.review.report.impact import Effect, Impact, Now, impact_for_public, impact_of
from petitions.review.report.report import as_one_file, report_page
from petitions.review.tallying import AT_LEAST, lane_names
from tests.review.screens.offices import NAMES, asked_of, content, done, reviewer, vault_for

TABLES = st.integers(1, 5).flatmap(
    lambda wide: st.lists(st.lists(st.integers(0, 60), min_size=wide, max_size=wide), min_size=1, max_size=6)
)


def page(*, people: int = 40, language: str = "en") -> Page:
    review = done(reviewer(), content(people))
    return report_page(
        tally_of(vault_for(review)), review=asked_of(review), rows=review.rows, problems={}, language=language
    )


@pytest.mark.django_db
def test_no_name_number_or_day_of_a_person_stands_in_it() -> None:
    told = page().html
    assert not any(name in told for name in NAMES)
    assert not re.search(r"70\d{4}|\b19\d{6}\b|8\d{5}", told)


@pytest.mark.django_db
def test_no_number_under_eleven_stands_in_it_but_zero() -> None:
    told = re.sub(r"<svg.*?</svg>|<ol>.*?</ol>", "", page().html, flags=re.DOTALL)
    numbers = {int(one) for one in re.findall(r"<td>\s*(\d+)\s*</td>", told)}
    assert numbers
    assert not numbers & set(range(1, FEWEST))


@pytest.mark.django_db
def test_a_figure_of_which_nothing_may_be_shown_says_so_and_draws_nothing() -> None:
    parts = re.findall(r'<section class="chart[^"]*">(.*?)</section>', page(people=40).html, flags=re.DOTALL)
    hidden = [one for one in parts if "Too few to show." in one]
    assert hidden
    assert not any("<svg" in one or "<table" in one for one in hidden)
    for one in (part for part in parts if part not in hidden):
        assert re.search(r"<td>\s*\d", one.split("<table>")[1])


@pytest.mark.django_db
def test_as_one_file_it_needs_nothing_else() -> None:
    told = as_one_file(page()).decode()
    assert "<style>" in told
    assert not re.search(r"<link|<script|https?://(?!www\.w3\.org/2000/svg)", told)


@pytest.mark.django_db
def test_each_policy_and_the_law_stand_beside_each_other() -> None:
    review = done(reviewer(), content(40))
    impact = impact_of(tally_of(vault_for(review)), review=asked_of(review))
    assert [one.name for one in impact.effects] == [
        "Your own choices",
        "Los Angeles, October 2019",
        "Los Angeles, June 2019",
        "Sacramento, June 2019",
        "San Joaquin, June 2019",
        "Contra Costa, June 2019",
        "The law, what is certain",
        "The law, what is possible",
        "Dismiss all",
    ]
    assert impact.now.listed == 40


@pytest.mark.django_db
@pytest.mark.parametrize("of_law", [False, True])
def test_each_figure_counts_every_conviction_once(*, of_law: bool) -> None:
    review = done(reviewer(), content(40))
    lane = AT_LEAST if of_law else lane_names(asked_of(review))[0]
    *figures, people = figures_of(tally_of(vault_for(review)), lane=lane)
    for figure in figures:
        assert sum(cell.number or 0 for line in figure.lines for cell in line.cells or ()) == 40, figure.key
    assert [sum(cell.number or 0 for cell in line.cells or ()) for line in people.lines] == [40, 40]


@pytest.mark.django_db
def test_figures_for_the_public_have_no_small_number() -> None:
    review = done(reviewer(), content(40))
    figures = figures_of(tally_of(vault_for(review)), lane=lane_names(asked_of(review))[0])
    for figure in figures_for_public(figures):
        for line in figure.lines:
            assert all(
                cell.number is None or cell.number == 0 or cell.number >= FEWEST for cell in line.cells or ()
            )


@given(TABLES)
def test_no_hidden_number_follows_from_the_sum_of_its_row_or_column(counts: list[list[int]]) -> None:
    shown = protected_table(counts)
    if shown is None:
        return
    lines = [
        *zip(counts, shown, strict=True),
        *zip(zip(*counts, strict=True), zip(*shown, strict=True), strict=True),
    ]  # type: ignore[list-item]
    for whole, told in lines:
        assert all(one is None or one == 0 or one >= FEWEST for one in told)
        hidden = [one for one, open_ in zip(whole, told, strict=True) if open_ is None]
        assert len(hidden) != 1
        assert not hidden or sum(hidden) >= FEWEST


def test_an_effect_that_leaves_a_few_people_is_hidden_too() -> None:
    now = Now(listed=100, felony=100, conviction=100, recent=8)
    effects = (Effect("a", "A", 95, 50, 3, 0), Effect("b", "B", 40, 53, 20, 0))
    told = impact_for_public(Impact(now, effects, 200, 195, 5))
    assert [one.numbers for one in told.effects] == [(None, 50, None, None), (40, None, 20, None)]
    assert told.now.recent is None
    assert (told.felonies, told.others) == (None, None)
