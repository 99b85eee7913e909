"""Every page of docs/ names only files, links, commands, options and buttons that are there."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from tests.ground.test_reading_ease import catalogue

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(str(file.relative_to(ROOT)) for file in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md")))
HANDBOOKS = ("for-people", "clinic-handbook", "county-handbook", "for-lawyers")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_FOLDERS = "petitions|tests|templates|static|locale|clearrecord|benchmarks|bin|docs"
_FILE = re.compile(rf"(?<![\w./-])((?:{_FOLDERS})/[\w./-]*\w)")
_ADDED = re.compile(r"^\+\+\+ b/(\S+)$", re.MULTILINE)
_CALL = re.compile(r"manage\.py (\w+)([^\n`]*)")
_OPTION = re.compile(r"(?<!\S)(--[a-z][a-z-]+)")
_PART = re.compile(r"#+ |- |\d\. ")
_QUOTED = re.compile(r"“([^”]+)”")
_MADE_LATER = re.compile(r"NNNNN|CODE|static/\*|locale/CODE")
_ON_A_HOST = {"bin/manage"}
"""What stands on an installed host, and not in this tree."""


def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def slug(heading: str) -> str:
    """Return the anchor that a heading gets."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(file: Path) -> set[str]:
    return {slug(one) for one in re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)}


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_a_file_and_to_a_part_of_it(name: str) -> None:
    lost = []
    for link in _LINK.findall(text(name)):
        place, _, part = link.partition("#")
        file = (ROOT / name).parent / place if place else ROOT / name
        if "://" not in link and (not file.exists() or (part and part not in anchors(file))):
            lost.append(link)
    assert lost == []


@pytest.mark.parametrize("name", PAGES)
def test_every_file_that_is_named_exists(name: str) -> None:
    said = text(name)
    named = set(_FILE.findall(said)) - {*_ADDED.findall(said), *_ON_A_HOST}
    lost = {one for one in named if not (ROOT / one).exists() and not _MADE_LATER.search(one)}
    assert lost == set()


@pytest.mark.parametrize("name", PAGES)
def test_every_command_that_is_named_exists_with_its_options(name: str) -> None:
    known = get_commands()
    for command, rest in _CALL.findall(text(name)):
        assert command in known, f"manage.py {command}"
        assert {*_OPTION.findall(rest)} <= options_of(command), f"manage.py {command}"


def test_an_option_that_no_command_has_is_noticed() -> None:
    command, rest = _CALL.findall("Run `manage.py packet docs/record.json --output papers --colour red`.")[0]
    assert {*_OPTION.findall(rest)} - options_of(command) == {"--colour"}


def options_of(command: str) -> set[str]:
    """Return the options of a command and of its parts."""
    loaded = load_command_class(get_commands()[command], command)
    waiting: list[ArgumentParser] = [loaded.create_parser("manage.py", command)]
    found = set[str]()
    for parser in waiting:
        for action in parser._actions:
            found |= {*action.option_strings}
            if isinstance(action.choices, dict):
                waiting += action.choices.values()
    return found


@pytest.mark.parametrize("name", HANDBOOKS)
def test_what_a_handbook_puts_in_quotation_marks_stands_on_a_page_of_the_site(name: str) -> None:
    shown = {english for english, _ in catalogue()}
    assert [one for one in _QUOTED.findall(text(f"docs/{name}.md")) if one not in shown] == []


def test_the_spanish_handbook_names_buttons_as_the_spanish_pages_do() -> None:
    shown = {spanish for _, spanish in catalogue()}
    assert [one for one in _QUOTED.findall(text("docs/para-personas.md")) if one not in shown] == []


def test_the_two_handbooks_for_people_have_the_same_parts() -> None:
    english, spanish = (
        [line.split()[0] for line in text(f"docs/{name}.md").splitlines() if _PART.match(line)]
        for name in ("for-people", "para-personas")
    )
    assert spanish == english
    assert len(english) > 35


def test_each_decision_says_why_what_and_what_it_costs() -> None:
    records = sorted((ROOT / "docs/decisions").glob("*.md"))
    assert len(records) >= 10
    for number, record in enumerate(records, start=1):
        said = record.read_text(encoding="utf-8")
        assert record.name.startswith(f"{number:04}-")
        assert said.startswith(f"# {number}. ")
        assert re.findall(r"^\*\*([\w ]+)\.\*\*", said, re.MULTILINE) == [
            "Context",
            "Decision",
            "What it costs",
        ]
        assert len(said.splitlines()) <= 25
