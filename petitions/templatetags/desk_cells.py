"""Draws a cell of a matter's page within a template."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString

from petitions.clinic.desk.cells import Cell
from petitions.clinic.desk.drawing import cell_html

register = template.Library()


@register.simple_tag
def desk_cell(cell: Cell, about: str) -> SafeString:
    """Draw the cell; ``about`` names its row."""
    return cell_html(cell, about=about)
