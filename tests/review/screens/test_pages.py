"""The pages of a county review show what it came to."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.test import Client

from petitions.access.roles import Role
from petitions.records.reviews.models import CountyReview
from petitions.records.reviews.running import begin_review
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member, new_member
from tests.review.screens.offices import content, done, gathering, reviewer, run_here

pytestmark = pytest.mark.django_db


def opened() -> tuple[Client, Member]:
    member = reviewer()
    return just_proved(member), member


@pytest.mark.parametrize(
    "part", ["", "compare/", "charts/", "problems/", "convictions/", "take/", "sign/", "convictions/2/"]
)
def test_each_part_of_a_review_opens(part: str) -> None:
    client, member = opened()
    review = done(member, content())
    page = client.get(f"/county/{review.pk}/{part}")
    assert page.status_code == 200


def test_the_role_lands_on_its_reviews_and_sees_no_matter() -> None:
    client, _member = opened()
    assert client.get("/clinic/home/").headers["Location"] == "/county/"
    assert client.get("/clinic/").status_code == 404


def test_an_admin_does_not_open_a_review_without_the_role() -> None:
    member = reviewer()
    review = done(member, content())
    admin = just_proved(new_member(member.organization, Role.ADMIN))
    assert admin.get(f"/county/{review.pk}/").status_code == 404
    assert admin.get("/county/").status_code == 404


def test_where_a_run_ended_meanwhile_the_page_does_not_say_that_it_may_be_tried_again() -> None:
    client, member = opened()
    review = gathering(member, content())
    begin_review(review)

    def ends_meanwhile(waiting: CountyReview) -> None:
        run_here(waiting, begin=False)

    with patch("petitions.review.screens.result_views.run_apart", ends_meanwhile):
        page = client.get(f"/county/{review.pk}/")
    assert "The law, what is certain" in page.content.decode()
