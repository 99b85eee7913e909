"""How far a print job is: what is made of all, how long it may still take, and what its papers rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, ngettext

from petitions.clinic.printing.selection import TROUBLES
from petitions.interview.wording.outcomes import Text
from petitions.records.matters.print_models import PrintJob, PrintPart, PrintState
from petitions.records.matters.printing import parts_of

_OVER = (PrintState.DONE, PrintState.FAILED, PrintState.STOPPED)


@dataclass(frozen=True, slots=True)
class PartLine:
    """The papers of one matter in a job."""

    number: int
    matter_id: str
    pages: int
    trouble: Text
    is_out_of_date: bool
    """The answers were changed after these papers were made."""


@dataclass(frozen=True, slots=True)
class JobProgress:
    """One job as its page shows it."""

    job: PrintJob
    lines: tuple[PartLine, ...]
    made: int
    of: int
    pages: int
    said: str

    @property
    def is_over(self) -> bool:
        """Say whether nothing more happens."""
        return self.job.state in _OVER

    @property
    def is_done(self) -> bool:
        """Say whether there is a file."""
        return self.job.state == PrintState.DONE and self.pages > 0

    @property
    def is_failed(self) -> bool:
        """Say whether it was tried too often."""
        return self.job.state == PrintState.FAILED


def job_progress(job: PrintJob, *, now: datetime) -> JobProgress:
    """Return how far a job is."""
    parts = list(parts_of(job))
    settled = [one for one in parts if one.state in (PrintState.DONE, PrintState.FAILED)]
    pages = sum(one.pages for one in parts)
    return JobProgress(
        job=job,
        lines=tuple(_line(one) for one in parts),
        made=len(settled),
        of=len(parts),
        pages=pages,
        said=_said(job, made=len(settled), of=len(parts), left=_seconds_left(job, parts, now=now)),
    )


def _line(part: PrintPart) -> PartLine:
    is_old = part.state == PrintState.DONE and part.matter.interview.version != part.version
    trouble = TROUBLES.get(part.trouble, "") if part.trouble else ""
    return PartLine(part.matter.number, part.matter_id, part.pages, trouble, is_old)


def _seconds_left(job: PrintJob, parts: Sequence[PrintPart], *, now: datetime) -> int | None:
    """Return how long it may take, by how long the parts made so far took; None while that says nothing."""
    wanted = [one for one in parts if one.state != PrintState.FAILED]
    made = sum(one.state == PrintState.DONE for one in wanted)
    if made < min(4, len(wanted)) or not made:
        return None
    passed = (now - job.created_at).total_seconds()
    return round(passed / made * (len(wanted) - made))


def _said(job: PrintJob, *, made: int, of: int, left: int | None) -> str:
    if job.state == PrintState.STOPPED:
        return gettext("This job was stopped. Nothing of it is kept.")
    if job.state == PrintState.FAILED:
        return gettext(
            "The papers could not be made. Ask again; if it happens again, tell whoever runs this site."
        )
    if job.state == PrintState.DONE:
        return gettext("The papers are ready.")
    told = {"made": made, "of": of}
    if made == of:
        return gettext("All papers are made. We are putting them together.")
    sentence = gettext("The papers of %(made)d of %(of)d people are made.") % told
    if left is None:
        return sentence
    return (
        sentence + " " + ngettext("About %(n)d second more.", "About %(n)d seconds more.", left) % {"n": left}
    )
