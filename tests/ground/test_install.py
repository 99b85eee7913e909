"""bin/install refuses kindly what it cannot do; bin/manage and new_settings make what a host needs. The rest is rehearsed."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from petitions.records.keys import key_ring
from tests.ground.test_run import ROOT

as_root = pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("dpkg-query"), reason="for root on Debian")


def installed(copy: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the script in a copy, which can install nothing, for it is not where the service runs from."""
    shutil.copytree(ROOT / "bin", copy / "bin", dirs_exist_ok=True)
    return subprocess.run(
        [copy / "bin/install", *words], capture_output=True, text=True, timeout=30, check=False
    )


@as_root
def test_a_copy_elsewhere_is_told_where_it_belongs(tmp_path: Path) -> None:
    ended = installed(tmp_path, "clear.example")
    assert ended.returncode == 1 and ended.stdout == ""
    assert "/opt/clearrecord" in ended.stderr and "git clone" in ended.stderr


@as_root
@pytest.mark.parametrize(
    ("name", "told"),
    [("", "Which name"), ("Clear.example", "small letters"), ("-x; rm -rf", "small letters")],
)
def test_a_name_that_is_none_is_refused(name: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    shutil.copytree(ROOT / "bin", tmp_path / "bin", dirs_exist_ok=True)
    script = (ROOT / "bin/install").read_text().replace("PLACE=/opt/clearrecord", f"PLACE={tmp_path}", 1)
    script = script.replace("SETTINGS=/etc/clearrecord/clearrecord.env", f"SETTINGS={tmp_path}/none.env", 1)
    (tmp_path / "bin/install").write_text(
        script.partition('may_be_installed "$@"')[0] + 'may_be_installed "$@"\n'
    )
    ended = subprocess.run(
        [tmp_path / "bin/install", name], capture_output=True, text=True, timeout=30, check=False
    )
    assert ended.returncode == 1 and told in ended.stderr


def test_the_settings_of_a_new_site_are_its_own_and_can_be_read() -> None:
    told = []
    for _time in range(2):
        said = io.StringIO()
        call_command(
            "new_settings", "clear.example", "--database", "sqlite:////x/y", "--var", "/x", stdout=said
        )
        lines = [line for line in said.getvalue().splitlines() if not line.startswith("#")]
        told.append(dict(line.split("=", 1) for line in lines))
    one, other = told
    same = {name for name in one if one[name] == other[name]}
    assert set(one) - same == {"SECRET_KEY", "CLEARRECORD_KEYS", "CLEARRECORD_AUDIT_KEYS"}
    assert len(one["SECRET_KEY"]) > 50 and one["DATABASE_URL"] == "sqlite:////x/y"
    assert len(key_ring(one["CLEARRECORD_KEYS"]).keys) == 1 and key_ring(one["CLEARRECORD_AUDIT_KEYS"]).keys


def test_a_new_key_goes_in_front_of_the_old_ones() -> None:
    said = io.StringIO()
    call_command("new_key", stdout=said)
    call_command("new_key", stdout=said)
    assert len(key_ring(",".join(said.getvalue().split())).keys) == 2


@pytest.mark.parametrize(
    "words",
    [["Clear.example"], ["a b"], ["clear.example", "--database", "a b"], ["clear.example", "--var", "x\ny"]],
)
def test_settings_that_would_break_the_file_are_refused(words: list[str]) -> None:
    with pytest.raises(CommandError, match="write"):
        call_command("new_settings", *words, stdout=io.StringIO())


def test_a_command_takes_the_settings_of_its_site(tmp_path: Path) -> None:
    """The file is read as systemd reads it: values with spaces stand between quotation marks."""
    (tmp_path / "site.env").write_text(f'CLEARRECORD_VAR={tmp_path}\nSITE_OPERATOR="Example Legal Aid"\n')
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "runuser").write_text('#!/bin/sh\necho "as $2"; shift 3; exec "$@"\n')
    (programs / "runuser").chmod(0o755)
    shown = subprocess.run(
        [
            ROOT / "bin/manage",
            "shell",
            "--no-imports",
            "--command",
            "from django.conf import settings; print(settings.SITE_OPERATOR)",
        ],
        env={"PATH": f"{programs}:/usr/bin:/bin", "CLEARRECORD_SETTINGS": str(tmp_path / "site.env")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert shown.stdout.splitlines()[-1] == "Example Legal Aid", shown.stderr
    assert (shown.stdout.splitlines()[0] == "as clearrecord") == (os.geteuid() == 0)
