"""No template and no view opens a door that the policy closes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = [page for page in sorted((ROOT / "templates").rglob("*.html")) if page.parent.name != "documents"]
SOURCES = [
    source
    for folder in ("clearrecord", "petitions", "templates")
    for source in sorted((ROOT / folder).rglob("*"))
    if source.suffix in (".py", ".html")
]


INLINE = re.compile(
    r"\s(style|on[a-z]+)\s*=\s*[\"']|<style|<script(?![^>]*\ssrc=)|(src|action)=[\"']?(https?:)?//"
)
OPEN = re.compile(r"\|\s*safe\b|mark_safe\(|autoescape off|csrf_exempt|shell=True")


def with_(pattern: re.Pattern[str], files: list[Path]) -> dict[str, str]:
    found = ((file, pattern.search(file.read_text())) for file in files)
    return {str(file.relative_to(ROOT)): one[0] for file, one in found if one}


def test_no_page_has_anything_inline_or_foreign() -> None:
    assert len(PAGES) > 100
    assert with_(INLINE, PAGES) == {}


def test_no_source_turns_escaping_or_form_tokens_off() -> None:
    assert len(SOURCES) > 500
    assert with_(OPEN, SOURCES) == {}


@pytest.mark.parametrize(
    "wrong", ['<p style="a">', "<p onclick='a'>", "<script>", '<img src="//a.example">', "{{ a|safe }}"]
)
def test_what_is_wrong_is_found(wrong: str) -> None:
    assert INLINE.search(wrong) or OPEN.search(wrong)
