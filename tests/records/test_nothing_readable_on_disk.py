"""Nothing that a person typed can be found in the bytes of the database files."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

from petitions.records.return_codes import code_from, in_groups

SEED = "a seed for a test"
CODE = code_from(SEED.encode())
CANARY = "Canaria Ñandú 1977-03-04 BA198765"
SAVE = f"""
import django; django.setup()
from django.db import connection
from petitions.records.writing import *
from petitions.records.reading import open_interview
from petitions.records.keeping import come_back, keep
from petitions.records.return_codes import code_from
key = start_interview()
save_answers(key, answers={{"name": {CANARY!r}}}, version=1)
assert open_interview(key).answers["name"] == {CANARY!r}
code = code_from(b"{SEED}")
keep(key, code=code, days=90)
assert open_interview(come_back(code, keeping="visit")).answers["name"] == {CANARY!r}
gone = start_interview()
save_answers(gone, answers={{"name": {CANARY!r}}}, version=1)
delete_interview(gone)
print(connection.cursor().execute("PRAGMA journal_mode").fetchone()[0])
import os; os._exit(0)
"""


def _run(folder: Path, *command: str) -> str:
    told = {
        **os.environ,
        "CLEARRECORD_VAR": str(folder),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
    }
    done = subprocess.run(
        [sys.executable, *command], env=told, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.strip()


def _forms_of(text: str) -> list[bytes]:
    plain = text.encode()
    return [plain, text.encode("utf-16-le"), base64.b64encode(plain)[:-4], ascii(text)[1:-1].encode()]


def test_no_answer_is_in_the_database_or_its_write_ahead_log(tmp_path: Path) -> None:
    _run(tmp_path, "manage.py", "migrate", "-v0", "--skip-checks")
    assert _run(tmp_path, "-c", SAVE) == "wal"
    files = [file for file in tmp_path.iterdir() if file.is_file()]
    assert any(file.name.endswith("-wal") for file in files)
    for file in files:
        content = file.read_bytes()
        for part in ("Canaria", CANARY, "BA198765", CODE, in_groups(CODE)):
            assert not any(form in content for form in _forms_of(part)), file.name
