"""Prints what Lighthouse thinks of four pages on a phone, and what each page weighs over the wire.

    python benchmarks/lighthouse.py
    python benchmarks/lighthouse.py --county     the pages of a county review instead

The site runs as for others (gunicorn, HTTPS, production settings); Lighthouse comes from bin/test --all.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")

import django

django.setup()

from django.db import connection
from django.test.utils import setup_test_environment

from tests.pages.lighthouse import CATEGORIES, Judged, judged
from tests.pages.lighthouse_county import judged_county
from tests.pages.production import site
from tests.pages.weights import printed, weights


def main() -> None:
    """Print the scores, then the weights."""
    if "--county" in sys.argv:
        setup_test_environment()
        connection.creation.create_test_db(verbosity=0)
        with tempfile.TemporaryDirectory() as folder:
            _print(judged_county(Path(folder)))
        return
    with site() as port:
        _print(judged(port))
        print("", *printed(weights(port)), sep="\n")


def _print(found: Iterable[tuple[str, Judged]]) -> None:
    print(f"{'of 100':<22}" + "".join(f"{category:>16}" for category in CATEGORIES))
    for name, one in found:
        print(f"{name:<22}" + "".join(f"{one.scores[category]:>16}" for category in CATEGORIES), flush=True)
        print(*(f"  {fault}" for fault in one.faults), sep="\n", end="\n" if one.faults else "")


if __name__ == "__main__":
    main()
