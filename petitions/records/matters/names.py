"""Finds matters of the same name within an organization, without keeping the names readable: a keyed hash of each word."""

from __future__ import annotations

import hmac
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence

from django.conf import settings
from django.db import transaction

from petitions.records.matters.models import Matter, MatterName

_WORD = re.compile(r"[A-Z0-9]+")
_MOST_WORDS = 60
_LEAST_LETTERS = 2
"""A single letter stands in too many names to say anything."""


def words_of(names: Iterable[str]) -> frozenset[str]:
    """Return the words of names in plain capitals: no accents, no hyphens."""
    found: set[str] = set()
    for name in names:
        plain = "".join(
            sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign)
        )
        found |= {word for word in _WORD.findall(plain.upper()) if len(word) >= _LEAST_LETTERS}
    return frozenset(sorted(found)[:_MOST_WORDS])


def marks_of(names: Iterable[str], *, organization_id: str) -> frozenset[str]:
    """Return the keyed hashes of the words; the key is of this organization, so that no two of them can be compared."""
    key = hmac.digest(settings.SECRET_KEY.encode(), f"names of {organization_id}".encode(), "sha256")
    return frozenset(hmac.digest(key, word.encode(), "sha256").hex() for word in words_of(names))


@transaction.atomic
def keep_names(matter: Matter, names: Iterable[str]) -> None:
    """Put the marks of these names in place of the earlier ones."""
    marks = marks_of(names, organization_id=matter.organization_id)
    own = MatterName.objects.filter(matter=matter, organization_id=matter.organization_id)
    kept = set(own.values_list("mark", flat=True))
    own.exclude(mark__in=marks).delete()
    new = [
        MatterName(matter=matter, organization_id=matter.organization_id, mark=mark) for mark in marks - kept
    ]
    MatterName.objects.bulk_create(new, ignore_conflicts=True)


def matters_named(
    names: Sequence[str], *, organization_id: str, besides: str | None = None, shared: int = 2
) -> list[str]:
    """Return the ids of matters whose names share so many words, the nearest first; fewer where a name has fewer."""
    marks = marks_of(names, organization_id=organization_id)
    if not marks:
        return []
    rows = MatterName.objects.filter(organization_id=organization_id, mark__in=marks).exclude(
        matter_id=besides
    )
    counts = Counter(rows.values_list("matter_id", flat=True))
    least = min(shared, len(marks))
    return [matter for matter, count in counts.most_common() if count >= least]
