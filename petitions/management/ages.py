"""Says at each ``manage.py check`` what has not been read anew for 90 days: the law, the court's form, the courts' addresses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.core.checks import CheckMessage, Info, register
from django.utils import timezone

from petitions.courts import directory
from petitions.documents.official import form
from petitions.interview.explained.sources import AUTHORITIES

OLD_AFTER = timedelta(days=90)
_HINT = "Read it anew, mend what changed, and set the day: {place}."
_PLACES = {
    "The law": "read_on in petitions/law/authorities.py",
    "The edition of the court's form": "READ_ON in petitions/documents/official/form.py",
    "The directory of courts": "READ_ON in petitions/courts/directory.py",
}


@register()
def check_ages(**_given: Any) -> list[CheckMessage]:
    """Name what is old. It is told and stops nothing: a site that cannot be updated today still serves people."""
    return [*old_ones(read_on(), on=timezone.localdate())]


def read_on() -> Mapping[str, date]:
    """Return when each was last read; of the law the oldest."""
    days = (min(one.read_on for one in AUTHORITIES.values()), form.READ_ON, directory.READ_ON)
    return dict(zip(_PLACES, days, strict=True))


def old_ones(read: Mapping[str, date], *, on: date) -> list[CheckMessage]:
    """Return a message for each that was read 90 days ago or earlier."""
    return [
        Info(
            f"{name} was last read {(on - day).days} days ago.",
            hint=_HINT.format(place=_PLACES[name]),
            id="petitions.I001",
        )
        for name, day in read.items()
        if on - day >= OLD_AFTER
    ]
