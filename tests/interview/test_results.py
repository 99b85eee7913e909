"""The result page says what the law concluded, why, what is open and what to do, for every outcome."""

from __future__ import annotations

from datetime import date

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from petitions.interview.results import outcome_headline
from petitions.interview.wording.sentences import reason_sentence
from petitions.law.determinations import Determination, Reason
from petitions.law.facts import Span
from petitions.law.terms import Conduct, Disposition, Outcome, Relief, Track
from tests.interview.look_facts import found, growing, page_of

NOTHING = {"floor": Relief.NONE, "ceiling": Relief.NONE, "track": Track.FALLBACK}


def html(page: object) -> str:
    return render_to_string("interview/result.html", {"page": page}, RequestFactory().get("/"))


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_headline_a_meaning_and_something_to_do(outcome: Outcome) -> None:
    [card] = page_of((growing(), found(outcome, **NOTHING))).cards
    assert outcome_headline(outcome)
    assert card.headline and card.meaning and card.steps


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_is_drawn(outcome: Outcome) -> None:
    page = page_of((growing(), found(outcome, **NOTHING)))
    text = html(page)
    assert "Growing marijuana, 2001" in text
    assert text.count("<h1>") == 1


@pytest.mark.parametrize(
    ("facts", "title", "small"),
    [
        ({}, "Growing marijuana, 2001", "Humboldt County · HS 11358 · felony"),
        ({"offense_date": None, "conviction_date": Span(date(2003, 5, 1), date(2003, 5, 1))}, ", 2003", ""),
        ({"section": "11360", "conduct": Conduct.SOLD, "subdivision": "a"}, "Selling", "HS 11360(a)"),
        ({"offense_date": Span(date(2001, 12, 1), date(2002, 1, 31))}, "Growing marijuana", "felony"),
        ({"code": "PC", "section": "459"}, "A different crime, 2001", "PC 459"),
        ({"code": None, "section": None}, "A conviction, 2001", "Humboldt County"),
        ({"section": None, "disposition": Disposition.ARREST_ONLY}, "An arrest, 2001", ""),
    ],
)
def test_a_card_says_what_and_when_in_plain_words(facts: dict[str, object], title: str, small: str) -> None:
    [card] = page_of((growing(**facts), found())).cards
    assert title in card.title
    assert small in card.small_print


def test_a_year_that_is_not_sure_is_not_said() -> None:
    span = Span(date(2001, 12, 1), date(2002, 1, 31))
    [card] = page_of((growing(offense_date=span), found())).cards
    assert card.title == "Growing marijuana"


def test_a_reason_shows_its_citation_and_what_was_said() -> None:
    reason = Reason("U_PLANTS", ("Health & Saf. Code, § 11358, subd. (c)",), ("plants", "conduct"))
    page = page_of(
        (growing(), found(reasons=(reason,))),
        answered={"c1": {"plants": "I’m not sure", "level": "A felony"}},
    )
    [line] = page.cards[0].reasons
    assert line.citation == "Health & Saf. Code, § 11358, subd. (c)"
    assert [(one.name, one.answer, one.change_url) for one in line.said] == [
        ("Plants", "I’m not sure", "/c1/plants/")
    ]
    assert "Plants: you said “I’m not sure”" in html(page)


def test_what_was_said_is_escaped() -> None:
    reason = Reason("R", (), ("plants",))
    page = page_of((growing(), found(reasons=(reason,))), answered={"c1": {"plants": "<script>x</script>"}})
    assert "<script>" not in html(page)


def test_an_answer_that_cannot_be_changed_has_no_link() -> None:
    page = page_of(
        (growing(), found(reasons=(Reason("R", (), ("subdivision",)),))),
        answered={"c1": {"subdivision": "b"}},
    )
    assert page.cards[0].reasons[0].said == ()


SETTLING = {"c1": ("plants", "code", "section")}
OPEN = [
    found(ceiling=Relief.DISMISS_SEAL),
    found(Outcome.NEEDS_REVIEW),
    found(track=Track.NEEDS_REVIEW),
]


@pytest.mark.parametrize("determination", OPEN, ids=["a range", "review", "no paper yet"])
def test_open_facts_name_where_to_look_and_stand_once(determination: Determination) -> None:
    page = page_of((growing(), determination), settling=SETTLING)
    names = [str(fact.name) for fact in page.cards[0].open_facts]
    assert names == ["How many plants there were", "The exact crime"]
    assert all(fact.where for fact in page.cards[0].open_facts)
    assert "What would settle it" in html(page)


def test_nothing_would_settle_what_is_not_open() -> None:
    assert page_of((growing(), found()), settling=SETTLING).cards[0].open_facts == ()


def test_a_fact_that_could_only_contradict_settles_nothing() -> None:
    page = page_of((growing(), found(Outcome.NEEDS_REVIEW, needs=("plants",))))
    assert page.cards[0].open_facts == ()
    assert "What would settle it" not in html(page)


def test_unknown_codes_are_said_sensibly() -> None:
    page = page_of(
        (
            growing(),
            found(
                Outcome.NOT_COVERED_SECTION,
                fallbacks=("BRAND_NEW",),
                warnings=("ALSO_NEW",),
                reasons=(Reason("NEVER_SEEN", ()),),
                **NOTHING,
            ),
        ),
        settling={"c1": ("new_fact",)},
    )
    text = html(page)
    for code in ("BRAND_NEW", "ALSO_NEW", "NEVER_SEEN"):
        assert code not in text
    assert page.cards[0].steps and page.cards[0].notes and page.cards[0].reasons[0].sentence


def test_a_reason_on_an_open_fact_names_it() -> None:
    assert reason_sentence("U_NOT_A_FACT")
    assert "plants" in reason_sentence("U_PLANTS")


def test_while_serving_the_public_defender_comes_first() -> None:
    [card] = page_of((growing(county="Alameda"), found(track=Track.PETITION_A))).cards
    assert card.defender is not None
    assert card.defender.phone == "(510) 272-6600"
    assert "public defender first" in str(card.steps[0].text)


def test_an_unknown_county_still_names_the_public_defender() -> None:
    page = page_of((growing(county=None), found(track=Track.PETITION_A)))
    assert page.cards[0].defender is not None
    assert "Ask the court clerk for the number." in html(page)


def test_a_petition_does_not_promise_sealing() -> None:
    parts = {"floor": Relief.DISMISS_SEAL, "ceiling": Relief.DISMISS_SEAL, "track": Track.PETITION_A}
    [card] = page_of((growing(), found(Outcome.DISMISS_SEAL, **parts))).cards
    assert str(card.headline) == "Dismissed"
    assert card.scale is not None
    assert str(card.scale.steps[-1].label) == "Dismissed"


@pytest.mark.parametrize(
    ("track", "has_papers"),
    [
        (Track.APPLICATION_E, True),
        (Track.PETITION_A, True),
        (Track.JUVENILE_M, True),
        (Track.NEEDS_REVIEW, False),
        (Track.FALLBACK, False),
        (Track.NONE, False),
    ],
)
def test_papers_are_offered_where_there_are_some(track: Track, has_papers: bool) -> None:
    page = page_of((growing(), found(track=track)))
    assert page.has_papers is has_papers
    assert ("Make my court papers" in html(page)) is has_papers
    assert bool(page.immigration) is has_papers


def test_warnings_for_all_stand_once() -> None:
    warnings = ("IMMIGRATION", "FIREARMS", "DNA", "CHECK_FIRST")
    page = page_of((growing(), found(warnings=warnings)), (growing(2), found(number=2, warnings=warnings)))
    assert [str(note.title) for note in page.notes] == ["Guns", "DNA"]
    assert all(len(card.notes) == 1 for card in page.cards)


SUMMARIES = [
    ([Outcome.DISMISS_SEAL], "One conviction. We think a court should change it."),
    ([Outcome.DISMISS_SEAL] * 2, "Two convictions. We think a court should change both."),
    ([Outcome.DISMISS_SEAL] * 3, "Three convictions. We think a court should change all of them."),
    ([Outcome.DISMISS_SEAL] * 12, "12 convictions. We think a court should change all of them."),
    (
        [Outcome.DISMISS_SEAL, Outcome.NEEDS_REVIEW],
        "Two convictions. We think a court should change one of them. A lawyer should look at one of them.",
    ),
    ([Outcome.NEEDS_REVIEW], "One conviction. The law may help you, but a lawyer should look at it."),
    ([Outcome.NOT_COVERED_DATE], "One conviction. This law does not change it, but there is other help."),
    ([Outcome.ALREADY_CLEARED], "One conviction. A court has changed it already. Make sure that it shows."),
    ([Outcome.NOT_A_CONVICTION], "You were not convicted, so there is no conviction to clear."),
    (
        [Outcome.ALREADY_CLEARED, Outcome.NOT_COVERED_DATE, Outcome.NOT_COVERED_DATE],
        "Three convictions. A court has changed one of them already. For 2 of them, there is other help.",
    ),
]


@pytest.mark.parametrize(("outcomes", "expected"), SUMMARIES)
def test_the_top_says_how_many_and_what_we_think(outcomes: list[Outcome], expected: str) -> None:
    pairs = [(growing(number), found(one, number)) for number, one in enumerate(outcomes, start=1)]
    assert " ".join(page_of(*pairs).summary) == expected


def test_a_case_number_is_never_on_the_page() -> None:
    assert "BA-198765" not in html(page_of((growing(case_number="BA-198765"), found())))
