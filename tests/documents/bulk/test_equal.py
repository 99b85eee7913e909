"""The bulk lane prints what the full lane prints: the same letters in the same places, and the same picture."""

from __future__ import annotations

import os
from functools import cache

import pytest

from petitions.documents.build import print_packets
from petitions.documents.bulk.lane import BulkLane
from petitions.documents.bulk.letters import NeedsFullRender
from petitions.documents.packet import Packets
from tests.documents.bulk.at_random import only_petition, packets_at_random
from tests.documents.bulk.looked_at import NEAR, difference, farthest

DIFFERENCE = 0.0005
"""Of a page's dots: a letter moved by half a point would be seen in more of them."""
MANY = int(os.environ.get("CLEARRECORD_PETITIONS", "200"))
"""How many petitions at random are compared; 2,000 take half an hour on two cores."""
LOTS = 4


@cache
def lane() -> BulkLane:
    return BulkLane()


def compare(made: Packets) -> bool:
    """Compare each file of both lanes; say whether the bulk lane could print it."""
    try:
        files = lane().print(made).files
    except NeedsFullRender:
        return False
    full = {file.path: file for file in print_packets(made).files}
    assert [file.path for file in files] == list(full)
    for file in files:
        assert file.pages == full[file.path].pages
        assert farthest(file.content, full[file.path].content) <= NEAR, file.path
        assert difference(file.content, full[file.path].content) <= DIFFERENCE, file.path
    return True


def test_every_file_of_a_packet_is_the_same_in_both_lanes() -> None:
    done = [compare(packets_at_random(number)) for number in range(1)]
    assert sum(done) == 1


@pytest.mark.long
@pytest.mark.parametrize("lot", range(LOTS))
def test_petitions_at_random_are_the_same_in_both_lanes(lot: int) -> None:
    numbers = range(lot * MANY // LOTS, (lot + 1) * MANY // LOTS)
    done = [compare(only_petition(packets_at_random(number))) for number in numbers]
    assert sum(done) >= 0.9 * len(done), "too few went through the bulk lane to show anything"
