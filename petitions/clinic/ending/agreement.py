"""The words to which a petitioner agrees before an organization keeps their matter; a change is a new version."""

from __future__ import annotations

from django.utils.translation import gettext

from petitions.access.organizations.models import Organization

VERSION = "2026-11-29"


def agreement_lines(organization: Organization) -> tuple[str, ...]:
    """Return what is read to the petitioner, in the active language."""
    told = {
        "office": organization.name,
        "closed": organization.days_after_close,
        "untouched": organization.days_untouched,
    }
    return (
        gettext("%(office)s keeps your answers to make your court papers.") % told,
        gettext("They are deleted %(closed)s days after your file is closed.") % told,
        gettext("If no one works on your file for %(untouched)s days, they are deleted too.") % told,
        gettext("You can ask %(office)s at any time to delete them, or to give you a copy.") % told,
    )
