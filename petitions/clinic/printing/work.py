"""Does print jobs some parts at a time, on as many workers as there are; whoever ends last puts the whole together."""

from __future__ import annotations

import io
import logging
import secrets
import zipfile
from collections.abc import Sequence
from datetime import date
from functools import partial

from django.utils.translation import override

from petitions.clinic.approval import facts_hash, papers_hash
from petitions.clinic.printing.lanes import own_lane
from petitions.clinic.printing.making import make
from petitions.clinic.printing.plan import Kind, Options, options_of
from petitions.documents.bulk.stack import Sheet, stack
from petitions.documents.filing import FilingProblems
from petitions.documents.worker import NotPrinted
from petitions.interview.answers import Answers
from petitions.interview.packet import NotReady
from petitions.records.held.folder import Folder, FolderGone
from petitions.records.leases import HOLD_EVERY, Came, Lost, held, until_over
from petitions.records.matters.print_models import PrintJob, PrintPart, PrintState
from petitions.records.matters.print_parts import (
    hold_parts,
    let_parts_go,
    part_done,
    parts_left,
    take_parts,
)
from petitions.records.matters.printing import (
    begin_job,
    finish_job,
    folder_of,
    give_up,
    hold_job,
    parts_of,
    take_job,
)
from petitions.records.matters.reading import MatterGone, answers_of

RESULT = "result"
_HOLD_EVERY = HOLD_EVERY
_log = logging.getLogger(__name__)


def work(job: PrintJob) -> bool:
    """Do all of a job that is left and that nobody else does; say whether there was any."""
    return until_over(partial(do_some, job))


def do_some(job: PrintJob) -> Came:
    """Make a few parts; put the whole together where none is left. What was made before is not made again."""
    worker, folder = secrets.token_hex(16), folder_of(job)
    if folder is None:
        return Came.NOTHING
    parts = take_parts(job, worker=worker)
    if parts and not _made(job, folder, parts, worker=worker):
        return Came.OVER
    if parts_left(job).exists():
        return Came.ON if parts else Came.NOTHING
    if not take_job(job, worker=worker):
        return Came.OVER if parts else Came.NOTHING
    _finish(job, folder, worker=worker)
    return Came.OVER


def _made(job: PrintJob, folder: Folder, parts: Sequence[PrintPart], *, worker: str) -> bool:
    """Make parts; say whether all went well."""
    begin_job(job)
    options = options_of(job.options["print"])
    try:
        with held(partial(hold_parts, job, worker=worker), every=_HOLD_EVERY):
            for part in parts:
                _make_one(part, folder, options=options, job=job)
    except FolderGone:
        return False
    except Exception as fault:  # noqa: BLE001 - its words may hold what papers say
        _log.error("print_job_failed", extra={"kind": type(fault).__qualname__})
        let_parts_go(job, fault, worker=worker)
        return False
    return True


def _make_one(part: PrintPart, folder: Folder, *, options: Options, job: PrintJob) -> None:
    """Make the papers of one matter from exactly the answers that were chosen; later ones are not printed."""
    language, on = str(job.options["language"]), date.fromisoformat(job.options["on"])
    try:
        opened = answers_of(part.matter)
        if opened.version != part.version:
            part_done(part, pages=0, trouble="changed")
            return
        with override(language):
            made = make(
                part.matter, opened.answers, options=options, language=language, on=on, lane=own_lane()
            )
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
    """Put the parts together and say that the file is ready, or let the job go after a fault."""
    try:
        with held(partial(hold_job, job, worker=worker), every=_HOLD_EVERY):
            folder.sweep()
            _put_together(job, folder, worker=worker)
    except (Lost, FolderGone):
        pass
    except Exception as fault:  # noqa: BLE001 - its words may hold what papers say
        _log.error("print_job_failed", extra={"kind": type(fault).__qualname__})
        give_up(job, fault, worker=worker)


def _put_together(job: PrintJob, folder: Folder, *, worker: str) -> None:
    parts = [one for one in parts_of(job) if one.state == PrintState.DONE]
    options, contents = options_of(job.options["print"]), [folder.get(_name(one)) for one in parts]
    found = [(one, content) for one, content in zip(parts, contents, strict=True) if content is not None]
    if found and options.kind == Kind.FOLDERS:
        folder.put(RESULT, _zipped([content for _part, content in found]))
    elif found:
        sheets = [Sheet(f"{part.matter.number}", content) for part, content in found]
        folder.put(RESULT, stack(sheets, both_sides=options.both_sides).content)
    if not finish_job(job, worker=worker, pages=sum(one.pages for one in parts)):
        raise Lost
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
