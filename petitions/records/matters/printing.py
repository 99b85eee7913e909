"""Keeps print jobs: asked for once, done part by part, put together by one worker; their files are sealed."""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import QuerySet, Sum
from django.db.models.signals import post_delete
from django.dispatch import receiver
from django.utils import timezone

from petitions.records import leases
from petitions.records.files.place import Place
from petitions.records.files.stores import PRINTS, store
from petitions.records.held.folder import Folder
from petitions.records.matters.models import CheckoutTick, Matter
from petitions.records.matters.print_models import PrintJob, PrintPart, PrintState
from petitions.records.private_folder import KEY_BYTES
from petitions.records.sealed_rows import opened, sealed_columns

KEPT = timedelta(hours=24)
"""How long a job and its files stay."""
_YOUNG = timedelta(minutes=10)
_OPEN = (PrintState.WAITING, PrintState.WORKING)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A matter to print: the answers that its papers rest on, and why there are none, if so."""

    matter: Matter
    version: int
    facts_hash: str
    trouble: str = ""


def ask_for_job(
    wanted: Sequence[Wanted], *, organization_id: str, user_id: int, token: str, options: Mapping[str, Any]
) -> PrintJob:
    """Make a job; return the one that the same form has made before, where it has."""
    token = hashlib.sha256(f"{organization_id}\n{token}".encode()).hexdigest()
    try:
        with transaction.atomic():
            return _new_job(
                wanted, organization_id=organization_id, user_id=user_id, token=token, options=options
            )
    except IntegrityError:
        return PrintJob.objects.get(token=token, organization_id=organization_id)


def _new_job(
    wanted: Sequence[Wanted], *, organization_id: str, user_id: int, token: str, options: Mapping[str, Any]
) -> PrintJob:
    key, job_id = os.urandom(KEY_BYTES), secrets.token_hex(16)
    sealed = sealed_columns({"key": base64.b64encode(key).decode()}, row=job_row(job_id), own=job_row(job_id))
    job = PrintJob.objects.create(
        id=job_id,
        organization_id=organization_id,
        user_id=user_id,
        token=token,
        options=dict(options),
        created_at=timezone.now(),
        **sealed,
    )
    PrintPart.objects.bulk_create(
        PrintPart(
            job=job,
            matter=one.matter,
            organization_id=organization_id,
            position=position,
            version=one.version,
            facts_hash=one.facts_hash,
            state=PrintState.FAILED if one.trouble else PrintState.WAITING,
            trouble=one.trouble,
        )
        for position, one in enumerate(wanted)
    )
    Folder(_place(job_id), key).make()
    return job


def job_for(job_id: str, *, organization_id: str) -> PrintJob | None:
    """Return a job of the organization."""
    return PrintJob.objects.filter(pk=job_id, organization_id=organization_id).first()


def job_to_do(job_id: str) -> PrintJob | None:
    """Return a job for the worker that was told to do it, of whichever organization it is."""
    return PrintJob.objects.filter(pk=job_id, state__in=_OPEN).first()


def jobs_of(organization_id: str) -> QuerySet[PrintJob]:
    """Return the jobs of the organization, the newest first."""
    return PrintJob.objects.filter(organization_id=organization_id).order_by("-created_at")


def parts_of(job: PrintJob) -> QuerySet[PrintPart]:
    """Return the parts in their order, each with its matter."""
    found = PrintPart.objects.filter(job=job, organization_id=job.organization_id)
    return found.select_related("matter__interview", "matter__attorney__organization").order_by("position")


def folder_of(job: PrintJob) -> Folder | None:
    """Return the folder of a job's files; None where it is gone or cannot be opened."""
    content = opened(job, row=job_row(job.pk), own=job_row(job.pk))
    if content is None:
        return None
    folder = Folder(_place(job.pk), base64.b64decode(content["key"]))
    return folder if folder.is_there else None


def begin_job(job: PrintJob) -> None:
    """Note that the first worker has come."""
    _own(job).filter(state=PrintState.WAITING).update(state=PrintState.WORKING)


def take_job(job: PrintJob, *, worker: str) -> bool:
    """Take a job, to put it together; say whether that worked. One that failed too often is given up."""
    waits = _own(job).filter(state__in=_OPEN)
    if leases.spent(waits).update(state=PrintState.FAILED, lease=None):
        return False
    return bool(leases.take(waits, worker=worker, state=PrintState.WORKING))


def hold_job(job: PrintJob, *, worker: str) -> bool:
    """Hold on to a job; False where it was stopped, deleted, or taken by another."""
    return leases.hold(_own(job).filter(state=PrintState.WORKING), worker=worker)


def finish_job(job: PrintJob, *, worker: str, pages: int) -> bool:
    """Note that the file is ready; False where the job was stopped meanwhile."""
    done = {"state": PrintState.DONE, "pages": pages, "lease": None, "done_at": timezone.now()}
    return bool(_own(job).filter(worker=worker, state=PrintState.WORKING).update(**done))


def give_up(job: PrintJob, fault: Exception, *, worker: str) -> None:
    """Let go of a job after a fault, so that it is tried again, or is given up after the last try."""
    held = _own(job).filter(worker=worker, state=PrintState.WORKING)
    leases.let_go(held, fault, state=PrintState.WAITING)


def stop_job(job: PrintJob) -> None:
    """Stop a job and take its files away; nothing half-made stays."""
    _own(job).filter(state__in=_OPEN).update(state=PrintState.STOPPED, lease=None)
    _place(job.pk).destroy()


def pages_so_far(job: PrintJob) -> int:
    """Return how many pages are made."""
    return int(parts_of(job).aggregate(pages=Sum("pages"))["pages"] or 0)


def open_jobs() -> QuerySet[PrintJob]:
    """Return the jobs of all organizations that are not over; for the workers that the site's operator runs."""
    return PrintJob.objects.filter(state__in=_OPEN).order_by("created_at")


def job_row_of(job: PrintJob) -> QuerySet[PrintJob]:
    """Return the query of one job that is not over."""
    return _own(job).filter(state__in=_OPEN)


def purge_prints(*, now: datetime) -> int:
    """Delete jobs that are over, with their files, and folders that belong to no job; return how many jobs."""
    old = PrintJob.objects.filter(created_at__lte=now - KEPT)
    count = old.count()
    old.delete()
    rows = set(PrintJob.objects.values_list("pk", flat=True))
    prints = store(PRINTS)
    for name in prints.folders():
        if name not in rows and prints.changed(name) < now - _YOUNG:
            prints.folder(name).destroy()
    return count


def forget_prints(matter: Matter) -> None:
    """Delete the jobs that hold papers of a matter, with their files: one file holds the papers of all of a job."""
    parts = PrintPart.objects.filter(matter=matter, organization_id=matter.organization_id)
    jobs = list(parts.values_list("job_id", flat=True))
    PrintJob.objects.filter(pk__in=jobs, organization_id=matter.organization_id).delete()


def tick(matter: Matter, item: str, *, user_id: int, is_done: bool) -> None:
    """Note that one line of a matter's checklist is done, or is not."""
    rows = CheckoutTick.objects.filter(matter=matter, organization_id=matter.organization_id, item=item)
    if not is_done:
        rows.delete()
        return
    CheckoutTick.objects.get_or_create(
        matter=matter,
        organization_id=matter.organization_id,
        item=item,
        defaults={"user_id": user_id, "at": timezone.now()},
    )


def ticks_of(matters: Sequence[str], *, organization_id: str) -> dict[str, set[str]]:
    """Return the lines that are done, by matter."""
    found: dict[str, set[str]] = {}
    rows = CheckoutTick.objects.filter(organization_id=organization_id, matter_id__in=matters)
    for matter, item in rows.values_list("matter_id", "item"):
        found.setdefault(matter, set()).add(item)
    return found


@receiver(post_delete, sender=PrintJob)
def _destroy_files(instance: PrintJob, **_: Any) -> None:
    _place(instance.pk).destroy()


def _own(job: PrintJob) -> QuerySet[PrintJob]:
    return PrintJob.objects.filter(pk=job.pk, organization_id=job.organization_id)


def _place(job_id: str) -> Place:
    return store(PRINTS).folder(job_id)


def job_row(job_id: str) -> str:
    """Return the name to which the key of a job is bound."""
    return f"print job {job_id}"
