"""The papers of a person whose site has the court's own form installed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from petitions.documents.official.store import add, check_addition
from petitions.documents.pdfium import opened_pdf
from tests.documents.official.stand_in import stand_in
from tests.interview.visitors import after, filed

pytestmark = pytest.mark.django_db


def words(content: bytes) -> str:
    with opened_pdf(content) as opened:
        return " ".join(str(page.get_textpage().get_text_range()) for page in opened)


def test_the_papers_are_made_on_the_installed_form(settings: Settings, tmp_path: Path) -> None:
    settings.OFFICIAL_FORMS_DIR = str(tmp_path)
    assert "CR-400 [Rev." not in words(after(filed).client.get("/papers/all.pdf").content)
    add(check_addition(stand_in(), mapping=None), folder=tmp_path, on=date(2026, 11, 25))
    printed = words(after(filed).client.get("/papers/all.pdf").content)
    assert "CR-400 [Rev. January 1, 2024]" in printed and "CR-05-1234" in printed
