"""Saves a picture of every page, at two widths, in both languages, light and dark.

Run from the project's folder: .venv/bin/python -m tests.journeys.pictures [folder, or else var/pictures]
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

from playwright.sync_api import Browser, sync_playwright

from tests.journeys.album import pages
from tests.journeys.chromium import chromium
from tests.journeys.traveler import Traveler

ROOT = Path(__file__).resolve().parents[2]
WIDTHS = {"phone": 390, "desk": 1280}
LOOKS = {"en": ("en-US", "light"), "es": ("es-MX", "light"), "dark": ("en-US", "dark")}


def main() -> None:
    """Save the pictures."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "var/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    with _site() as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for look in LOOKS:
            _save(browser, site, look, folder)
    print(f"The pictures are in {folder}.")


def _save(browser: Browser, site: str, look: str, folder: Path) -> None:
    locale, scheme = LOOKS[look]
    context = browser.new_context(locale=locale, color_scheme=scheme)  # type: ignore[arg-type]
    traveler = Traveler(context.new_page(), site=site)
    for name in pages(traveler):
        for device, width in WIDTHS.items():
            traveler.page.set_viewport_size({"width": width, "height": 844})
            traveler.page.screenshot(path=folder / f"{name}.{look}.{device}.png", full_page=True)
    context.close()


@contextmanager
def _site() -> Iterator[str]:
    """Run the site beside an empty database of its own."""
    with tempfile.TemporaryDirectory() as var:
        port = _free_port()
        told = {**os.environ, "CLEARRECORD_VAR": var}
        manage = [sys.executable, str(ROOT / "manage.py")]
        subprocess.run([*manage, "migrate", "--verbosity", "0"], env=told, check=True)
        server = subprocess.Popen([*manage, "runserver", "--noreload", f"127.0.0.1:{port}"], env=told)
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(port: int) -> None:
    for _try in range(150):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError("the site did not start")


if __name__ == "__main__":
    main()
