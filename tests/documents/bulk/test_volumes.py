"""A volume of many records: still a tagged file, in order, each record found by its name."""

from __future__ import annotations

import io
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from petitions.documents.build import print_packets
from petitions.documents.bulk.lane import BulkLane
from petitions.documents.bulk.volumes import Part, join
from petitions.documents.official.store import check_addition
from petitions.law.terms import Track
from tests.documents.bulk.looked_at import difference, letters
from tests.documents.every_paper import many_counts, two_cases
from tests.documents.official.stand_in import stand_in
from tests.documents.samples import a_filing, on_track
from tests.documents.structure import CHECKS, elements, kind
from tests.documents.verapdf.engine import verdicts


@cache
def parts() -> tuple[Part, ...]:
    """Print records of both lanes, in both languages, with one case and two."""
    lane = BulkLane()
    names = [a_filing(name_on_case=f"Maria Example {name}") for name in ("One", "Two", "Three")]
    by_bulk = [lane.print(on_track(Track.APPLICATION_E, filing=filing, language="es")) for filing in names]
    by_full = [print_packets(two_cases("es")), print_packets(many_counts(3, language="en"))]
    files = [made.files[-1].content for made in (*by_bulk, *by_full)]
    return tuple(Part(f"r{number}", content) for number, content in enumerate(files))


@cache
def volume() -> bytes:
    return join(parts())


@cache
def opened() -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(volume()))


@pytest.mark.long
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_volume_is_as_sound_as_its_parts(check: Any) -> None:
    assert list(check(opened())) == []


def test_every_letter_stands_where_it_stood() -> None:
    found = iter(letters(volume()))
    first = 0
    for part in parts():
        for page, *letter in letters(part.content):
            assert next(found) == (first + page, *letter)
        with pikepdf.open(io.BytesIO(part.content)) as file:
            first += len(file.pages)
    assert next(found, None) is None


@pytest.mark.long
def test_the_pages_look_as_they_did() -> None:
    for part in parts():
        assert difference(join([part]), part.content) == 0


def test_each_record_is_a_part_in_its_language() -> None:
    [document] = opened().Root.StructTreeRoot.K
    assert kind(document) == "Document"
    assert [(kind(part), str(part.Lang)) for part in document.K] == [("Part", "es")] * 4 + [("Part", "en")]
    assert str(opened().Root.Lang) == "es"


def test_a_cell_leads_to_the_headers_of_its_own_record() -> None:
    found = list(elements(opened()))
    names = Counter(str(one.ID) for one in found if kind(one) == "TH")
    assert len(names) > 20 and set(names.values()) == {1}
    for part in opened().Root.StructTreeRoot.K[0].K:
        own = {str(one.ID) for one in within(part) if kind(one) == "TH"}
        used = {str(name) for one in within(part) if kind(one) == "TD" for name in one.A.Headers}
        assert used and used <= own


def within(element: Any) -> list[Any]:
    kids = [kid for kid in element.get("/K", []) if not isinstance(kid, int)]
    return [element, *(one for kid in kids for one in within(kid))]


def test_the_outline_has_a_line_for_each_record_with_its_papers_below() -> None:
    item, found = opened().Root.Outlines.First, []
    while item is not None:
        assert item.Parent.objgen == item.First.Parent.Parent.objgen == opened().Root.Outlines.objgen
        assert int(item.Count) < 0
        found.append((str(item.Title), opened().pages.index(pikepdf.Page(item.Dest[0]))))
        item = item.get("/Next")
    assert [name for name, _ in found] == [part.name for part in parts()]
    assert [page for _, page in found] == first_pages()
    assert int(opened().Root.Outlines.Count) == len(parts())


def first_pages() -> list[int]:
    pages = [0]
    for part in parts():
        with pikepdf.open(io.BytesIO(part.content)) as file:
            pages.append(pages[-1] + len(file.pages))
    return pages[:-1]


def test_a_font_that_several_records_use_is_kept_once() -> None:
    files = Counter(
        bytes(font.DescendantFonts[0].FontDescriptor.FontFile2.read_raw_bytes())
        for font in {
            font.objgen: font for page in opened().pages for font in page.Resources.Font.values()
        }.values()
    )
    assert set(files.values()) == {1}
    assert len(volume()) < 0.7 * sum(len(part.content) for part in parts())


def test_the_court_s_form_is_kept_once() -> None:
    form = check_addition(stand_in(), mapping=None).form
    filings = [a_filing(name_on_case=f"Maria Example {name}") for name in ("One", "Two")]
    made = [print_packets(on_track(Track.APPLICATION_E, filing=one, official=form)) for one in filings]
    together = join(Part(f"r{number}", one.files[-1].content) for number, one in enumerate(made))
    with pikepdf.open(io.BytesIO(together)) as file:
        drawings = [page.Resources.get("/XObject", {}).get("/Background0") for page in file.pages]
        assert len({one.objgen for one in drawings if one is not None}) == 1
        assert [list(check(file)) for check in CHECKS[:5]] == [[]] * 5


def test_the_same_parts_give_the_same_bytes_and_others_do_not() -> None:
    assert join(parts()) == volume()
    assert join(reversed(parts())) != volume()


@pytest.mark.long
def test_volumes_pass_verapdf(tmp_path: Path) -> None:
    files = {"many.pdf": volume(), "one.pdf": join(parts()[:1])}
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    found = verdicts([tmp_path / name for name in files])
    assert {path.name: verdict.broken for path, verdict in found.items() if not verdict.passes} == {}
    assert min(verdict.checks for verdict in found.values()) > 5000
