"""Tells from the letters of an agency which kind of court an event was before."""

from __future__ import annotations

import re

from petitions.law.terms import Jurisdiction
from petitions.rapsheet.sheet import Charge, Event

UNSURE = "unsure"
_ADULT = ("CASC", "CAMC", "CAJC")
"""Superior, municipal and justice court."""
_JUVENILE = re.compile(r"CAJV|.*\bJUV")
_FEDERAL = re.compile(r"US[A-Z]{2}\b")
_STATE = re.compile(r"(?!CA|US)[A-Z]{2}(?:SC|MC|JC|DC|CC|CT)\b")


def jurisdiction(event: Event, *, charge: Charge | None) -> str:
    """Return the value of ``jurisdiction``."""
    agency = event.agency.value.upper() if event.agency else ""
    if (charge and charge.code == "US") or _FEDERAL.match(agency):
        return Jurisdiction.FEDERAL.value
    if _JUVENILE.match(agency):
        return Jurisdiction.CALIFORNIA_JUVENILE.value
    if agency.startswith(_ADULT):
        return Jurisdiction.CALIFORNIA_ADULT.value
    return Jurisdiction.OTHER_STATE.value if _STATE.match(agency) else UNSURE


def is_juvenile(event: Event) -> bool:
    """Say whether it was a juvenile court."""
    return jurisdiction(event, charge=None) == Jurisdiction.CALIFORNIA_JUVENILE.value
