"""The words for what the directory of courts knows."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.courts.entries import Confidence
from petitions.courts.schema import Field, Kind
from petitions.courts.tables import Place, Table
from petitions.interview.wording.outcomes import Text

FIELDS: Mapping[str, Text] = {
    "court_name": _("Name of the court, as papers print it"),
    "name": _("Name of the office"),
    "street": _("Street and room"),
    "city": _("City"),
    "zip": _("ZIP code"),
    "mailing_address": _("Address for mail, if it is another one"),
    "phone": _("Phone"),
    "website": _("Website"),
    "criminal_filing_confirmed": _("Criminal papers are filed here, a source says so"),
    "confidence": _("How sure it is"),
}
_TABLES: Mapping[Table, Text] = {
    Table.COUNTIES: _("Name of the court"),
    Table.PROSECUTORS: _("District attorney"),
    Table.PUBLIC_DEFENDERS: _("Public defender"),
}
LEVELS: Mapping[str, Text] = {
    Confidence.HIGH: _("High: an official page says so"),
    Confidence.MEDIUM: _("Medium: one good source"),
    Confidence.LOW: _("Low: only old or partial sources"),
}
YES_NO: Mapping[str, Text] = {"yes": _("Yes"), "no": _("No")}


def place_name(place: Place) -> str:
    """Return what a row is: the name of a courthouse, or whose office it is."""
    return place.name or str(_TABLES[place.table])


def shown(field: Field | None, value: str) -> str:
    """Return a value as a page shows it."""
    if not value:
        return gettext("not known")
    words: Mapping[str, Text] = {}
    if field and field.kind is Kind.YES_NO:
        words = YES_NO
    if field and field.kind is Kind.CONFIDENCE:
        words = LEVELS
    return str(words.get(value, value))
