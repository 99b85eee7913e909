"""The words on the relief scale; a soft hyphen lets a narrow screen break a long word."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.outcomes import Text
from petitions.law.terms import Level, Relief

STAYS: dict[Level | None, Text] = {
    Level.FELONY: _("Stays a felony"),
    Level.MISDEMEANOR: _("Stays a misde­meanor"),
    Level.INFRACTION: _("Stays an infrac­tion"),
    None: _("Stays as it is"),
}

STEPS: dict[Relief, Text] = {
    Relief.MISDEMEANOR: _("Misde­meanor"),
    Relief.INFRACTION: _("Infrac­tion"),
    Relief.DISMISS_SEAL: _("Dismissed and sealed"),
}
PETITION_DISMISSAL = _("Dismissed")

SURE = _("This much is sure, if your answers are right")
LEAST = _("It could stay here")
POSSIBLE = _("Possible, but not sure")
BEHIND = _("It goes further than this")
BEYOND = _("Not by this law")

KEY_SURE = _("Solid: what we expect.")
KEY_BOTH = _("Solid: the least we expect. Striped: how far it may go.")
KEY_OPEN = _("Solid: it may stay here. Striped: how far it may go.")
