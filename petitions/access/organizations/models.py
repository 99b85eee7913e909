"""Organizations and their members, invitations and profiles; and the audit log that belongs to each."""

from __future__ import annotations

import secrets
from typing import Any, cast

from auditlog.models import AbstractLogEntry, LogEntryManager
from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from petitions.access.organizations.writers import at_work
from petitions.access.roles import Role

FEWEST_DAYS, MOST_DAYS = 7, 366
"""The product's bounds for how long an organization keeps a matter after it is closed."""
USUAL_DAYS = 90


def new_id() -> str:
    """Return an id that cannot be guessed."""
    return secrets.token_hex(12)


class OfficeFields(models.Model):
    """How an office or an attorney is named and reached, as court papers print it; each part may be blank."""

    street = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    city = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=2, blank=True, default="CA")
    zip = models.CharField(max_length=10, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    email = models.CharField(max_length=200, blank=True)

    class Meta:
        abstract = True


class Organization(OfficeFields):
    """An office that helps people: everything that staff see belongs to one. The address is its own."""

    id = models.CharField(primary_key=True, max_length=24, default=new_id)
    name = models.CharField(max_length=200)
    created_at = models.DateTimeField(auto_now_add=True)
    suspended_at = models.DateTimeField(null=True, blank=True)
    days_after_close = models.PositiveSmallIntegerField(
        default=USUAL_DAYS, validators=[MinValueValidator(FEWEST_DAYS), MaxValueValidator(MOST_DAYS)]
    )
    days_untouched = models.PositiveSmallIntegerField(
        default=180, validators=[MinValueValidator(FEWEST_DAYS), MaxValueValidator(MOST_DAYS)]
    )
    """How long a matter that nobody closes is kept after the last change."""
    last_number = models.PositiveIntegerField(default=0)
    """The newest file number that was given."""

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the name, which is public."""
        return self.name


class Membership(models.Model):
    """One person in one organization; ``ended_at`` takes effect on the next request."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    role = models.CharField(max_length=12, choices=Role.choices)
    added_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    edits_courts = models.BooleanField(default=False, db_default=False)
    """May change the directory of courts, which every organization of the site shares; only whoever runs the site says so."""

    class Meta:
        app_label = "petitions"
        constraints = (models.UniqueConstraint(fields=("organization", "user"), name="one_membership_each"),)

    def __str__(self) -> str:
        """Return the kind of row."""
        return "membership"


class Invitation(models.Model):
    """An invitation by mail. ``code_hash`` is all that is kept of the code in the link."""

    id = models.CharField(primary_key=True, max_length=24, default=new_id)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE)
    email = models.EmailField()
    role = models.CharField(max_length=12, choices=Role.choices)
    code_hash = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    created_at = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField(db_index=True)
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row."""
        return "invitation"


class AttorneyProfile(OfficeFields):
    """An attorney whose name and bar number stand at the head of papers; the office's address fills what is blank."""

    id = models.CharField(primary_key=True, max_length=24, default=new_id)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL)
    name = models.CharField(max_length=200)
    bar_number = models.CharField(max_length=20, blank=True)
    firm = models.CharField(max_length=200, blank=True)
    is_usual = models.BooleanField(default=False)
    """The one that a new matter begins with."""
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the name, which stands on public papers."""
        return self.name


class BreakGlass(models.Model):
    """Whoever runs the site looks into an organization for a while, with a reason that the organization sees."""

    id = models.CharField(primary_key=True, max_length=24, default=new_id)
    organization = models.ForeignKey(Organization, on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    reason = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField()

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row."""
        return "break glass"


class EntryManager(LogEntryManager):
    """Makes the entries of changes that nobody notes by hand: those of an organization's own rows."""

    def log_create(
        self,
        instance: models.Model,
        force_log: bool = False,  # noqa: FBT001,FBT002 - auditlog's
        **more: Any,
    ) -> AuditEntry | None:
        """Say to whose log the entry belongs, who is at work, and what kind of row it is, never its name."""
        writer = at_work()
        is_office = isinstance(instance, Organization)
        ours = {
            "organization_id": instance.pk if is_office else getattr(instance, "organization_id", None),
            "actor_id": writer.user_id if writer else None,
            "additional_data": {"role": writer.role if writer else "", "what": ""},
            "object_repr": type(instance).__name__.lower(),
        }
        made = super().log_create(instance, force_log=force_log, **{**more, **ours})
        return cast("AuditEntry | None", made)


class AuditEntry(AbstractLogEntry):
    """One line of an organization's audit log: who did or saw what, and which parts changed, never their values."""

    organization = models.ForeignKey(Organization, null=True, on_delete=models.CASCADE, related_name="+")
    objects = EntryManager()

    class Meta(AbstractLogEntry.Meta):
        app_label = "petitions"
        indexes = (
            models.Index(fields=("organization", "-timestamp"), name="audit_by_organization"),
            models.Index(fields=("organization", "action", "-timestamp"), name="audit_by_action"),
        )


class Refusals(models.Model):
    """How many pages one member was refused since a moment of the last hour; the log tells those beyond the first few as a number."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    """None: the account is gone, and what it was refused is still to be told."""
    role = models.CharField(max_length=12)
    since = models.DateTimeField(db_index=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "petitions"
        constraints = (
            models.UniqueConstraint(fields=("organization", "user"), name="one_count_of_refusals_each"),
        )

    def __str__(self) -> str:
        """Return the kind of row."""
        return "refusals"
