"""The filled form as three viewers see it, and what is left in its file."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pikepdf
import pytest

from petitions.documents.build import print_packets
from petitions.documents.forms.official_petition import OfficialPetition
from petitions.documents.official.items import SECTIONS, Item, Kind
from petitions.documents.packet import Packets
from petitions.law.terms import Track
from tests.documents.official.editions import CURRENT, EDITIONS, OLD, filled, filled_pdf, form
from tests.documents.official.viewers import SIGNS, ink, picture, text_within
from tests.documents.printed_pages import text
from tests.documents.samples import (
    ATTORNEY,
    a_conviction,
    a_determination,
    a_filing,
    a_filing_case,
    on_track,
)

VIEWERS = tuple(SIGNS)
TRACKS = (Track.APPLICATION_E, Track.PETITION_A)


def content_of(made: Packets) -> OfficialPetition:
    content = made.cases[0].papers[1].content
    assert isinstance(content, OfficialPetition)
    return content


def lawyers(edition: str) -> Packets:
    return filled(edition, filing=a_filing(attorney=ATTORNEY))


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("who", ["self", "lawyer"])
def test_each_value_is_read_within_the_place_of_its_item(edition: str, viewer: str, who: str) -> None:
    made = lawyers(edition) if who == "lawyer" else filled(edition)
    values = dict(content_of(made).texts)
    signs = SIGNS[viewer](filled_pdf(made))
    for item, room in form(edition).places:
        if item.kind is not Kind.BOX:
            assert text_within(signs, room=room) == values.get(item, "").replace(" ", ""), item


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("track", TRACKS)
def test_each_mark_is_seen_and_the_other_boxes_stay_empty(edition: str, viewer: str, track: Track) -> None:
    made = on_track(track, official=form(edition))
    filled_in, empty = picture(filled_pdf(made), viewer), picture(form(edition).blank, viewer)
    marked = content_of(made).ticks
    for item, room in form(edition).places:
        if item.kind is Kind.BOX:
            added = ink(filled_in, room=room) - ink(empty, room=room)
            assert added > 10 if item in marked else added == 0, item


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_signature_date_and_the_clerks_boxes_stay_blank(edition: str, viewer: str) -> None:
    filled_in, empty = picture(filled_pdf(filled(edition)), viewer), picture(form(edition).blank, viewer)
    for item, room in form(edition).places:
        if item.kind is Kind.BLANK:
            assert ink(filled_in, room=room, inset=0) == ink(empty, room=room, inset=0), item


@pytest.mark.parametrize("viewer", VIEWERS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_an_accented_name_is_drawn_whole_in_every_viewer(edition: str, viewer: str) -> None:
    name = "Nguyễn Thị Ánh"
    made = filled(edition, filing=a_filing(name_on_case=name))
    room = next(room for item, room in form(edition).places if item is Item.DEFENDANT)
    assert text_within(SIGNS[viewer](filled_pdf(made)), room=room) == name.replace(" ", "")


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("judge", [True, False])
@pytest.mark.parametrize("appearance", [True, False])
def test_a_right_is_given_up_only_as_answered(edition: str, judge: bool, appearance: bool) -> None:
    case = a_filing_case(waive_original_judge=judge, waive_appearance=appearance)
    ticks = content_of(filled(edition, filing=a_filing(case))).ticks
    assert (Item.WAIVE_ORIGINAL_JUDGE in ticks, Item.WAIVE_APPEARANCE in ticks) == (judge, appearance)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("track", TRACKS)
def test_title_and_request_agree(edition: str, track: Track) -> None:
    ticks = content_of(on_track(track, official=form(edition))).ticks
    is_petition = track is Track.PETITION_A
    assert (Item.TITLE_PETITION in ticks, Item.REQUEST_PETITION in ticks) == (is_petition, is_petition)
    assert (Item.TITLE_APPLICATION in ticks) == (Item.REQUEST_APPLICATION in ticks) == (not is_petition)


@pytest.mark.parametrize("section", SECTIONS)
def test_the_box_of_each_section_is_marked(section: str) -> None:
    made = filled(CURRENT, convictions=(a_conviction(section=section, subdivision=None),))
    ticks = content_of(made).ticks
    assert [item for item in SECTIONS.values() if item in ticks] == [SECTIONS[section]]


def test_juvenile_cases_keep_our_own_paper() -> None:
    made = on_track(Track.JUVENILE_M, official=form(CURRENT))
    assert not isinstance(made.cases[0].papers[1].content, OfficialPetition)


@pytest.mark.parametrize("changes", [{"code": "PC", "section": "32"}, {"section": None}])
def test_a_count_that_the_form_has_no_box_for_keeps_the_whole_case_on_our_paper(changes: Any) -> None:
    counts = (a_conviction("c1"), a_conviction("c2", subdivision=None, **changes))
    made = filled(CURRENT, convictions=counts, determinations=(a_determination("c1"), a_determination("c2")))
    assert not isinstance(made.cases[0].papers[1].content, OfficialPetition)


def test_what_the_old_edition_has_no_field_for_stands_beside_its_label() -> None:
    values = dict(content_of(lawyers(OLD)).texts)
    assert values[Item.BAR_NUMBER] == "123456" and values[Item.FIRM] == "Sample Law"
    assert Item.PRINTED_NAME not in values and Item.COUNTY not in values


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_not_known_is_left_empty(edition: str) -> None:
    made = filled(
        edition,
        convictions=(a_conviction(case_number=None),),
        filing=a_filing(a_filing_case(case_number=None), mailing_address=None, phone=None, email=None),
    )
    missing = {Item.CASE_NUMBER, Item.STREET, Item.CITY, Item.STATE, Item.ZIP, Item.PHONE, Item.EMAIL}
    assert not missing & set(dict(content_of(made).texts))
    assert filled_pdf(made)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_long_value_shrinks_and_a_longer_one_is_attached_whole(edition: str) -> None:
    name = "Maria Magdalena Example-Sample de la Prueba y Muestra, also known as Mary Sample of Testville"
    made = filled(edition, filing=a_filing(name_on_case=name))
    words = text(filled_pdf(made))
    assert "See attachment, item 1" in words
    assert "Attachment to form CR-400" in words and "Case number: BA198765" in words
    assert words.count(name) >= 2  # the heading of the attachment and its item


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_interactive_hidden_or_locked_is_left(edition: str) -> None:
    for file in print_packets(filled(edition)).files:
        with pikepdf.open(io.BytesIO(file.content)) as opened:
            assert not opened.is_encrypted
            assert not {"/AcroForm", "/OpenAction", "/AA", "/Names"} & set(opened.Root.keys())
            assert not [one for page in opened.pages for one in page.obj.get("/Annots", ())]
            assert not set(_keys(opened)) & {"/XFA", "/JS", "/NeedAppearances", "/AA", "/FT"}


def _keys(opened: pikepdf.Pdf) -> Iterator[str]:
    for one in opened.objects:
        with suppress(TypeError, ValueError):
            yield from (str(key) for key in one)


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_font_is_embedded_and_the_form_is_passed_over_by_a_screen_reader(edition: str) -> None:
    with pikepdf.open(io.BytesIO(filled_pdf(filled(edition)))) as opened:
        fonts = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary)]
        described = [one for one in fonts if one.get("/Type") == "/FontDescriptor"]
        assert described and all("/FontFile2" in one or "/FontFile3" in one for one in described)
        drawn = pikepdf.parse_content_stream(opened.pages[0])
        assert [str(one.operator) for one in drawn[:4]] == ["BMC", "q", "Do", "Q"]
        assert str(drawn[0].operands[0]) == "/Artifact"
        form_drawn = opened.pages[0].Resources.XObject["/Background0"]
        marks = {str(one.operator) for one in pikepdf.parse_content_stream(form_drawn)}
        assert not marks & {"BDC", "BMC", "EMC"}


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_same_case_gives_the_same_bytes_again(edition: str) -> None:
    first, second = (print_packets(filled(edition)).manifest for _ in range(2))
    assert first == second


def test_the_packet_holds_the_form_where_our_petition_would_be() -> None:
    built = print_packets(filled(CURRENT))
    papers = built.manifest["cases"][0]["papers"]
    assert [paper["document"] for paper in papers][1] == "petition"
    assert papers[1]["edition"] == "CR-400 Rev. January 1, 2024"
    whole = built.file("all.pdf")
    assert whole is not None
    with pikepdf.open(io.BytesIO(whole.content)) as opened:
        backgrounds = ["/Background0" in (one.Resources.get("/XObject") or {}) for one in opened.pages]
        drawn = [b"/Background0 Do" in one.Contents[0].read_bytes() for one in opened.pages if _is_list(one)]
    assert any(backgrounds) and drawn.count(True) == 1


def _is_list(one: pikepdf.Page) -> bool:
    return isinstance(one.obj.Contents, pikepdf.Array)


def test_two_cases_share_one_copy_of_the_form() -> None:
    made = filled(
        CURRENT,
        convictions=(a_conviction("c1"), a_conviction("c2", county="Alameda", case_number="H2")),
        determinations=(a_determination("c1"), a_determination("c2")),
        filing=a_filing(a_filing_case(), a_filing_case(county="Alameda", case_number="H2")),
    )
    whole = print_packets(made).file("all.pdf")
    assert whole is not None
    with pikepdf.open(io.BytesIO(whole.content)) as opened:
        drawings = [one for one in opened.objects if isinstance(one, pikepdf.Stream)]
        assert len([one for one in drawings if one.get("/Subtype") == "/Form" and "/BBox" in one]) >= 1
        names = {str(name) for one in opened.pages for name in one.Resources.get("/XObject", {})}
    assert names == {"/Background0"}
