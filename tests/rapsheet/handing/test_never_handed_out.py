"""No address gives back a file that was handed in: only what was read, and pictures that were drawn anew (S23)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import get_resolver, reverse

from petitions.records.held.holding import held_by
from tests.rapsheet.handing.handed import FIRST_PAGE, hander, held_pages, open_to_everyone
from tests.rapsheet.sheet_files import drawn, saved

pytestmark = pytest.mark.django_db
HOSTILE = b"<script>opened</script>"
FILE = saved(drawn(FIRST_PAGE)) + HOSTILE
"""A picture with a page of HTML behind it, which some programs would open as one."""


@pytest.fixture
def place() -> Iterator[Path]:
    with open_to_everyone() as found:
        yield found


def addresses() -> list[str]:
    """Return every address that has to do with a sheet, for its first page and conviction."""
    names = sorted(
        str(name) for name in get_resolver().reverse_dict if str(name).startswith(("sheet_", "rap_sheet"))
    )
    parts = {"sheet_page": {"number": 1}, "sheet_picture": {"number": 1}, "sheet_conviction": {"name": "c1"}}
    return [reverse(name, kwargs=parts.get(name, {})) for name in names]


def test_no_address_of_a_sheet_gives_a_byte_of_the_file_back(place: Path) -> None:
    found = hander()
    found.send(FILE, names=("photo.html",))
    folder = held_by(found.client.session["interview"])
    assert folder is not None and folder.get("file-1") == FILE
    answers = [found.client.get(address) for address in addresses()]
    held_pages(folder)
    answers += [found.client.get(address) for address in addresses()]
    assert len(answers) > 15 and any(one.headers["Content-Type"] == "image/jpeg" for one in answers)
    assert [one.request["PATH_INFO"] for one in answers if HOSTILE in one.content] == []
