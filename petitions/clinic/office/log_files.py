"""Writes lines of the audit log as CSV or XLSX."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext

from petitions.clinic.office.audit_words import AuditLine
from petitions.exchange.tables import table_file


def log_file(lines: Iterable[AuditLine], *, kind: str) -> bytes:
    """Return the file, with a line of headings."""
    heads = [
        gettext("When"),
        gettext("Who"),
        gettext("What"),
        gettext("About"),
        gettext("Note"),
        gettext("Parts"),
    ]
    rows = [heads, *(_row(one) for one in lines)]
    return table_file(rows, kind=kind)


def _row(line: AuditLine) -> list[str]:
    at = timezone.localtime(line.at).isoformat(timespec="seconds")
    who = f"{line.who} ({gettext('break glass')})" if line.is_glass else line.who
    return [at, who, line.did, line.about, line.what, "; ".join(line.parts)]
