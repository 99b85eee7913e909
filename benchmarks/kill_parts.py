"""The parts of the program that are killed: what each does, where it dies, and what must hold however often it did."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.utils import timezone

from benchmarks.kill_commands import CountyPapers, Packets
from benchmarks.killing import Point, points, seconds_of
from petitions.clinic.printing import work as printing
from petitions.clinic.printing.plan import Options
from petitions.clinic.printing.selection import wanted
from petitions.interview.screening import today
from petitions.records import rotation
from petitions.records.encryption import seal
from petitions.records.ended_keys import purge_ended_keys
from petitions.records.files import key_files
from petitions.records.held.folder import Folder
from petitions.records.keys import KeyRing
from petitions.records.matters.print_models import PrintJob, PrintState
from petitions.records.matters.printing import ask_for_job, folder_of, parts_of
from petitions.records.models import Interview
from petitions.records.own_keys import destroy_key, place_of
from petitions.records.reading import open_interview
from petitions.records.reviews.keeping import vault_of
from petitions.records.reviews.models import CountyReview, ReviewState, RunUnit
from petitions.records.reviews.running import begin_review
from petitions.records.reviews.vault import Draft
from petitions.records.writing import start_interview
from petitions.review.kept import work as reviewing
from petitions.review.kept.exports import all_results, judged_results
from tests.clinic.people import Member, answered, matter_of, office
from tests.pages.answered import three_filed
from tests.review.screens.offices import content, gathering, reviewer

Work = Callable[[], object]


class Rotation:
    """Everything is sealed anew, again and again, under one key after the other."""

    name = "rotate_keys"
    injected: ClassVar[list[Point]] = points(
        (rotation, "_put"), (rotation, "_rotate_batch"), (key_files, "_sync"), calls=(1, 3, 9)
    )

    def __init__(self, _place: Path, *, rows: int = 80) -> None:
        self._keys = {f"k{n}": secrets.token_bytes(32) for n in range(3)}
        self._turn = 0
        self._use(old="k0", new="k0")
        self._rows = {start_interview({"n": n}): n for n in range(rows)}
        for key, n in list(self._rows.items())[::2]:  # half of them from before rows had keys of their own
            destroy_key(place_of(key))
            old = seal({"n": n}, row=key, keys=settings.RECORD_KEYS)
            Interview.objects.filter(pk=key).update(content=old.content, key_id=old.key_id)
        self.longest = seconds_of(self.work())

    def work(self) -> Work:
        """Rotate to the next key, or go on with it."""
        if not Interview.objects.filter(pk__in=self._rows).exclude(key_id=self._new).exists():
            self._turn += 1
        self._use(old=f"k{(self._turn - 1) % 3}", new=self._new)
        return lambda: rotation.rotate(batch=8, tell=lambda *_told: None)

    def hold(self) -> None:
        """See that every row opens."""
        lost = [key for key, n in self._rows.items() if _answers(key) != {"n": n}]
        assert not lost, f"{len(lost)} rows cannot be read"

    def end(self) -> None:
        """Rotate to the end, take the old key out, and see that every row opens and every key file has its row."""
        rotation.rotate(tell=lambda *_told: None)
        self._use(old=self._new, new=self._new)
        self.hold()
        purge_ended_keys(now=timezone.now() + timedelta(hours=2))
        files = {one.name for one in Path(settings.ROW_KEYS_DIR).iterdir()}
        assert {place_of(key) for key in self._rows} <= files
        assert not [one for one in files if one.startswith(".")]

    @property
    def _new(self) -> str:
        return f"k{self._turn % 3}"

    def _use(self, *, old: str, new: str) -> None:
        ring = {new: self._keys[new], old: self._keys[old]}
        settings.RECORD_KEYS = KeyRing(new, ring)


def _answers(key: str) -> dict[str, Any] | None:
    found = open_interview(key)
    return found.answers if found else None


class Prints:
    """Print jobs of four matters, one after the other; as in a worker of the site, the empty papers were laid out before."""

    name = "print jobs"
    injected: ClassVar[list[Point]] = points(
        (printing, "part_done"),
        (printing, "finish_job"),
        (printing, "_finish"),
        (Folder, "put"),
        calls=(1, 2),
    )

    def __init__(self, _place: Path) -> None:
        self._member: Member = office().member("reviewer")
        answers = [answered(), answered(three_filed)]
        self._wanted = [
            wanted(matter_of(self._member, answers=answers[n % 2]), without_approval=True, on=today())
            for n in range(4)
        ]
        self._jobs: list[str] = []
        self.work()()
        self.longest = seconds_of(self.work())

    def work(self) -> Work:
        """Go on with the job, or begin the next one; a lease of a worker that died is over."""
        found = PrintJob.objects.filter(pk__in=self._jobs).exclude(state=PrintState.DONE).first()
        job = found or self._new()
        PrintJob.objects.filter(pk=job.pk).update(lease=None, tries=0)
        parts_of(job).update(lease=None, tries=0)
        job.refresh_from_db()
        return lambda: printing.work(job)

    def hold(self) -> None:
        """See that what is done is whole."""
        for job in PrintJob.objects.filter(pk__in=self._jobs, state=PrintState.DONE):
            folder, pages = folder_of(job), [part.pages for part in parts_of(job)]
            assert folder is not None and "result" in folder.names()
            assert job.pages == sum(pages) and pages[:2] == pages[2:], pages
            assert (folder.get("result") or b"").count(b"%%EOF") >= 1

    def end(self) -> None:
        """Let the last one end; then no folder holds more than its result, and there is none without a row."""
        while PrintJob.objects.filter(pk__in=self._jobs).exclude(state=PrintState.DONE).exists():
            self.work()()
        for job in PrintJob.objects.filter(pk__in=self._jobs):
            printing.work(job)
            folder = folder_of(job)
            assert folder is not None
            for left in folder.names() - {"result"}:  # a worker that died after its last word
                assert left.startswith("part-")
        self.hold()
        folders = {one.name for one in Path(settings.PRINTS_DIR).iterdir()}
        assert folders == set(PrintJob.objects.values_list("pk", flat=True))

    def _new(self) -> PrintJob:
        job = ask_for_job(
            self._wanted,
            organization_id=self._member.organization.pk,
            user_id=self._member.user.pk,
            token=secrets.token_hex(8),
            options={"print": Options().as_json(), "language": "en", "on": today().isoformat()},
        )
        self._jobs.append(job.pk)
        return job


class Reviews:
    """County reviews of a small file, one after the other."""

    name = "county reviews"
    injected: ClassVar[list[Point]] = points(
        (Draft, "keep"), (reviewing, "finish_run"), (reviewing, "_clear"), calls=(1, 2, 3, 5)
    )

    def __init__(self, _place: Path) -> None:
        self._member, self._file = reviewer(), content(40)
        self._reviews: list[str] = []
        self.longest = seconds_of(self.work())

    def work(self) -> Work:
        """Go on with the review, or begin the next one."""
        found = CountyReview.objects.filter(pk__in=self._reviews).exclude(state=ReviewState.DONE).first()
        review = found or self._new()
        CountyReview.objects.filter(pk=review.pk).update(lease=None, tries=0)
        RunUnit.objects.filter(review=review).update(lease=None, tries=0)
        review.refresh_from_db()
        return lambda: reviewing.work(review)

    def hold(self) -> None:
        """Nothing is asked between: reading takes threads that no fork takes along; see the end."""

    def end(self) -> None:
        """Let the last one end; all must come to the same bytes, and no folder is without a row or half written."""
        while CountyReview.objects.filter(pk__in=self._reviews).exclude(state=ReviewState.DONE).exists():
            self.work()()
        digests = set()
        for review in CountyReview.objects.filter(pk__in=self._reviews):
            vault = vault_of(review)
            assert vault is not None
            written = b"".join(
                (*all_results(vault, flow="configurable"), *judged_results(vault, flow="configurable"))
            )
            digests.add(hashlib.sha256(written).hexdigest())
            vault.sweep()
        assert len(digests) == 1, f"{len(digests)} different results"
        folders = {one.name for one in Path(settings.REVIEWS_DIR).iterdir()}
        assert folders == set(CountyReview.objects.values_list("pk", flat=True))

    def _new(self) -> CountyReview:
        review = gathering(self._member, self._file)
        begin_review(review)
        self._reviews.append(review.pk)
        return review


PARTS: dict[Any, int] = {Rotation: 40, Prints: 20, Reviews: 20, Packets: 10, CountyPapers: 10}
"""How many of a hundred kills each gets."""
