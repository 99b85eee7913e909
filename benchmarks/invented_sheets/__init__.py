"""Invented RAP sheets with the truth of what stands on them: text, print, and pictures as scanners and phones make them."""

from benchmarks.invented_sheets.layouts import LAYOUTS
from benchmarks.invented_sheets.sheets import InventedSheet, invented_sheet
from benchmarks.invented_sheets.truth import Fact, FactKind

__all__ = ["LAYOUTS", "Fact", "FactKind", "InventedSheet", "invented_sheet"]
