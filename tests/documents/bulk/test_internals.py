"""What the bulk lane assumes of WeasyPrint holds; where it does not, there is no skeleton rather than a wrong paper."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from petitions.documents.bulk.content import NoSkeleton, page_content
from petitions.documents.bulk.internals import Alphabet, Face, alphabet, fonts_of, places, runs
from petitions.documents.bulk.letters import ALPHABETS
from petitions.documents.render import merge
from tests.documents.bulk.looked_at import NEAR, difference, farthest
from tests.documents.bulk.small_page import by_the_bulk_lane, by_the_full_lane, laid_out, skeleton

SERIF = Face(("Noto Serif",), 400)
LARGE = ALPHABETS[1]
ONE_VALUE = "<p>Name: <bdi>~000~</bdi></p>"


@cache
def serif() -> Alphabet:
    return alphabet(LARGE, SERIF)


@cache
def merged() -> pikepdf.Pdf:
    """Return a page of two words as a file that must hold an alphabet."""
    fonts: Mapping[int, Any] = fonts_of([serif()])
    content = merge([laid_out("<p>Two words</p>")], title="Small", language="en", fonts=fonts)
    return pikepdf.open(io.BytesIO(content))


def content_lines() -> list[bytes]:
    return merged().pages[0].Contents.read_bytes().split(b"\n")


def embedded() -> Iterator[tuple[str, Any]]:
    for name, font in merged().pages[0].Resources.Font.items():
        yield name.lstrip("/"), font


def test_a_document_keeps_its_fonts_by_a_number_that_is_the_same_at_each_size() -> None:
    drawn = laid_out("<p>Small <span>large</span></p>", "span { font-size: 30pt }").document
    drawn.write_pdf()
    assert len(drawn.fonts) == 1, "Document.fonts no longer has one font for a face, whatever its size"
    assert list(drawn.fonts) == [serif().key], "a face has another number in each Document.fonts"


def test_a_font_has_its_name_the_letters_of_its_glyphs_and_their_widths() -> None:
    font = serif().font
    assert isinstance(font.hash, str), "a font no longer has a hash"
    assert all(isinstance(glyph, int) for glyph in font.to_unicode), "to_unicode is not by glyph number"
    assert set(LARGE) - {"☐", "☒", "☑"} <= set(font.to_unicode.values()), "to_unicode lacks letters drawn"
    assert set(font.to_unicode) <= set(font.widths), "widths lacks glyphs of to_unicode"


def test_the_name_of_a_font_is_its_name_in_a_page() -> None:
    assert serif().name in dict(embedded()), "Font.hash is not the font's name in a page's resources"
    assert any(line.startswith(b"/%s 16 Tf" % serif().name.encode()) for line in content_lines())


def test_widths_are_those_of_the_font_in_thousandths() -> None:
    font = _font_file()
    advances, scale = font["hmtx"].metrics, 1000 / font["head"].unitsPerEm
    order = font.getGlyphOrder()
    for glyph, width in serif().font.widths.items():
        assert abs(advances[order[glyph]][0] * scale - width) <= 1, f"Font.widths is not of glyph {glyph}"


def test_the_subset_holds_the_glyphs_of_to_unicode_under_their_numbers() -> None:
    font = _font_file()
    glyphs, order = font["glyf"], font.getGlyphOrder()
    drawn = {number for number, name in enumerate(order) if glyphs[name].numberOfContours != 0}
    needed = {glyph for glyph, text in serif().font.to_unicode.items() if text.strip()}
    assert needed <= drawn, "the file's subset no longer holds what Font.to_unicode has"


def _font_file() -> TTFont:
    font = dict(embedded())[serif().name].DescendantFonts[0]
    return TTFont(io.BytesIO(font.FontDescriptor.FontFile2.read_bytes()))


def test_the_file_says_which_letters_its_glyphs_are() -> None:
    said = dict(embedded())[serif().name].ToUnicode.read_bytes()
    glyph = next(glyph for glyph, text in serif().font.to_unicode.items() if text == "ễ")
    assert b"<%04x> <1ec5>" % glyph in said.lower(), "the file does not name the letters of Font.to_unicode"


def test_a_font_that_is_lent_to_a_file_keeps_its_own_letters() -> None:
    before = dict(serif().font.to_unicode)
    merge([laid_out("<p>☂ Ω</p>")], title="Small", language="en", fonts=fonts_of([serif()]))
    assert serif().font.to_unicode == before, "a file's letters went into the font that others use"


def test_the_box_tree_has_each_text_with_the_space_to_the_right_edge_in_css_pixels() -> None:
    sheets = list(places(laid_out("<p>Left <bdi>right</bdi></p><p>alone</p>")))
    assert [[place.text for place in sheet] for sheet in sheets] == [["Left ", "right", "alone"]]
    left, right, alone = sheets[0]
    assert abs(alone.space - 360 / 0.75) < 0.01, "content_box_x() + width is not the right edge in CSS pixels"
    width = serif().letters.width("Left ") * 16 / 1000
    assert abs((alone.space - right.space) - width) < 0.05, "position_x is not where a text begins"
    assert (left.after, right.after, alone.after) == (1, 0, 0)
    assert all(place.face == SERIF for place in sheets[0]), "a box's style has no font_family and font_weight"


def test_lines_are_told_apart_by_their_line_boxes() -> None:
    [sheet] = places(laid_out(f"<p>{'many words ' * 8}</p><p>one line</p>"))
    assert [place.alone for place in sheet] == [False, False, True], "lines are no longer LineBox"


def test_a_content_sets_each_text_by_tm_tf_and_tj_on_lines_of_their_own() -> None:
    found = list(runs(content_lines(), letters={serif().name: serif().letters}))
    assert [run.text for run in found] == ["Two words"], "a content no longer writes Tm, Tf and TJ as it did"
    [run] = found
    assert (run.font, run.size) == (serif().name, 16.0), "sizes in a content are not in CSS pixels"
    assert abs(run.x - 20 / 0.75) < 0.01, "places in a content are not in CSS pixels from the left"
    assert run.position_line < run.text_line


def test_a_glyph_number_is_four_hexadecimal_digits_of_a_font_by_identity() -> None:
    font = dict(embedded())[serif().name]
    assert (font.Encoding, font.Subtype) == ("/Identity-H", "/Type0"), "glyph numbers are no longer two bytes"


SPOILED = {
    "text that wraps follows": f"<p><bdi>~000~</bdi> {'is a person of this county ' * 6}</p>",
    "it stands in the second line": f"<p>{'a person of this county ' * 6}<bdi>~000~</bdi></p>",
    "no element of its own": "<p>Name: ~000~ of here</p>",
    "an element with a space": "<p><bdi>~000~ </bdi>of here</p>",
    "two texts follow": "<p><bdi>~000~</bdi>, <b>called</b> Example</p>",
    "another value follows at once": "<p><bdi>~000~</bdi><bdi>~001~</bdi></p>",
    "another value follows": "<p><bdi>~000~</bdi>, <bdi>~001~</bdi></p>",
    "a gap before what follows": '<p><bdi class="gap">~000~</bdi>, of here</p>',
    "what follows stands higher": '<p><bdi>~000~</bdi><span class="high">2</span></p>',
    "it is in the middle": '<p class="middle"><bdi>~000~</bdi></p>',
    "it is at the right": '<p class="right"><bdi>~000~</bdi></p>',
    "its letters are kerned": '<p><bdi class="kerned">~000~</bdi></p>',
    "its letters are joined": '<p><bdi class="joined">~000~</bdi></p>',
    "its letters are apart": '<p><bdi class="apart">~000~</bdi></p>',
    "its letters are made capitals": '<p><bdi class="capitals">~000~</bdi></p>',
}
STYLES = """.gap { padding-right: 6pt } .high { vertical-align: super } .middle { text-align: center }
.right { text-align: right } .kerned { font-kerning: normal } .joined { font-variant-ligatures: normal }
.apart { letter-spacing: 2pt } .capitals { text-transform: uppercase }"""


@pytest.mark.parametrize("how", SPOILED)
def test_a_template_that_sets_a_value_where_the_bulk_lane_cannot_has_no_skeleton(how: str) -> None:
    with pytest.raises(NoSkeleton):
        skeleton(SPOILED[how], STYLES)


@pytest.mark.parametrize(
    "body",
    [
        ONE_VALUE,
        "<p><bdi>~000~</bdi>, of here</p>",
        "<p>Name: <bdi>~000~</bdi>, <p>below</p>",
        '<p><bdi>~000~</bdi><b class="sign">☐☒ of here</b></p>',
        '<p><bdi class="bold">~000~</bdi>, of here</p>',
    ],
)
def test_a_value_with_one_text_after_it_is_set_as_the_full_lane_sets_it(body: str) -> None:
    css = '.sign { font-family: "DejaVu Sans" } .bold { font-weight: bold }'
    fast, full = by_the_bulk_lane(body, css), by_the_full_lane(body, css)
    assert farthest(fast, full) <= NEAR
    assert difference(fast, full) == 0


NOTATIONS = {
    "glyphs in one string": (rb"[<", rb"<", rb">] TJ", rb"> Tj"),
    "glyphs as signs": (rb"<", rb"(", rb">", rb")"),
    "no space before TJ": (rb"] TJ", rb"]TJ"),
    "another font": (rb"/FONT", rb"/OTHER"),
    "a font by another operator": (rb" Tf", rb" Tfs"),
    "glyphs of one byte": (rb"<00", rb"<"),
}


@pytest.mark.parametrize("how", NOTATIONS)
def test_a_content_in_another_notation_has_no_skeleton(how: str) -> None:
    lines = _noted("~000~")
    assert _parts(lines) == 3
    changes = NOTATIONS[how]
    for before, after in zip(changes[::2], changes[1::2], strict=True):
        assert any(before in line for line in lines)
        lines = [line.replace(before, after) for line in lines]
    with pytest.raises(NoSkeleton):
        _parts(lines)


def _noted(text: str) -> list[bytes]:
    known = {sign: glyph for glyph, sign in serif().font.to_unicode.items()}
    shown = b"0".join(b"<%04x>" % known[sign] for sign in text)
    return [b"1 0 0 -1 20.000000 30.000000 Tm", b"/FONT 16 Tf", b"[" + shown + b"] TJ"]


def _parts(lines: list[bytes]) -> int:
    letters = {"FONT": serif().letters}
    [sheet] = places(laid_out(ONE_VALUE))
    found = list(runs(lines, letters=letters))
    return len(page_content(lines, runs=found, places=sheet, letters=letters, marks=[]).parts)
