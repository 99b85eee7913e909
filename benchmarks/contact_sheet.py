"""Saves contact sheets of every page in every state: in both languages, at three widths, dark, with forced colors, and as printed.

bin/look                      everything, into var/look
bin/look result question      only states whose name begins so
"""

from __future__ import annotations

import argparse
import io
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

import django

django.setup()

from django.db import connection
from django.test.utils import setup_test_environment
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.journeys.chromium import chromium
from tests.pages.registry import STATES
from tests.pages.sheet import sheets
from tests.pages.state import State
from tests.pages.window import opened

NARROW, PHONE, DESK = 320, 390, 1280
ON_THE_SHEET = {NARROW: 320, PHONE: 320, DESK: 540}
"""How wide a page of each width is on its sheet."""
LOOKS: dict[str, dict[str, Any]] = {
    **{
        f"{language}-{width}": {"language": language, "width": width}
        for language in ("en", "es")
        for width in ON_THE_SHEET
    },
    "dark-phone": {"language": "en", "width": PHONE, "color_scheme": "dark"},
    "dark-desk": {"language": "es", "width": DESK, "color_scheme": "dark"},
    "forced-colors": {"language": "en", "width": PHONE, "forced_colors": "active"},
    "printed": {"language": "en", "width": 816, "media": "print"},
}
_ALL_ARE_DRAWN = "Promise.all([...document.images].map(one => (one.loading = 'eager', one.decode())))"


def main() -> None:
    """Save the sheets."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("names", nargs="*", help="how the names of the wanted states begin")
    asked.add_argument("--look", action="append", choices=LOOKS, help="only this look, as often as wanted")
    told = asked.parse_args()
    logging.disable()  # states in which the site breaks are meant
    chosen = [state for state in STATES if state.name.startswith(tuple(told.names) or "")]
    folder = ROOT / "var/look"
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, own_database():
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        for look in told.look or LOOKS:
            _save(browser, chosen, look, folder)
    print(f"The sheets are in {folder}.")


@contextmanager
def own_database() -> Iterator[None]:
    """Make a database of its own, as the tests have one."""
    setup_test_environment()
    before = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0)
    try:
        yield
    finally:
        connection.creation.destroy_test_db(before, verbosity=0)


def _save(browser: Browser, states: list[State], look: str, folder: Path) -> None:
    for old in folder.glob(f"{look}-*.png"):
        old.unlink()
    wide = ON_THE_SHEET.get(LOOKS[look]["width"], 400)
    for number, sheet in enumerate(sheets(_pictures(browser, states, **LOOKS[look]), wide=wide), start=1):
        sheet.save(folder / f"{look}-{number:02}.png")


def _pictures(
    browser: Browser, states: list[State], *, language: str, width: int, media: str = "screen", **options: Any
) -> Iterator[tuple[str, Image.Image]]:
    context = browser.new_context(viewport={"width": width, "height": 640}, **options)
    window = opened(context)
    window.page.emulate_media(media=media)
    for state in states:
        window.show(state, language=language)
        yield state.name, _picture(window.page)
    context.close()


def _picture(page: Page) -> Image.Image:
    page.evaluate(_ALL_ARE_DRAWN)
    return Image.open(io.BytesIO(page.screenshot(full_page=True)))


if __name__ == "__main__":
    main()
