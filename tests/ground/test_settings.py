"""The site starts safely or not at all."""

from __future__ import annotations

import base64
import os
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.handlers.wsgi import WSGIHandler

from clearrecord import environment
from clearrecord.databases import database
from clearrecord.development import development_secrets
from clearrecord.safety import refuse_unsafe

ROOT = Path(__file__).resolve().parents[2]
KEY = base64.b64encode(bytes(range(32))).decode()
SECRET = "".join(chr(33 + number % 90) for number in range(64))
SAFE = {"debug": False, "secret": SECRET, "hosts": ["clear.example"], "keys": f"k1:{KEY}"}
PRODUCTION = {
    "CLEARRECORD_ENV": "production",
    "SECRET_KEY": SECRET,
    "ALLOWED_HOSTS": "clear.example",
    "CLEARRECORD_KEYS": f"k1:{KEY}",
}
BARE = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "clearrecord.settings"}


def start(told: dict[str, str], *command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        env=BARE | told,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_safe_settings_are_accepted() -> None:
    refuse_unsafe(**SAFE)


@pytest.mark.parametrize(
    ("unsafe", "told"),
    [
        ({"debug": True}, "DEBUG is on"),
        ({"secret": ""}, "SECRET_KEY"),
        ({"secret": "short"}, "SECRET_KEY"),
        ({"secret": "a" * 80}, "SECRET_KEY"),
        ({"secret": "django-insecure-" + SECRET}, "SECRET_KEY"),
        ({"secret": "development-" + SECRET}, "SECRET_KEY"),
        ({"hosts": []}, "ALLOWED_HOSTS is missing"),
        ({"hosts": ["*"]}, "ALLOWED_HOSTS has a *"),
        ({"hosts": ["clear.example", "*.example"]}, "ALLOWED_HOSTS has a *"),
        ({"keys": ""}, "CLEARRECORD_KEYS is missing"),
        ({"keys": f"k1:{KEY}, development:{KEY}"}, "development key"),
    ],
)
def test_each_danger_is_refused_and_named(unsafe: dict[str, object], told: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="does not start") as refused:
        refuse_unsafe(**SAFE | unsafe)
    assert told.replace("\\", "") in str(refused.value)
    assert SECRET not in str(refused.value)
    assert KEY not in str(refused.value)


def test_all_dangers_are_named_at_once() -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        refuse_unsafe(debug=True, secret="", hosts=["*"], keys="")
    assert str(refused.value).count("\n") == 4


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"DEBUG": "1"}, "DEBUG is on"),
        ({"SECRET_KEY": ""}, "SECRET_KEY is missing"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS has a *"),
        ({"CLEARRECORD_KEYS": ""}, "CLEARRECORD_KEYS is missing"),
        ({"CLEARRECORD_KEYS": f"development:{KEY}"}, "development key"),
        ({"CLEARRECORD_ENV": "prod"}, "CLEARRECORD_ENV"),
    ],
)
def test_the_process_does_not_start_in_danger(change: dict[str, str], told: str) -> None:
    ended = start(PRODUCTION | change, "-c", "import django; django.setup()")
    assert ended.returncode != 0
    assert told in ended.stderr
    assert SECRET not in ended.stderr


def test_the_deployment_check_is_clean_under_production_settings() -> None:
    ended = start(PRODUCTION, "manage.py", "check", "--deploy", "--fail-level", "WARNING")
    assert ended.returncode == 0, ended.stderr
    assert "no issues" in ended.stdout


def test_production_makes_no_secrets_and_keeps_cookies_to_https(tmp_path: Path) -> None:
    show = (
        "from clearrecord import settings as s; print(s.SESSION_COOKIE_NAME, s.SESSION_COOKIE_SECURE,"
        "s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS, s.DEBUG)"
    )
    ended = start(PRODUCTION | {"CLEARRECORD_VAR": str(tmp_path)}, "-c", show)
    assert ended.stdout.split() == ["__Host-session", "True", "True", "True", "63072000", "False"]
    assert not [*tmp_path.iterdir()]


def test_development_secrets_are_made_once_and_only_the_owner_reads_them(tmp_path: Path) -> None:
    made = development_secrets(tmp_path / "var")
    [file] = (tmp_path / "var").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert development_secrets(tmp_path / "var") == made
    assert made["SECRET_KEY"].startswith("development-")


def test_processes_that_start_together_agree_on_the_secrets(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = [*pool.map(development_secrets, [tmp_path / "var"] * 16)]
    assert all(one == made[0] for one in made)
    assert len([*(tmp_path / "var").iterdir()]) == 1


def test_the_embedded_database_writes_ahead_and_waits() -> None:
    made = database("sqlite:///var/here.sqlite3", base=Path("/site"))
    assert made["NAME"] == "/site/var/here.sqlite3"
    assert made["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode = WAL" in made["OPTIONS"]["init_command"]
    assert database("sqlite:////data/here.sqlite3", base=Path("/site"))["NAME"] == "/data/here.sqlite3"


def test_a_database_server_can_be_named() -> None:
    made = database("postgresql://clear:p%40ss@db.example:5433/records", base=Path("/site"))
    assert made["ENGINE"].endswith("postgresql")
    assert (made["NAME"], made["USER"], made["PASSWORD"]) == ("records", "clear", "p@ss")
    assert (made["HOST"], made["PORT"]) == ("db.example", "5433")
    assert made["CONN_HEALTH_CHECKS"] is True
    assert made["OPTIONS"]["connect_timeout"] <= 10 and made["OPTIONS"]["tcp_user_timeout"] <= 10_000


def test_an_unknown_database_is_refused_without_repeating_its_password() -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        database("oracle://clear:hidden@db/records", base=Path("/site"))
    assert "hidden" not in str(refused.value)


def test_settings_are_read_kindly() -> None:
    given = {"A": " x ", "B": "yes", "C": "7", "D": "a, b ,", "E": ""}
    assert environment.text(given, "A") == "x"
    assert environment.text(given, "E", default="d") == "d"
    assert environment.flag(given, "B")
    assert not environment.flag(given, "E")
    assert environment.whole_number(given, "C", default=1) == 7
    assert environment.names(given, "D") == ["a", "b"]


@pytest.mark.parametrize("given", ["0", "-1", "x", "1.5", "²"])
def test_a_number_that_is_none_is_refused(given: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="whole number"):
        environment.whole_number({"N": given}, "N", default=72)


def test_a_yes_or_no_that_is_neither_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="1 for yes"):
        environment.flag({"F": "perhaps"}, "F")


def test_a_choice_that_is_not_offered_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="development, production"):
        environment.one_of({"E": "prod"}, "E", choices=("development", "production"))


def test_a_web_server_finds_the_application() -> None:
    assert isinstance(import_module("clearrecord.wsgi").application, WSGIHandler)
