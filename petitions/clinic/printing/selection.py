"""Which matters can be printed, in which order, and why the others cannot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from petitions.clinic.approval import Approval, approval_of, papers_hash
from petitions.clinic.papers import packets_for
from petitions.clinic.printing.plan import Options, Order
from petitions.clinic.summaries import Summary
from petitions.documents.filing import FilingProblems
from petitions.interview.packet import NotReady
from petitions.interview.wording.outcomes import Text
from petitions.records.matters.models import Matter
from petitions.records.matters.printing import Wanted
from petitions.records.matters.reading import MatterGone, answers_of

TROUBLES: Mapping[str, Text] = {
    "open": _("Answers are open. Finish them on the page of the matter."),
    "faults": _("The court would send these papers back. The review page says why."),
    "not_approved": _("No one has approved it. Approve it first."),
    "changed": _("It was changed after it was approved. Approve it again."),
    "courts": _("The court directory changed after it was approved. Approve it again."),
    "letters": _("A name or an address has letters that we cannot print. Write it in other letters."),
    "not_printed": _("The printing took too long. Make the very long names or addresses shorter."),
    "failed": _(
        "We tried three times, and it failed. Ask again; if it happens again, tell whoever runs this site."
    ),
    "gone": _("This matter is not there any more."),
}
_WITHOUT: Mapping[Approval, str] = {
    Approval.NONE: "not_approved",
    Approval.ANSWERS_CHANGED: "changed",
    Approval.COURTS_CHANGED: "courts",
    Approval.HOLDS: "",
}


@dataclass(frozen=True, slots=True)
class Selected:
    """One matter that was chosen, with its summary, and what stands in the way."""

    summary: Summary
    wanted: Wanted

    @property
    def trouble(self) -> Text:
        """Say why it cannot be printed; empty where it can."""
        return TROUBLES[self.wanted.trouble] if self.wanted.trouble else ""


def selected(
    summaries: Sequence[Summary], *, options: Options, without_approval: bool, on: date
) -> list[Selected]:
    """Return the chosen matters in the order of the hall, each with what stands in its way."""
    found = [Selected(one, wanted(one.matter, without_approval=without_approval, on=on)) for one in summaries]
    return sorted(found, key=lambda one: _key(one.summary, options.order))


def wanted(matter: Matter, *, without_approval: bool, on: date) -> Wanted:
    """Say with which answers a matter is printed, or why it cannot be."""
    try:
        opened = answers_of(matter)
    except MatterGone:
        return Wanted(matter, 0, "", "gone")
    digest = papers_hash(opened.answers)
    trouble = "" if without_approval else _WITHOUT[approval_of(matter, opened.answers)]
    return Wanted(matter, opened.version, digest, trouble or _papers(matter, opened.answers, on=on))


def _papers(matter: Matter, answers: dict[str, object], *, on: date) -> str:
    try:
        packets_for(matter, answers, on=on)
    except NotReady:
        return "open"
    except FilingProblems:
        return "faults"
    return ""


def _key(summary: Summary, order: str) -> tuple[object, ...]:
    number = summary.matter.number
    if order == Order.NAME:
        return (summary.name.split()[-1:], summary.name, number)
    if order == Order.COUNTY:
        first = next((one for one in summary.counts if one.is_filed), None)
        return (first.county if first else "", first.case_number if first else "", number)
    return (number,)
