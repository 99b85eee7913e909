"""The results show where a review stands and what is left to do; two lanes that are compared can be compared by eye."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override

from petitions.records.reviews.models import CountyReview
from petitions.review.policies.rules import NOT_ELIGIBLE
from petitions.review.report.impact import Effect, Now
from petitions.review.screens.shares import Share, rows_of
from petitions.review.screens.words import day_text
from tests.access.signing_in.members import just_proved
from tests.review.screens.offices import LOS_ANGELES, content, done, reviewer, several_numbers

pytestmark = pytest.mark.django_db


def opened(*files: bytes, **more: Any) -> tuple[Client, CountyReview]:
    member = reviewer()
    return just_proved(member), done(member, *(files or (content(40),)), **more)


def shown(client: Client, review: CountyReview, part: str = "") -> str:
    page = client.get(f"/county/{review.pk}/{part}")
    assert page.status_code == 200
    return page.content.decode()


def steps(page: str) -> list[str]:
    """Return what each step that is left says of itself."""
    part = page.split('<ol class="tasks">')[1].split("</ol>", maxsplit=1)[0]
    return re.findall(r'class="task-state[^"]*">([^<]*)<', part)


def pictures(page: str) -> list[str]:
    return re.findall(r"<svg xmlns.*?</svg>", page, flags=re.DOTALL)


def labels(picture: str) -> list[str]:
    return re.findall(r'text-anchor="end">([^<]*)</text>', picture)


def test_the_steps_say_what_is_open_and_papers_come_after_signing() -> None:
    client, review = opened(several_numbers(), options=LOS_ANGELES)
    page = shown(client, review)
    assert steps(page)[1:] == ["2 open", "Not yet", "After you sign off"]
    assert f'href="/county/{review.pk}/papers/">Make the papers' not in page


def test_after_signing_the_results_lead_to_the_papers() -> None:
    client, review = opened()
    client.post(f"/county/{review.pk}/sign/", {"seen": review.version})
    page = shown(client, review)
    assert steps(page) == ["Done", "Done", "Done"]
    assert f'href="/county/{review.pk}/papers/">Make the papers' in page


def test_the_convictions_are_told_by_what_becomes_of_them() -> None:
    client, review = opened()
    outcomes = shown(client, review).split('<dl class="outcomes">')[1].split("</dl>")[0]
    assert re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", outcomes) == [("Dismiss", "36"), ("Reduce", "4")]
    assert re.findall(r'<rect width="(\d+)"', outcomes) == ["90", "10"]


def test_a_part_is_a_percent_of_whom_it_could_be_and_of_nobody_it_is_none() -> None:
    assert [Share("", number, whole).percent for number, whole in ((1, 3), (3, 3), (0, 0))] == [33, 100, 0]


def test_the_first_row_is_people_today_and_the_final_lane_is_marked() -> None:
    lanes = [Effect("a", "A", 4, 3, 2, 1), Effect("b", "B", 5, 3, 2, 1)]
    rows = rows_of(lanes, now=Now(10, 6, 4, 2), final="b")
    assert [row.is_here for row in rows] == [False, False, True]
    assert [share.percent for share in rows[0].shares] == [100, 100, 100, 100]
    assert [share.percent for share in rows[2].shares] == [50, 50, 50, 50]


def test_two_policies_that_are_compared_have_the_same_lines_and_one_scale() -> None:
    client, review = opened()
    for row in (2, 4):
        sent = {"seen": "0", "outcome": NOT_ELIGIBLE, "reason": "Too serious"}
        assert client.post(f"/county/{review.pk}/convictions/{row}/", sent).status_code == 302
    found = pictures(shown(client, review, "compare/"))
    pairs = list(zip(found[::2], found[1::2], strict=True))
    assert len(pairs) == 5  # people stand in no pair: no policy changes who they are
    assert all(labels(first) == labels(second) for first, second in pairs)
    level = [re.findall(r'<rect x="\d+" y="\d+" width="(\d+)"', one) for one in pairs[1]]
    assert int(level[0][0]) > int(level[1][0])  # 36 dismissed beside 34: the shorter bar is shorter


@pytest.mark.parametrize("day", ["20010531", "05/31/2001"])
def test_a_day_reads_alike_in_no_language_as_another_day(day: str) -> None:
    with override("en"):
        assert day_text(day) == "05/31/2001"
    with override("es"):
        assert day_text(day) == "31 may 2001"


@pytest.mark.parametrize("day", ["", "19990231", "1999", "13/45/2001", "2001053"])
def test_what_is_no_day_stays_as_the_file_has_it(day: str) -> None:
    assert day_text(day) == day
