"""Draws the pictures of the handbooks anew, into docs/pictures, from the states of the pages that the tests know.

bin/handbook                  all of them
bin/handbook clinic county    only those whose name begins so
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")

import django

django.setup()

from playwright.sync_api import sync_playwright

from benchmarks.contact_sheet import own_database
from benchmarks.handbook_drawing import MOST_BYTES, drawn, drawn_paper, save
from benchmarks.handbook_table import PAPER, PICTURES
from tests.journeys.chromium import chromium


def main() -> None:
    """Draw and write them, and leave with 1 where one is too large."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("names", nargs="*", help="how the names of the wanted pictures begin")
    begins = tuple(asked.parse_args().names) or ""
    logging.disable()
    with sync_playwright() as playwright, own_database():
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        files = [
            save(one.name, drawn(one, browser=browser)) for one in PICTURES if one.name.startswith(begins)
        ]
    if PAPER.startswith(begins):
        files.append(save(PAPER, drawn_paper()))
    for file in files:
        print(f"{file.stat().st_size:>7,} {file.relative_to(ROOT)}")
    if any(file.stat().st_size > MOST_BYTES for file in files):
        sys.exit(f"A picture is larger than {MOST_BYTES:,} bytes: show less of its page.")


if __name__ == "__main__":
    main()
