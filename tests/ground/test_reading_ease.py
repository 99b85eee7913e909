"""Every sentence of the pages and guides can be read after six years of school, in English and in Spanish."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

import pytest

from petitions.documents.meanings import CONTEXT
from tests.ground.reading_ease import (
    LEAST_EASE,
    MOST_GRADE,
    ease,
    grade,
    syllables_in_english,
    syllables_in_spanish,
)

COURT_PAPER = f"{CONTEXT}\x04"
"""Before the English of a court paper, which the court reads; its meaning is for the person, and is measured."""
COMPILED = Path(__file__).resolve().parents[2] / "locale/es/LC_MESSAGES/django.mo"


@cache
def catalogue() -> tuple[tuple[str, str], ...]:
    """Return each English sentence with its Spanish one."""
    if not COMPILED.exists():
        pytest.skip("the Spanish catalogue is not compiled yet: run manage.py compilemessages")
    with COMPILED.open("rb") as file:
        entries: dict[object, str] = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    return tuple((key if isinstance(key, str) else key[0], value) for key, value in entries.items() if key)


def test_no_english_sentence_is_above_grade_six() -> None:
    graded = {english: grade(english) for english, _ in catalogue() if not english.startswith(COURT_PAPER)}
    hard = {
        text: round(found, 1) for text, found in graded.items() if found is not None and found > MOST_GRADE
    }
    assert hard == {}
    assert sum(found is not None for found in graded.values()) > 400


def test_no_spanish_sentence_is_harder_than_grade_six() -> None:
    eased = {spanish: ease(spanish) for _, spanish in catalogue()}
    hard = {text: round(found) for text, found in eased.items() if found is not None and found < LEAST_EASE}
    assert hard == {}
    assert sum(found is not None for found in eased.values()) > 400


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("judge", 1), ("asked", 1), ("wanted", 2), ("table", 2), ("papers", 2), ("changes", 2), ("cases", 2),
        ("sentences", 3), ("family", 3), ("people", 2), ("lawyer", 2), ("court’s", 1), ("I", 1), ("agree", 2),
    ],
)  # fmt: skip
def test_english_syllables(word: str, syllables: int) -> None:
    assert syllables_in_english(word) == syllables


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("que", 1), ("guía", 2), ("quién", 1), ("ley", 1), ("río", 2), ("caos", 2), ("bien", 1), ("aún", 2), ("país", 2),
        ("cuídese", 3), ("averigüe", 4), ("pregunte", 3), ("guarde", 2), ("secretario", 4), ("y", 1), ("leerlo", 3),
    ],
)  # fmt: skip
def test_spanish_syllables(word: str, syllables: int) -> None:
    assert syllables_in_spanish(word) == syllables


def test_hard_words_and_long_sentences_are_found() -> None:
    hard = (
        "Notwithstanding the aforementioned provisions, eligibility determinations necessitate documentation."
    )
    assert (grade(hard) or 0) > 15
    assert (
        ease(
            "La documentación correspondiente será incorporada oportunamente al procedimiento administrativo."
        )
        or 100
    ) < 30
    easy = "The court may lower it. Ask the clerk, and keep the paper for good."
    assert (grade(easy) or 99) < 3
    assert grade(f"{easy[:-1]}, and {easy.lower()}") > grade(easy)  # type: ignore[operator]


def test_the_law_s_own_names_do_not_count_against_a_sentence_nor_do_its_blanks() -> None:
    said = "Ask the public defender about Proposition 64 before you write to %(office)s."
    assert grade(said) == grade("Ask the name about name before you write to name.")
