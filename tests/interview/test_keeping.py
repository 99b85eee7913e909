"""Answers kept under a code, on shared computers and for a visit: what the pages do."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from petitions.records.models import Interview, KeptAnswers
from petitions.records.return_codes import code_from, in_groups
from tests.interview.visitors import after, filed, screened
from tests.interview.walk import POSSESSION, RESULT, Walk

pytestmark = pytest.mark.django_db
KEEP, COME_BACK, STAY, DELETE, LEAVE = (
    "/answers/keep/",
    "/come-back/",
    "/stay/",
    "/answers/delete/",
    "/leave/",
)
CODE = re.compile(r'class="return-code"[^>]*>([^<]+)<')
SEED = "0123456789abcdef0123456789abcdef"
FIRST_THREE = {key: POSSESSION[key] for key in ("ending", "court", "when")}


def kept(walked: Walk, days: str = "30") -> str:
    """Keep the answers by the page; return the code that it shows."""
    response = walked.client.post(KEEP, {"answer": days, "seed": SEED})
    assert response.status_code == 200
    found = CODE.search(response.content.decode())
    assert found
    return found[1]


def come_back(code: str, **fields: str) -> Walk:
    """Come back in another browser."""
    walked = Walk()
    return walked.follow(walked.client.post(COME_BACK, {"answer": code, **fields}))


def hours(number: float) -> timedelta:
    return timedelta(hours=number)


def test_a_code_opens_the_result_in_another_browser() -> None:
    code = kept(after(screened))
    assert come_back(code.lower().replace("-", " ")).path == RESULT


def test_a_code_leads_back_to_the_question_that_is_next() -> None:
    walked = Walk().begin().until(FIRST_THREE)
    assert come_back(kept(walked)).key == "changed"


def test_answers_after_the_code_was_shown_are_kept_too() -> None:
    walked = Walk().begin().until(FIRST_THREE)
    code = kept(walked)
    walked.follow(walked.client.get("/interview/begin/")).answer(**POSSESSION["changed"])
    walked.client.post(LEAVE)
    assert come_back(code).key == "crime"


def test_papers_can_be_made_after_coming_back() -> None:
    walked = come_back(kept(after(filed)))
    assert walked.go("/papers/ready/").client.get("/papers/all.pdf").content.startswith(b"%PDF")


def test_opening_elsewhere_closes_the_first_browser_kindly() -> None:
    first = after(screened)
    come_back(kept(first))
    response = first.client.get(RESULT)
    assert response.status_code == 410
    assert "opened them somewhere else" in response.content.decode()


def test_reloading_the_page_with_the_code_shows_the_same_code() -> None:
    walked = after(screened)
    assert kept(walked) == kept(walked) == in_groups(code_from(bytes.fromhex(SEED)))
    assert KeptAnswers.objects.count() == 1


def test_a_page_that_is_sent_again_after_other_answers_began_takes_nobodys_code() -> None:
    code = kept(after(screened))
    other = after(filed)
    page = other.client.post(KEEP, {"answer": "30", "seed": SEED}).content.decode()
    found = CODE.search(page)
    assert found and found[1] != code
    assert come_back(code).path == come_back(found[1]).path == RESULT


def test_every_page_offers_another_code() -> None:
    client = after(screened).client
    seeds = {re.search(r'name="seed" value="(\w{32})"', client.get(KEEP).content.decode())[1] for _ in "123"}  # type: ignore[index]
    assert len(seeds) == 3


@pytest.mark.parametrize("seed", ["", "00", "zz" * 16, "<script>" * 4, SEED.upper(), "0" * 33])
def test_a_seed_that_is_none_of_ours_still_gives_a_good_code(seed: str) -> None:
    walked = after(screened)
    found = CODE.search(walked.client.post(KEEP, {"answer": "7", "seed": seed}).content.decode())
    assert found and come_back(found[1]).path == RESULT


def test_the_page_with_the_code_has_it_as_a_picture_and_nothing_of_the_matter() -> None:
    walked = after(screened)
    page = walked.client.post(KEEP, {"answer": "90", "seed": SEED}).content.decode()
    slip = page[page.index("return-slip") : page.index("</dl>", page.index("return-slip"))]
    assert '<path d="M' in slip and "http://testserver/come-back/" in slip
    assert not re.search("marijuana|convict|court|record", slip, re.IGNORECASE)
    for way in ("sms:?&amp;body=", "mailto:?subject="):
        assert way in page
    sent = re.findall(r'href="((?:sms|mailto):[^"]+)"', page)
    assert len(sent) == 2 and not re.search("marijuana|convict|court", " ".join(sent), re.IGNORECASE)


def test_the_code_is_in_no_address_of_the_site() -> None:
    walked = after(screened)
    response = walked.client.post(KEEP, {"answer": "7", "seed": SEED})
    code = in_groups(code_from(bytes.fromhex(SEED)))
    own = re.findall(r'(?:href|action|src)="(/[^"]*)"', response.content.decode())
    assert own and not any(part in one for one in own for part in (code, code.replace("-", "")))
    back = Client().post(COME_BACK, {"answer": code})
    assert code not in back.headers["Location"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type your code. It has 15"),
        ("KQ7M3", "Please check that you typed them all"),
        ("O" * 15, "One of these is never in a code"),
        ("2" * 13 + "34", "One letter or number is off"),
        ("x" * 300, "at most 200"),
    ],
)
def test_a_slip_of_the_pen_is_told_at_once_and_what_was_typed_stays(typed: str, said: str) -> None:
    client = Client()
    page = client.post(COME_BACK, {"answer": typed}).content.decode()
    assert (said in page and f'value="{typed}"' in page) or not typed
    assert "session" not in client.cookies


def test_a_right_code_that_keeps_nothing_is_told_kindly_and_counted() -> None:
    client, code = Client(), in_groups(code_from(b"nothing kept here"))
    for _try in range(20):
        page = client.post(COME_BACK, {"answer": code})
        assert page.status_code == 200 and "No answers are kept under this code" in page.content.decode()
    page = client.post(COME_BACK, {"answer": code})
    assert page.status_code == 429 and "wait 10 minutes" in page.content.decode()
    assert Client(REMOTE_ADDR="198.51.100.7").post(COME_BACK, {"answer": code}).status_code == 200


def test_whoever_must_wait_cannot_open_anything_meanwhile_and_loses_nothing() -> None:
    code = kept(after(screened))
    wrong = {"answer": in_groups(code_from(b"nothing kept here"))}
    guesser = Client(REMOTE_ADDR="192.0.2.66")
    for _try in range(20):
        guesser.post(COME_BACK, wrong)
    assert guesser.post(COME_BACK, {"answer": code}).status_code == 429
    assert come_back(code).path == RESULT


def test_typing_mistakes_do_not_count_as_guesses() -> None:
    client = Client()
    for _try in range(40):
        assert client.post(COME_BACK, {"answer": "2" * 13 + "34"}).status_code == 200


def test_other_answers_that_are_open_are_named_before_they_go() -> None:
    code = kept(after(screened))
    other = after(filed)
    key = other.client.session["interview"]
    assert "Other answers are open here" in other.client.get(COME_BACK).content.decode()
    other.follow(other.client.post(COME_BACK, {"answer": code}))
    assert not Interview.objects.filter(pk=key).exists()
    assert "Other answers are open here" not in Client().get(COME_BACK).content.decode()


def test_coming_back_gives_the_browser_a_new_session() -> None:
    code = kept(after(screened))
    walked = after(screened)
    before = walked.client.cookies["session"].value
    walked.client.post(COME_BACK, {"answer": code})
    assert walked.client.cookies["session"].value != before


def test_the_days_are_counted_down_and_can_be_changed() -> None:
    walked = after(screened)
    kept(walked, "7")
    KeptAnswers.objects.update(until=timezone.now() + timedelta(days=2, hours=3, minutes=1))
    page = walked.client.get(KEEP).content.decode()
    assert "3 days are left" in page
    walked.follow(walked.client.post(KEEP, {"answer": "90", "change": "1"}))
    assert KeptAnswers.objects.get().days == 90
    assert re.search(r'value="90"[^>]* checked', walked.text)


def test_a_new_code_ends_the_old_one() -> None:
    walked = after(screened)
    old = kept(walked)
    page = walked.client.post(KEEP, {"answer": "30", "seed": "f" * 32, "new": "1"}).content.decode()
    new = CODE.search(page)
    assert new and new[1] != old
    assert "No answers are kept" in Client().post(COME_BACK, {"answer": old}).content.decode()
    assert come_back(new[1]).path == RESULT


def test_only_for_this_visit_takes_the_code_away_and_keeps_the_visit() -> None:
    walked = after(screened)
    code = kept(walked)
    walked.follow(walked.client.post(KEEP, {"answer": "visit", "change": "1"}))
    assert not KeptAnswers.objects.exists()
    assert Interview.objects.get(pk=walked.client.session["interview"]).keeping == "visit"
    assert "No answers are kept" in Client().post(COME_BACK, {"answer": code}).content.decode()
    assert walked.go(RESULT)


@pytest.mark.parametrize("answer", ["", "8", "365", "-1", "unsure"])
def test_no_other_time_is_taken(answer: str) -> None:
    walked = after(screened)
    response = walked.client.post(KEEP, {"answer": answer, "seed": SEED})
    assert response.status_code == 200 and "There is a problem" in response.content.decode()
    assert not KeptAnswers.objects.exists()


def test_delete_everything_asks_first_and_then_leaves_nothing_anywhere() -> None:
    walked = after(screened)
    code, key = kept(walked), walked.client.session["interview"]
    assert walked.client.get(DELETE).status_code == 200
    assert KeptAnswers.objects.exists()
    assert walked.client.post(DELETE).headers["Location"] == "/cleared/"
    assert not KeptAnswers.objects.exists() and not Interview.objects.filter(pk=key).exists()
    assert "No answers are kept" in Client().post(COME_BACK, {"answer": code}).content.decode()


def test_leaving_says_that_the_code_still_opens_the_answers() -> None:
    walked = after(screened)
    code = kept(walked)
    walked.follow(walked.client.post(LEAVE))
    assert "Your code still opens them" in walked.text and "Nothing of what you told us" not in walked.text
    assert come_back(code).path == RESULT


def test_leaving_without_a_code_says_that_nothing_is_left() -> None:
    walked = after(screened)
    walked.follow(walked.client.post(LEAVE))
    assert "Nothing of what you told us is left here" in walked.text
    assert not Interview.objects.exists()


def shared() -> Walk:
    walked = Walk()
    return walked.follow(walked.client.post("/interview/begin/", {"shared": "on"}))


def test_on_a_shared_computer_every_page_says_so_and_the_visit_is_short() -> None:
    walked = shared()
    assert Interview.objects.get().keeping == "shared"
    assert "Shared computer: after 15 minutes" in walked.text
    assert walked.client.cookies["session"]["expires"] == ""
    assert 'data-seconds="' in walked.text


def test_on_a_shared_computer_nothing_is_offered_to_be_kept_on_the_result() -> None:
    assert "Keep my answers with a code" not in shared().until(POSSESSION).text
    assert "Keep my answers with a code" in screened().text


def test_a_shared_computer_can_be_told_of_later_too() -> None:
    walked = Walk().begin().until(FIRST_THREE)
    walked.follow(walked.client.post("/interview/begin/", {"shared": "on"}))
    assert walked.key == "changed" and Interview.objects.get().keeping == "shared"


def test_coming_back_on_a_shared_computer_is_a_short_visit_too() -> None:
    walked = come_back(kept(after(screened)), shared="on")
    assert "Shared computer" in walked.text


def test_fifteen_minutes_without_use_end_a_visit_on_a_shared_computer() -> None:
    walked = shared()
    Interview.objects.update(touched_at=timezone.now() - timedelta(minutes=15))
    response = walked.client.get(walked.path)
    assert response.status_code == 410 and "Come back with a code" in response.content.decode()


def test_looking_at_pages_is_use() -> None:
    walked = shared()
    Interview.objects.update(touched_at=timezone.now() - timedelta(minutes=14))
    walked.go(walked.path)
    assert timezone.now() - Interview.objects.get().touched_at < timedelta(minutes=1)


def test_eight_hours_end_it_even_with_use() -> None:
    walked = shared()
    Interview.objects.update(created_at=timezone.now() - hours(8))
    assert walked.client.get(walked.path).status_code == 410


def test_on_ones_own_phone_nothing_counts_down_on_the_page() -> None:
    assert "data-seconds" not in Walk().begin().text


def test_the_page_knows_to_the_second_how_long_the_visit_lasts() -> None:
    walked = shared()
    Interview.objects.update(created_at=timezone.now() - hours(7.95))
    seconds = int(re.search(r'data-seconds="(\d+)"', walked.go(walked.path).text)[1])  # type: ignore[index]
    assert 175 <= seconds <= 180


def test_asking_how_long_is_no_use_but_saying_yes_is() -> None:
    walked = shared()
    Interview.objects.update(touched_at=timezone.now() - timedelta(minutes=14))
    assert 50 < walked.client.get(STAY).json()["seconds"] <= 60
    assert 890 < walked.client.post(STAY).json()["seconds"] <= 900


def test_when_the_visit_is_over_no_second_is_left() -> None:
    assert Client().get(STAY).json() == Client().post(STAY).json() == {"seconds": 0}


def test_the_answers_of_the_next_person_do_not_begin_with_those_of_the_last() -> None:
    walked = shared().until(FIRST_THREE)
    walked.client.post(LEAVE)
    assert walked.begin().key == "ending"


def test_everything_is_said_in_spanish_too() -> None:
    walked = after(screened)
    walked.client.cookies["language"] = "es"
    assert "Guarde sus respuestas" in walked.client.get(KEEP).content.decode()
    page = walked.client.post(KEEP, {"answer": "30", "seed": SEED}).content.decode()
    assert "Su código" in page and "Mi%20c%C3%B3digo%20es" in page
