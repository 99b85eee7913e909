"""The site as it is deployed, on this computer: production settings, gunicorn, a PostgreSQL of its own, on a disk that can be filled."""

from __future__ import annotations

import base64
import os
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.own_postgresql import OwnPostgreSQL, free_port
from benchmarks.own_redis import OwnRedis
from benchmarks.processes import children_of
from benchmarks.served_site import GUNICORN, Answered, ask, wait_for

ROOT = Path(__file__).resolve().parents[1]
HOST = "clear.example"
_DISK = "640m"
_PATIENCE = 180
"""Seconds until the site must answer, also on a machine that does other things."""


@dataclass
class DeployedSite:
    """A site. ``disk`` holds all that it and its database write; None where none could be mounted."""

    folder: Path
    disk: Path | None
    database: OwnPostgreSQL
    environment: dict[str, str]
    port: int = field(default_factory=free_port)
    _server: subprocess.Popen[bytes] | None = None

    @property
    def said(self) -> Path:
        """Return the file with all that the site said."""
        return self.folder / "site.log"

    def start(self) -> None:
        """Start the site, and wait until each process is warm."""
        told = ("--bind", f"127.0.0.1:{self.port}", *GUNICORN)
        with self.said.open("ab") as log:
            self._server = subprocess.Popen(
                [sys.executable, "-m", "gunicorn", "clearrecord.wsgi", *told],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=log,
            )
        wait_for(self.port, headers=_in_front(), patience=_PATIENCE)

    def stop(self) -> None:
        """Stop the site, as a new version of it is put in its place."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait()

    def workers(self) -> list[int]:
        """Return the processes that answer."""
        assert self._server
        return children_of(self._server.pid)


def asked(
    port: int, method: str, path: str, *, cookies: dict[str, str], body: str | None = None, by: str = ""
) -> Answered:
    """Ask as the web server in front does, which speaks HTTPS with the browser; keep the cookies."""
    headers = _in_front(by)
    if body is not None:
        headers |= {"Origin": f"https://{HOST}", "Referer": f"https://{HOST}/"}
    answer = ask(port, method, path, cookies=cookies, body=body, headers=headers)
    cookies |= answer.cookies
    return answer


def _in_front(by: str = "") -> dict[str, str]:
    """Return what the web server in front adds to what a browser sends."""
    return {"Host": HOST, "X-Forwarded-Proto": "https", "X-Forwarded-For": by or "192.0.2.1"}


@contextmanager
def deployed(*, redis: OwnRedis | None = None) -> Iterator[DeployedSite]:
    """Set everything up, run the site, and take all of it away again; what waits for workers waits in Redis, where given."""
    with tempfile.TemporaryDirectory(prefix="clearrecord-") as made:
        folder = Path(made)
        folder.chmod(0o711)
        with _disk(folder / "disk") as disk:
            holds = disk or folder / "held"
            database = OwnPostgreSQL(holds / "postgresql", folder / "postgresql.log")
            database.make()
            database.start()
            try:
                environment = _told(database, holds / "site") | {"REDIS_URL": redis.url if redis else ""}
                _prepare(environment)
                site = DeployedSite(folder, disk, database, environment)
                try:
                    site.start()
                    yield site
                finally:
                    site.stop()
            finally:
                database.stop()


@contextmanager
def _disk(place: Path) -> Iterator[Path | None]:
    """Mount a small file system in memory; give None where this may not be done."""
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={_DISK},mode=0711", "tmpfs", str(place)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode != 0:
        yield None
        return
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def _told(database: OwnPostgreSQL, var: Path) -> dict[str, str]:
    key = base64.b64encode(secrets.token_bytes(32)).decode()
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {
        "CLEARRECORD_ENV": "production",
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "CLEARRECORD_KEYS": f"soak:{key}",
        "ALLOWED_HOSTS": HOST,
        "BEHIND_HTTPS_PROXY": "1",
        "CLEARRECORD_VAR": str(var),
        "DATABASE_URL": database.url,
    }


def _prepare(environment: dict[str, str]) -> None:
    for words in (("migrate", "--verbosity", "0"), ("collectstatic", "--noinput", "--verbosity", "0")):
        subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=environment,
            check=True,
            capture_output=True,
        )
