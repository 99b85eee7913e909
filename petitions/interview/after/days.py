"""Reads one whole day from three boxes, or nothing."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise

from petitions.interview.dates import Boxes, DateProblem, read_date
from petitions.interview.forms.base import translated
from petitions.interview.forms.boxes import BoxesField
from petitions.law.terms import EFFECTIVE


def _(text: str) -> str:
    return text


WHOLE_DAY = _("Type the month, the day and the year. Or leave all three blank")
NOT_YET_COME = _("This day has not come yet. Check it")
FAR_AWAY = _("Check the year. It is far away")
BEFORE_THE_LAW = _("Check the year. The law for these papers began in November 2016")
MAY_BE_BLANK = _("You may leave this blank.")


class DayField(BoxesField):
    """A whole day, none after ``latest``, which ``too_late`` says."""

    def __init__(self, *, label: str | Promise, latest: date, too_late: str = NOT_YET_COME) -> None:
        self.latest, self.too_late = latest, too_late
        super().__init__(label=str(label), help_text=translated(MAY_BE_BLANK))

    def read(self, boxes: Boxes) -> str:
        """Return it as it is stored."""
        for box in ("month", "day", "year"):
            if not getattr(boxes, box):
                raise DateProblem(WHOLE_DAY, box=box)
        day = date.fromisoformat(read_date(boxes, on=date.max))
        if day < EFFECTIVE:
            raise DateProblem(BEFORE_THE_LAW, box="year")
        if day > self.latest:
            raise DateProblem(self.too_late, box="day" if day.year == self.latest.year else "year")
        return day.isoformat()
