"""Tells gunicorn how to serve the site: ``gunicorn --config python:clearrecord.serving clearrecord.wsgi``.

The names below are gunicorn's own; what a deployer may set is read from the environment as the site's settings are. A
socket that systemd opened is taken in place of ``WEB_BIND``.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from typing import Any

from clearrecord import environment

_FIGURES = "PROMETHEUS_MULTIPROC_DIR"

bind = environment.text(os.environ, "WEB_BIND", default="127.0.0.1:8000")
workers = environment.whole_number(os.environ, "WEB_WORKERS", default=2)
threads = environment.whole_number(os.environ, "WEB_THREADS", default=4)
preload_app = True
"""The program is in memory once, and a fault in it is told before the old processes are gone."""
timeout = 60
graceful_timeout = 30
loglevel = "warning"
control_socket_disable = True
wsgi_app = "clearrecord.wsgi"


def on_exit(_server: Any) -> None:
    """Take the folder of figures away."""
    if _FIGURES in os.environ:
        shutil.rmtree(os.environ[_FIGURES], ignore_errors=True)


def child_exit(_server: Any, worker: Any) -> None:
    """Have what a process counted stay, and what only it could tell go."""
    if _FIGURES in os.environ:
        from prometheus_client.multiprocess import mark_process_dead  # noqa: PLC0415 - it looks for the folder when it is loaded

        mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


if environment.secret(os.environ, "METRICS_TOKEN"):  # before anything that counts is loaded
    os.environ[_FIGURES] = tempfile.mkdtemp(prefix="clearrecord-figures-")
