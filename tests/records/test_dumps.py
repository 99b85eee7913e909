"""Nothing of a person can be found in dumps: database files, folders, a dump of PostgreSQL, a backup (S31)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from petitions.records.return_codes import code_from, in_groups
from tests.own_database import own_database
from tests.records.dumped_words import CODE_SEED, OPEN, WORDS, forms_of

ROOT = Path(__file__).resolve().parents[2]
CODE = code_from(CODE_SEED)
_NEVER = [*WORDS.values(), CODE, in_groups(CODE)]


def ran(var: Path, *words: str, url: str = "") -> None:
    around = {
        **os.environ,
        "CLEARRECORD_VAR": str(var),
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=around,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def found_in(contents: dict[str, bytes], words: list[str]) -> set[tuple[str, str]]:
    return {
        (name, word)
        for name, content in contents.items()
        for word in words
        if any(form in content for form in forms_of(word))
    }


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


@pytest.mark.parametrize("turned", ["{}", "x{}", "xy{}"])
def test_the_search_finds_words_in_every_form(turned: str) -> None:
    import base64  # noqa: PLC0415 - for this test alone

    for word in ("Canaria Answers Ñandú", OPEN):
        plain = turned.format(word)
        for encoded in (plain.encode(), plain.encode("utf-16-le"), plain.encode("utf-16-be")):
            for content in (encoded, encoded.hex().encode(), base64.b64encode(encoded + b"abc")):
                assert found_in({"file": content}, [word]), (word, content)


@pytest.mark.long
def test_no_file_of_a_site_and_no_backup_holds_a_word_of_a_person(tmp_path: Path) -> None:
    var = tmp_path / "var"
    ran(var, "-m", "tests.records.dumped")
    ran(var, "manage.py", "backup", str(tmp_path / "backup.tar"))
    contents = files_in(tmp_path)
    assert {name.split("/")[1] for name in contents if "/" in name} >= {
        "prints",
        "reviews",
        "sheets",
        "row_keys",
    }
    assert {name for name, _word in found_in(contents, [OPEN])} >= {"var/clearrecord.sqlite3", "backup.tar"}
    assert found_in(contents, _NEVER) == set()


@pytest.mark.long
@pytest.mark.services
def test_no_dump_of_postgresql_holds_a_word_of_a_person(tmp_path: Path) -> None:
    with own_database() as url:
        ran(tmp_path / "var", "-m", "tests.records.dumped", url=url)
        dump = subprocess.run(["pg_dump", url], capture_output=True, check=True).stdout
    contents = {**files_in(tmp_path), "dump": dump}
    assert found_in(contents, [OPEN]) == {("dump", OPEN)}
    assert found_in(contents, _NEVER) == set()
