"""Finds words in the label of a charge that hint at what happened. A label is the section's, not the person's."""

from __future__ import annotations

import re

from petitions.rapsheet.record.facts import Hint
from petitions.rapsheet.sheet import Count

_WORDS = (
    (re.compile(r"\bCULT|\bPLANT|\bHARVEST|\bGROW"), Hint.CULTIVATION_NAMED),
    (re.compile(r"\bCONC\b|\bCONCENTR|\bHASH"), Hint.CONCENTRATE_NAMED),
    (re.compile(r"\bSALE|\bSELL"), Hint.SALE_NAMED),
    (re.compile(r"\bTRANS"), Hint.TRANSPORT_NAMED),
    (re.compile(r"28[.,]5|\bOZ\b|\bOUNCE|\bGRAM|\bGMS?\b"), Hint.AMOUNT_NAMED),
    (re.compile(r"\bSCH(?:OO)?L"), Hint.SCHOOL_NAMED),
    (re.compile(r"\bMINOR\b"), Hint.MINOR_NAMED),
)


def label_hints(count: Count) -> tuple[Hint, ...]:
    """Return what the label hints at."""
    words = count.description.value.upper() if count.description else ""
    return tuple(hint for pattern, hint in _WORDS if pattern.search(words))
