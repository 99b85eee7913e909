"""The choice of the court's own form, as every command that makes papers offers it."""

from __future__ import annotations

from argparse import BooleanOptionalAction
from pathlib import Path

from django.conf import settings
from django.core.management.base import CommandParser

from petitions.documents.official.form import OfficialForm
from petitions.documents.official.store import form_in_use

NO_OFFICIAL_FORM = (
    "--official: no official court form is installed. "
    "Download CR-400 from the courts' site and run manage.py official_forms add FILE."
)


class NoOfficialForm(Exception):
    """The official form is asked for, and none is installed."""


def add_official_choice(parser: CommandParser) -> None:
    """Offer --official and --no-official."""
    parser.add_argument("--official", action=BooleanOptionalAction, default=None)


def chosen_form(wanted: bool | None) -> OfficialForm | None:  # noqa: FBT001 - None is not said
    """Return the installed form, unless it is not wanted; raise NoOfficialForm where it is wanted and there is none."""
    form = None if wanted is False else form_in_use(Path(settings.OFFICIAL_FORMS_DIR))
    if wanted and form is None:
        raise NoOfficialForm
    return form
