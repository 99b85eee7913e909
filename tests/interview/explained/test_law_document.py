"""``docs/law.md`` is what the rules say now, and keeps what a lawyer signed."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from django.core.management import call_command

from petitions.interview import law_document
from petitions.interview.law_document import document
from petitions.law.determine import LAW_VERSION

PLACE = Path(__file__).resolve().parents[3] / "docs/law.md"
HOW = (
    "docs/law.md is not what the rules say now. Run .venv/bin/python manage.py law, and look at what changed."
)
BLANK = re.compile(r"^\|  \|  \|  \| (\S+) \| `([0-9a-f]{16})` \|  \|$", re.MULTILINE)


def signed(text: str) -> str:
    return BLANK.sub(r"| A. Muster | 000000 | 2026-12-01 | \1 | `\2` | none |", text)


def test_the_document_is_what_the_rules_say_now() -> None:
    written = PLACE.read_text(encoding="utf-8") if PLACE.exists() else ""
    assert written == document(written), HOW


def test_the_document_has_a_line_to_sign_for_this_version() -> None:
    assert [version for version, _ in BLANK.findall(document())] == [LAW_VERSION]


def test_a_signature_stays_while_the_text_is_the_same() -> None:
    text = signed(document())
    assert "A. Muster" in text
    assert document(text) == text


def test_a_new_text_keeps_the_old_signature_and_wants_a_new_one(monkeypatch: pytest.MonkeyPatch) -> None:
    before = signed(document())
    monkeypatch.setattr(law_document, "_addresses", lambda: iter(["another text"]))
    after = document(before)
    assert "A. Muster" in after
    assert len(BLANK.findall(after)) == 1
    assert BLANK.findall(after)[0][1] not in before


def test_an_unsigned_line_of_an_older_text_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    before = document()
    monkeypatch.setattr(law_document, "_addresses", lambda: iter(["another text"]))
    assert len(BLANK.findall(document(before))) == 1


def test_every_citation_in_the_document_leads_somewhere() -> None:
    text = document()
    used, defined = (
        set(re.findall(r"\]\[([\w.-]+)\]", text)),
        set(re.findall(r"^\[([\w.-]+)\]: http", text, re.MULTILINE)),
    )
    assert used and used <= defined


def test_each_row_has_as_many_cells_as_its_table() -> None:
    tables = re.findall(r"(?:^\|.*\|\n)+", document(), re.MULTILINE)
    assert len(tables) > 50
    for table in tables:
        assert len({line.count(" | ") for line in table.splitlines() if not line.startswith("|---")}) == 1


def test_the_command_writes_it(tmp_path: Path) -> None:
    said = io.StringIO()
    call_command("law", "--output", str(tmp_path / "law.md"), stdout=said)
    assert (tmp_path / "law.md").read_text(encoding="utf-8") == document()
    assert "Wrote" in said.getvalue()


def test_the_command_says_so_where_it_cannot_write(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        call_command("law", "--output", str(tmp_path / "nowhere/law.md"))
    assert ended.value.code == 1
    assert "could not be written" in capsys.readouterr().err
