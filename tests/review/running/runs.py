"""Runs of the review with the small engine, and what they leave."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from petitions.review.running import order as orders
from petitions.review.running.order import Order
from petitions.review.running.run import Outcome, run_review
from tests.review.running.engine import ENGINE

ON = date(2020, 7, 1)


def order(*files: Path, folder: Path, **more: Any) -> Order:
    """Order a review of the files."""
    usual: dict[str, Any] = {
        "options": json.dumps({"flow": "any"}),
        "county": "LOS ANGELES",
        "on": ON,
        "workers": 1,
        "strict": False,
        "spreadsheets": True,
        "resume": False,
        "engine": ENGINE,
    }
    return Order(files=files, folder=folder, **{**usual, **more})


def run(*files: Path, folder: Path, **more: Any) -> Outcome:
    """Review the files with the small engine."""
    return run_review(order(*files, folder=folder, **more), tell=lambda _: None, papers=papers)


def papers(tally: Any, review: Any, outcome: Outcome) -> dict[str, bytes]:
    """Tell what was tallied."""
    return {
        "summary.json": json.dumps(
            {"county": review.county, "people": tally.people, "rows": outcome.rows}
        ).encode()
    }


def results(folder: Path) -> dict[str, bytes]:
    """Return the results by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def cut_small(monkeypatch: Any, *, piece: int, share: int) -> None:
    """Cut the work into pieces of so many bytes, and the people into shares of so many."""
    monkeypatch.setattr(orders, "_SMALLEST_PIECE", piece)
    monkeypatch.setattr(orders, "_USUAL_PIECE", piece)
    monkeypatch.setattr(orders, "_LARGEST_PIECE", piece)
    monkeypatch.setattr(orders, "_SHARE", share)
