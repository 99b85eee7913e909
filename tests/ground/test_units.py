"""The units of systemd: what they start is there, and what they may not do."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.ground.test_run import ROOT

UNITS = ROOT / "deploy/systemd"
COMMON = UNITS / "clearrecord-.service.d/common.conf"
SERVICES = sorted(UNITS.glob("*.service"))
TIMERS = sorted(UNITS.glob("*.timer"))
EXPOSED = 20
"""The most that systemd may give a unit of its marks for exposure, in tenths: 0 is best, 100 worst."""


def read(path: Path) -> configparser.RawConfigParser:
    found = configparser.RawConfigParser(strict=False, delimiters=("=",))
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read(path)
    return found


@pytest.mark.parametrize(
    "path", [*SERVICES, *TIMERS, *UNITS.glob("*.socket"), COMMON], ids=lambda path: path.name
)
def test_a_unit_has_no_line_that_another_kind_of_unit_has(path: Path) -> None:
    sections = set(read(path).sections())
    kind = {".service": "Service", ".timer": "Timer", ".socket": "Socket", ".conf": "Service"}[path.suffix]
    assert kind in sections <= {"Unit", kind, "Install"}


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.name)
def test_what_a_unit_runs_is_a_command_of_the_site(path: Path) -> None:
    line = read(path)["Service"]["ExecStart"]
    named = re.findall(r"manage\.py ([a-z_]+)", line)
    assert "clearrecord.serving" in line or (named and set(named) <= {*get_commands()})
    assert "/opt/clearrecord/.venv/bin/" in line


@pytest.mark.parametrize("path", TIMERS, ids=lambda path: path.name)
def test_each_timer_has_its_service_and_makes_up_for_what_it_missed(path: Path) -> None:
    assert path.with_suffix(".service").is_file()
    assert read(path)["Timer"]["Persistent"] == "true"
    assert read(path)["Install"]["WantedBy"] == "timers.target"


def test_every_timer_is_started_by_the_installation() -> None:
    line = re.search(r"^TIMERS=\((.*)\)$", (ROOT / "bin/install").read_text(), re.MULTILINE)
    assert line and {f"clearrecord-{name}.timer" for name in line[1].split()} == {one.name for one in TIMERS}


def test_no_unit_takes_back_what_the_others_may_not_do() -> None:
    common = {*read(COMMON)["Service"]}
    taken_back = {key for path in SERVICES for key in read(path)["Service"]} & (common - {"ReadWritePaths"})
    assert not taken_back


def test_a_service_may_gain_no_right_and_write_to_its_own_folders_alone() -> None:
    told = read(COMMON)["Service"]
    expected = {
        "NoNewPrivileges": "yes",
        "ProtectSystem": "strict",
        "ProtectHome": "yes",
        "CapabilityBoundingSet": "",
    }
    assert {name: told[name] for name in expected} == expected
    assert told["User"] == "clearrecord" and told["UMask"] == "0077"


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="systemd-analyze is not on this computer")
def test_systemd_judges_each_service_as_little_exposed(tmp_path: Path) -> None:
    here = tmp_path / "etc/systemd/system"
    shutil.copytree(UNITS, here)
    for path in here.glob("*.service"):  # a unit alone is judged without what stands beside it
        path.write_text(
            path.read_text().replace(
                "[Service]\n",
                COMMON.read_text().partition("[Service]\n")[0]
                + "[Service]\n"
                + COMMON.read_text().partition("[Service]\n")[2],
                1,
            )
        )
        ended = subprocess.run(
            [
                "systemd-analyze",
                "security",
                "--offline=true",
                f"--threshold={EXPOSED}",
                "--no-pager",
                str(path),
            ],
            capture_output=True,
            text=True,
            timeout=30,
            check=False,
        )
        assert ended.returncode == 0, ended.stdout[-400:]
    assert len([*here.glob("*.service")]) == len(SERVICES) == 6
