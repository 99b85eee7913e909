"""Bad input gets a clear sentence or is put right; never a server error, never an echo outside the field."""

from __future__ import annotations

import pytest
from django.test import Client

from petitions.interview.questions import REGISTRY, Scope
from tests.interview.visitors import after
from tests.interview.walk import SIMPLE, Fields, Walk, card, crime, when

pytestmark = pytest.mark.django_db

NASTY = [
    "x" * 10_000,
    "\u202egnp.exe",
    "a\x00b",
    "\x1b[31mred",
    "\ud83d\ude00".encode("utf-16", "surrogatepass").decode("utf-16"),
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% debug %}",
    "' OR 1=1 --",
    "e" + "\u0301" * 300,
    "\r\nSet-Cookie: a=b",
    "١٢٣",
    "-1",
    "1e400",
    "NaN",
    "../../etc/passwd",
]
FIELDS = (
    "answer",
    "exact",
    "typed",
    "word",
    "answer_month",
    "answer_day",
    "answer_year",
    "court_1",
    "unsure",
    "seen",
)


def every_question_open() -> Walk:
    """Begin, with a county and a yes to the serious crimes, so that every question can be opened."""
    found = Walk().begin()
    found.go("/interview/c1/county/").answer(**card("Humboldt"))
    return found.go("/interview/you/serious-crimes/").answer(**card("yes"))


@pytest.fixture
def walked() -> Walk:
    return after(every_question_open)


@pytest.mark.parametrize("question", REGISTRY, ids=lambda question: question.key)
def test_no_text_breaks_a_page(walked: Walk, question: object) -> None:
    place = "you" if question.scope in (Scope.PETITIONER, Scope.FILER) else "c1"  # type: ignore[attr-defined]
    path = f"/interview/{place}/{question.key}/"  # type: ignore[attr-defined]
    names = (*FIELDS, *(f"part_{part.key}" for part in question.parts))  # type: ignore[attr-defined]
    for text in NASTY:
        assert walked.client.post(path, dict.fromkeys(names, text)).status_code in (200, 302), text[:20]
    assert walked.client.post(path, {}).status_code in (200, 302)
    assert walked.client.get(path).status_code == 200


@pytest.mark.parametrize(
    ("path", "fields", "sentence"),
    [
        ("c1/ending", {}, "Choose an answer"),
        ("c1/ending", card("acquitted"), "Choose an answer"),
        ("c1/when", {}, "Type the year"),
        ("c1/when", when("2005", "November", "31"), "does not have that many days"),
        ("c1/when", when("05", "1", "1"), "Year must have 4 numbers"),
        ("c1/when", when("2999"), "must be in the past"),
        ("c1/when", {**when("2005"), "unsure": "on"}, "Choose one"),
        ("c1/changed", {"answer": ["none", "prop_47"]}, "Choose again"),
        ("c1/crime", {}, "Choose an answer"),
        ("c1/crime", crime("weed"), "Type one code"),
        ("c1/crime", crime("459"), "Type the letters too"),
        ("c1/crime", card("other"), "Type the code of the crime"),
        ("c1/crime", {"answer": "11359", "word": ""}, "Choose one"),
        ("c1/crime", {"answer": "11359", "typed": "11357", "word": "none"}, "does not match"),
        ("c1/plants", {"answer": "at_most_6", "exact": "9"}, "does not match"),
        ("c1/plants", {"exact": "six"}, "Type the number of plants"),
        ("c1/weight", {"exact": "lots"}, "Type the weight"),
        ("c1/county", card("Orange County, Florida"), "Choose a county"),
        ("you/serious-crime-dates", when("1999"), "Choose a court"),
        ("you/name-on-case", {"part_name_on_case": "  "}, "Type the name"),
        ("you/name-on-case", {"part_name_on_case": "x" * 10_000}, "too long"),
        ("you/name-on-case", {"part_name_on_case": "Jo 😀"}, "cannot show"),
        ("you/mail", {"answer": "yes", "part_zip": "9461"}, "ZIP code must have 5 numbers"),
        ("you/mail", {"answer": "yes"}, "Type the city"),
        ("you/contact", {"part_phone": "call me"}, "area code"),
        ("you/contact", {"part_email": "me"}, "name@example.com"),
        ("c1/judge", {}, "Choose an answer"),
        ("c1/hearing", {"answer": "unsure"}, "Choose an answer"),
        ("c1/case-number", {"answer": "yes"}, "Type the case number"),
    ],
)
def test_a_wrong_answer_gets_a_sentence(walked: Walk, path: str, fields: Fields, sentence: str) -> None:
    response = walked.client.post(f"/interview/{path}/", fields)
    assert response.status_code == 200
    text = response.content.decode().replace("&#x27;", "'")
    assert sentence in text
    assert "<title>Error:" in " ".join(text.split()).replace("<title> ", "<title>")


def test_what_was_typed_is_kept(walked: Walk) -> None:
    response = walked.client.post("/interview/c1/when/", when("2005", "November", "31"))
    for typed in ('value="November"', 'value="31"', 'value="2005"'):
        assert typed in response.content.decode()


def test_a_conviction_before_its_offense_is_refused_on_either_page(walked: Walk) -> None:
    walked.go("/interview/c1/when/").answer(**when("2005", "5"))
    earlier = walked.client.post("/interview/c1/convicted-when/", when("2005", "4"))
    assert "cannot be convicted before" in earlier.content.decode()
    walked.go("/interview/c1/convicted-when/").answer(**when("2005", "6"))
    later = walked.client.post("/interview/c1/when/", when("2005", "7"))
    assert "cannot be convicted before" in later.content.decode()


def test_a_birth_after_the_case_is_refused(walked: Walk) -> None:
    walked.go("/interview/c1/when/").answer(**when("2005"))
    assert (
        "before this birth date"
        in walked.client.post("/interview/you/birth-date/", when("2006")).content.decode()
    )
    walked.go("/interview/you/birth-date/").answer(**when("1980"))
    assert (
        "before your birth date" in walked.client.post("/interview/c1/when/", when("1979")).content.decode()
    )


def test_a_prior_before_birth_is_refused(walked: Walk) -> None:
    walked.go("/interview/you/birth-date/").answer(**when("1980"))
    response = walked.client.post("/interview/you/serious-crime-dates/", {**when("1979"), "court_1": "adult"})
    assert "before your birth date" in response.content.decode()


def test_hidden_marks_are_taken_out_of_a_name(walked: Walk) -> None:
    walked.go("/interview/you/name-on-case/").answer(part_name_on_case="  Jo\u202e  Ri\u200bvera\t ")
    assert 'value="Jo Rivera"' in walked.go("/interview/you/name-on-case/").text


@pytest.mark.parametrize("path", ["/interview/c1/nothing/", "/interview/c9x/ending/", "/interview/x/ending/"])
def test_an_address_that_is_none_is_not_found(walked: Walk, path: str) -> None:
    assert walked.client.get(path).status_code == 404


def test_another_place_goes_to_the_list(walked: Walk) -> None:
    assert walked.client.get("/interview/c7/ending/").headers["Location"] == "/interview/convictions/"
    assert walked.client.get("/interview/you/ending/").headers["Location"] == "/interview/convictions/"


def test_a_body_of_another_type_is_an_empty_answer(walked: Walk) -> None:
    response = walked.client.post("/interview/c1/ending/", "{}", content_type="application/json")
    assert response.status_code == 200
    assert "Choose an answer" in response.content.decode()


def test_a_form_without_its_token_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/interview/begin/").status_code == 403


def test_methods_that_no_page_has_are_refused(walked: Walk) -> None:
    assert walked.client.put("/interview/c1/ending/").status_code == 405
    assert walked.client.get("/leave/").status_code == 405
    assert walked.client.post("/papers/").status_code == 405


def test_no_address_carries_what_was_typed(walked: Walk) -> None:
    walked.go("/interview/you/name-on-case/")
    response = walked.post(part_name_on_case="Jo Rivera")
    assert "Rivera" not in response.headers["Location"]
    assert SIMPLE["age"]["answer"] not in walked.go("/interview/c1/age/").path
