"""Finds the browser of the journeys: Chromium, best without its windows and menus, which are half of its work."""

from __future__ import annotations

import os
import shutil


def chromium() -> str:
    """Return where the browser is."""
    told = os.environ.get("CLEARRECORD_CHROMIUM")
    return told or shutil.which("chromium-headless-shell") or "/usr/bin/chromium"
