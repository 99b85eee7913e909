"""The page after filing: each case with its steps, what to do next, and one page for each step."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from petitions.courts.directory import load_directory
from petitions.interview.screening import today
from petitions.records.reading import open_interview
from petitions.templatetags.phones import dialed
from tests.interview.visitors import after, filed, screened
from tests.interview.walk import POSSESSION, Walk, card

pytestmark = pytest.mark.django_db
AFTER = "/papers/after/"
DONE = {"answer": "done"}


def day(month: str, day: str, year: str, *, name: str = "on") -> dict[str, str]:
    return {f"{name}_month": month, f"{name}_day": day, f"{name}_year": year}


def note(walked: Walk, step: str, place: str = "c1", **fields: Any) -> Walk:
    walked.go(f"{AFTER}{place}/{step}/")
    return walked.follow(walked.post(**fields))


def two_filed() -> Walk:
    walked = screened().go("/interview/convictions/add/").answer(**card("other"))
    walked.until({**POSSESSION, "county": card("Alameda")})
    return walked.file()


def kept(walked: Walk) -> dict[str, Any]:
    opened = open_interview(walked.client.session["interview"])
    assert opened is not None
    return opened.answers.get("after", {})


def test_the_page_shows_each_case_with_five_steps_and_what_comes_next() -> None:
    page = after(filed).go(AFTER).text
    assert page.count('class="is-open"') == 5 and page.count("Not yet") == 5
    assert "Humboldt County, case CR-05-1234" in page
    assert "Ask an adult who is not part of the case" in page and "Take or mail the papers" in page
    assert "The law sets no number of days" in page


def test_each_case_says_whom_to_call_as_far_as_that_is_known() -> None:
    page = after(two_filed).go(AFTER).text
    alameda, humboldt = (
        load_directory().public_defender("Alameda"),
        load_directory().main_courthouse("Humboldt"),
    )
    assert alameda is not None and humboldt is not None
    assert (
        f'href="tel:{dialed(alameda.phone)}"' in page and str(alameda.phone) in page and humboldt.name in page
    )


def test_a_step_is_noted_with_its_day_and_the_drawing_says_what_the_words_say() -> None:
    walked = note(after(filed), "filed", **DONE, **day("Oct", "5", "2026"))
    assert walked.path == AFTER
    assert walked.text.count('class="is-done"') == 1 and "Done on October 5, 2026" in walked.text
    [drawn] = re.findall(r'<li class="is-done">.*?</li>', walked.text, re.DOTALL)
    assert "<path" in drawn and "Filed with the clerk" in drawn
    assert kept(walked)["cases"]["c1"]["filed"] == {"how": "done", "on": "2026-10-05"}


def test_a_day_is_never_needed() -> None:
    walked = note(after(filed), "served", **DONE)
    assert kept(walked)["cases"]["c1"]["served"]["on"] is None


def test_an_answer_keeps_the_hearing_and_its_department() -> None:
    hearing = {**day("1", "12", "2027", name="hearing_on"), "department": "  Dept.  24 "}
    walked = note(after(filed), "answered", answer="hearing", **hearing)
    assert "Hearing on January 12, 2027" in walked.text and "Dept. 24" in walked.text
    assert "Call the public defender before that day" in walked.text
    again = walked.go(f"{AFTER}c1/answered/").text
    assert 'value="2027"' in again and 'value="Dept. 24"' in again


def test_not_yet_takes_a_step_back() -> None:
    walked = note(note(after(filed), "filed", **DONE, **day("10", "5", "2026")), "filed", answer="not_yet")
    assert "filed" not in kept(walked)["cases"]["c1"]


def test_not_yet_beside_the_day_that_was_shown_takes_it_back_but_a_new_day_is_asked_about() -> None:
    walked = note(after(filed), "filed", **DONE, **day("10", "5", "2026"))
    refused = note(walked, "filed", answer="not_yet", **day("10", "6", "2026"))
    assert "You typed a day and chose “Not yet.”" in refused.text and 'value="6"' in refused.text
    taken = note(walked, "filed", answer="not_yet", **day("10", "5", "2026"))
    assert taken.path == AFTER and "filed" not in kept(walked)["cases"]["c1"]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "Choose an answer"),
        ({"answer": "nonsense"}, "Choose an answer"),
        ({**DONE, **day("2", "30", "2026")}, "That month does not have that many days"),
        ({**DONE, **day("13", "1", "2026")}, "Month must be a number from 1 to 12"),
        ({**DONE, **day("10", "", "2026")}, "Type the month, the day and the year"),
        ({**DONE, **day("10", "5", "26")}, "Year must have 4 numbers"),
        ({**DONE, **day("11", "8", "2016")}, "began in November 2016"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_typed_is_lost(fields: dict[str, str], told: str) -> None:
    walked = note(after(filed), "filed", **fields)
    assert told in walked.text and "<title>Error:" in walked.text
    assert all(f'value="{value}"' in walked.text for value in fields.values() if value != "nonsense")
    assert kept(walked) == {}
    for target in re.findall(r'<li><a href="#([^"]+)"', walked.text):
        assert f'id="{target}"' in walked.text


def test_a_day_that_has_not_come_is_refused_and_today_is_taken() -> None:
    tomorrow = today() + timedelta(days=1)
    fields = day(str(tomorrow.month), str(tomorrow.day), str(tomorrow.year))
    assert "This day has not come yet" in note(after(filed), "filed", **DONE, **fields).text
    fields = day(str(today().month), str(today().day), str(today().year))
    assert note(after(filed), "filed", **DONE, **fields).path == AFTER


def test_a_hearing_may_come_but_not_in_a_far_year() -> None:
    fields = day("1", "12", "2207", name="hearing_on")
    walked = note(after(filed), "answered", answer="hearing", **fields)
    assert "Check the year. It is far away" in walked.text


def test_a_department_that_is_too_long_is_refused() -> None:
    assert "too long" in note(after(filed), "answered", answer="agreed", department="x" * 61).text


def test_an_unusual_order_is_a_question_and_a_yes_is_believed() -> None:
    walked = note(after(filed), "filed", **DONE, **day("10", "5", "2026"))
    asked = note(walked, "decided", answer="granted", **day("10", "1", "2026"))
    assert "That is not usual. Is it right?" in asked.text and 'name="sure"' in asked.text
    assert "decided" not in kept(walked)["cases"]["c1"]
    sure = note(walked, "decided", answer="granted", **day("10", "1", "2026"), sure="on")
    assert sure.path == AFTER and kept(walked)["cases"]["c1"]["decided"]["on"] == "2026-10-01"


def test_a_copy_before_the_filing_is_as_our_guide_has_it_so_nobody_asks() -> None:
    walked = note(after(filed), "filed", **DONE, **day("10", "5", "2026"))
    assert note(walked, "served", **DONE, **day("10", "2", "2026")).path == AFTER


def test_two_tabs_never_write_over_each_other_unseen() -> None:
    walked = after(filed).go(f"{AFTER}c1/decided/")
    other = Walk(walked.client).go(f"{AFTER}c1/decided/")
    other.follow(other.post(answer="denied"))
    stale = walked.post(answer="granted")
    page = stale.content.decode()
    assert stale.status_code == 200 and "You answered this in another tab too" in page and "Denied" in page
    assert 'value="granted" id="id_answer_0" checked' in page
    assert kept(walked)["cases"]["c1"]["decided"]["how"] == "denied"
    walked.response = stale
    walked.follow(walked.post(answer="granted"))
    assert kept(walked)["cases"]["c1"]["decided"]["how"] == "granted"


def test_two_tabs_with_other_steps_both_count() -> None:
    walked = after(filed).go(f"{AFTER}c1/filed/")
    other = Walk(walked.client).go(f"{AFTER}c1/served/")
    other.follow(other.post(**DONE))
    walked.follow(walked.post(**DONE))
    assert {*kept(walked)["cases"]["c1"]} == {"mark", "filed", "served"}


def test_each_case_has_its_own_steps_and_taking_one_out_leaves_the_other() -> None:
    walked = note(note(after(two_filed), "filed", "c1", **DONE), "decided", "c2", answer="granted")
    assert walked.text.count('class="is-done"') == 2
    removing = walked.go("/interview/c1/remove/")
    assert "The days that you noted for this case go too." in removing.text
    removing.follow(removing.post())
    assert "Granted" in walked.go(AFTER).text and {*kept(walked)["cases"]} == {"c2"}


def test_a_case_that_gets_no_papers_any_more_keeps_its_steps() -> None:
    walked = note(after(filed), "decided", answer="granted").go("/interview/c1/changed/")
    walked.follow(walked.post(answer=["prop_64_dismissed"]))
    page = walked.go(AFTER).text
    assert walked.path == AFTER and "Humboldt County, case CR-05-1234" in page and "Granted" in page


def test_without_any_case_the_result_is_shown() -> None:
    walked = after(screened)
    assert "CR-05" not in walked.go(AFTER).text
    removing = walked.go("/interview/c1/remove/")
    removing.follow(removing.post())
    assert walked.go(AFTER).path == "/interview/convictions/"


def test_the_papers_the_tasks_and_the_result_lead_there_once_there_are_papers() -> None:
    walked = after(filed)
    for path in ("/papers/", "/papers/ready/", "/interview/result/"):
        assert f'href="{AFTER}"' in walked.go(path).text, path
    assert f'href="{AFTER}"' not in after(screened).go("/interview/result/").text


def test_the_task_says_how_far_it_is() -> None:
    walked = after(filed)
    states = []
    for step, fields in (("filed", DONE), ("corrected", DONE)):
        note(walked, step, **fields)
        line = walked.go("/papers/").text.partition(f'href="{AFTER}"')[2]
        states.append(re.search(r'task-state (\w+)"', line)[1])  # type: ignore[index]
    assert states == ["started", "done"]


def test_the_page_speaks_spanish() -> None:
    walked = after(filed)
    walked.client.post("/language/", {"language": "es", "next": AFTER})
    page = note(walked, "filed", **DONE, **day("oct", "5", "2026")).text
    assert "Hecho el 5 de octubre de 2026" in page and "Todavía no" in page


def test_no_page_here_asks_the_database_often(django_assert_max_num_queries: Any) -> None:
    walked = after(filed).go(f"{AFTER}c1/filed/")
    with django_assert_max_num_queries(8):
        walked.post(**DONE)
    with django_assert_max_num_queries(8):
        walked.client.get(AFTER)
