"""The site needs no root and writes nothing into its own program; nobody can administer it over the web (S55)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile

import pytest
from django.conf import settings
from django.test import Client

from tests.conftest import ROOT

NOBODY = 65534
_READ_ONLY = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && cd "$1" && shift && exec "$@"'
_AS_NOBODY = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--no-new-privs", "--")
_USES_IT = """
import os, sys
from pathlib import Path
import django; django.setup()
from django.core.management import call_command
from django.test import Client
from tests.interview.walk import POSSESSION, FILING, RESULT, Walk
assert os.geteuid() != 0
for place in (Path("."), Path("petitions"), Path("templates")):
    try:
        (place / "written").write_text("")
    except OSError:
        continue
    sys.exit(f"{place} can be written to")
call_command("prepare", verbosity=0)
walk = Walk(Client(headers={"host": "localhost"})).begin().until(POSSESSION)
assert walk.path == RESULT
walk.file()
if os.access(sys.executable, os.X_OK):  # an interpreter in the home of root starts no second process for anybody else
    paper = walk.client.get("/papers/all.pdf")
    assert (paper.status_code, paper.headers["Content-Type"].partition(";")[0]) == (200, "application/pdf"), paper
assert walk.client.get("/healthz").status_code == 200
print("used")
"""


@pytest.mark.long
def test_the_site_runs_as_nobody_on_a_program_that_cannot_be_written_to() -> None:
    refuse_where_impossible()
    with tempfile.TemporaryDirectory() as var:  # the folders of pytest are closed to others
        os.chown(var, NOBODY, NOBODY)
        done = run_as_nobody(var)
    assert done.stdout.endswith("used\n"), done.stderr[-3000:]


def run_as_nobody(var: str) -> subprocess.CompletedProcess[str]:
    told = os.environ | {
        "CLEARRECORD_VAR": var,
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HOME": var,
        "TMPDIR": var,
    }
    command = ("unshare", "--mount", "sh", "-c", _READ_ONLY, "sh", str(ROOT))
    return subprocess.run(
        [*command, *_AS_NOBODY, sys.executable, "-c", _USES_IT],
        cwd=ROOT,
        env=told,
        capture_output=True,
        text=True,
        check=False,
    )


def refuse_where_impossible() -> None:
    """Skip, and say why, where this computer does not let a test do it."""
    if os.geteuid() != 0:
        pytest.skip("only root may become another user and mount a folder so that it can only be read")
    if not (shutil.which("unshare") and shutil.which("setpriv")):
        pytest.skip("unshare and setpriv are not here")
    tried = (
        "unshare",
        "--mount",
        "sh",
        "-c",
        _READ_ONLY,
        "sh",
        str(ROOT),
        *_AS_NOBODY,
        sys.executable,
        "-c",
        "",
    )
    done = subprocess.run(tried, cwd="/", capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"this computer does not allow it: {done.stderr.strip()[-200:]}")


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/admin/", "/admin/login/", "/admin/petitions/matter/", "/django-admin/"])
def test_there_is_no_administration_over_the_web(path: str) -> None:
    assert Client().get(path).status_code == 404
    assert not [one for one in settings.INSTALLED_APPS if "admin" in one]
