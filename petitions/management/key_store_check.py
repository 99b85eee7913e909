"""Looks, before a site is served, whether the store of the keys of rows destroys what it is told to destroy."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Error, Tags, register
from django.core.checks import Warning as Doubt

from petitions.records.files.stores import row_keys

_FOUND: dict[str, CheckMessage] = {
    "versions": Doubt(
        "The bucket of the keys of rows keeps versions: a key that is destroyed can be fetched again there.",
        hint="Turn versioning off for that bucket and delete its older versions, or name another in CLEARRECORD_ROW_KEYS.",
        id="petitions.W010",
    ),
    "twice": Error(
        "The bucket of the keys of rows takes a second key in the place of the first, so that answers could be lost.",
        hint="Name a store in CLEARRECORD_ROW_KEYS that heeds If-None-Match, or a folder that all machines share.",
        id="petitions.E010",
    ),
    "away": Doubt(
        "The bucket of the keys of rows does not answer, or does not let this site read, write, delete and ask for versioning.",
        hint="Look at FILES_URL, FILES_ACCESS_KEY and FILES_SECRET_KEY, and at what the key may do (docs/settings.md).",
        id="petitions.W011",
    ),
}


@register(Tags.security, deploy=True)
def check_key_store(**_named: Any) -> list[CheckMessage]:
    """Ask the store; a folder of this machine is not asked."""
    return [_FOUND[code] for code in row_keys().faults()]
