"""The ``new_key`` command: prints a key for CLEARRECORD_KEYS or CLEARRECORD_AUDIT_KEYS, and keeps it nowhere."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from petitions.records.new_keys import new_key


class Command(BaseCommand):
    """Make a key, and print it."""

    help = "Print a new key as NAME:KEY, to put in front of CLEARRECORD_KEYS. It is kept nowhere."
    requires_system_checks = ()

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Print it."""
        self.stdout.write(new_key(on=timezone.localdate()))
