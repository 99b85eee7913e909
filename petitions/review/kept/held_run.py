"""What every kept run has: a worker that holds it, tells how far it is, and says why it came to nothing."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from petitions.records.leases import held
from petitions.records.reviews.running import (
    HeldRun,
    begin_step,
    fail_run,
    give_up,
    hold_run,
    note_done,
    take_run,
)
from petitions.records.reviews.vault import Vault

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Running:
    """One run: its row, its sealed files, and the worker that does it."""

    run: HeldRun
    vault: Vault
    worker: str

    def begin(self, step: str, *, whole: int) -> None:
        """Note that a step begins."""
        begin_step(self.run, step, whole=whole, worker=self.worker)

    def tell(self, done: int, rows: int | None = None) -> None:
        """Note how far it is."""
        note_done(self.run, done=done, rows=rows, worker=self.worker)


def do_run(
    run: HeldRun,
    do: Callable[[Running], None],
    *,
    vault: Callable[[], Vault | None],
    troubles: Mapping[type[Exception], str],
    every: float,
) -> bool:
    """Do a run; say whether it was this worker's to do. ``troubles`` are those that trying again does not help."""
    worker = secrets.token_hex(16)
    if not take_run(run, worker=worker):
        return False
    found = vault()
    if found is None:
        fail_run(run, worker=worker, trouble="files")
        return True
    try:
        with held(partial(hold_run, run, worker=worker), every=every):
            do(Running(run, found, worker))
    except tuple(troubles) as trouble:
        fail_run(run, worker=worker, trouble=troubles[type(trouble)])
    except Exception as fault:  # noqa: BLE001 - its words may hold what a row says
        _log.error("county_review_failed", extra={"kind": type(fault).__qualname__})
        give_up(run, worker=worker)
    return True
