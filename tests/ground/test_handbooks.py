"""The handbooks are easy to read, and their pictures are those of the one table."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from benchmarks.handbook_table import PAPER, PICTURES
from petitions.access.signing_in import sittings
from petitions.interview.kept_figures import kept_figures
from tests.ground.reading_ease import LEAST_EASE, MOST_GRADE, ease, grade
from tests.pages.registry import STATES

DOCS = Path(__file__).resolve().parents[2] / "docs"
MOST_BYTES = 60_000
SPANS = (
    ("for-people", r"deleted after (\d+) minutes without use", "shared_minutes"),
    ("for-people", r"stay away for (\d+) hours", "own_hours"),
    ("for-people", r"choose \d+, \d+ or (\d+) days", "code_days_third"),
    ("para-personas", r"se borran tras (\d+) minutos", "shared_minutes"),
    ("para-personas", r"no vuelve en (\d+) horas", "own_hours"),
    ("para-personas", r"elige \d+, \d+ o (\d+) días", "code_days_third"),
    ("clinic-handbook", r"deleted (\d+) days after you close", "matter_closed_days"),
    ("clinic-handbook", r"or (\d+) days after the last work", "matter_untouched_days"),
    ("county-handbook", r"deleted after (\d+) days", "review_days"),
)
"""Where a handbook says how long something is kept."""
_PICTURE = re.compile(r"!\[([^\]]*)\]\((?:docs/)?pictures/([\w-]+)\.png\)")
_FENCE = re.compile(r"```.*?```", re.DOTALL)
_MARKS = re.compile(r"[*`#|]|^\s*(?:[-]|\d+\.)\s", re.MULTILINE)
_LINKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")


def said(name: str) -> list[str]:
    """Return the paragraphs, lines of lists and cells of tables of a page, without marks."""
    plain = _LINKS.sub(r"\1", _FENCE.sub("", (DOCS / f"{name}.md").read_text(encoding="utf-8")))
    parts = [cell for line in plain.splitlines() for cell in (line.strip("|").split("|"))]
    return [_MARKS.sub("", part).strip() for part in parts if part.strip(" -")]


def pictured() -> dict[str, str]:
    """Return the words for each picture that any page shows, by its name."""
    pages = (DOCS.parent / "README.md", *DOCS.glob("*.md"))
    return {
        name: words for page in pages for words, name in _PICTURE.findall(page.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("name", ["for-people", "clinic-handbook"])
def test_a_handbook_can_be_read_after_six_years_of_school(name: str) -> None:
    found = {part: grade(part) for part in said(name)}
    assert sum(one is not None for one in found.values()) > 30
    assert {part: round(one, 1) for part, one in found.items() if one is not None and one > MOST_GRADE} == {}


def test_the_spanish_handbook_is_as_easy() -> None:
    found = {part: ease(part) for part in said("para-personas")}
    assert sum(one is not None for one in found.values()) > 30
    assert {part: round(one) for part, one in found.items() if one is not None and one < LEAST_EASE} == {}


def test_every_picture_that_a_page_shows_is_in_the_table_and_on_the_disk() -> None:
    table = [*(one.name for one in PICTURES), PAPER]
    assert len(set(table)) == len(table)
    assert set(pictured()) == set(table), "a picture without a page, or a page without its picture"
    assert {file.stem for file in (DOCS / "pictures").iterdir()} == set(table)


def test_every_picture_shows_a_page_state_that_exists() -> None:
    states = {state.name for state in STATES}
    assert [one.name for one in PICTURES if one.state not in states] == []


def test_every_picture_is_small_and_has_words_for_who_does_not_see_it() -> None:
    sizes = {file.name: file.stat().st_size for file in (DOCS / "pictures").iterdir()}
    assert {name: size for name, size in sizes.items() if size > MOST_BYTES} == {}
    assert [name for name, words in pictured().items() if len(words.split()) < 1] == []


@pytest.mark.parametrize(("name", "words", "figure"), SPANS)
def test_a_handbook_says_how_long_something_is_kept_as_the_code_does(
    name: str, words: str, figure: str
) -> None:
    found = re.search(words, (DOCS / f"{name}.md").read_text(encoding="utf-8"))
    assert found, words
    assert int(found[1]) == kept_figures()[figure]


def test_the_clinic_is_told_when_members_are_signed_out() -> None:
    said_so = f"That happens after {sittings.IDLE // timedelta(minutes=1)} minutes without use."
    assert said_so in (DOCS / "clinic-handbook.md").read_text(encoding="utf-8")
