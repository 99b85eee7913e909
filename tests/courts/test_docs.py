"""The commands of docs/courts.md do what the page says, and the link of docs/linking.md leads where it says."""

from __future__ import annotations

import csv
import re
import shlex
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from petitions.access.organizations.models import Membership
from petitions.access.organizations.sample import sample_clinic
from petitions.courts.directory import load_directory
from petitions.records.court_edits.models import CourtEdit
from tests.conftest import ROOT

pytestmark = pytest.mark.django_db
_COMMAND = re.compile(r"^\.venv/bin/python manage\.py courts (.+)$", re.MULTILINE)
_LINK = re.compile(r'href="https://clearrecord\.example(/[^"]+)"')


def commands() -> list[list[str]]:
    page = (ROOT / "docs/courts.md").read_text(encoding="utf-8")
    return [shlex.split(line) for line in _COMMAND.findall(page)]


def ran(words: list[str], *, folder: Path) -> str:
    said = StringIO()
    call_command("courts", *[word.replace("court-files", str(folder)) for word in words], stdout=said)
    return said.getvalue()


def edited(file: Path) -> None:
    """Do what somebody does with a spreadsheet: note a phone that was found today."""
    rows = [*csv.DictReader(file.read_text(encoding="utf-8").splitlines())]
    rows[1].update(phone="530-555-0100", source="The office, by phone", checked="2026-11-20")
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, [*rows[0]])
        writer.writeheader()
        writer.writerows(rows)


def test_the_commands_of_the_page_run_in_its_order(tmp_path: Path) -> None:
    sample_clinic()
    stale, add, listed, remove, export, dry_run, take, patch = commands()
    assert "last checked on no known day" in ran(stale, folder=tmp_path)
    assert "volunteer, Example Legal Aid" in ran(add, folder=tmp_path)
    assert Membership.objects.filter(edits_courts=True).count() == 1
    assert "volunteer" in ran(listed, folder=tmp_path)
    assert "Nobody may change the directory" in ran(remove, folder=tmp_path)
    assert "The data files and courts.patch are in" in ran(export, folder=tmp_path)
    edited(tmp_path / "prosecutors.csv")
    would = ran(dry_run, folder=tmp_path)
    assert would.splitlines() == [
        "line 3: Alpine, district attorney: phone: (not known) -> (530) 555-0100",
        "1 row would change. Nothing is changed yet.",
    ]
    assert CourtEdit.objects.count() == 0
    assert ran(take, folder=tmp_path).endswith("1 row changed.\n")
    office = load_directory().prosecutor("Alpine")
    assert office is not None and office.phone == "(530) 555-0100"
    assert '+"Alpine","Alpine County District Attorney' in ran(patch, folder=tmp_path)


def test_the_link_of_the_page_leads_to_a_county_that_is_chosen() -> None:
    links = _LINK.findall((ROOT / "docs/linking.md").read_text(encoding="utf-8"))
    assert len(links) == 2
    for link in links:
        response = Client().get(link)
        assert (
            response.status_code == 200
            and "<option selected>Los Angeles</option>" in response.content.decode()
        )


@pytest.mark.parametrize("page", ["docs/courts.md", "docs/linking.md"])
def test_every_file_that_the_page_names_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:petitions|tests|docs|bin)/[\w./]+)`", text)
    assert not [file for file in named if not (ROOT / file).exists()]
