"""The bulk jobs of ``scale.py``: papers of many people, and a county review; each begun, watched, and looked through at its end."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

from benchmarks.invented_matters import answers_of_one
from benchmarks.invented_research_file import write_file
from benchmarks.looked_through import whole_job, whole_review
from petitions.clinic.papers import packets_for
from petitions.clinic.printing.apart import print_apart
from petitions.clinic.printing.plan import Options
from petitions.clinic.printing.selection import wanted
from petitions.interview.answers import Answers
from petitions.interview.screening import today
from petitions.records.leases import MOST_TRIES
from petitions.records.matters.models import Matter
from petitions.records.matters.print_models import PrintJob, PrintPart, PrintState
from petitions.records.matters.printing import ask_for_job, parts_of
from petitions.records.reviews.keeping import keep_file, new_place, row_of, vault_of
from petitions.records.reviews.models import CountyReview, ReviewState
from petitions.records.reviews.running import begin_review
from petitions.review.kept.apart import run_apart
from petitions.review.kept.results import problems_of
from petitions.review.reading.reasons import Reason
from tests.clinic.people import matter_of, office
from tests.review.screens.offices import gathering, reviewer

_AT_ONCE = 1 << 20
_LEFT_OUT = {Reason.WIDTH.value, Reason.STRAY_QUOTE.value, Reason.OPEN_QUOTE.value}
"""Why a line of the made-up file is no row: it has some of those, too."""
_OPEN = (PrintState.WAITING, PrintState.WORKING)
_CASES = 2
"""Of each made-up person."""


class Packets:
    """Print jobs of up to ``matters`` people each, the same people again and again; a packet is the papers of one case.

    The file of a job is put together by one worker; while parts of other jobs are left, the others have something to do.
    """

    name = "packets"
    alone = ("put together",)

    def __init__(self, _place: Path, *, amount: int, matters: int) -> None:
        self._member, self._people = office().member("reviewer"), -(-amount // _CASES)
        answers = [answers_of_one(n) for n in range(min(self._people, matters))]
        made = [matter_of(self._member, answers=one) for one in answers]
        cases = {_packets_of(matter, one) for matter, one in zip(made, answers, strict=True)}
        assert cases == {_CASES}, f"packets of one person: {cases}"
        self._wanted = [wanted(one, without_approval=True, on=today()) for one in made]
        self._jobs: list[PrintJob] = []

    def prepare(self) -> None:
        """Do nothing before the time is taken: workers begin with the first job that is asked for."""

    def begin(self) -> None:
        """Ask for all jobs, and have the workers told."""
        left, self._jobs = self._people, []
        while left > 0:
            self._jobs.append(self._asked(min(left, len(self._wanted))))
            left -= len(self._wanted)
        for job in self._jobs:
            print_apart(job)

    def done(self) -> float:
        """Return how much of it is done, from 0 to 1; 1 when all is over."""
        if not PrintJob.objects.filter(pk__in=[one.pk for one in self._jobs], state__in=_OPEN).exists():
            return 1.0
        parts = PrintPart.objects.filter(job__in=self._jobs)
        return min(0.99, parts.filter(state=PrintState.DONE).count() / self._people)

    def step(self) -> str:
        """Return which step it is at."""
        left = PrintPart.objects.filter(job__in=self._jobs).exclude(state=PrintState.DONE)
        return "print" if left.exists() else "put together"

    def look_through(self) -> str:
        """See that every part is made once and whole; return what it came to."""
        pages_of_matter: dict[str, set[int]] = {}
        pages = again = people = 0
        for job in self._jobs:
            for matter, found in whole_job(job).items():
                pages_of_matter.setdefault(matter, set()).add(found)
            tries = parts_of(job).values_list("tries", flat=True)
            people += len(tries)
            assert max(tries) < MOST_TRIES
            again += sum(tries) - len(tries)
            pages += job.pages
        assert all(len(found) == 1 for found in pages_of_matter.values()), "the same papers have other pages"
        assert people == self._people, "people are lost or doubled"
        return f"{people * _CASES:,} packets, {pages:,} pages, {again} of {people:,} people made again"

    def _asked(self, number: int) -> PrintJob:
        return ask_for_job(
            self._wanted[:number],
            organization_id=self._member.organization.pk,
            user_id=self._member.user.pk,
            token=secrets.token_hex(16),
            options={"print": Options().as_json(), "language": "en", "on": today().isoformat()},
        )


def _packets_of(matter: Matter, answers: Answers) -> int:
    """Return how many packets a person's papers are: one for each case."""
    return len(packets_for(matter, answers, on=today()).cases)


class Review:
    """A county review of so many rows; each run begins with the file as it was handed in."""

    alone = ("cut", "lay out", "gather")
    name = "review"

    def __init__(self, place: Path, *, amount: int) -> None:
        self._amount, self._path, self._member = amount, place / "county.dat", reviewer()
        write_file(self._path, rows=amount)
        self._digests: set[str] = set()

    def prepare(self) -> None:
        """Hand the file in; nobody works on it before it is to be run."""
        self._review = gathering(self._member)
        vault, place = vault_of(self._review), new_place()
        assert vault is not None
        draft = vault.draft(place)
        for chunk in _chunks(self._path):
            draft.write(chunk)
        keep_file(self._review, vault, draft, place=place, name="county.dat")

    def begin(self) -> None:
        """Have it run."""
        begin_review(self._review)
        run_apart(self.row())

    def done(self) -> float:
        """Return how much of it is done, from 0 to 1; 1 when all is over."""
        row = self.row()
        if row.state not in (ReviewState.WAITING, ReviewState.WORKING):
            return 1.0
        steps = ("read", "decide", "gather")
        before = steps.index(row.step) if row.step in steps else 0
        return min(0.99, (before + row.done / max(row.whole, 1)) / len(steps))

    def step(self) -> str:
        """Return which step it is at; between two of them one worker lays out the next."""
        row = self.row()
        if row.step in ("read", "decide") and row.done == row.whole:
            return "lay out"
        return row.step or "cut"

    def look_through(self) -> str:
        """See that every row is there once, and that all runs come to the same; return what it came to."""
        row = self.row()
        self._digests.add(whole_review(row))
        assert len(self._digests) == 1, "another run came to something else"
        vault = vault_of(row)
        assert vault is not None
        none = sum(one.code in _LEFT_OUT for one in problems_of(vault))
        assert row.rows + none == self._amount, f"{row.rows} rows and {none} that are none, of {self._amount}"
        return f"{row.rows:,} rows"

    def row(self) -> CountyReview:
        """Return the review as it stands now."""
        return row_of(self._review).get()


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_AT_ONCE):
            yield chunk
