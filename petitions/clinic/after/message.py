"""What a message to a petitioner says: there is news, and whom to call. Nothing tells what it is about."""

from __future__ import annotations

import re

from django.utils.translation import gettext, override

from petitions.access.organizations.models import Organization

_TELLS = re.compile(
    r"record|expung|court|clean|clear|convict|crim|felon|marijuana|cannabis|weed|prop\b|petition|re-?entry|defen"
    r"|antecedente|tribunal|delito|marihuana|condena|penal",
    re.IGNORECASE,
)
"""Words in an office's own name that would tell what it does; such a name stays out."""


def words_for(office: Organization, *, language: str) -> tuple[str, str]:
    """Return the subject and the text in the person's language."""
    with override(language):
        names = {"office": office.name, "phone": office.phone}
        has_name = bool(office.name) and not _TELLS.search(office.name)
        if has_name and office.phone:
            text = gettext("There is news for you from %(office)s. Please call %(phone)s.") % names
        elif office.phone:
            text = gettext("There is news for you. Please call %(phone)s.") % names
        elif has_name:
            text = gettext("There is news for you from %(office)s. Please call us.") % names
        else:
            text = gettext("There is news for you. Please call us.")
        return gettext("There is news for you"), text
