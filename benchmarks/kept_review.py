"""Measures a county review as the site keeps it: sealing the file, the run, the pages of its results, and the spreadsheets.

.venv/bin/python benchmarks/kept_review.py --rows 500000
.venv/bin/python benchmarks/kept_review.py --rows 3000000 --papers     also signs it off, and makes every motion and order
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")

import django

django.setup()

from django.conf import settings
from django.db import connection
from django.test.utils import setup_test_environment

from benchmarks.invented_research_file import COUNTY, write_file
from petitions.records.reviews.deciding import Choice, decide_row, sign_off
from petitions.records.reviews.keeping import keep_file, new_place, vault_of
from petitions.records.reviews.models import CountyReview
from petitions.records.reviews.papers import begin_papers, papers_of
from petitions.records.reviews.vault import Vault
from petitions.review.kept.exports import all_results, judged_results
from petitions.review.kept.results import judged_of
from petitions.review.papers.work import work as make_papers
from petitions.review.policies.rules import DISMISS
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
    asked.add_argument("--changes", type=int, default=1_000, help="how many convictions staff change")
    told = asked.parse_args()
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0)
    with tempfile.TemporaryDirectory() as place:
        settings.REVIEWS_DIR = f"{place}/reviews"
        path = told.file or Path(place) / "county.dat"
        if told.file is None:
            write_file(path, rows=told.rows)
        review, member = _measure(path)
        vault = vault_of(review)
        if told.changes and vault is not None:
            _changed(review, member, vault, number=told.changes)
        for kind in ("bulk", "cases") if told.papers else ():
            _file(review, member, kind=kind)


def _measure(path: Path) -> tuple[CountyReview, Member]:
    member = reviewer()
    review = gathering(member)
    vault = vault_of(review)
    assert vault is not None
    assert review.county == COUNTY
    _timed("seal the file", lambda: _hand_in(review, vault, path))
    _timed("run", lambda: run_here(review))
    print(f"{review.state}, {review.rows:,} rows, {path.stat().st_size / 1e6:,.0f} MB in")
    print(
        f"kept: {sum(one.stat().st_size for one in Path(settings.REVIEWS_DIR, review.pk).iterdir()) / 1e6:,.0f} MB, the file among it"
    )
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


def _changed(review: CountyReview, member: Member, vault: Vault, *, number: int) -> None:
    """Have staff change so many convictions, far from each other, and open what counts them."""
    rows = judged_of(vault)["row"].to_list()
    for row in rows[:: max(1, len(rows) // number)]:
        choice = Choice(DISMISS, "The court file shows a lesser charge")
        decide_row(review, vault, choice, row=row, seen=0, user_id=member.user.pk)
    client = just_proved(member)
    print(f"{number:,} of {len(rows):,} convictions changed by staff")
    for part in ("", "charts/", "compare/", "sign/"):
        _timed(f"page {part or 'results'}, with changes", partial(client.get, f"/county/{review.pk}/{part}"))


def _file(review: CountyReview, member: Member, *, kind: str) -> None:
    """Sign the review off, and make its papers as the page has them made."""
    review.refresh_from_db()
    if review.signed_at is None:
        sign_off(review, seen=review.version, user_id=member.user.pk)
    begin_papers(review, kind=kind, mover="prosecutor")
    papers = papers_of(review)
    assert papers is not None
    with patch("petitions.review.kept.held_run._HOLD_EVERY", 3600):  # its thread sees another database
        _timed(f"papers: {kind}", lambda: make_papers(papers))
    papers.refresh_from_db()
    print(f"{papers.state}: {papers.cases:,} cases, {papers.size / 1e6:,.0f} MB in the ZIP file")
    client, made = just_proved(member), Path(settings.REVIEWS_DIR) / "taken.zip"
    _timed("take the ZIP file", lambda: _save(client.get(f"/county/{review.pk}/papers/take/"), made))
    with zipfile.ZipFile(made) as archive:
        names = Counter(name.rsplit("-", 1)[-1] for name in archive.namelist() if name.startswith("papers/"))
        print(f"{len(archive.namelist()):,} files in it: {dict(names)}")
    made.unlink()
    print(f"most memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f} MB")


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
