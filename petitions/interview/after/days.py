"""Reads one whole day from three boxes, or nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.functional import Promise

from petitions.exchange.plain_text import plain_text
from petitions.interview.dates import Boxes, DateProblem, read_date
from petitions.interview.forms.base import refuse, translated
from petitions.interview.forms.widgets import DateBoxes
from petitions.law.terms import EFFECTIVE


def _(text: str) -> str:
    return text


WHOLE_DAY = _("Type the month, the day and the year. Or leave all three blank")
NOT_YET_COME = _("This day has not come yet. Check it")
FAR_AWAY = _("Check the year. It is far away")
BEFORE_THE_LAW = _("Check the year. The law for these papers began in November 2016")
MAY_BE_BLANK = _("You may leave this blank.")
_LONGEST_BOX = 20


class DayField(forms.MultiValueField):
    """Month, day and year; no day after ``latest``, which ``too_late`` says."""

    def __init__(self, *, label: str | Promise, latest: date, too_late: str = NOT_YET_COME) -> None:
        self.latest, self.too_late = latest, too_late
        super().__init__(
            fields=tuple(forms.CharField(required=False) for _box in range(3)),
            widget=DateBoxes(),
            label=str(label),
            help_text=translated(MAY_BE_BLANK),
            required=False,
            require_all_fields=False,
        )
        self.bad_box: str | None = None

    def clean(self, value: Any) -> str | None:
        """Return a whole day as it is stored, or None where nothing was typed."""
        boxes = Boxes(*(plain_text(str(typed or "")[:_LONGEST_BOX]) for typed in value or ("", "", "")))
        if boxes.are_empty:
            return None
        try:
            return self._read(boxes)
        except DateProblem as problem:
            self.bad_box = problem.box
            raise refuse(problem.sentence) from None

    def _read(self, boxes: Boxes) -> str:
        for box in ("month", "day", "year"):
            if not getattr(boxes, box):
                raise DateProblem(WHOLE_DAY, box=box)
        day = date.fromisoformat(read_date(boxes, on=date.max))
        if day < EFFECTIVE:
            raise DateProblem(BEFORE_THE_LAW, box="year")
        if day > self.latest:
            raise DateProblem(self.too_late, box="day" if day.year == self.latest.year else "year")
        return day.isoformat()
