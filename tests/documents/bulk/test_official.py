"""The official form by both lanes: the same values in the same places, the same marks, and the same attachments."""

from __future__ import annotations

from dataclasses import replace

import pytest

from petitions.documents.build import print_packets
from petitions.documents.bulk.lane import BulkLane
from petitions.documents.bulk.letters import NeedsFullRender
from petitions.documents.filing import Filing
from petitions.documents.forms.official_petition import OfficialPetition
from petitions.documents.official.items import Item, Kind
from petitions.documents.packet import Packets
from petitions.law.terms import Track
from tests.documents.bulk.at_random import only_petition, packets_at_random
from tests.documents.bulk.looked_at import difference, farthest
from tests.documents.bulk.test_equal import compare
from tests.documents.official.editions import CURRENT, EDITIONS, filled, form
from tests.documents.official.viewers import SIGNS, ink, picture, text_within
from tests.documents.samples import ADDRESS, ATTORNEY, a_filing, a_filing_case, on_track

LANE = BulkLane()
AT_RANDOM = 60


def petition(made: Packets) -> bytes:
    return LANE.print(only_petition(made)).files[0].content


def in_full(made: Packets) -> bytes:
    return print_packets(only_petition(made)).files[0].content


def content_of(made: Packets) -> OfficialPetition:
    content = made.cases[0].papers[1].content
    assert isinstance(content, OfficialPetition)
    return content


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_form_is_the_same_in_both_lanes(edition: str) -> None:
    made = filled(edition)
    assert farthest(petition(made), in_full(made)) < 0.01
    assert difference(petition(made), in_full(made)) == 0


@pytest.mark.long
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(
    "filing",
    [
        a_filing(attorney=replace(ATTORNEY, name="Jo Sample")),
        a_filing(name_on_case="Nguyễn Thị Ánh", name_now="José Muñoz"),
        a_filing(mailing_address=None, phone=None, email=None),
        a_filing(name_on_case="AVATAR To Ty."),
    ],
)
def test_the_packet_with_the_form_is_the_same_in_both_lanes(edition: str, filing: Filing) -> None:
    assert compare(filled(edition, filing=filing))


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_value_is_read_within_the_place_of_its_item(edition: str) -> None:
    made = filled(edition)
    values, signs = dict(content_of(made).texts), SIGNS["pdfium"](petition(made))
    for item, room in form(edition).places:
        if item.kind is not Kind.BOX:
            assert text_within(signs, room=room) == values.get(item, "").replace(" ", ""), item


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("track", [Track.APPLICATION_E, Track.PETITION_A])
@pytest.mark.parametrize("judge", [True, False])
def test_each_mark_is_seen_and_the_other_boxes_stay_empty(edition: str, track: Track, judge: bool) -> None:
    filing = a_filing(a_filing_case(waive_original_judge=judge, waive_appearance=not judge))
    made = on_track(track, official=form(edition), filing=filing)
    filled_in, empty = picture(petition(made), "pdfium"), picture(form(edition).blank, "pdfium")
    for item, room in form(edition).places:
        if item.kind is Kind.BOX:
            added = ink(filled_in, room=room) - ink(empty, room=room)
            assert added > 10 if item in content_of(made).ticks else added == 0, item


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_value_that_its_place_does_not_hold_goes_to_the_attachment_by_the_full_lane(edition: str) -> None:
    made = filled(edition, filing=a_filing(name_on_case="Wilhelmina " * 9 + "Example"))
    with pytest.raises(NeedsFullRender):
        petition(made)
    assert print_packets(only_petition(made)).files[0].pages > 1


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_value_goes_to_the_full_lane_as_soon_as_it_would_be_set_smaller(edition: str) -> None:
    """Streets a letter longer each time: those that the bulk lane sets are set alike, and the others are smaller."""
    done = [_street(edition, letters=length) for length in range(40, 72)]
    assert done == sorted(done, reverse=True) and True in done and False in done
    last = done.index(False) - 1
    assert compare(only_petition(_with_street(edition, letters=40 + last)))


def _street(edition: str, *, letters: int) -> bool:
    try:
        petition(_with_street(edition, letters=letters))
    except NeedsFullRender:
        return False
    return True


def _with_street(edition: str, *, letters: int) -> Packets:
    address = replace(ADDRESS, street="n" * letters, unit=None)
    return filled(edition, filing=a_filing(mailing_address=address))


def test_the_state_stays_in_its_narrow_place() -> None:
    made = filled(CURRENT)
    room = next(room for item, room in form(CURRENT).places if item is Item.STATE)
    assert text_within(SIGNS["pdfium"](petition(made)), room=room) == "CA"


@pytest.mark.long
@pytest.mark.parametrize("edition", EDITIONS)
def test_forms_at_random_are_the_same_in_both_lanes(edition: str) -> None:
    made = [packets_at_random(number, official=form(edition)) for number in range(AT_RANDOM)]
    done = [compare(only_petition(one)) for one in made if isinstance(_petition(one), OfficialPetition)]
    assert len(done) > AT_RANDOM / 2 and sum(done) > 0.6 * len(done)


def _petition(made: Packets) -> object:
    return made.cases[0].papers[1].content
