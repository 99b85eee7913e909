"""An office that has papers printed and reviews run while faults happen, and looks through all of it in the end.

Django's settings are in the environment before this is loaded; they are those of the deployed site.
"""

from __future__ import annotations

import random
import secrets
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event
from typing import Any

import django

django.setup()

from django.db import DatabaseError, connections

from benchmarks.invented_matters import answers_of_one
from benchmarks.looked_through import whole_job, whole_review
from benchmarks.soak_outcome import Come
from benchmarks.soak_people import CANARY
from petitions.clinic.printing.apart import print_apart
from petitions.clinic.printing.plan import Options
from petitions.clinic.printing.selection import wanted
from petitions.interview.screening import today
from petitions.records.matters.print_models import PrintJob, PrintPart, PrintState
from petitions.records.matters.printing import Wanted, ask_for_job
from petitions.records.reviews.models import CountyReview, ReviewState
from petitions.records.reviews.running import begin_review
from petitions.review.kept.apart import run_apart
from tests.clinic.people import matter_of, office
from tests.review.screens.offices import content, gathering, reviewer

_MATTERS = 4
_FIRST = 12
"""So many jobs, and half as many reviews, come before the time begins."""
_PEOPLE_OF_A_REVIEW = 300
_EACH_REVIEW = 2
"""Every so many jobs a review is asked for too."""
_TRIES_AGAIN = 0.25
_OPEN_JOB = (PrintState.WAITING, PrintState.WORKING)
_OPEN_REVIEW = (ReviewState.WAITING, ReviewState.WORKING)


@dataclass
class Asked:
    """What was asked for and acknowledged: jobs and reviews by their ids."""

    jobs: list[str] = field(default_factory=list)
    reviews: list[str] = field(default_factory=list)


class Clinic:
    """The office; its matters and the file of its county are made at once, and each job and review is asked for later."""

    def __init__(self, *, chance: random.Random) -> None:
        self._chance, self._county = chance, reviewer("Soak County")
        self._member, self._file = office("Soak Legal Aid").member("reviewer"), content(_PEOPLE_OF_A_REVIEW)
        made = [
            matter_of(self._member, answers=answers_of_one(number, surname=CANARY))
            for number in range(_MATTERS)
        ]
        self._wanted = [wanted(one, without_approval=True, on=today()) for one in made]
        self.asked = Asked()

    def warm_up(self) -> None:
        """Have each worker do some of each kind of work, so that what it keeps from the first time is no growth."""
        for number in range(_FIRST):
            self.print_all()
            if number % 2:
                self.review()
        _until(lambda: _is_over(self.asked.jobs, self.asked.reviews))

    def live(self, over: Event, *, every: float) -> None:
        """Ask for papers, now and then for a review, until it is over."""
        number = 0
        while not over.wait(self._chance.uniform(0.7, 1.3) * every):
            if number % _EACH_REVIEW == 0:
                self.review()
            self.print_all()
            number += 1
        connections.close_all()

    def print(self, wants: list[Wanted]) -> str:
        """Ask for the papers of some matters; press again, on the same form, until the site has noted it."""
        token = secrets.token_hex(16)
        job: PrintJob = _until(lambda: self._job(wants, token=token))
        self.asked.jobs.append(job.pk)
        return job.pk

    def review(self) -> None:
        """Hand a file in and have it reviewed; press again until the site has noted it."""
        review: CountyReview = _until(lambda: gathering(self._county, self._file))
        _until(lambda: _begun(review))
        self.asked.reviews.append(review.pk)

    def print_one(self) -> str:
        """Ask for the papers of one person; return the id of the job."""
        return self.print(self._wanted[:1])

    def print_all(self) -> str:
        """Ask for the papers of all; return the id of the job."""
        return self.print(self._wanted)

    def waiting(self) -> list[str]:
        """Return the ids of the jobs that were asked for and are not over."""
        rows = PrintJob.objects.filter(pk__in=self.asked.jobs, state__in=_OPEN_JOB)
        found: tuple[list[str]] = _until(lambda: (list(rows.values_list("pk", flat=True).all()),))
        return found[0]

    def over_at(self, jobs: list[str], *, last: float) -> float:
        """Wait until jobs are over; return when that was, or infinity where it was not before ``last``."""
        return time.monotonic() if _until(lambda: _is_over(jobs, []), last=last) else float("inf")

    def come(self, *, patience: float) -> Come:
        """Wait until all is over; look through it, and return what came of it."""
        jobs, reviews = self.asked.jobs, self.asked.reviews
        _until(lambda: _is_over(jobs, reviews), last=time.monotonic() + patience)
        wrong = [*self._wrong_jobs(), *self._wrong_reviews()]
        rows = PrintPart.objects.filter(job__in=jobs)
        again = sum(rows.values_list("tries", flat=True)) - rows.count()
        return Come(len(jobs), len(reviews), tuple(wrong), again, _longest(jobs))

    def _job(self, wants: list[Wanted], *, token: str) -> PrintJob:
        job = ask_for_job(
            wants,
            organization_id=self._member.organization.pk,
            user_id=self._member.user.pk,
            token=token,
            options={"print": Options().as_json(), "language": "en", "on": today().isoformat()},
        )
        print_apart(job)
        return job

    def _wrong_jobs(self) -> list[str]:
        """Return what is wrong with jobs; each form may have made one, and the same papers have the same pages."""
        wrong, pages = [], defaultdict(set)
        for job in PrintJob.objects.filter(pk__in=self.asked.jobs):
            try:
                for matter, number in whole_job(job).items():
                    pages[matter].add(number)
            except AssertionError as fault:
                wrong.append(f"job: {fault}, {_troubles(job)}")
        found = PrintJob.objects.filter(organization_id=self._member.organization.pk).count()
        if found != len(set(self.asked.jobs)):
            wrong.append(f"{found} jobs are there, {len(set(self.asked.jobs))} were acknowledged")
        return wrong + ["the same papers have other pages" for one in pages.values() if len(one) > 1]

    def _wrong_reviews(self) -> list[str]:
        wrong, digests = [], set()
        for review in CountyReview.objects.filter(pk__in=self.asked.reviews):
            try:
                digests.add(whole_review(review))
            except AssertionError as fault:
                wrong.append(f"review: {fault}")
        return wrong + ([f"{len(digests)} different results of one file"] if len(digests) > 1 else [])


def _begun(review: CountyReview) -> bool:
    begin_review(review)
    review.refresh_from_db()
    run_apart(review)
    return True


def _until(do: Callable[[], Any], *, last: float = float("inf")) -> Any:
    """Do something again and again until it works and comes to something; None where that is not before ``last``."""
    while time.monotonic() < last:
        try:
            found = do()
        except (DatabaseError, OSError):  # one of the faults; the connection may be none any more
            connections.close_all()
        else:
            if found:
                return found
        time.sleep(_TRIES_AGAIN)
    return None


def _is_over(jobs: list[str], reviews: list[str]) -> bool:
    return not (
        PrintJob.objects.filter(pk__in=jobs, state__in=_OPEN_JOB).exists()
        or CountyReview.objects.filter(pk__in=reviews, state__in=_OPEN_REVIEW).exists()
    )


def _longest(jobs: list[str]) -> float:
    rows = PrintJob.objects.filter(pk__in=jobs, state=PrintState.DONE).values_list("created_at", "done_at")
    return max(((done - asked).total_seconds() for asked, done in rows if done), default=0.0)


def _troubles(job: PrintJob) -> list[str]:
    return sorted({one.trouble for one in PrintPart.objects.filter(job=job) if one.trouble})
