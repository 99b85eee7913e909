"""What the README and its companions say is there."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]
PAGES = tuple(sorted(f"docs/{file.name}" for file in (ROOT / "docs").glob("*.md")))
DOCS = ("README.md", "CONTRIBUTING.md", "SECURITY.md", *PAGES)
RECORD = ROOT / "docs/record.json"
_LINK = re.compile(r"\]\(([^)#]+)\)")
_SETTING = re.compile(r'environment\.\w+\(\s*(?:_given|os\.environ),\s*"(\w+)"')
_ROW = re.compile(r"^\| (`[^|]+`) \|", re.MULTILINE)
_FILE = re.compile(r"`((?:petitions|tests|templates|locale|clearrecord|benchmarks)/[\w./]+)`")
_EXAMPLES = (
    "petitions/law/offenses/hs_NNNNN.py",
    "locale/CODE/LC_MESSAGES/django.po",
    "clearrecord/formats/CODE/formats.py",
)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCS)
def test_every_link_and_every_file_that_is_named_exists(name: str) -> None:
    at = (ROOT / name).parent
    links = [one.partition("#")[0] for one in _LINK.findall(read(name)) if "://" not in one]
    named = {
        *((at / one).resolve() for one in links),
        *(ROOT / one for one in {*_FILE.findall(read(name))} - {*_EXAMPLES}),
    }
    assert named or name in PAGES
    assert not [file for file in named if not file.exists()]


def test_every_page_stands_in_the_list_of_pages() -> None:
    listed = set(_LINK.findall(read("docs/README.md")))
    assert {page.removeprefix("docs/") for page in PAGES} - {"README.md"} <= listed


def test_every_test_that_the_threat_model_names_exists() -> None:
    named = _FILE.findall(read("docs/threat-model.md"))
    assert len(named) > 20
    assert not [file for file in named if not (ROOT / file).exists()]
    stories = re.findall(r"^\| (T\d+) \| [^|]+ \| [^|]+ \| `", read("docs/threat-model.md"), re.MULTILINE)
    assert stories == [f"T{number}" for number in range(1, 16)], "each story has a control and a test"


def test_every_setting_is_explained_and_nothing_else_is() -> None:
    read_by_the_code = {
        name for file in ("settings", "serving") for name in _SETTING.findall(read(f"clearrecord/{file}.py"))
    }
    explained = [
        name for row in _ROW.findall(read("docs/settings.md")) for name in re.findall(r"`(\w+)`", row)
    ]
    assert len(explained) == len(set(explained)) > 25
    assert set(explained) == read_by_the_code


def test_each_row_of_settings_says_what_it_is_and_what_holds_without_it() -> None:
    rows = [line for line in read("docs/settings.md").splitlines() if line.startswith("| `")]
    assert all(len([cell for cell in row.strip("|").split(" | ") if cell.strip()]) == 3 for row in rows)


def test_every_command_is_explained() -> None:
    commands = [file.stem for file in (ROOT / "petitions/management/commands").glob("[!_]*.py")]
    assert commands
    assert not [command for command in commands if f"manage.py {command}" not in read("README.md")]


def test_the_example_record_can_be_screened() -> None:
    said = io.StringIO()
    call_command("screen", str(RECORD), stdout=said)
    assert json.loads(said.getvalue())["determinations"][0]["outcome"] == "DISMISS_SEAL"


def test_the_example_record_gives_papers(tmp_path: Path) -> None:
    said = io.StringIO()
    call_command("packet", str(RECORD), "--output", str(tmp_path / "papers"), stdout=said)
    assert len(json.loads(said.getvalue())["cases"]) == 1
