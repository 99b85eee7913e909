"""Fake answers and keys for the tests of what we keep."""

from __future__ import annotations

from petitions.records.keys import KeyRing
from petitions.records.models import Interview

ANSWERS = {"you": {"name_now": "Testa Canary-Example"}, "convictions": [{"section": "11357"}]}
OLD_KEY, NEW_KEY = bytes(range(32)), bytes(range(32, 64))
OLD = KeyRing("old", {"old": OLD_KEY})
ROTATED = KeyRing("new", {"new": NEW_KEY, "old": OLD_KEY})
NEW = KeyRing("new", {"new": NEW_KEY})


def row(key: str) -> Interview:
    return Interview.objects.get(pk=key)
