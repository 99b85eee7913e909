"""Where a text goes: in its place at 10 to 8 points, or whole to the attachment; no letter is ever lost."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.documents.official.form import Rectangle
from petitions.documents.official.items import LABELS, Item
from petitions.documents.official.placing import SIZES, place_texts
from petitions.documents.render import text_widths

ROOM = Rectangle(100, 100, 202, 110)
PLACES = ((Item.NAME, ROOM), (Item.CITY, Rectangle(0, 0, 30, 9)), (Item.NAME, Rectangle(0, 300, 90, 312)))


def five_points_each(texts: Sequence[str]) -> list[float]:
    return [5.0 * len(text) for text in texts]


def sizes_of(text: str, *, room: Rectangle = ROOM) -> list[float]:
    placed, attached = place_texts([(Item.NAME, text)], places=[(Item.NAME, room)], measure=five_points_each)
    return [] if attached else [one.size for one in placed]


@pytest.mark.parametrize(
    ("letters", "sizes"), [(5, [10.0]), (19, [10.0]), (20, [9.5]), (22, [9.0]), (24, [8.0]), (25, [])]
)
def test_a_text_is_as_large_as_its_place_lets_and_never_below_eight_points(
    letters: int, sizes: list[float]
) -> None:
    assert sizes_of("x" * letters) == sizes


def test_a_low_place_has_small_letters() -> None:
    assert sizes_of("x", room=Rectangle(0, 0, 100, 9)) == [9.0]
    assert sizes_of("x", room=Rectangle(0, 0, 100, 6)) == [8.0]


def test_an_item_with_two_places_stands_in_both() -> None:
    placed, attached = place_texts([(Item.NAME, "Maria")], places=PLACES, measure=five_points_each)
    assert ([one.place for one in placed], attached) == ([0, 2], ())


def test_a_text_that_is_too_long_for_one_of_its_places_is_attached_for_both() -> None:
    placed, attached = place_texts([(Item.NAME, "x" * 22)], places=PLACES, measure=five_points_each)
    assert [one.text for one in attached] == ["x" * 22]
    assert all("1" in one.text and "x" not in one.text for one in placed) and len(placed) == 2


def test_a_small_place_refers_to_the_attachment_in_few_letters() -> None:
    placed, attached = place_texts([(Item.CITY, "x" * 30)], places=PLACES, measure=five_points_each)
    assert placed[0].text == "Att. 1" and attached[0].number == 1


@given(
    texts=st.lists(
        st.tuples(st.sampled_from(list(LABELS)), st.text(min_size=1, max_size=200)),
        unique_by=lambda one: one[0],
        max_size=8,
    ),
    width=st.integers(10, 400),
    height=st.integers(6, 14),
)
def test_no_letter_is_lost_and_each_value_stands_whole_in_one_of_both(
    texts: list[tuple[Item, str]], width: int, height: int
) -> None:
    places = [(item, Rectangle(0, 0, width, height)) for item in LABELS]
    placed, attached = place_texts(texts, places=places, measure=five_points_each)
    whole = {one.item: one.text for one in attached}
    for item, text in texts:
        (one,) = (one for one in placed if places[one.place][0] is item)
        assert whole.get(item, one.text) == text
        assert one.size in SIZES
        if item not in whole:
            assert len(text) * 5 * one.size / 10 <= width - 2


@given(text=st.text(st.characters(categories=("Lu", "Ll", "Nd", "Zs"), max_codepoint=0x24F), max_size=60))
def test_a_longer_text_is_measured_wider(text: str) -> None:
    short, long = text_widths([text, f"{text}M"], font='10pt "Noto Sans"')
    assert 0 <= short < long


def test_a_text_in_another_direction_is_measured_too() -> None:
    assert all(width > 10 for width in text_widths(["مريم", "<b>&amp;"], font='10pt "Noto Sans"'))
