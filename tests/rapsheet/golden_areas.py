"""The golden cases by their area, for what follows from a sheet; without them a test skips, and says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.rapsheet.golden import FOLDER

ABSENT = "the shared cases are not here; set CLEARRECORD_SHARED to their folder"
Case = dict[str, Any]


def cases(area: str, *levels: str) -> list[Case]:
    """Return the cases of an area, of all levels where none is named; none where the findings are absent."""
    file = FOLDER / f"{area}.json"
    found: list[Case] = json.loads(file.read_text("utf-8"))["cases"] if file.exists() else []
    return [case for case in found if not levels or case["level"] in levels]


def name(case: Case) -> str:
    return str(case["id"])


def wanted(case: Case) -> object:
    """Return what ours should give for the whole of it: an improved value counts."""
    whole = [one["value"] for one in case.get("improve", ()) if one["path"] == ""]
    return whole[0] if whole else case["expected"]


def input_text(case: Case) -> str:
    """Return the sheet of a case, from its file where it names one."""
    if "input_file" not in case:
        return str(case["input"])
    return (FOLDER.parent / "samples" / Path(case["input_file"]).name).read_text("utf-8")
