"""What staff changed counts on the pages and in the report, beside what the policy decided; each says which it shows."""

from __future__ import annotations

import re
from unittest.mock import patch

import pytest
from django.test import Client

from petitions.records.reviews.models import CountyReview
from petitions.records.reviews.vault import Vault
from petitions.review.kept import names
from petitions.review.policies.rules import NOT_ELIGIBLE
from tests.access.signing_in.members import just_proved
from tests.review.screens.offices import content, done, reviewer

pytestmark = pytest.mark.django_db
BOTH = ("Your own choices, as the policy decided", "Your own choices, with changes by staff")


def changed(*, rows: tuple[int, ...] = (2, 4)) -> tuple[Client, CountyReview]:
    """Return a review of 40 people, all of whom the policy relieves, with some convictions that staff refused."""
    member = reviewer()
    review = done(member, content(40))
    client = just_proved(member)
    for row in rows:
        sent = {"seen": "0", "outcome": NOT_ELIGIBLE, "reason": "Too serious"}
        assert client.post(f"/county/{review.pk}/convictions/{row}/", sent).status_code == 302
    return client, review


def shown(client: Client, review: CountyReview, part: str) -> str:
    page = client.get(f"/county/{review.pk}/{part}")
    assert page.status_code == 200
    return page.content.decode()


def test_the_results_show_both_numbers_and_both_lanes() -> None:
    client, review = changed()
    page = shown(client, review, "")
    assert re.search(r"<strong>38</strong><span>of 40 people with a marijuana conviction", page)
    assert "As the policy decided: 40" in page
    lanes = re.findall(r'<th scope="row">([^<]*)', page.split('aria-labelledby="effect-title"')[1])
    assert [one.strip() for one in lanes[:3]] == ["People today", *BOTH]


def test_without_a_change_there_is_one_number_and_one_lane() -> None:
    client, review = changed(rows=())
    page = shown(client, review, "")
    assert "As the policy decided" not in page
    assert not any(one in shown(client, review, "charts/") for one in BOTH)


def test_the_charts_count_the_changes_and_say_so_and_the_policy_alone_can_be_chosen() -> None:
    client, review = changed()
    page = shown(client, review, "charts/")
    assert f"These charts show: <strong>{BOTH[1]}</strong>" in page
    assert "<td>2</td>" in page.split("</figure>")[0]
    assert "lane=changed" in page
    alone = shown(client, review, "charts/?lane=0")
    assert f"These charts show: <strong>{BOTH[0]}</strong>" in alone
    assert "No relief" not in alone


def test_the_number_of_a_lane_in_an_address_stays_its_own() -> None:
    client, review = changed(rows=())
    before = shown(client, review, "charts/?lane=1")
    client, review = changed()
    assert "<strong>Los Angeles, October 2019</strong>" in before
    assert "<strong>Los Angeles, October 2019</strong>" in shown(client, review, "charts/?lane=1")
    assert BOTH[1] in shown(client, review, "charts/?lane=99")


def test_comparing_begins_with_the_policy_and_what_became_of_it() -> None:
    client, review = changed()
    page = shown(client, review, "compare/")
    assert re.findall(r"<h3>([^<]*)</h3>", page)[:2] == list(BOTH)


def test_the_report_and_the_summary_count_the_changes() -> None:
    client, review = changed()
    report = shown(client, review, "take/report/html/")
    assert "The charts count that." in report
    told = client.get(f"/county/{review.pk}/take/summary/").json()
    assert told["lanes"]["changed_by_staff"]["subjectsWithSomeReliefCount"] == 38
    assert told["subjectsWithSomeReliefCount"] == 40


def test_in_the_report_no_small_number_follows_from_the_two_lanes() -> None:
    client, review = changed()
    report = shown(client, review, "take/report/html/")
    rows = re.findall(r'<th scope="row">([^<(]*?) ?(?:\([^)]*\))?</th>(.*?)</tr>', report)
    told = {name: re.findall(r"<td>(.*?)</td>", cells) for name, cells in rows}
    assert told[BOTH[1]][0] == "hidden"  # 38 of 40 would tell of two
    assert told[BOTH[0]][0] == "hidden"


def test_a_review_of_an_earlier_version_says_that_changes_are_not_counted() -> None:
    client, review = changed()
    has = Vault.has
    with patch.object(Vault, "has", lambda self, name: name != names.COUNTED and has(self, name)):
        assert "Changes by staff are not in these numbers." in shown(client, review, "")
