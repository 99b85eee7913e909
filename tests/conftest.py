"""What every test runs under: no network, quick hashing, no secrets of this computer."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils import translation
from hypothesis import settings as hypothesis_settings
from pytest_django import Settings

from petitions.access.chain.guards import lifting
from petitions.courts.current import read_edits_from
from petitions.records.court_edits.reading import edits_now, forget
from tests.journeys.chromium import chromium
from tests.records.files.in_bucket import new_bucket, serving, stores_in

ROOT = Path(__file__).resolve().parent.parent
_MEMORY = Path("/dev/shm")
os.environ.setdefault(
    "DJANGO_ALLOW_ASYNC_UNSAFE", "1"
)  # a browser journey runs an event loop beside the test
# A change is judged by the same examples every time; `--hypothesis-profile=search` looks for new ones.
hypothesis_settings.register_profile("same", derandomize=True, database=None, deadline=None)
hypothesis_settings.register_profile("search", deadline=None, print_blob=True)
hypothesis_settings.load_profile("same")
read_edits_from(None)  # while tests are gathered there is no database


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, object]) -> dict[str, object]:
    """Start the system's Chromium, which needs no download."""
    return {**browser_type_launch_args, "executable_path": chromium(), "args": ["--no-sandbox"]}


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of shared findings; skip where it is absent."""
    folder = Path(os.environ.get("CLEARRECORD_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("the shared findings are not here; set CLEARRECORD_SHARED to their folder")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _tables_may_be_emptied() -> None:
    """Let a test that commits empty all tables at its end; the guards of the audit log are put again right after."""
    operations = type(connection.ops)
    given = operations.sql_flush

    def flush(self: object, *about: object, **how: object) -> list[str]:
        how["allow_cascade"] = True  # auditlog leaves a table behind that no model of ours knows
        return [*lifting(connection.vendor), *given(self, *about, **how)]

    operations.sql_flush = flush  # type: ignore[method-assign]


@pytest.fixture(scope="session", autouse=True)
def _a_transaction_keeps_its_connection() -> Iterator[None]:
    """Keep the connection of a test's transaction open, which Django lets go around a request and a task otherwise.

    Its own client sees to that; a test that calls the site by WSGI, or has the package's worker do a task, does not.
    """
    given = BaseDatabaseWrapper.close_if_unusable_or_obsolete

    def let_go(self: BaseDatabaseWrapper) -> None:
        if not self.in_atomic_block:
            given(self)

    with patch.object(BaseDatabaseWrapper, "close_if_unusable_or_obsolete", let_go):
        yield


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    """Begin every test in English: a page in another language would leave it on for the next test."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _courts_as_they_are(request: pytest.FixtureRequest) -> Iterator[None]:
    """Read the courts' directory anew for each test, with what is changed in its database; without one as it ships."""
    read_edits_from(edits_now if _uses_database(request.node) else None)
    forget()
    yield
    read_edits_from(None)
    forget()


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Settings) -> None:
    """Hash passwords quickly; nothing in a test is worth guarding."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def _no_official_forms(settings: Settings) -> None:
    """Install no official form: papers are ours unless a test says otherwise."""
    settings.OFFICIAL_FORMS_DIR = str(ROOT / "var/no-official-forms")


@pytest.fixture(autouse=True)
def _tasks_at_once(settings: Settings) -> None:
    """Do a task where it is told of, once what was written is committed: no worker runs beside a test."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}


@pytest.fixture(autouse=True)
def _reviews_apart(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the files of county reviews in a folder of the test's own."""
    settings.REVIEWS_DIR = str(tmp_path_factory.getbasetemp() / "reviews" / secrets.token_hex(8))


@contextmanager
def _folder_in_memory() -> Iterator[str]:
    """Give a folder in memory, where there is one: what is put on the disk costs nothing there."""
    with tempfile.TemporaryDirectory(dir=_MEMORY if _MEMORY.is_dir() else None) as folder:
        yield folder


@pytest.fixture(scope="session")
def _keys() -> Iterator[str]:
    with _folder_in_memory() as folder:
        yield folder


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> Iterator[None]:
    """Keep the embedded database of the tests in a file, as the site does; one within a process has other locks.

    There all threads of a server would share one connection, and what two of them ask at once would meet in it.
    """
    with _folder_in_memory() as folder:
        if connection.vendor == "sqlite":
            connection.settings_dict["TEST"]["NAME"] = str(Path(folder) / "tests.sqlite3")
        yield


@pytest.fixture(autouse=True)
def _own_keys_apart(settings: Settings, _keys: str) -> None:
    """Keep the keys of rows in a folder of the tests' own."""
    settings.ROW_KEYS_DIR = _keys


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take --with-database: only the tests that use the database, for a run on another one than the usual."""
    parser.addoption("--with-database", action="store_true", help="run only the tests that use the database")


def pytest_report_header() -> str:
    """Say on which database the tests run."""
    return f"database: {connection.vendor}"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Begin with what takes longest; leave out what no database could change, where only the other tests are asked for.

    The tests of a minute and more use no database, or one of their own: at the end each would keep one process alone.
    """
    items.sort(key=lambda one: one.get_closest_marker("long") is None or _uses_database(one))
    if not config.getoption("--with-database"):
        return
    left_out = [one for one in items if not _uses_database(one)]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [one for one in items if _uses_database(one)]


def _uses_database(item: pytest.Item) -> bool:
    fixtures = {"db", "transactional_db"} & {*getattr(item, "fixturenames", ())}
    return bool(fixtures) or item.get_closest_marker("django_db") is not None


@pytest.fixture(scope="session")
def s3_server() -> Iterator[str]:
    """Run a store that speaks S3, on this computer alone."""
    with serving() as address:
        yield address


@pytest.fixture
def bucket(s3_server: str, settings: Settings) -> str:
    """Keep all sealed files and the keys of rows in a bucket of the test's own; give its address."""
    url = new_bucket(s3_server)
    settings.STORAGES = stores_in(url)
    return url


@pytest.fixture(params=["disk", "bucket"])
def each_store(request: pytest.FixtureRequest) -> str:
    """Run a test twice: with folders of this machine, and with a bucket; say which."""
    if request.param == "bucket":
        request.getfixturevalue("bucket")
    return str(request.param)
