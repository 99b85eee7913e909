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


def name(file: Path) -> str:
    return str(file.relative_to(ROOT))


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_a_page_has_nothing_inline_and_nothing_foreign(page: Path) -> None:
    text = page.read_text()
    assert not re.search(r"\s(style|on[a-z]+)\s*=\s*[\"']", text)
    assert not re.search(r"<style|<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"(src|action)=[\"']?(https?:)?//", text)


@pytest.mark.parametrize("source", SOURCES, ids=name)
def test_no_source_turns_escaping_or_form_tokens_off(source: Path) -> None:
    text = source.read_text()
    assert not re.search(r"\|\s*safe\b|mark_safe\(|autoescape off|csrf_exempt|shell=True", text)
