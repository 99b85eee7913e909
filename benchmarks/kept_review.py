"""Measures a county review as the site keeps it: sealing the file, the run, the pages of its results, and the spreadsheets.

.venv/bin/python benchmarks/kept_review.py --rows 500000
.venv/bin/python benchmarks/kept_review.py --rows 3000000 --papers     also signs it off, and makes every motion and order
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.test.utils import setup_test_environment

from benchmarks.invented_county import OFFICE
from benchmarks.invented_research_file import COUNTY, write_file
from petitions.records.reviews.deciding import sign_off
from petitions.records.reviews.keeping import keep_file, new_place, vault_of
from petitions.records.reviews.models import CountyReview
from petitions.records.reviews.vault import Vault
from petitions.review.kept.exports import all_results, judged_results
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member
from tests.review.screens.offices import gathering, reviewer, run_here

_AT_ONCE = 65_536
_PAGES = ("", "compare/", "charts/", "convictions/", "convictions/?mark=open", "problems/", "sign/")


def main() -> None:
    """Print each time in seconds, and the most memory in MB."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--rows", type=int, default=500_000)
    asked.add_argument("--file", type=Path, help="a file that is there already")
    asked.add_argument(
        "--papers", action="store_true", help="sign it off, and make a motion and an order for each case"
    )
    told = asked.parse_args()
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0)
    with tempfile.TemporaryDirectory() as place:
        settings.REVIEWS_DIR = f"{place}/reviews"
        path = told.file or Path(place) / "county.dat"
        if told.file is None:
            write_file(path, rows=told.rows)
        review, member = _measure(path)
        if told.papers:
            _file(review, member, folder=Path(place))


def _measure(path: Path) -> tuple[CountyReview, Member]:
    member = reviewer()
    review = gathering(member)
    vault = vault_of(review)
    assert vault is not None
    assert review.county == COUNTY
    _timed("seal the file", lambda: _hand_in(review, vault, path))
    _timed("run", lambda: run_here(review))
    print(f"{review.state}, {review.rows:,} rows, {path.stat().st_size / 1e6:,.0f} MB in")
    print(f"kept: {sum(one.stat().st_size for one in vault.path.iterdir()) / 1e6:,.0f} MB, the file among it")
    client = just_proved(member)
    for part in _PAGES:
        _timed(f"page {part or 'results'}", partial(client.get, f"/county/{review.pk}/{part}"))
    table = client.get(f"/county/{review.pk}/convictions/").content.decode()
    row = re.findall(r"/convictions/(\d+)/", table)[-1]
    _timed("page of a person", lambda: client.get(f"/county/{review.pk}/convictions/{row}/"))
    _timed("Prop64_Results.csv", lambda: sum(map(len, judged_results(vault, flow="configurable"))))
    _timed("All_Results.csv", lambda: sum(map(len, all_results(vault, flow="configurable"))))
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")
    return review, member


def _file(review: CountyReview, member: Member, *, folder: Path) -> None:
    """Sign the review off, take its list of cases, and make their papers by the command."""
    review.refresh_from_db()
    sign_off(review, seen=review.version, user_id=member.user.pk)
    cases, office = folder / "cases.jsonl", folder / "office.json"
    office.write_text(json.dumps(OFFICE))
    client = just_proved(member)
    _timed(
        "list of cases", lambda: _save(client.post(f"/county/{review.pk}/papers/", {"kind": "cases"}), cases)
    )
    papers = folder / "papers"
    command = [sys.executable, "manage.py", "county_papers", str(cases), "--office", str(office)]
    said = subprocess.run(
        [*command, "--output", str(papers)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    print(f"{said.stderr.splitlines()[-1] if said.stderr else said.returncode}")
    with (papers / "manifest.csv").open(encoding="utf-8-sig") as file:
        made = Counter(line["Paper"] for line in csv.DictReader(file))
    print(f"{sum(1 for _ in cases.open()):,} cases: {dict(made)}")


def _save(answer: Any, path: Path) -> None:
    with path.open("wb") as file:
        file.writelines(answer.streaming_content)


def _hand_in(review: CountyReview, vault: Vault, path: Path) -> None:
    place = new_place()
    draft = vault.draft(place)
    with path.open("rb") as file:
        while content := file.read(_AT_ONCE):
            draft.write(content)
    keep_file(review, vault, draft, place=place, name=path.name)


def _timed(name: str, do: Callable[[], Any]) -> None:
    begun = time.perf_counter()
    found = do()
    status = getattr(found, "status_code", "")
    print(f"{time.perf_counter() - begun:8.2f} s  {name} {status}", flush=True)


if __name__ == "__main__":
    main()
