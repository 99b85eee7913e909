"""What a person reads off their sheet is stored as if the interview had asked it, and is not asked again."""

from __future__ import annotations

import pytest

from tests.interview.walk import FILING, RESULT, SIMPLE, card, crime, when
from tests.rapsheet.guide.reader import COUNT, SKIP, START, TOP, Reader, read_by_now

pytestmark = pytest.mark.django_db

OF_CASE = {"jurisdiction": "california_adult", "outcome": "convicted", "sentence_status": "completed"}
FIRST_CASE = {
    **OF_CASE,
    "county": "Alameda",
    "case_number": "A12345",
    "conviction_date": "2005-06-20",
    "offense_date": "2005-05-04",
}
FOUND = [
    {
        "id": "c1", "code": "HS", "section": "11359", "prefix": "none", "level": "felony", "later_relief": [],
        **FIRST_CASE,
    },
    {
        "id": "c2", "code": "HS", "section": "11357", "subdivision": "b", "prefix": "none",
        "level": "misdemeanor", "later_relief": ["dismissed_1203"], **FIRST_CASE,
    },
    {
        "id": "c3", "code": "HS", "section": "11360", "subdivision": "a", "prefix": "none", "level": "felony",
        "later_relief": ["reduced_17b"], "county": "Orange", "case_number": "98CF0001",
        "conviction_date": "1999-03-02", "offense_date": "1998-12", **OF_CASE,
    },
]  # fmt: skip
ASKED_BY_THE_SHEET = {
    "crime",
    "ending",
    "level",
    "court",
    "county",
    "convicted-when",
    "when",
    "sentence",
    "changed",
}


def test_three_counts_are_stored_as_the_interview_stores_them_and_back_leads_to_the_start() -> None:
    reader, passed = read_by_now(), list[str]()
    assert reader.answers["record"] == {"petitioner": {}, "convictions": FOUND}
    assert reader.answers["same_case"] == {"c2": "c1"}
    while reader.at:
        passed.append(reader.at)
        reader.go(reader.text.split('class="back" href="')[1].split('"')[0])
    assert reader.path == START
    assert passed[::-1] == [
        *(f"you/{key}" for key in TOP),
        *(f"c1/{key}" for key in (*COUNT, "another")),
        *("c2/code", "c2/dispo", "c2/status", "c2/later", "c2/another"),
        *(f"c3/{key}" for key in (*COUNT, "another")),
        "you/rest",
    ]


def test_the_record_is_the_one_that_the_ordinary_pages_make() -> None:
    reader = Reader().open().through({**TOP, **COUNT, "another": card("no")})
    asked = Reader().begin()
    keys = {"crime": "code", "ending": "dispo", "level": "status", "court": "court", "county": "town"}
    keys |= {"convicted-when": "court-date", "when": "arrest-date", "sentence": "sen", "changed": "later"}
    for key, step in keys.items():
        asked.go(f"/interview/c1/{key}/").answer(**COUNT[step])
    asked.go("/interview/c1/case-number/").answer(**FILING["case-number"] | {"part_case_number": "A12345"})
    assert asked.answers["record"] == reader.answers["record"]


def test_what_was_read_is_not_asked_again() -> None:
    reader = read_by_now()
    reader.go("/interview/begin/")
    assert reader.key == "minors"
    reader.until({**SIMPLE, "plants": card("unsure"), "act": card("sold"), "recipient": card("21_or_older"),
                  "kind": card("flower"), "weight": card("at_most_28.5"), "birth-date": when("1970")})  # fmt: skip
    assert reader.path == RESULT, reader.path
    assert not ASKED_BY_THE_SHEET & set(reader.keys)


def test_the_case_number_is_done_on_the_task_list() -> None:
    reader = Reader().open().through({**TOP, **COUNT, "another": card("no")})
    reader.go("/interview/begin/").until(SIMPLE).go("/papers/")
    assert reader.go("/interview/c1/courthouse/?next=tasks").answer(**card("unsure")).key == "prosecutor"


def test_every_step_can_be_passed_and_the_interview_asks_then() -> None:
    reader = Reader().open().through({**TOP, **dict.fromkeys(COUNT, SKIP)})
    assert reader.at == "c1/no-code"
    reader.go("/read-your-record/c1/dispo/").through(dict.fromkeys(COUNT, SKIP))
    assert reader.at == "c1/another"
    assert reader.answers["record"] == {"petitioner": {}, "convictions": [{"id": "c1"}]}
    assert reader.go("/interview/begin/").key == "ending"


@pytest.mark.parametrize(
    ("before", "step", "fields", "leads_to"),
    [
        ({}, "sheet", card("no"), "you/other-paper"),
        ({}, "sheet", SKIP, "you/other-paper"),
        (TOP, "notices", SKIP, "you/events"),
        (TOP, "events", card("no"), "you/no-court"),
        (TOP, "events", SKIP, "you/no-court"),
    ],
)
def test_who_does_not_see_it_is_told_why_that_can_be(
    before: dict[str, dict[str, object]], step: str, fields: dict[str, object], leads_to: str
) -> None:
    reader = Reader().open().through({key: one for key, one in before.items() if key != step})
    reader.go(f"{START}you/{step}/").through({step: fields})
    assert reader.at == leads_to


def test_each_count_is_asked_for_its_own_dispo() -> None:
    reader = (
        Reader()
        .open()
        .through({**TOP, **COUNT})
        .through({"another": card("same"), "code": crime("11358 HS")})
    )
    assert reader.at == "c2/dispo"
    assert " checked" not in reader.text
    reader.through({"dispo": SKIP})
    assert "outcome" not in reader.answers["record"]["convictions"][1]  # type: ignore[index]
    reader.go("/interview/begin/").until(SIMPLE)
    assert "ending" in reader.keys


@pytest.mark.parametrize("card_chosen", ["arrest_only", "diverted"])
def test_what_is_no_conviction_needs_no_more_steps(card_chosen: str) -> None:
    reader = Reader().open().through({**TOP, **COUNT, "dispo": card(card_chosen)})
    assert reader.at == "c1/another"
    assert reader.go(f"{START}c1/another/").text.count(f'href="{START}c1/dispo/"') == 1


def test_going_back_and_on_adds_no_second_conviction() -> None:
    reader = Reader().open().through({**TOP, **COUNT}).through({"another": card("same")})
    assert reader.at == "c2/code"
    reader.go(f"{START}c1/another/").through({"another": card("same")})
    assert reader.at == "c2/code"
    reader.go(f"{START}c1/another/").through({"another": card("other")})
    assert reader.at == "c3/code"


def test_what_was_chosen_is_shown_again() -> None:
    reader = read_by_now()
    for step, shown in (("you/notices", 'value="other-records" id="id_answer_1" checked'),
                        ("c1/code", 'value="HS 11359"'), ("c3/town", 'value="Orange" selected')):  # fmt: skip
        assert shown in reader.go(f"{START}{step}/").text, step


def test_a_page_at_the_end_reminds_of_the_notices() -> None:
    text = read_by_now().text
    assert "There is a record in another state." in text
    assert "Someone may have used your name." not in text


@pytest.mark.parametrize(
    ("step", "fields", "said"),
    [
        ("c1/code", crime(""), "Type the code from your sheet, or press “I can’t find it”"),
        ("c1/code", crime("459"), "Type the letters too, like PC 459 or VC 23152"),
        ("c1/code", crime("1l359 HS"), "Did you mean HS 11359? If so, press the button below the box"),
        ("c1/court-date", when(""), "Type the year"),
        ("c1/court-date", when("", "6", "20"), "Type the year"),
        ("c1/court-date", when("2999"), "The date must be in the past"),
        ("c1/town", card("unsure"), "Choose a county from the list"),
        ("c1/case-number", {"part_case_number": ""}, "Type the case number"),
        (
            "c1/later",
            {"answer": ["none", "prop_47"]},
            "You chose an answer that cannot stand with the others.",
        ),
        (
            "you/notices",
            {"answer": ["none", "theft"]},
            "You chose an answer that cannot stand with the others.",
        ),
        ("you/sheet", {}, "Choose an answer"),
        ("c1/another", {}, "Choose an answer"),
    ],
)
def test_what_cannot_be_read_is_said_on_the_page(step: str, fields: dict[str, object], said: str) -> None:
    reader = Reader().open().go(f"{START}{step}/")
    response = reader.post(**fields)
    assert response.status_code == 200
    assert said in response.content.decode()


def test_an_answer_given_meanwhile_in_another_tab_is_not_written_over() -> None:
    reader = Reader().open().go(f"{START}c1/town/")
    first = reader.text
    reader.through({"town": card("Alameda")})
    seen = first.split('name="seen" value="')[1].split('"')[0]
    response = reader.client.post(f"{START}c1/town/", {"seen": seen, **card("Orange")})
    assert "You answered this in another tab too." in response.content.decode()
    assert reader.answers["record"]["convictions"][0]["county"] == "Alameda"  # type: ignore[index]


@pytest.mark.parametrize("path", ["you/code/", "c1/sheet/", "c1/rest/", "you/no-code/", "you/no-such-step/"])
def test_a_step_stands_in_one_place_only(path: str) -> None:
    assert Reader().open().client.get(f"{START}{path}").status_code == 404


def test_a_conviction_that_was_removed_leads_to_the_list() -> None:
    client = Reader().open().client
    assert client.get(f"{START}c7/code/").headers["Location"] == "/interview/convictions/"


def test_who_removed_every_conviction_gets_one_to_read_about() -> None:
    reader = Reader().open()
    reader.client.post("/interview/c1/remove/")
    assert reader.go(f"{START}you/rest/").text.count(f'href="{START}you/events/"') == 1
    assert reader.go(f"{START}you/events/").through({"events": card("yes")}).at == "c2/code"


def test_a_full_list_takes_no_more() -> None:
    reader = Reader().open()
    reader.client.post(f"{START}c1/another/", card("other"))
    with pytest.MonkeyPatch.context() as changed:
        changed.setattr("petitions.interview.counts.MOST_CONVICTIONS", 2)
        response = reader.client.post(f"{START}c2/another/", card("other"))
    assert response.headers["Location"] == "/interview/convictions/"
