"""Each reason why a file cannot be read has its sentence, in both languages."""

from __future__ import annotations

import pytest
from django.utils import translation

from petitions.rapsheet.files.kinds import Kind, kind_of
from petitions.rapsheet.files.unreadable import CODES, Unreadable
from petitions.rapsheet.wording.unreadable import SENTENCES, why_unreadable


def test_each_code_has_a_sentence_that_says_what_to_do() -> None:
    assert set(SENTENCES) == CODES
    for code in CODES:
        said = why_unreadable(code)
        with translation.override("es"):
            assert why_unreadable(code) != said
        assert "%" not in said and said.count(".") >= 2


def test_the_limits_are_told_as_they_are() -> None:
    assert "50 MB" in why_unreadable("too_large") and "60 MB" in why_unreadable("too_large")
    assert "200 pages" in why_unreadable("too_many_pages")


def test_an_unknown_code_is_a_broken_file() -> None:
    assert Unreadable("Maria Example").code == "broken"


@pytest.mark.parametrize(
    ("begins", "kind"),
    [
        (b"%PDF-1.4", Kind.PDF),
        (b"\xef\xbb\xbf\r\n%PDF-1.4", Kind.PDF),
        (b"\x89PNG\r\n\x1a\n", Kind.PNG),
        (b"\xff\xd8\xff\xe1", Kind.JPEG),
        (b"\xff\xd8\xff\xe1%PDF-", Kind.JPEG),
    ],
)
def test_a_file_is_what_it_begins_with(begins: bytes, kind: Kind) -> None:
    assert kind_of(begins + b"more") is kind
