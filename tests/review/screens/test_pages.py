"""The pages of a county review show what it came to."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member
from tests.review.screens.offices import content, done, reviewer

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
