"""Each migration keeps what is there, forward and back; code of the version before runs on what it makes (S49)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import migrations
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations.base import Operation
from django.db.models import NOT_PROVIDED

from tests.conftest import ROOT
from tests.own_database import own_database

ONE_WAY: dict[str, str] = {}
"""Migrations that cannot be taken back, by name, each with the reason. There are none."""
BEFORE_THE_FIRST_RELEASE = {"keeping"}
"""Columns without a default in the database, from migrations that nobody's older code ever met."""
_GO = "import django; django.setup()\nfrom tests.records.migrating import main\nmain()"


def ours() -> dict[str, migrations.Migration]:
    found = MigrationLoader(None).disk_migrations
    return {name: one for (app, name), one in sorted(found.items()) if app == "petitions"}


def gone_through(url: str, folder: Path) -> list[str]:
    """Go through all migrations in a process of its own; return a line for each."""
    told = os.environ | {
        "CLEARRECORD_VAR": str(folder),
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "PYTHONPATH": str(ROOT),
    }
    done = subprocess.run(
        [sys.executable, "-c", _GO], cwd=ROOT, env=told, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout.splitlines()


@pytest.mark.long
def test_each_migration_keeps_every_row_there_and_back_on_sqlite(tmp_path: Path) -> None:
    assert len(gone_through(f"sqlite:///{tmp_path / 'here.sqlite3'}", tmp_path)) == len(ours())


@pytest.fixture
def empty_database() -> Iterator[str]:
    with own_database() as url:
        yield url


@pytest.mark.services
@pytest.mark.long
def test_each_migration_keeps_every_row_there_and_back_on_postgresql(
    empty_database: str, tmp_path: Path
) -> None:
    assert len(gone_through(empty_database, tmp_path)) == len(ours())


def test_each_migration_can_be_taken_back_or_says_why_not() -> None:
    found = {name for name, one in ours().items() if not all(step.reversible for step in one.operations)}
    assert found == set(ONE_WAY)
    assert all(ONE_WAY.values())


def troubles_older_code(step: Operation) -> bool:
    """Say whether code that does not know of a step fails after it: it names no new column, and every old one."""
    if isinstance(step, migrations.AddField):
        has_default = step.field.null or step.field.db_default is not NOT_PROVIDED or step.field.many_to_many
        return not has_default and step.name not in BEFORE_THE_FIRST_RELEASE
    kinds = (
        migrations.RemoveField,
        migrations.DeleteModel,
        migrations.RenameField,
        migrations.RenameModel,
        migrations.AlterModelTable,
        migrations.RunSQL,
    )
    return isinstance(step, kinds)


def test_code_of_the_version_before_runs_on_the_new_tables() -> None:
    """A new column may be empty or gets its value from the database; what goes is no longer used one version earlier."""
    found = [(name, step) for name, one in ours().items() for step in one.operations]
    assert len(found) > 20
    assert not [(name, step) for name, step in found if troubles_older_code(step)]


def test_a_step_that_troubles_older_code_is_noticed() -> None:
    whole = apps.get_model("petitions", "Interview")._meta.get_field("version")
    assert troubles_older_code(migrations.AddField("interview", "another", whole))
    assert troubles_older_code(migrations.RemoveField("interview", "version"))
    kept = apps.get_model("petitions", "Interview")._meta.get_field("kept")
    assert not troubles_older_code(migrations.AddField("interview", "another", kept))
