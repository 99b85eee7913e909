"""Does a print job: part by part on two processes, each part kept as soon as it is made, then the whole."""

from __future__ import annotations

import io
import logging
import os
import secrets
import tempfile
import zipfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from django.db import connections
from django.utils.translation import override

from petitions.clinic.approval import facts_hash, papers_hash
from petitions.clinic.printing.making import make
from petitions.clinic.printing.plan import Kind, Options, options_of
from petitions.documents.bulk.lane import BulkLane
from petitions.documents.bulk.stack import Sheet, stack
from petitions.documents.bulk.store import Store
from petitions.documents.filing import FilingProblems
from petitions.documents.worker import NotPrinted
from petitions.interview.answers import Answers
from petitions.interview.packet import NotReady
from petitions.records.held.folder import Folder, FolderGone
from petitions.records.leases import held
from petitions.records.matters.models import PrintJob, PrintPart, PrintState
from petitions.records.matters.printing import (
    finish_job,
    folder_of,
    give_up,
    hold_job,
    part_done,
    parts_of,
    take_job,
)
from petitions.records.matters.reading import MatterGone, answers_of

RESULT = "result"
PROCESSES = 2
_HOLD_EVERY = 5.0
_log = logging.getLogger(__name__)


class Stopped(Exception):
    """The job was stopped, deleted, or taken by another worker."""


def work(job: PrintJob) -> bool:
    """Do a job; say whether it was this worker's to do. What was made before is not made again."""
    worker = secrets.token_hex(16)
    if not take_job(job, worker=worker):
        return False
    folder = folder_of(job)
    if folder is None:
        return False
    try:
        with held(partial(hold_job, job, worker=worker), every=_HOLD_EVERY):
            folder.sweep()
            _make_parts(job, folder)
            _finish(job, folder, worker=worker)
    except (Stopped, FolderGone):
        pass
    except Exception as fault:  # noqa: BLE001 - its words may hold what papers say
        _log.error("print_job_failed", extra={"kind": type(fault).__qualname__})
        give_up(job, worker=worker)
    return True


def _make_parts(job: PrintJob, folder: Folder) -> None:
    """Make what is not made yet: half of it here, half in a fork; what a fork that dies leaves is made here."""
    left = _left(job, folder)
    with tempfile.TemporaryDirectory() as shelf:
        if len(left) < PROCESSES:
            _make_each(job, folder, left, shelf=shelf)
            return
        connections.close_all()
        child = os.fork()
        if child == 0:
            _in_child(job, folder, left[1::2], shelf=shelf)
        _make_each(job, folder, left[::2], shelf=shelf)
        os.waitpid(child, 0)
        _make_each(job, folder, _left(job, folder), shelf=shelf)


def _in_child(job: PrintJob, folder: Folder, parts: Sequence[PrintPart], *, shelf: str) -> None:
    with suppress(Exception):
        _make_each(job, folder, parts, shelf=shelf)
    os._exit(0)


def _left(job: PrintJob, folder: Folder) -> list[PrintPart]:
    """Return the parts that are neither made nor known to have no papers."""
    parts = parts_of(job).exclude(state=PrintState.FAILED)
    return [one for one in parts if one.state != PrintState.DONE or not folder.has(_name(one))]


def _make_each(job: PrintJob, folder: Folder, parts: Sequence[PrintPart], *, shelf: str) -> None:
    lane, options = BulkLane(Store(Path(shelf))), options_of(job.options["print"])
    for part in parts:
        _make_one(part, folder, options=options, job=job, lane=lane)


def _make_one(part: PrintPart, folder: Folder, *, options: Options, job: PrintJob, lane: BulkLane) -> None:
    """Make the papers of one matter from exactly the answers that were chosen; later ones are not printed."""
    language, on = str(job.options["language"]), date.fromisoformat(job.options["on"])
    try:
        opened = answers_of(part.matter)
        if opened.version != part.version:
            part_done(part, pages=0, trouble="changed")
            return
        with override(language):
            made = make(part.matter, opened.answers, options=options, language=language, on=on, lane=lane)
    except (MatterGone, NotReady):
        part_done(part, pages=0, trouble="gone")
    except FilingProblems:
        part_done(part, pages=0, trouble="letters")
    except NotPrinted:
        part_done(part, pages=0, trouble="not_printed")
    else:
        if part.facts_hash and part.facts_hash not in _hashes(
            opened.answers
        ):  # the courts' addresses changed since it was asked for
            part_done(part, pages=0, trouble="courts")
            return
        folder.put(_name(part), made.content)
        part_done(part, pages=made.pages)


def _hashes(answers: Answers) -> tuple[str, str]:
    """Return by what a part may know its papers: a job that the version before asked for knows the answers alone."""
    return papers_hash(answers), facts_hash(answers)


def _finish(job: PrintJob, folder: Folder, *, worker: str) -> None:
    """Put the parts together and say that the file is ready."""
    parts = [one for one in parts_of(job) if one.state == PrintState.DONE]
    options, contents = options_of(job.options["print"]), [folder.get(_name(one)) for one in parts]
    found = [(one, content) for one, content in zip(parts, contents, strict=True) if content is not None]
    if found and options.kind == Kind.FOLDERS:
        folder.put(RESULT, _zipped([content for _part, content in found]))
    elif found:
        sheets = [Sheet(f"{part.matter.number}", content) for part, content in found]
        folder.put(RESULT, stack(sheets, both_sides=options.both_sides).content)
    if not finish_job(job, worker=worker, pages=sum(one.pages for one in parts)):
        raise Stopped
    for one in parts:
        folder.remove(_name(one))


def _zipped(contents: Sequence[bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for content in contents:
            with zipfile.ZipFile(io.BytesIO(content)) as part:
                for entry in part.infolist():
                    archive.writestr(entry, part.read(entry), zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _name(part: PrintPart) -> str:
    return f"part-{part.position}"
