"""What the README and its companions say is there."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parents[2]
DOCS = ("README.md", "CONTRIBUTING.md", "SECURITY.md")
RECORD = ROOT / "docs/record.json"
_LINK = re.compile(r"\]\(([^)#]+)\)")
_SETTING = re.compile(r'environment\.\w+\(\s*_given,\s*"(\w+)"')
_FILE = re.compile(r"`((?:petitions|tests|templates|locale|clearrecord|benchmarks)/[\w./]+)`")
_EXAMPLES = ("petitions/law/offenses/hs_NNNNN.py",)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", DOCS)
def test_every_link_and_every_file_that_is_named_exists(name: str) -> None:
    named = {*_LINK.findall(read(name)), *_FILE.findall(read(name))} - set(_EXAMPLES)
    assert named
    assert not [file for file in named if not (ROOT / file).exists()]


def test_every_test_that_the_threat_model_names_exists() -> None:
    named = _FILE.findall(read("docs/threat-model.md"))
    assert len(named) > 20
    assert not [file for file in named if not (ROOT / file).exists()]
    stories = re.findall(r"^\| (T\d+) \| [^|]+ \| [^|]+ \| `", read("docs/threat-model.md"), re.MULTILINE)
    assert stories == [f"T{number}" for number in range(1, 16)], "each story has a control and a test"


def test_every_setting_is_explained() -> None:
    settings = set(_SETTING.findall(read("clearrecord/settings.py")))
    assert len(settings) >= 10
    assert not [setting for setting in settings if f"`{setting}`" not in read("README.md")]


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
