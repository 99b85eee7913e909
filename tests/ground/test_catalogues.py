"""Every sentence that the code marks is in the Spanish catalogue, translated, with the same blanks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CATALOGUE = ROOT / "locale/es/LC_MESSAGES/django.po"
MARKED = ("clearrecord", "petitions", "templates")
HOW = (
    "Run .venv/bin/python manage.py makemessages -l es -i .venv -i var -i tests, "
    "then translate locale/es/LC_MESSAGES/django.po."
)


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    told = os.environ | {"CLEARRECORD_VAR": str(cwd / "var")}
    return subprocess.run(
        command, cwd=cwd, env=told, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a fresh list of all marked sentences."""
    if shutil.which("msgcmp") is None:
        pytest.skip("gettext is not installed; bin/test installs it")
    copy = tmp_path_factory.mktemp("marked")
    for name in MARKED:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "locale").mkdir()
    made = run(sys.executable, "-m", "django", "makemessages", "-l", "es", "--keep-pot", cwd=copy)
    assert made.returncode == 0, made.stderr
    return copy / "locale/django.pot"


def test_no_sentence_is_missing_or_untranslated(marked: Path) -> None:
    assert CATALOGUE.exists(), HOW
    compared = run("msgcmp", str(CATALOGUE), str(marked), cwd=ROOT)
    assert compared.returncode == 0, f"{HOW}\n{compared.stderr[:4000]}"


def test_blanks_and_formats_are_the_same_in_both_languages(marked: Path) -> None:
    assert CATALOGUE.exists(), HOW
    checked = run("msgfmt", "--check", "-o", os.devnull, str(CATALOGUE), cwd=ROOT)
    assert checked.returncode == 0, checked.stderr[:4000]


def test_no_sentence_is_listed_by_an_escape_that_its_reader_does_not_know() -> None:
    """xgettext lists ``\\u00ad`` as six signs, so that the sentence would never be found."""
    assert "\\\\u" not in CATALOGUE.read_text(encoding="utf-8")
