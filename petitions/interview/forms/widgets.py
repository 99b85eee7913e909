"""Widgets of the questions: answer cards, and three boxes for a date."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petitions.interview.dates import Boxes, boxes_of

UNSURE = "unsure"
_BOXES = (
    ("month", _("Month"), 9, "text"),
    ("day", _("Day"), 2, "numeric"),
    ("year", _("Year"), 4, "numeric"),
)


class _HintedOptions:
    """Adds to each option the words under its label, and whether it is "I'm not sure"."""

    hints: Mapping[str, str] = {}

    def create_option(self, name: str, value: Any, *rest: Any, **named: Any) -> dict[str, Any]:
        option: dict[str, Any] = super().create_option(name, value, *rest, **named)  # type: ignore[misc]
        return {**option, "hint": self.hints.get(str(value), ""), "is_unsure": str(value) == UNSURE}


class Cards(_HintedOptions, forms.RadioSelect):
    """One answer of several, each a card."""


class CheckCards(_HintedOptions, forms.CheckboxSelectMultiple):
    """Any answers of several, each a card."""


class DateBoxes(forms.MultiWidget):
    """Month, day and year."""

    def __init__(self, *, autocomplete: bool = False) -> None:
        super().__init__(
            {box: _box(box, label, width, mode, autocomplete) for box, label, width, mode in _BOXES}
        )

    def decompress(self, value: Any) -> list[str]:
        """Split a stored date into the boxes."""
        boxes = boxes_of(value) if isinstance(value, str) and value else Boxes("", "", "")
        return [boxes.month, boxes.day, boxes.year]


def _box(box: str, label: Any, width: int, mode: str, autocomplete: bool) -> forms.TextInput:
    attrs = {"label": label, "inputmode": mode, "size": str(width), "class": f"date-{box}"}
    return forms.TextInput({**attrs, "autocomplete": f"bday-{box}" if autocomplete else "off"})
