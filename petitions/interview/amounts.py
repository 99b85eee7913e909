"""Reads a weight or a count as people type it: ``12.5``, ``12,5 g``, ``1 oz``, ``1,200 g``."""

from __future__ import annotations

import re
from decimal import Decimal

GRAMS_IN_AN_OUNCE = Decimal("28.35")
_WEIGHT = re.compile(
    r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,9}(?:\.\d{1,4}|,\d{1,2})?|[.,]\d{1,4})\s*(?P<unit>g|gr|gms?|grams?|gramos?|oz|ounces?|onzas?)?\.?",
    re.ASCII,
)
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?:,|$))")
_COUNT = re.compile(r"(?P<number>\d{1,6})\s*(?:plants?|plantas?|matas?)?\.?", re.ASCII)


def read_grams(text: str) -> float | int | None:
    """Read a weight in grams or ounces; None where it is neither."""
    match = _WEIGHT.fullmatch(text.strip().casefold())
    if not match:
        return None
    weight = Decimal(_THOUSANDS.sub("", match["number"]).replace(",", "."))
    if (match["unit"] or "").startswith("o"):
        weight *= GRAMS_IN_AN_OUNCE
    return int(weight) if weight == weight.to_integral_value() else float(weight)


def read_count(text: str) -> int | None:
    """Read a whole number of plants; None where it is not one."""
    match = _COUNT.fullmatch(text.strip().casefold())
    return int(match["number"]) if match else None
