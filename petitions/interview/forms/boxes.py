"""The field of three boxes: month, day and year as one answer."""

from __future__ import annotations

from typing import Any

from django import forms

from petitions.exchange.plain_text import plain_text
from petitions.interview.dates import Boxes, DateProblem
from petitions.interview.forms.base import refuse
from petitions.interview.forms.widgets import DateBoxes

_LONGEST_BOX = 20


class BoxesField(forms.MultiValueField):
    """Three boxes, which may all stay blank. ``bad_box`` names the one that an error is about."""

    def __init__(self, *, label: str, help_text: str, autocomplete: bool = False) -> None:
        super().__init__(
            fields=tuple(forms.CharField(required=False) for _box in range(3)),
            widget=DateBoxes(autocomplete=autocomplete),
            label=label,
            help_text=help_text,
            required=False,
            require_all_fields=False,
        )
        self.bad_box: str | None = None

    def read(self, boxes: Boxes) -> str:
        """Return the date as it is stored; raise DateProblem where it is none."""
        raise NotImplementedError

    def clean(self, value: Any) -> str | None:
        """Return a stored date, or None where nothing was typed."""
        boxes = Boxes(*(plain_text(str(typed or "")[:_LONGEST_BOX]) for typed in value or ("", "", "")))
        if boxes.are_empty:
            return None
        try:
            return self.read(boxes)
        except DateProblem as problem:
            self.bad_box = problem.box
            raise refuse(problem.sentence) from None
