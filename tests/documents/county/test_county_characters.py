"""Every character of a name, a number or a court stands whole on the papers of a county review, markup as text."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from tests.documents import hostile
from tests.documents.county.county_samples import a_case, court_papers, papers, printed
from tests.documents.tagged import pieces
from tests.documents.test_every_character import MIRRORED

LATIN = [*hostile.MARKUP, *hostile.NAMES]


def bare(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


@pytest.mark.parametrize("kind", ["motion", "order", "list-1", "exhibit-1"])
def test_every_character_of_many_names_is_on_each_paper(kind: str) -> None:
    cases = [a_case(name=name, case_number=f"BA{number}") for number, name in enumerate(LATIN[:12])]
    for case in cases if kind in ("motion", "order") else cases[:1]:
        made = papers(case) if kind in ("motion", "order") else court_papers(*cases[:6])
        said = bare("".join(one.text for one in pieces(printed(made[kind]))))
        wanted = [case] if kind in ("motion", "order") else cases[:6]
        assert [one.name for one in wanted if bare(one.name) not in said and not is_turned(one.name)] == []


def is_turned(name: str) -> bool:
    """Say whether a caption has the name in the order in which it is spoken."""
    return name.count(",") == 1


@pytest.mark.parametrize("name", hostile.RIGHT_TO_LEFT)
def test_a_name_from_right_to_left_loses_no_character(name: str) -> None:
    said = "".join(one.text for one in pieces(printed(papers(a_case(name=name))["motion"])))
    assert Counter(bare(name).translate(MIRRORED)) <= Counter(bare(said).translate(MIRRORED))


def test_numbers_and_courts_are_text_too() -> None:
    case = a_case(case_number="<b>BA&amp;1</b>", court='{{ court }} <script>"x"</script>')
    for made in (papers(case)["motion"], court_papers(case)["list-1"]):
        said = bare("".join(one.text for one in pieces(printed(made))))
        assert "<b>BA&amp;1</b>" in said
    assert bare('{{ court }} <script>"x"</script>') in bare(
        "".join(one.text for one in pieces(printed(papers(case)["motion"])))
    )
