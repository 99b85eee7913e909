"""The ``rotate_keys`` command: seals everything anew with the first of ``CLEARRECORD_KEYS``, so that the others can go."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from petitions.access.signing_in.rotation import LABEL, rotate_secrets, secrets_by_key
from petitions.records.rotation import BATCH, Rotated, rotate, sealed_by_key

_ROUNDS = 5
"""Rows that somebody saves just then are looked at again so often in one start."""


class Command(BaseCommand):
    """Seal anew, and say what each key still seals."""

    help = "Seal everything anew with the newest key. The site may be in use; what is stopped goes on when it is started again."

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the size of a batch, and whether to count alone."""
        parser.add_argument("--dry-run", action="store_true", help="only say what each key still seals")
        parser.add_argument("--batch", type=int, default=BATCH, help="how many rows are written at once")

    def handle(self, *_args: Any, **options: Any) -> None:
        """Rotate until nothing is left, at most some rounds; fail where an old key is still needed."""
        if not options["dry_run"]:
            self._rotate(batch=max(options["batch"], 1))
        left = self._tell_counts()
        if not options["dry_run"] and left:
            raise CommandError(
                "Older keys are still needed, or what they sealed cannot be opened. Start this again."
            )

    def _rotate(self, *, batch: int) -> None:
        done = Rotated()
        for _round in range(_ROUNDS):
            part = rotate(batch=batch, tell=self._tell).plus(rotate_secrets(tell=self._tell))
            done = Rotated(done.anew + part.anew, part.changed, part.unreadable)
            if not part.changed:
                break
        self.stdout.write(f"Sealed anew: {done.anew}. Cannot be opened by any key: {done.unreadable}.")

    def _tell(self, label: str, done: int) -> None:
        self.stdout.write(f"{label}: {done} so far")

    def _tell_counts(self) -> int:
        """Say what each key seals; return how many rows the newest one does not."""
        counts = {**sealed_by_key(), LABEL: secrets_by_key()}
        whole: Counter[str] = sum(counts.values(), Counter())
        for key_id in dict.fromkeys((*settings.RECORD_KEYS.keys, *sorted(whole))):
            of_key = ", ".join(f"{label} {found[key_id]}" for label, found in counts.items() if found[key_id])
            self.stdout.write(f"Key {key_id} seals {whole[key_id]}{': ' if of_key else ''}{of_key}.")
        return whole.total() - whole[settings.RECORD_KEYS.current]
