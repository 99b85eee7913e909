"""A worker holds on to its work from a thread of its own: through a busy database, and not beyond a lost lease."""

from __future__ import annotations

import threading

import pytest
from django.db import OperationalError

from petitions.records.leases import held


def test_the_lease_is_renewed_until_the_work_is_done() -> None:
    renewed, twice = [], threading.Event()

    def hold() -> bool:
        renewed.append(1)
        if len(renewed) == 2:
            twice.set()
        return True

    with held(hold, every=0.01):
        assert twice.wait(5)
    before = len(renewed)
    assert not threading.Event().wait(0.05) and len(renewed) == before


def test_a_busy_database_does_not_end_the_holding() -> None:
    asked, again = [], threading.Event()

    def hold() -> bool:
        asked.append(1)
        if len(asked) == 1:
            raise OperationalError
        again.set()
        return True

    with held(hold, every=0.01):
        assert again.wait(5)


def test_a_lost_lease_is_not_asked_for_again() -> None:
    asked = []

    def hold() -> bool:
        asked.append(1)
        return False

    with held(hold, every=0.01):
        assert not threading.Event().wait(0.1)
    assert len(asked) == 1


def test_what_the_work_raises_comes_out_after_the_thread_has_ended() -> None:
    with pytest.raises(ValueError, match="work"), held(lambda: True, every=600):
        raise ValueError("work")
    assert not [one for one in threading.enumerate() if "_go_on" in one.name]
