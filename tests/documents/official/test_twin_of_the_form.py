"""The twin of the filled form: each item in its order with its value, boxes and blanks in words, the attachment whole."""

from __future__ import annotations

import html
import re
from itertools import pairwise

import pytest
from django.utils.safestring import SafeString

from petitions.documents.official.items import BLANK_LABELS, BOX_LABELS, LABELS, Item, Kind
from petitions.documents.official.spoken import SIGNATURE, STAMP
from petitions.documents.packet import Packets
from petitions.documents.pages import twin
from petitions.documents.reading import words_of
from petitions.law.terms import Track
from tests.documents.official.editions import CURRENT, EDITIONS, OLD, filled, filled_pdf, form
from tests.documents.official.test_filled_form import content_of
from tests.documents.printed_pages import text
from tests.documents.samples import ATTORNEY, a_conviction, a_filing, a_filing_case, on_track

LONG = "Maria Magdalena Example-Sample de la Prueba y Muestra, also known as Mary Sample of Testville"
EVERY_LABEL = {**LABELS, **BOX_LABELS, **BLANK_LABELS}


def spoken(made: Packets) -> str:
    return twin(made.cases[0].papers[1])


def lines(made: Packets) -> list[tuple[str, str]]:
    """Return each label of the twin with its value, in order."""
    found = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", spoken(made))
    return [(html.unescape(label), html.unescape(re.sub(r"<[^>]+>", "", value))) for label, value in found]


def test_every_item_has_a_label_of_its_own() -> None:
    assert set(EVERY_LABEL) == set(Item)
    assert len(set(EVERY_LABEL.values())) == len(Item)
    assert {item for item in Item if item.kind is Kind.BLANK} == set(BLANK_LABELS)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("filing", [a_filing(), a_filing(attorney=ATTORNEY)], ids=["self", "lawyer"])
def test_each_item_that_the_edition_prints_is_said_once_with_what_is_printed(
    edition: str, filing: object
) -> None:
    made = filled(edition, filing=filing)
    content, said = content_of(made), lines(made)
    printed = {item for item in Item if item in form(edition).items or item.kind is Kind.BLANK}
    assert len(said) == len(dict(said)) == len(printed) + 2
    texts = dict(content.texts)
    for item in printed:
        value = dict(said)[EVERY_LABEL[item]]
        if item.kind is Kind.BOX:
            assert value == ("marked" if item in content.ticks else "not marked"), item
        else:
            assert value == texts.get(item, "(blank)"), item


def test_the_items_are_in_the_order_of_the_form() -> None:
    labels = [label for label, _ in lines(filled(CURRENT))]
    in_order = (
        LABELS[Item.NAME],
        LABELS[Item.ATTORNEY_FOR],
        LABELS[Item.COUNTY],
        LABELS[Item.DEFENDANT],
        BOX_LABELS[Item.TITLE_PETITION],
        BLANK_LABELS[Item.COURT_DATE],
        BOX_LABELS[Item.SECTION_11357],
        BOX_LABELS[Item.SECTION_11362_1],
        BOX_LABELS[Item.REQUEST_PETITION],
        BOX_LABELS[Item.WAIVE_ORIGINAL_JUDGE],
        BOX_LABELS[Item.WAIVE_APPEARANCE],
        LABELS[Item.PRINTED_NAME],
    )
    places = [labels.index(label) for label in in_order]
    assert places == sorted(places)


@pytest.mark.parametrize("edition", EDITIONS)
def test_signature_date_and_the_boxes_of_the_court_are_said_to_be_blank(edition: str) -> None:
    said = dict(lines(filled(edition)))
    for label in (STAMP, SIGNATURE, *BLANK_LABELS.values()):
        assert said[label] == "(blank)"


def test_what_is_not_known_is_said_to_be_blank() -> None:
    unknown = filled(
        CURRENT,
        convictions=(a_conviction(case_number=None),),
        filing=a_filing(a_filing_case(case_number=None), mailing_address=None, phone=None),
    )
    said = dict(lines(unknown))
    for item in (Item.CASE_NUMBER, Item.STREET, Item.PHONE, Item.FAX):
        assert said[LABELS[item]] == "(blank)"
    assert not re.search(r"_{2}", spoken(unknown))


@pytest.mark.parametrize("track", [Track.PETITION_A, Track.APPLICATION_E])
def test_the_marks_of_title_and_request_are_words(track: Track) -> None:
    said = dict(lines(on_track(track, official=form(CURRENT))))
    marked = {label for label, value in said.items() if value == "marked"}
    assert (BOX_LABELS[Item.REQUEST_PETITION] in marked) == (track is Track.PETITION_A)
    assert (BOX_LABELS[Item.REQUEST_APPLICATION] in marked) == (track is Track.APPLICATION_E)


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_attached_is_referred_to_and_said_whole(edition: str) -> None:
    made = filled(edition, filing=a_filing(name_on_case=LONG))
    said, whole = dict(lines(made)), spoken(made)
    assert said[LABELS[Item.DEFENDANT]] in text(filled_pdf(made))
    assert "item" in said[LABELS[Item.DEFENDANT]] and LONG not in said[LABELS[Item.DEFENDANT]]
    attachment = whole[whole.index("Attachment to form CR-400") :]
    assert f"{LABELS[Item.DEFENDANT]}</p>" in attachment and f"<bdi>{LONG}</bdi>" in attachment
    assert "Attachment" not in spoken(filled(edition))


def test_what_the_old_edition_does_not_print_is_not_said() -> None:
    said = dict(lines(filled(OLD)))
    assert LABELS[Item.COUNTY] not in said and LABELS[Item.PRINTED_NAME] not in said
    assert "The court</h3>" not in spoken(filled(OLD)) and "The court</h3>" in spoken(filled(CURRENT))


def test_headings_go_one_level_below_that_of_the_page() -> None:
    levels = [
        int(level)
        for level in re.findall(r"<h(\d)", spoken(filled(CURRENT, filing=a_filing(name_on_case=LONG))))
    ]
    assert levels[0] == 2 and min(levels) == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_typed_text_is_never_markup() -> None:
    words = spoken(filled(CURRENT, filing=a_filing(name_on_case="<b>Maria</b> & Example")))
    assert "<b>" not in words and "&lt;b&gt;Maria&lt;/b&gt; &amp; Example" in words


def test_the_worker_gives_the_same_words() -> None:
    for paper in filled(CURRENT, filing=a_filing(name_on_case=LONG)).cases[0].papers:
        words = words_of(paper)
        assert words == twin(paper) and isinstance(words, SafeString)
