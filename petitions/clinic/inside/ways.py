"""The ways from a matter to what stands within it, for its page and for the bar on top of each page within."""

from __future__ import annotations

from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from petitions.clinic.inside.prefix import inside
from petitions.records.matters.models import Matter

_PAGES = (
    ("result", _("Result")),
    ("convictions", _("Convictions")),
    ("rap_sheet", _("RAP sheet")),
    ("tasks", _("Papers")),
)


class Way(NamedTuple):
    """One way: what it is called, and where it leads."""

    name: str
    url: str


def ways_for(matter: Matter) -> list[Way]:
    """Return the ways in their order: the script, the result, the convictions, the RAP sheet, the papers."""
    script = Way(str(_("Script")), reverse("matter_script", args=(matter.pk,)))
    return [script, *(Way(str(name), url_inside(matter, route)) for route, name in _PAGES if _is_open(route))]


def url_inside(matter: Matter, route: str) -> str:
    """Return the address of a page within a matter."""
    with inside(matter.pk):
        return reverse(route)


def _is_open(route: str) -> bool:
    return route != "rap_sheet" or settings.READ_RAP_SHEETS != "off"
