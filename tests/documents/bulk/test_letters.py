"""Letters are set under the number and at the width that the font has for them, and others are refused."""

from __future__ import annotations

import unicodedata

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.documents.bulk.content import Slot, page_content
from petitions.documents.bulk.internals import Face, Run, alphabet, places, runs
from petitions.documents.bulk.letters import ALPHABETS, Letters, NeedsFullRender, alphabet_for, escaped
from petitions.documents.typed import Typed
from tests.documents.bulk.small_page import laid_out

SERIF = Face(("Noto Serif",), 400)
SPANISH = "áéíóúüñÁÉÍÓÚÜÑ¿¡ªº"
VIETNAMESE = "ạảãàáâậầấẩẫăắằặẳẵđĐẸẺẼềếệểễỉịĩọỏõôồốộổỗơờớợởỡụủũưừứựửữỳýỵỷỹ"
EXTENDED = "".join(chr(code) for code in range(0x100, 0x180) if code != 0x149)
OTHER_SCRIPTS = (
    "محمد",
    "王小明",
    "मारिया",
    "😀",
    "Ελένη",
    "Мария",
    "김철수",
    "Հայկ",
    "\u200b",
    "\u202e",
    "\t",
    "\n",
    "\u00a0",
)


def test_every_glyph_number_is_read_back_as_the_two_bytes_it_is() -> None:
    content = b"".join(b"(" + escaped(number) + b") Tj\n" for number in range(0x10000))
    read = _strings(content)
    assert read == [number.to_bytes(2, "big") for number in range(0x10000)]


@given(st.lists(st.integers(0, 0xFFFF), min_size=1, max_size=60))
def test_glyph_numbers_side_by_side_are_read_back(numbers: list[int]) -> None:
    content = b"(" + b"".join(map(escaped, numbers)) + b") Tj\n"
    assert _strings(content) == [b"".join(number.to_bytes(2, "big") for number in numbers)]


def _strings(content: bytes) -> list[bytes]:
    with pikepdf.new() as empty:
        stream = empty.make_stream(content)
        return [bytes(one.operands[0]) for one in pikepdf.parse_content_stream(stream)]


@pytest.mark.parametrize("value", ["Maria Example", "BA198765", "§ 11357(b)", "O'Neil \\ (J.) “x” –"])
def test_plain_values_take_the_small_alphabet(value: str) -> None:
    assert alphabet_for((value,)) == 0


@pytest.mark.parametrize("value", [SPANISH, VIETNAMESE, EXTENDED, "Ğünel Žižek Åsa"])
def test_spanish_vietnamese_and_the_latin_of_europe_take_the_large_one(value: str) -> None:
    assert alphabet_for(("Maria", value)) == 1


@pytest.mark.parametrize("value", OTHER_SCRIPTS)
def test_one_sign_of_another_script_needs_the_full_render(value: str) -> None:
    with pytest.raises(NeedsFullRender):
        alphabet_for(("Maria", value[:1]))


def test_an_empty_value_needs_the_full_render() -> None:
    with pytest.raises(NeedsFullRender):
        alphabet_for(("Maria", ""))


@pytest.mark.parametrize("value", ["Q\u0323\u0302", "x\u0302", "m\u0304", "Nguye\u0302\u0303n"])
def test_marks_that_stand_alone_need_the_full_render(value: str) -> None:
    with pytest.raises(NeedsFullRender):
        alphabet_for((value,))


@pytest.mark.parametrize("value", ["Nguye\u0302\u0303n", "Mun\u0303oz", "A\u0301nh"])
def test_marks_that_join_their_letter_stay_in_the_lane_once_joined(value: str) -> None:
    assert alphabet_for((unicodedata.normalize("NFC", value),)) == 1


@pytest.mark.parametrize("number", range(len(ALPHABETS)))
@pytest.mark.parametrize("face", ["Noto Serif", "Noto Sans"])
def test_a_font_holds_its_whole_alphabet_but_the_signs_of_boxes(number: int, face: str) -> None:
    letters = alphabet(ALPHABETS[number], Face((face,), 400)).letters
    assert set(ALPHABETS[number]) - set("☐☒☑") <= set(letters.codes)
    assert set(letters.codes) == set(letters.widths)


@given(st.text(st.sampled_from(ALPHABETS[1].replace("☐", "").replace("☒", "").replace("☑", "")), max_size=60))
def test_a_value_is_as_wide_as_its_letters(value: str) -> None:
    letters = alphabet(ALPHABETS[1], SERIF).letters
    assert letters.width(value) == sum(letters.width(sign) for sign in value)
    assert len(letters.encode(value).replace(b"\\", b"")) <= 2 * len(value)


def test_a_letter_that_the_font_lacks_needs_the_full_render() -> None:
    with pytest.raises(NeedsFullRender):
        Letters("one", {"a": b"\0a"}, {"a": 500}).encode("ab")


def slot_and_fill(space: float, value: str) -> bytes:
    """Set a value in a slot of a page whose line has just this space."""
    known = alphabet(ALPHABETS[0], SERIF)
    [[place]] = places(laid_out("<p><bdi>~000~</bdi></p>"))
    glyphs = {sign: glyph for glyph, sign in known.font.to_unicode.items()}
    shown = b"0".join(b"<%04x>" % glyphs[sign] for sign in "~000~")
    lines = [b"1 0 0 -1 20.0 30.0 Tm", b"/F 16 Tf", b"[" + shown + b"] TJ"]
    found: list[Run] = list(runs(lines, letters={"F": known.letters}))
    content = page_content(lines, runs=found, places=[place], letters={"F": known.letters}, marks=[])
    content.parts = [
        Slot(part.value, part.letters, part.size, space) if isinstance(part, Slot) else part
        for part in content.parts
    ]
    return content.fill((Typed(value),))


def test_a_value_that_fits_exactly_is_set_and_one_a_point_wider_needs_the_full_render() -> None:
    width = alphabet(ALPHABETS[0], SERIF).letters.width("Maria Example") * 16 / 1000
    assert slot_and_fill(width, "Maria Example")
    with pytest.raises(NeedsFullRender):
        slot_and_fill(width - 1 / 0.75, "Maria Example")


@pytest.mark.parametrize("value", [" Maria", "Maria ", "Maria  Example", " "])
def test_spaces_that_a_page_would_not_print_need_the_full_render(value: str) -> None:
    with pytest.raises(NeedsFullRender):
        slot_and_fill(400, value)
