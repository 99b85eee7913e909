"""The third bulk job of ``scale.py``: the papers of the county review that was just done, one motion for each court."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

from benchmarks.scale_parts import Review
from petitions.records.reviews.deciding import sign_off
from petitions.records.reviews.models import ReviewPapers, ReviewState, RunUnit
from petitions.records.reviews.papers import begin_papers, papers_of, vault_of_papers
from petitions.review.papers.apart import make_apart
from petitions.review.papers.work import ZIP


class Papers:
    """Papers of a signed review; each run makes them anew, in the place of those before."""

    name = "papers"
    alone = ("prepare", "gather")
    """The steps that one worker does while the others wait."""

    def __init__(self, _place: Path, *, review: Review) -> None:
        self._of, self._digests = review, set[str]()

    def prepare(self) -> None:
        """Sign the review off where that is to be done."""
        review = self._of.row()
        if review.signed_at is None:
            assert review.user_id is not None
            sign_off(review, seen=review.version, user_id=review.user_id)

    def begin(self) -> None:
        """Have the workers told."""
        begin_papers(self._of.row(), kind="bulk", mover="prosecutor")
        make_apart(self._row())

    def done(self) -> float:
        """Return how much of it is done, from 0 to 1; 1 when all is over."""
        row = self._row()
        if row.state not in (ReviewState.WAITING, ReviewState.WORKING):
            return 1.0
        return min(0.99, row.done / max(row.whole, 1))

    def step(self) -> str:
        """Return which step it is at."""
        return self._row().step or "prepare"

    def look_through(self) -> str:
        """See that one whole file holds all of them, and nothing else is left; return what it came to."""
        row = self._row()
        assert row.state == ReviewState.DONE, (row.state, row.trouble)
        assert not RunUnit.objects.filter(papers=row).exists(), "a unit was left"
        vault, whole = vault_of_papers(row), hashlib.sha256()
        assert vault is not None
        with vault.open(ZIP) as file, zipfile.ZipFile(file) as archive:
            assert archive.testzip() is None
            names = sorted(archive.namelist())
        whole.update("\n".join(names).encode())
        self._digests.add(whole.hexdigest())
        assert len(self._digests) == 1 and len(set(names)) == len(names), "another run came to something else"
        return f"{row.cases:,} cases in {len(names)} files"

    def _row(self) -> ReviewPapers:
        found = papers_of(self._of.row())
        assert found is not None
        return found
