"""A code section is read as people and papers write it."""

from __future__ import annotations

import pytest

from petitions.interview.crimes import read_crime

READ = [
    ("11357b", "HS", "11357", "b", "none"),
    ("HS 11357(b)", "HS", "11357", "b", "none"),
    ("hs 11357 (B)", "HS", "11357", "b", "none"),
    ("H&S 11357", "HS", "11357", None, "none"),
    ("H & S 11360(a)", "HS", "11360", "a", "none"),
    ("11359 HS", "HS", "11359", None, "none"),
    ("11357(b)(1)", "HS", "11357", "b", "none"),
    ("11357B HS", "HS", "11357", "b", "none"),
    ("Health and Safety Code section 11357, subd. (b)", "HS", "11357", "b", "none"),
    ("Health & Saf. Code, § 11357", "HS", "11357", None, "none"),
    ("H.S. 11357(b)", "HS", "11357", "b", "none"),
    ("HSC 11358", "HS", "11358", None, "none"),
    ("11362.1", "HS", "11362.1", None, "none"),
    ("PC 664/11359", "HS", "11359", None, "attempt"),
    ("664/11359(a) HS", "HS", "11359", "a", "attempt"),
    ("182/11360", "HS", "11360", None, "conspiracy"),
    ("182(a)(1)/11360", "HS", "11360", None, "conspiracy"),
    ("PC 32/HS 11358", "HS", "11358", None, "accessory"),
    ("PC 182", "PC", "182", None, "conspiracy"),
    ("PC 459", "PC", "459", None, "none"),
    ("Penal Code 4573.6", "PC", "4573.6", None, "none"),
    ("VC 23152(a)", "VC", "23152", "a", "none"),
    ("459", None, "459", None, "none"),
]


@pytest.mark.parametrize(("typed", "code", "section", "letter", "prefix"), READ)
def test_a_code_is_read(typed: str, code: str | None, section: str, letter: str | None, prefix: str) -> None:
    crime = read_crime(typed)
    assert crime is not None
    assert (crime.code, crime.section, crime.subdivision, crime.prefix) == (code, section, letter, prefix)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "pot",
        "HS",
        "11357 and 11359",
        "HS 11359/11360",
        "11359/11360/11357",
        "664/664/11359",
        "HS 664/11359",
        "XX 11357",
        "HS 11357 PC",
        "١١٣٥٧",
        "1" * 81,
        "(b)",
    ],
)
def test_what_is_no_single_code_is_not_guessed(typed: str) -> None:
    assert read_crime(typed) is None
