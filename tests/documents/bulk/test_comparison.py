"""The comparison of the two lanes bites: what a reader would see to be wrong, it sees."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest

from petitions.documents.bulk.lane import BulkLane
from petitions.documents.packet import Packets
from tests.documents.bulk.at_random import only_petition
from tests.documents.bulk.looked_at import NEAR, difference, farthest
from tests.documents.bulk.small_page import NAME, by_the_bulk_lane
from tests.documents.bulk.test_equal import DIFFERENCE
from tests.documents.samples import a_conviction, a_filing, packets

Change = Callable[[bytes], bytes]


LANE = BulkLane()


def printed(made: Packets) -> bytes:
    return LANE.print(only_petition(made)).files[0].content


@cache
def petition() -> bytes:
    return printed(packets())


def with_content(content: bytes, change: Change, *, page: int = 0) -> bytes:
    """Return the file with the content of one page changed."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        before = pdf.pages[page].Contents.read_bytes()
        after = change(before)
        assert after != before
        pdf.pages[page].Contents = pdf.make_stream(after)
        written = io.BytesIO()
        pdf.save(written)
    return written.getvalue()


def moved(points: float, *, down: float = 0) -> Change:
    """Move the last text of the page."""

    def change(content: bytes) -> bytes:
        found = list(re.finditer(rb"1 0 0 -1 ([\d.]+) ([\d.]+) Tm", content))[-1]
        x, y = float(found[1]) + points / 0.75, float(found[2]) + down / 0.75
        return content[: found.start()] + b"1 0 0 -1 %.6f %.6f Tm" % (x, y) + content[found.end() :]

    return change


def without_a_letter(content: bytes) -> bytes:
    return re.sub(rb"\(..", b"(", content, count=1, flags=re.DOTALL)


def test_a_file_is_like_itself() -> None:
    assert farthest(petition(), petition()) == difference(petition(), petition()) == 0


@pytest.mark.parametrize("points", [0.6, -0.6])
def test_a_value_moved_by_more_than_half_a_point_is_seen(points: float) -> None:
    assert farthest(petition(), with_content(petition(), moved(points))) > NEAR
    assert farthest(petition(), with_content(petition(), moved(0, down=points))) > NEAR


def test_a_value_moved_by_less_is_not() -> None:
    assert farthest(petition(), with_content(petition(), moved(0.4))) <= NEAR


def test_a_lost_letter_is_seen() -> None:
    with pytest.raises(AssertionError):
        farthest(petition(), with_content(petition(), without_a_letter))


def test_a_changed_letter_is_seen() -> None:
    one = by_the_bulk_lane("<p><bdi>~000~</bdi></p>")
    other = by_the_bulk_lane("<p><bdi>~000~</bdi></p>", values=(type(NAME)("Mario Example"),))
    with pytest.raises(AssertionError):
        farthest(one, other)


def test_another_box_ticked_is_seen_by_words_and_picture() -> None:
    other = packets((a_conviction(section="11358", subdivision=None),))
    boxes = printed(other)
    with pytest.raises(AssertionError):
        farthest(petition(), boxes)
    assert difference(petition(), boxes) > 0


def test_pages_in_another_order_are_seen() -> None:
    with pikepdf.open(io.BytesIO(petition())) as pdf:
        pdf.pages.insert(0, pdf.pages.p(2))
        del pdf.pages[2]
        written = io.BytesIO()
        pdf.save(written)
    with pytest.raises(AssertionError):
        farthest(petition(), written.getvalue())
    assert difference(petition(), written.getvalue()) > DIFFERENCE


def test_a_page_too_many_is_seen() -> None:
    with pikepdf.open(io.BytesIO(petition())) as pdf:
        pdf.add_blank_page()
        written = io.BytesIO()
        pdf.save(written)
    with pytest.raises(AssertionError):
        difference(petition(), written.getvalue())


def test_a_rule_that_is_not_drawn_is_seen_by_the_picture_alone() -> None:
    spoiled = with_content(petition(), lambda content: re.sub(rb"(?m)^(f|f\*|S)$", b"n", content))
    assert farthest(petition(), spoiled) == 0
    assert difference(petition(), spoiled) > DIFFERENCE


def test_another_name_is_seen_by_the_picture() -> None:
    other = printed(packets(filing=a_filing(name_on_case="Mario Sample")))
    assert difference(petition(), other) > DIFFERENCE
