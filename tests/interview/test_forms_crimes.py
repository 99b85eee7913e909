"""A code section is read as people and papers write it; what is not plain is asked, never guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from petitions.interview.code_words import LONGEST
from petitions.interview.crimes import Crime, Guess, Trouble, read_crime
from petitions.law.sections import LETTERS, LISTED, PLEADABLE, PREDECESSORS, read_charge
from petitions.law.sections import Kind as LawKind
from petitions.law.terms import Prefix

READ = [
    ("11357b", "HS", "11357", "b", "none"),
    ("HS 11357(b)", "HS", "11357", "b", "none"),
    ("hs 11357 (B)", "HS", "11357", "b", "none"),
    ("HS11357(B)", "HS", "11357", "b", "none"),
    ("H&S 11357", "HS", "11357", None, "none"),
    ("H & S 11360(a)", "HS", "11360", "a", "none"),
    ("11359 HS", "HS", "11359", None, "none"),
    ("11360a hs", "HS", "11360", "a", "none"),
    ("11360AHS", "HS", "11360", "a", "none"),
    ("11357.b", "HS", "11357", "b", "none"),
    ("11357[b]", "HS", "11357", "b", "none"),
    ("11357(b)(1)", "HS", "11357", "b", "none"),
    ("11360a3D", "HS", "11360", "a", "none"),
    ("11357B HS", "HS", "11357", "b", "none"),
    ("Sec. 11359 H&S", "HS", "11359", None, "none"),
    ("HS-11359", "HS", "11359", None, "none"),
    ("Health and Safety Code section 11357, subd. (b)", "HS", "11357", "b", "none"),
    ("Health and Safety Code section 11357, subdivision (b)", "HS", "11357", "b", "none"),
    ("subdivision (b) of section 11357 of the Health and Safety Code", "HS", "11357", "b", "none"),
    ("Health & Saf. Code, § 11357", "HS", "11357", None, "none"),
    ("H.S. 11357 (b)(2)", "HS", "11357", "b", "none"),
    ("HSC 11358", "HS", "11358", None, "none"),
    ("11362.1", "HS", "11362.1", None, "none"),
    ("11357.5", "HS", "11357.5", None, "none"),
    ("11530.5 HS", "HS", "11530.5", None, "none"),
    ("Código de Salud y Seguridad 11357", "HS", "11357", None, "none"),
    ("sección 11357(b) del Código de Salud y Seguridad", "HS", "11357", "b", "none"),
    ("１１３５７（ｂ）", "HS", "11357", "b", "none"),
    ("11359-HS-F", "HS", "11359", None, "none"),
    ("11359 HS (F)", "HS", "11359", None, "none"),
    ("HS 11357 M", "HS", "11357", None, "none"),
    ("11357(B) HS-POSSESS MARIJUANA", "HS", "11357", "b", "none"),
    ("11360(A) HS-GIVE/ETC MARIJ OVER 1 OZ/28.5 GRM", "HS", "11360", "a", "none"),
    ("11357 HS-NO SPECIFIED SUBSECTION", "HS", "11357", None, "none"),
    ("CNT:01 11357 HS-POSS", "HS", "11357", None, "none"),
    ("11358 100 plants", "HS", "11358", None, "none"),
    ("possession for sale 11359", "HS", "11359", None, "none"),
    ("PC 664/11359", "HS", "11359", None, "attempt"),
    ("PC 664/HS 11359", "HS", "11359", None, "attempt"),
    ("664 PC/11359 HS", "HS", "11359", None, "attempt"),
    ("HS 664/11359", "HS", "11359", None, "attempt"),
    ("11359 HS/664 PC", "HS", "11359", None, "attempt"),
    ("664/11359(a) HS", "HS", "11359", "a", "attempt"),
    ("attempted 11359", "HS", "11359", None, "attempt"),
    ("182/11360", "HS", "11360", None, "conspiracy"),
    ("182(a)(1)/11360", "HS", "11360", None, "conspiracy"),
    ("conspiracy to commit HS 11360(a)", "HS", "11360", "a", "conspiracy"),
    ("PC 32/HS 11358", "HS", "11358", None, "accessory"),
    ("PC 182", "PC", "182", None, "conspiracy"),
    ("32 PC-ACCESSORY AFTER THE FACT", "PC", "32", None, "accessory"),
    ("PC 459", "PC", "459", None, "none"),
    ("Penal Code 4573.6", "PC", "4573.6", None, "none"),
    ("Código Penal 459", "PC", "459", None, "none"),
    ("VC 23152(a)", "VC", "23152", "a", "none"),
]


@pytest.mark.parametrize(("typed", "code", "section", "letter", "prefix"), READ)
def test_a_code_is_read(typed: str, code: str, section: str, letter: str | None, prefix: str) -> None:
    assert read_crime(typed) == Crime(code, section, letter, prefix)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1l357b", "HS 11357(b)"),
        ("II357", "HS 11357"),
        ("1136Oa", "HS 11360(a)"),
        ("HS 1136O", "HS 11360"),
        ("11.357(b)", "HS 11357(b)"),
        ("11,359", "HS 11359"),
        ("66411359", "PC 664/HS 11359"),
        ("PC 11357", "HS 11357"),
        ("11357(b) VC", "HS 11357(b)"),
        ("HS 11357 & PC 664", "PC 664/HS 11357"),
    ],
)
def test_what_looks_like_a_slip_is_offered_and_not_taken(typed: str, meant: str) -> None:
    found = read_crime(typed)
    assert isinstance(found, Guess)
    assert found.crime.text == meant


@pytest.mark.parametrize(
    ("typed", "trouble"),
    [
        ("", Trouble.UNREADABLE),
        ("pot", Trouble.UNREADABLE),
        ("HS", Trouble.UNREADABLE),
        ("(b)", Trouble.UNREADABLE),
        ("XX 11357", Trouble.UNREADABLE),
        ("11357 XX", Trouble.UNREADABLE),
        ("LAMC 11357", Trouble.UNREADABLE),
        ("HS 11357 PC", Trouble.UNREADABLE),
        ("HS 11357ab", Trouble.UNREADABLE),
        ("11359 2005", Trouble.UNREADABLE),
        ("١١٣٥٧", Trouble.UNREADABLE),
        ("1" * (LONGEST + 1), Trouble.UNREADABLE),
        ("11357 and 11359", Trouble.SEVERAL),
        ("11357 y 11359", Trouble.SEVERAL),
        ("HS 11359/11360", Trouble.SEVERAL),
        ("11359/11360/11357", Trouble.SEVERAL),
        ("11357–11360", Trouble.SEVERAL),
        ("HS 11357(b), PC 459", Trouble.SEVERAL),
        ("11357(a)(b)", Trouble.SEVERAL),
        ("11357b or c", Trouble.SEVERAL),
        ("11359 HS-POSS FOR SALE 11360 HS-SALE", Trouble.SEVERAL),
        ("664/664/11359", Trouble.SEVERAL),
        ("conspiracy 664/11359", Trouble.SEVERAL),
        ("459", Trouble.NO_CODE),
        ("21 USC 844", Trouble.FEDERAL),
        ("18 2113(A) US", Trouble.FEDERAL),
    ],
)
def test_what_is_no_single_code_is_not_guessed(typed: str, trouble: Trouble) -> None:
    assert read_crime(typed) is trouble


def test_a_word_like_attempt_behind_the_code_leaves_open_what_it_was() -> None:
    assert read_crime("11359 HS-ATTEMPTED") == Crime("HS", "11359", None, None)


_NAMES = (
    "HS",
    "H&S",
    "h & s",
    "H.S.",
    "HSC",
    "Health and Safety Code",
    "Health & Saf. Code",
    "Salud y Seguridad",
)
_LETTER = (
    "({})",
    " ({})",
    "{}",
    " {}",
    ".{}",
    "-{}",
    "[{}]",
    ", subd. ({})",
    ", inciso {}",
    "({})(2)",
    "{}1",
)
_PREFIX = {
    "none": ("", "§ ", "section ", "Sec. ", "count 2: "),
    "attempt": ("664/", "PC 664/", "664-", "664(a)/", "Penal Code 664/", "attempted ", "attempt to commit "),
    "conspiracy": ("182/", "PC 182(a)(1)/", "conspiracy to commit "),
}
_TAILS = ("", " ", ".", " F", "-M", " felony", " - possession", " (poss. for sale)", " HASH")


@st.composite
def spelled(draw: st.DrawFn) -> tuple[str, Crime]:
    """Draw a section with one of the ways to write it."""
    section = draw(st.sampled_from(LISTED))
    letter = draw(st.sampled_from(["", *LETTERS.get(section, "")]))
    prefix = draw(st.sampled_from(sorted(_PREFIX)))
    name, before = draw(st.sampled_from(_NAMES)), draw(st.booleans())
    number = section + (draw(st.sampled_from(_LETTER)).format(letter) if letter else "")
    coded = f"{name} {number}" if before else f"{number} {name}"
    text = draw(st.sampled_from(_PREFIX[prefix])) + coded + draw(st.sampled_from(_TAILS))
    cased = draw(st.sampled_from([str, str.upper, str.lower]))(text)
    return cased, Crime("HS", section, letter or None, prefix)


@given(spelled())
def test_every_spelling_of_a_section_is_read_as_that_section(drawn: tuple[str, Crime]) -> None:
    text, crime = drawn
    assert read_crime(text) == crime


@given(spelled())
def test_a_section_as_we_write_it_is_read_as_itself(drawn: tuple[str, Crime]) -> None:
    _text, crime = drawn
    assert read_crime(crime.text) == crime


@given(st.one_of(st.text(), st.text(alphabet="136459 0OIlHS&PCabf()[]/-.,§áñ１", max_size=40)))
def test_any_text_is_read_or_refused_and_never_breaks(text: str) -> None:
    found = read_crime(text)
    assert isinstance(found, (Crime, Guess, Trouble))
    if isinstance(found, Guess):
        assert read_crime(found.crime.text) == found.crime


@given(st.text(alphabet="1356780", min_size=5, max_size=5))
def test_no_number_but_a_section_s_own_reads_as_a_marijuana_section(number: str) -> None:
    found = read_crime(f"HS {number}")
    assert found == Crime("HS", number, None, "none")
    kind = read_charge("HS", number, None, Prefix.NONE).kind
    assert (kind is LawKind.LISTED) is (number in LISTED)
    assert (kind is LawKind.OTHER) is (number not in (*LISTED, *PREDECESSORS, *PLEADABLE))


@pytest.mark.parametrize("sign", ["1", "H", "&", "(", "11357 ", "HS ", "664/", "ﷺ"])
def test_a_long_row_of_one_sign_is_refused_at_once(sign: str) -> None:
    for length in (LONGEST, 1_000_000):
        assert isinstance(read_crime((sign * length)[:length]), Trouble)
