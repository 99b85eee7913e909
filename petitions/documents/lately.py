"""Keeps the last few packets that were printed in memory for some minutes, so that pictures need no new print."""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from threading import Lock, Timer

from petitions.documents.build import BuiltPacket
from petitions.documents.packet import Packets
from petitions.documents.worker import print_in_worker

MOST = 4
SECONDS = 180


class _Place:
    """One packet, printed by the first that asks while others of the same wait."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.packet: BuiltPacket | None = None


_lock = Lock()
_places: OrderedDict[str, _Place] = OrderedDict()


def printed_lately(packets: Packets) -> BuiltPacket:
    """Return the packet as it was printed within the last minutes, or print it; never on disk."""
    place = _place(hashlib.sha256(repr(packets).encode()).hexdigest())
    with place.lock:
        if place.packet is None:
            place.packet = print_in_worker(packets)
        return place.packet


def forget_all() -> None:
    """Drop every packet at once."""
    with _lock:
        _places.clear()


def _place(key: str) -> _Place:
    with _lock:
        if key not in _places:
            _places[key] = _Place()
            _drop_later(key, place=_places[key])
        _places.move_to_end(key)
        while len(_places) > MOST:
            _places.popitem(last=False)
        return _places[key]


def _drop_later(key: str, *, place: _Place) -> None:
    """Let go of a place when its time is up, even if nobody comes again."""

    def drop() -> None:
        with _lock:
            if _places.get(key) is place:
                del _places[key]

    timer = Timer(SECONDS, drop)
    timer.daemon = True
    timer.start()
