"""The two known editions as installed forms: the court's own of 2017 where it is at hand, and our stand-in."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from petitions.documents.official.form import OfficialForm
from petitions.documents.official.store import check_addition
from petitions.documents.packet import Packets
from petitions.documents.pages import page
from petitions.documents.render import render
from tests.documents.official.stand_in import stand_in
from tests.documents.samples import packets

ROOT = Path(__file__).resolve().parents[3]
OLD, CURRENT = "2017", "2024"
EDITIONS = (OLD, CURRENT)


def old_pdf() -> bytes:
    """Read the court's form of 2017; skip where it is absent, for it may not be part of this project."""
    shared = Path(os.environ.get("CLEARRECORD_SHARED", ROOT.parent / "shared"))
    file = shared / "documents/forms/CR-400.pdf"
    if not file.is_file():
        pytest.skip("form CR-400 of July 2017 is not here; set CLEARRECORD_SHARED to the folder that has it")
    return file.read_bytes()


@cache
def form(edition: str) -> OfficialForm:
    return check_addition(old_pdf() if edition == OLD else stand_in(), mapping=None).form


def filled(edition: str, **changes: Any) -> Packets:
    """Assemble like ``samples.packets``, on the form."""
    return packets(**changes, official=form(edition))


@cache
def filled_pdf(made: Packets) -> bytes:
    return render(page(made.cases[0].papers[1]))
