"""The short memory of printed packets: few, for minutes, and each printed once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from petitions.documents import lately
from petitions.documents.lately import forget_all, printed_lately
from petitions.documents.packet import Packets
from petitions.documents.worker import NotPrinted
from petitions.law.terms import Outcome, Relief, Track
from tests.documents import jobs
from tests.documents.samples import a_determination, packets


@pytest.fixture(autouse=True)
def _empty() -> Iterator[None]:
    forget_all()
    yield
    forget_all()


def nothing_to_file(law_version: str = "1") -> Packets:
    nothing = a_determination(track=Track.FALLBACK, outcome=Outcome.NO_LESSER_OFFENSE, ceiling=Relief.NONE)
    return replace(packets(determinations=(nothing,)), law_version=law_version)


def test_many_that_ask_at_once_share_one_print() -> None:
    with ThreadPoolExecutor(8) as threads:
        printed = list(threads.map(printed_lately, [nothing_to_file() for _one in range(8)]))
    assert len({id(one) for one in printed}) == 1


def test_a_changed_fact_is_another_print() -> None:
    assert printed_lately(nothing_to_file("1")) is not printed_lately(nothing_to_file("2"))


def test_few_are_kept_and_the_last_ones() -> None:
    first = printed_lately(nothing_to_file("0"))
    kept = [printed_lately(nothing_to_file(str(number))) for number in range(1, lately.MOST + 1)]
    assert len(lately._places) == lately.MOST
    assert printed_lately(nothing_to_file("1")) is kept[0]
    assert printed_lately(nothing_to_file("0")) is not first


def test_after_its_time_a_packet_is_gone_though_nobody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lately, "SECONDS", 0.2)
    printed_lately(nothing_to_file())
    until = time.monotonic() + 5
    while lately._places and time.monotonic() < until:
        time.sleep(0.02)
    assert not lately._places


def test_a_failure_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("petitions.documents.worker.print_every_file", jobs.die)
        with pytest.raises(NotPrinted):
            printed_lately(nothing_to_file())
    assert printed_lately(nothing_to_file()).files == ()
