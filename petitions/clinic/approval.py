"""Says whether a reviewer's approval still holds: only for exactly the facts that it was given for."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from petitions.interview.answers import Answers
from petitions.records.matters.models import Matter

_NOT_ON_PAPERS = ("trail", "after", "sheet_agreed", "made")
"""Parts of the answers that change no paper and no determination."""


def facts_hash(answers: Answers) -> str:
    """Return the digest of everything that decides what the papers say."""
    facts: dict[str, Any] = {name: value for name, value in answers.items() if name not in _NOT_ON_PAPERS}
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def is_approved(matter: Matter, answers: Answers) -> bool:
    """Say whether the matter is approved as its answers are now."""
    return bool(matter.approved_hash) and matter.approved_hash == facts_hash(answers)
