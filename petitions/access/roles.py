"""Says what each role may do: the one table that every staff page asks."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What a member does in an organization."""

    VOLUNTEER = "volunteer", _("Intake volunteer")
    REVIEWER = "reviewer", _("Reviewer or attorney")
    ADMIN = "admin", _("Organization admin")
    AUDITOR = "auditor", _("Auditor")
    COUNTY = "county", _("County review")
    """Works on the research file of a whole county; an office that only runs clinics needs nobody who does."""


class Action(StrEnum):
    """What a page lets a member do."""

    SEE_MATTERS = "see_matters"
    EDIT_MATTERS = "edit_matters"
    REVIEW = "review"
    PRINT = "print"
    FOLLOW_UP = "follow_up"
    """Note what became of a case, and tell the petitioner."""
    SEE_FIGURES = "see_figures"
    IMPORT = "import"
    EXPORT = "export"
    END_MATTERS = "end_matters"
    """Purge, transfer, delete on request."""
    MANAGE_OFFICE = "manage_office"
    """Members, invitations, profiles, retention."""
    SEE_AUDIT = "see_audit"
    REVIEW_COUNTY = "review_county"
    """Open the research file of a county: tens of thousands of people, none of whom asked for it."""
    EDIT_COURTS = "edit_courts"
    """Change the directory of courts, which all organizations share. No role has it: whoever runs the site gives it."""


_INTAKE = frozenset(
    {Action.SEE_MATTERS, Action.EDIT_MATTERS, Action.PRINT, Action.FOLLOW_UP, Action.SEE_FIGURES}
)
_REVIEW = _INTAKE | {Action.REVIEW, Action.IMPORT, Action.EXPORT}
_MAY: Mapping[Role, frozenset[Action]] = {
    Role.VOLUNTEER: _INTAKE,
    Role.REVIEWER: _REVIEW,
    Role.ADMIN: _REVIEW | {Action.END_MATTERS, Action.MANAGE_OFFICE, Action.SEE_AUDIT},
    Role.AUDITOR: frozenset({Action.SEE_AUDIT, Action.SEE_FIGURES}),
    Role.COUNTY: frozenset({Action.REVIEW_COUNTY, Action.SEE_FIGURES}),
}
GLASS = "glass"
"""Whoever runs the site, while they look into an organization with a reason: no role of a member."""
_GLASS_MAY = frozenset({Action.SEE_MATTERS, Action.SEE_AUDIT, Action.SEE_FIGURES})
_ONLY_THEIR_OWN = frozenset({Role.VOLUNTEER})
"""Roles that see a matter only where they opened it, or it is assigned to them."""


def may(role: str, action: Action) -> bool:
    """Say whether a role may do this at all."""
    if role == GLASS:
        return action in _GLASS_MAY
    return action in _MAY[Role(role)]


def sees_every_matter(role: str) -> bool:
    """Say whether a role sees all matters of the organization."""
    return role == GLASS or Role(role) not in _ONLY_THEIR_OWN
