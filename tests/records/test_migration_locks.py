"""No migration holds a lock for long on a table that has rows: squawk, a linter of PostgreSQL, reads what each one says."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.own_database import own_database, ran, told

_POSTGRESQL = "15"
_SAY = "import django; django.setup()\nfrom tests.records.migration_sql import main\nmain()"
_TRY = "import sys, django; django.setup()\nfrom tests.records.beside_writers import main\nmain(sys.argv[1])"
LEFT_OUT = {
    "prefer-robust-stmts": "each migration is one transaction, or is made of steps that can be done again",
    "prefer-text-field": "how long a text may be is told in the model, and no text is made longer",
    "prefer-bigint-over-int": "what is counted there stays far below two thousand million",
    "prefer-bigint-over-smallint": "what is counted there stays far below thirty thousand",
    "require-lock-timeout": "petitions.records.lock_waits sets one for all migrations",
    "require-statement-timeout": "an index is made for as long as it takes, and nobody waits for it",
    "require-concurrent-index-deletion": "to take an index away takes no time once the lock is there, and that is waited for 5 seconds",
    "ban-drop-function": "the guards of the audit log, which go and come again in the same transaction",
}
"""Rules that say nothing of locks, or of locks that are short here."""
BEFORE_THE_FIRST_RELEASE = {
    "0002_kept_answers": "its table has no rows at any site: nobody ran a version without it"
}


@pytest.fixture
def around(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Give what a process is told that is to work on an empty database of its own."""
    with own_database() as url:
        yield told(url, tmp_path)


def locks_long(statements: list[str], *, is_whole: bool, folder: Path) -> list[str]:
    """Return the rules that statements break, each with the statement it is about."""
    program = shutil.which("squawk", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    assert program, "squawk-cli of requirements-dev.txt is not installed"
    file = folder / "migration.sql"
    file.write_text("".join(f"{one.strip().rstrip(';')};\n" for one in statements), encoding="utf-8")
    words = [program, f"--pg-version={_POSTGRESQL}", "--reporter=json", f"--exclude={','.join(LEFT_OUT)}"]
    if is_whole:
        words.append("--assume-in-transaction")
    done = subprocess.run([*words, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    lines = file.read_text(encoding="utf-8").splitlines()
    return [f"{one['rule_name']}: {lines[one['line']][:200]}" for one in json.loads(done.stdout)]


@pytest.mark.services
def test_no_migration_holds_a_lock_for_long(around: dict[str, str], tmp_path: Path) -> None:
    said = json.loads(ran("-c", _SAY, around=around))
    assert len(said) >= 16 and all(one["statements"] for one in said.values())
    found = {name: locks_long(**one, folder=tmp_path) for name, one in said.items()}
    assert {name for name, broken in found.items() if broken} == set(BEFORE_THE_FIRST_RELEASE), found


@pytest.mark.services
def test_an_index_is_made_beside_writers_and_a_lock_is_not_waited_for(around: dict[str, str]) -> None:
    ran("manage.py", "migrate", "--verbosity", "0", "--skip-checks", around=around)
    assert len(ran("-c", _TRY, around["DATABASE_URL"], around=around).splitlines()) == 4


@pytest.mark.parametrize(
    "statement",
    [
        'CREATE INDEX "by_state" ON "petitions_matter" ("state")',
        'CREATE UNIQUE INDEX "by_state" ON "petitions_matter" ("state")',
        'ALTER TABLE "petitions_matter" ADD COLUMN "mark" varchar(9) NOT NULL',
        'ALTER TABLE "petitions_matter" ADD COLUMN "at" timestamptz DEFAULT clock_timestamp() NOT NULL',
        'ALTER TABLE "petitions_matter" ALTER COLUMN "number" TYPE bigint',
        'ALTER TABLE "petitions_matter" ALTER COLUMN "closed_at" SET NOT NULL',
        'ALTER TABLE "petitions_matter" ADD CONSTRAINT "few" CHECK ("number" < 9)',
        'ALTER TABLE "petitions_matter" ADD CONSTRAINT "one" UNIQUE ("number")',
        'ALTER TABLE "petitions_matter" ADD CONSTRAINT "to" FOREIGN KEY ("a") REFERENCES "petitions_user" ("id")',
        'ALTER TABLE "petitions_matter" RENAME COLUMN "number" TO "file"',
    ],
)
def test_what_holds_a_lock_for_long_is_noticed(statement: str, tmp_path: Path) -> None:
    assert locks_long([statement], is_whole=True, folder=tmp_path)


def test_an_index_beside_writers_is_refused_within_a_transaction_alone(tmp_path: Path) -> None:
    made = ['CREATE INDEX CONCURRENTLY "a" ON "b" ("c")', 'CREATE INDEX CONCURRENTLY "d" ON "b" ("e")']
    assert locks_long(made, is_whole=False, folder=tmp_path) == []
    assert locks_long(made, is_whole=True, folder=tmp_path)


def test_each_rule_that_is_left_out_says_why() -> None:
    assert all(LEFT_OUT.values()) and all(BEFORE_THE_FIRST_RELEASE.values())
