"""Which packets the bulk lane prints, and which it leaves to the full one rather than print them otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from petitions.documents.bulk.lane import BulkLane
from petitions.documents.bulk.letters import NeedsFullRender
from petitions.documents.filing import Address
from petitions.documents.packet import Packets
from tests.documents.bulk.at_random import only_petition
from tests.documents.bulk.test_equal import compare, lane
from tests.documents.samples import a_conviction, a_filing, packets

NAMED_OTHERWISE = {
    "Arabic": "محمد الأمين",
    "Hebrew": "מרים דוגמה",
    "Chinese": "王小明",
    "Hindi": "मारिया",
    "Greek": "Ελένη Example",
    "emoji": "Maria 😀",
    "marks that stand alone": "Q\u0323\u0302 Example",
    "marks not yet joined": "Nguye\u0302\u0303n Example",
    "two spaces": "Maria  Example",
    "a space before": " Maria Example",
    "a space after": "Maria Example ",
    "a space that does not break": "Maria\u00a0Example",
    "a line end": "Maria\nExample",
    "much too long": "Wilhelmina " * 8 + "Example",
    "a word that fills the line": "W" * 60,
}
NAMED = {
    "plain": "Maria Example",
    "signs": "O'Neil-D’Arcy \\ (J.) & <b>",
    "letters that could be joined": "Affinity Fflagg fi",
    "letters that could be kerned": "AVATAR To Ty. WAVE",
    "Spanish": "José Muñoz Ibáñez",
    "Vietnamese": "Nguyễn Thị Ánh Nguyệt",
    "more Vietnamese": "Ẵ Ỗ Ự Ỹ Đặng Phương",
    "Europe": "Łukasz Žižek Ğünel Ærø",
    "Romanian": "Ștefan Țepeș",
}
STILL_QUICK = ("letters that could be kerned", "Vietnamese")


def named(name: str) -> Packets:
    return only_petition(packets(filing=a_filing(name_on_case=name)))


@pytest.mark.parametrize("how", NAMED_OTHERWISE)
def test_a_name_that_the_lane_cannot_set_needs_the_full_render(how: str) -> None:
    with pytest.raises(NeedsFullRender):
        lane().print(named(NAMED_OTHERWISE[how]))


@pytest.mark.parametrize(
    "how", [pytest.param(how, marks=() if how in STILL_QUICK else pytest.mark.long) for how in NAMED]
)
def test_a_name_of_latin_letters_is_printed_as_the_full_lane_prints_it(how: str) -> None:
    assert compare(named(NAMED[how]))


def test_every_value_is_looked_at_not_the_name_alone() -> None:
    long = "Avenue of the Samples " * 5
    for changes in (
        {"mailing_address": Address("1 王 Street", None, "Oakland", "CA", "94612")},
        {"mailing_address": Address(long.strip(), None, "Oakland", "CA", "94612")},
        {"email": f"{'m' * 60}@example.org"},
        {"phone": ""},
        {"other_names": ("M. Sample", "मारिया")},
    ):
        _refused_or_alike(filing=a_filing(**changes))
    _refused_or_alike(convictions=(a_conviction(section="11357 11357 11357 11357 11357"),))


def _refused_or_alike(**changes: Any) -> None:
    """Refused, or else printed alike: a value that is in no slot of the paper takes nothing from it."""
    made = only_petition(packets(**changes))
    try:
        lane().print(made)
    except NeedsFullRender:
        return
    assert compare(made), "a value was set that the full lane prints otherwise"


def fits(name: str) -> bool:
    try:
        lane().print(named(name))
    except NeedsFullRender:
        return False
    return True


def test_at_the_edge_of_a_slot_both_lanes_still_agree() -> None:
    """The longest name that fits is printed alike; with one letter more, the full lane breaks the line."""
    lengths = [length for length in range(5, 60) if fits("i" * length)]
    assert lengths == list(range(5, lengths[-1] + 1)), "a longer name fits where a shorter one does not"
    assert 20 < lengths[-1] < 59
    assert compare(named("i" * lengths[-1]))


def test_the_shelf_keeps_no_more_skeletons_than_it_may_and_none_of_a_packet_that_was_refused() -> None:
    own = BulkLane()
    with pytest.raises(NeedsFullRender):
        own.print(named("王小明"))
    assert own.compiled == 0
    own.print(named("Maria Example"))
    compiled = own.compiled
    own.print(named("Mario Sample"))
    assert own.compiled == compiled
