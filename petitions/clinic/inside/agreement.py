"""Tells to which text the petitioner of a matter agreed before their sheet was read, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from petitions.interview.answers import Answers


@dataclass(frozen=True, slots=True)
class SheetAgreement:
    """What was agreed to: the version of the text, and when."""

    version: str
    at: datetime


def agreement_of(answers: Answers) -> SheetAgreement | None:
    """Return what the answers say of it; None where nobody agreed."""
    found = answers.get("sheet_agreed", {})
    if "text" not in found or "at" not in found:
        return None
    return SheetAgreement(found["text"], datetime.fromisoformat(found["at"]))
