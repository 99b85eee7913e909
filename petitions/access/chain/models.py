"""Links of the audit logs' chains: each entry's seal holds that of the entry before it, so that none goes missing unseen."""

from __future__ import annotations

from django.db import models

SITE = "site"
"""The chain of entries that belong to no organization."""


class AuditChain(models.Model):
    """One organization's chain: where it ends, and where it begins since the oldest entries were purged.

    ``id`` is that of the organization and no foreign key, so that the end of an organization is told here too.
    """

    id = models.CharField(primary_key=True, max_length=24)
    length = models.BigIntegerField(default=0)
    head = models.CharField(max_length=64, blank=True)
    """The seal of the newest link."""
    purged = models.BigIntegerField(default=0)
    """The newest place that the purge has taken."""
    anchor = models.CharField(max_length=64, blank=True)
    """The seal of the link at that place."""
    ended_at = models.DateTimeField(null=True, blank=True)
    """When the organization was deleted, and its whole log with it."""
    key_id = models.CharField(max_length=32, blank=True)
    seal = models.CharField(max_length=64, blank=True)

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row."""
        return "audit chain"


class AuditLink(models.Model):
    """The place of one entry in its chain. ``entry`` and ``who`` are no foreign keys: what they name may end first."""

    chain = models.CharField(max_length=24)
    place = models.BigIntegerField()
    """1, 2, 3… without a gap."""
    entry = models.BigIntegerField(unique=True)
    who = models.BigIntegerField(null=True)
    """The member who acted; the entry itself forgets them when their account is deleted."""
    before = models.CharField(max_length=64, blank=True)
    """The seal of the link before it."""
    key_id = models.CharField(max_length=32)
    seal = models.CharField(max_length=64)

    class Meta:
        app_label = "petitions"
        constraints = (models.UniqueConstraint(fields=("chain", "place"), name="one_link_at_each_place"),)

    def __str__(self) -> str:
        """Return the kind of row."""
        return "audit link"
