"""The pages for whoever runs a host: each command on them is one that the rehearsal ran, and one that there is."""

from __future__ import annotations

import io
import json
import re
import shlex
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command, get_commands, load_command_class
from pytest_django import Settings

from benchmarks.page_commands import HOST_PAGES, ROOT, commands
from petitions.records.new_keys import new_settings
from tests.documents.official.stand_in import stand_in

MANAGE = "bin/manage "
IN_PROCESS = ("docs/settings.md", "docs/organizations.md", "docs/forms.md")
_UNIT = re.compile(r"clearrecord-[a-z-]+\.(?:service|timer|socket)")
SAID = {"docs/organizations.md": ("/invitation/", "open again"), "docs/forms.md": ("CR-400", "DISMISS_SEAL")}


def recorded() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "docs/rehearsal.json").read_text(encoding="utf-8"))
    return found


def managed(page: str) -> list[list[str]]:
    """Return what each ``bin/manage`` of a page is called with."""
    return [shlex.split(line)[1:] for line in commands(page) if line.startswith(MANAGE)]


@pytest.mark.parametrize("name", HOST_PAGES)
def test_each_command_of_a_page_is_one_that_the_rehearsal_ran(name: str) -> None:
    ran = [one["command"] for one in recorded()["pages"][name]]
    assert commands(name) == ran and ran, "run benchmarks/rehearsal.py"


def test_a_host_is_set_up_in_ten_commands() -> None:
    assert len(commands("docs/deploy.md")) == 10


def test_what_the_rehearsal_saw_is_what_is_promised() -> None:
    seen = recorded()["seen"]
    assert seen["failed units"] == "none" and seen["units as systemd reads them"] == "sound"
    assert seen["the program can be written to by the site"] == "no"
    assert seen["the settings can be read by others"] == "no"
    assert "308" in seen["over HTTP"] and "404" in seen["figures without a token"]
    assert seen["a file of a stranger is opened without a network"] == "True"
    assert seen["clearrecord-web.service is, and was started again unasked"] == "active 0"
    marks = [float(mark.split()[0]) for name, mark in seen.items() if name.startswith("exposure of")]
    assert len(marks) == 6 and max(marks) < 2
    visits = [said for name, said in seen.items() if name.startswith("a visit")]
    assert len(visits) == len(HOST_PAGES) + 1 and all("papers of" in said for said in visits)


@pytest.mark.parametrize("name", HOST_PAGES)
def test_each_program_and_unit_that_a_page_names_is_there(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    units = {unit for line in commands(name) for unit in _UNIT.findall(line)}
    assert not [unit for unit in units if not (ROOT / "deploy/systemd" / unit).is_file()]
    programs = set(re.findall(r"\bbin/[a-z]+\b", text)) - {"bin/sh"}
    assert not [one for one in programs if not (ROOT / one).is_file()]


@pytest.mark.parametrize("name", HOST_PAGES)
def test_each_command_of_the_site_takes_what_the_page_gives_it(name: str) -> None:
    known = get_commands()
    for verb, *words in managed(name):
        command = load_command_class(known[verb], verb)
        command.create_parser("bin/manage", verb).parse_args(words)


@pytest.mark.django_db
@pytest.mark.parametrize("name", IN_PROCESS)
def test_the_commands_of_the_site_on_a_page_work(name: str, settings: Settings, tmp_path: Path) -> None:
    settings.OFFICIAL_FORMS_DIR = str(tmp_path / "forms")
    (tmp_path / "CR-400.pdf").write_bytes(stand_in())
    said = io.StringIO()
    for verb, *words in managed(name):
        if verb == "check":  # its settings are those of production; tests/ground/test_settings.py
            continue
        call_command(verb, *[word.replace("/srv/forms", str(tmp_path)) for word in words], stdout=said)
    assert all(words in said.getvalue() for words in SAID.get(name, ()))


class Host:
    """A host of which only the settings, the site and its keys are real; what systemd is told is written down."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.settings, self.told = folder, folder / "clearrecord.env", folder / "told"
        var = folder / "var"
        var.mkdir()
        self.settings.write_text(
            new_settings(
                "clear.example", on=date(2026, 11, 29), database=f"sqlite:///{var}/site.sqlite3", var=str(var)
            )
        )
        programs = folder / "programs"
        programs.mkdir()
        for name, does in {
            "systemctl": f'printf "%s\\n" "$*" >>{self.told}',
            "runuser": 'shift 3; exec "$@"',
        }.items():
            (programs / name).write_text(f"#!/bin/sh\n{does}\n")
            (programs / name).chmod(0o755)
        self.path = f"{programs}:/usr/bin:/bin"

    def run(self, command: str) -> str:
        """Run a command of a page here."""
        here = command.replace("/etc/clearrecord/clearrecord.env", str(self.settings)).replace(
            "/opt/clearrecord", str(ROOT)
        )
        done = subprocess.run(
            ["bash", "-euc", here],
            cwd=ROOT,
            env={"PATH": self.path, "CLEARRECORD_SETTINGS": str(self.settings)},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        return done.stdout

    def keys(self, name: str = "CLEARRECORD_KEYS") -> list[str]:
        """Return the names of the keys in the settings, newest first."""
        [line] = [one for one in self.settings.read_text().splitlines() if one.startswith(f"{name}=")]
        return [one.partition(":")[0] for one in line.partition("=")[2].split(",")]


@pytest.mark.long
def test_the_page_on_keys_changes_the_keys_of_a_site(tmp_path: Path) -> None:
    host = Host(tmp_path)
    host.run("bin/manage prepare")
    host.run(
        "bin/manage shell --command 'from petitions.records.writing import start_interview; start_interview()'"
    )
    [old], audit = host.keys(), host.keys("CLEARRECORD_AUDIT_KEYS")
    said = {command: host.run(command) for command in commands("docs/keys.md")}
    [new] = host.keys()
    assert new != old and len(host.keys("CLEARRECORD_AUDIT_KEYS")) == len(audit) + 1
    assert f"Key {old} seals 0." in said["bin/manage rotate_keys"]
    assert f"Key {new} seals 1" in said["bin/manage rotate_keys --dry-run"]
    assert old not in said["bin/manage rotate_keys --dry-run"], "the old key is out of the settings"
    assert host.told.read_text().count("try-restart clearrecord-*.service") == 3
