"""The words for how far a case is and what came of it, as staff read them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from petitions.records.matters.models import CaseStatus

Text = str | Promise

STATUSES: Mapping[CaseStatus, Text] = {
    CaseStatus.READY: _("Ready to print"),
    CaseStatus.PRINTED: _("Printed"),
    CaseStatus.SIGNED: _("Signed"),
    CaseStatus.FILED: _("Filed"),
    CaseStatus.SERVED: _("Served"),
    CaseStatus.ANSWERED: _("Answered"),
    CaseStatus.DECIDED: _("Decided"),
    CaseStatus.VERIFIED: _("Record checked"),
}
NOT_READY = _("Not ready")
NOTED = tuple(one for one in CaseStatus if one is not CaseStatus.READY)
"""What a member can note; ready is told by the approval alone."""

OUTCOMES: Mapping[CaseStatus, Mapping[str, Text]] = {
    CaseStatus.ANSWERED: {
        "agreed": _("No objection"),
        "objected": _("Objects"),
        "hearing": _("Asks for a hearing"),
    },
    CaseStatus.DECIDED: {
        "granted": _("Granted"),
        "part": _("Granted in part"),
        "denied": _("Denied"),
        "other": _("Another decision"),
    },
}


def status_word(status: CaseStatus | None) -> Text:
    """Say how far a case is; None: no step is noted, and its papers cannot be printed yet."""
    return STATUSES[status] if status else NOT_READY


def outcome_word(status: CaseStatus, outcome: str) -> Text:
    """Say what came of a step; empty where nothing did."""
    return OUTCOMES.get(status, {}).get(outcome, "")


def happenings() -> list[tuple[str, Text]]:
    """Return everything that can be noted: each status, with its outcome where it has one."""
    return [one for status in NOTED for one in _of(status)]


def _of(status: CaseStatus) -> list[tuple[str, Text]]:
    outcomes = OUTCOMES.get(status)
    if not outcomes:
        return [(status.value, STATUSES[status])]
    return [(f"{status}-{key}", f"{STATUSES[status]}: {word}") for key, word in outcomes.items()]


def happening(value: str) -> tuple[CaseStatus, str]:
    """Read what was chosen among ``happenings``."""
    status, _dash, outcome = value.partition("-")
    return CaseStatus(status), outcome
