"""Prints what Lighthouse thinks of four pages on a phone, and what each page weighs over the wire.

    python benchmarks/lighthouse.py

The site runs as for others (gunicorn, HTTPS, production settings); Lighthouse comes from bin/test --all.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")

import django

django.setup()

from tests.pages.lighthouse import CATEGORIES, judged
from tests.pages.production import site
from tests.pages.weights import printed, weights


def main() -> None:
    """Print the scores, then the weights."""
    with site() as port:
        print(f"{'of 100':<22}" + "".join(f"{category:>16}" for category in CATEGORIES))
        for name, one in judged(port):
            print(f"{name:<22}" + "".join(f"{one.scores[category]:>16}" for category in CATEGORIES))
            print(*(f"  {fault}" for fault in one.faults), sep="\n", end="\n" if one.faults else "")
        print("", *printed(weights(port)), sep="\n")


if __name__ == "__main__":
    main()
