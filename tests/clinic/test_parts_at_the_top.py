"""The links at the top of each page of staff tell which part of the site is open, on the pages within it too."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from petitions.access.roles import Role
from tests.clinic.people import new_member, office

pytestmark = pytest.mark.django_db


def marked(client: Client, path: str) -> list[tuple[str, str]]:
    """Return which links at the top are marked, and how."""
    page = client.get(path)
    assert page.status_code == 200
    top = page.content.decode().split('class="staff-nav"')[1].split("</nav>")[0]
    return re.findall(r'href="([^"]*)" aria-current="([^"]*)"', top)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/clinic/", ("/clinic/", "page")),
        ("/clinic/matters/new/", ("/clinic/", "true")),
        ("/clinic/print/", ("/clinic/print/", "page")),
        ("/clinic/follow-up/due/", ("/clinic/follow-up/", "true")),
    ],
)
def test_a_page_and_the_pages_within_it_mark_their_part(path: str, expected: tuple[str, str]) -> None:
    client = new_member(office().organization, Role.VOLUNTEER).client
    assert marked(client, path) == [expected]


def test_a_page_of_no_part_marks_none() -> None:
    assert marked(new_member(office().organization, Role.VOLUNTEER).client, "/account/") == []
