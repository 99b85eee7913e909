"""Finds a folder by the words that another process was given for it; Django is loaded for a bucket alone."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from petitions.records.files.place import Place
from petitions.records.private_folder import PrivateFolder


def ordered(orders: Mapping[str, str]) -> Place:
    """Return the folder; raise KeyError for words that name none."""
    if "path" in orders:
        return PrivateFolder(Path(orders["path"]))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")
    from petitions.records.files.stores import store  # noqa: PLC0415 - a folder of this machine needs no settings

    return store(orders["store"]).folder(orders["name"])
