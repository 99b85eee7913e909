"""Connects the chains to what they hear: entries, the end of an organization, and migrations."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_migrate, post_save, pre_delete, pre_migrate

from petitions.access.chain.guards import lift_guards, put_guards
from petitions.access.chain.linking import link_when_committed
from petitions.access.chain.purging import end_chain, end_links
from petitions.access.organizations.models import AuditEntry, Organization


def register(config: AppConfig) -> None:
    """Begin to listen."""
    post_save.connect(link_when_committed, sender=AuditEntry, dispatch_uid="audit link")
    pre_delete.connect(end_chain, sender=Organization, dispatch_uid="audit end")
    post_delete.connect(end_links, sender=Organization, dispatch_uid="audit end")
    pre_migrate.connect(lift_guards, sender=config, dispatch_uid="audit guards")
    post_migrate.connect(put_guards, sender=config, dispatch_uid="audit guards")
