"""The ``verify_audit`` command: says whether each organization's audit log is whole."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from petitions.access.chain.checking import Fault, faults
from petitions.access.chain.models import AuditChain, AuditLink


class Command(BaseCommand):
    """Check every link of every chain."""

    help = "Check that no entry of an audit log was changed or taken out. Ends with 1 where one was, and says which."

    def handle(self, *_args: Any, **_options: Any) -> None:
        """Check, and say what is wrong."""
        found = 0
        for fault in faults(now=timezone.now()):
            found += 1
            self.stdout.write(_sentence(fault))
        if found:
            raise CommandError(f"The audit log is not whole: {found} faults.", returncode=1)
        self.stdout.write(
            f"The audit log is whole: {AuditLink.objects.count()} entries in {AuditChain.objects.count()} chains."
        )


def _sentence(fault: Fault) -> str:
    at = f", place {fault.place}" if fault.place is not None else ""
    entry = f" (entry {fault.entry})" if fault.entry is not None else ""
    return f"{fault.chain}{at}: {fault.kind}{entry}."
