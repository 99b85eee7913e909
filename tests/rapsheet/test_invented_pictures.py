"""Pictures of invented sheets: the same seed gives the same picture, ink stays on the paper, and PDFs hold every line."""

import numpy as np
import pytest

from benchmarks.invented_sheets import LAYOUTS, invented_sheet
from benchmarks.invented_sheets.comparing import Verdict, compare
from benchmarks.invented_sheets.faces import Face, browser_pdf, courier_pdf, page_pictures
from benchmarks.invented_sheets.photos import photographed
from benchmarks.invented_sheets.scans import Level, scanned
from petitions.documents.pdfium import opened_pdf
from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.pages import pages_of


def page(*, face=Face.COURIER, layout="tight", dpi=60):
    sheet = invented_sheet(2, layout=layout, pages=1)
    return page_pictures(sheet.pages, layout=LAYOUTS[layout], face=face, dpi=dpi)[0]


def text_in(pdf):
    with opened_pdf(pdf) as document:
        return "\f".join(one.get_textpage().get_text_range() for one in document)


@pytest.mark.parametrize("printed", [courier_pdf, browser_pdf])
@pytest.mark.parametrize("layout", ["clets_browser", "wide"])
def test_a_pdf_holds_every_fact_as_text(printed, layout):
    sheet = invented_sheet(4, layout=layout, pages=2)
    read = read_sheet(pages_of(text_in(printed(sheet.pages, layout=LAYOUTS[layout]))))
    assert [one.line for one in compare(read, sheet.truth) if one.verdict is not Verdict.EXACT] == []


@pytest.mark.parametrize("face", Face)
@pytest.mark.parametrize("dpi", [60, 100])
def test_a_page_is_letter_paper_with_ink_inside_its_margins(face, dpi):
    drawn = page(face=face, dpi=dpi)
    assert drawn.shape == (11 * dpi, round(8.5 * dpi), 3)
    dark = np.argwhere(drawn[:, :, 0] < 128)
    assert len(dark) > 1000
    assert dark.min() > 0.2 * dpi
    assert dark[:, 1].max() < 8.3 * dpi


@pytest.mark.parametrize("level", Level)
def test_the_same_seed_gives_the_same_scan(level):
    first, again, other = (scanned(page(), level=level, seed=seed) for seed in (1, 1, 2))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


def test_a_hard_scan_is_further_from_the_page_than_a_light_one():
    clean = page().astype(int)
    light, hard = (
        np.abs(scanned(page(), level=level, seed=3) - clean).mean() for level in (Level.LIGHT, Level.HARD)
    )
    assert light < hard / 2


@pytest.mark.long
def test_the_same_seed_gives_the_same_photo_and_the_whole_page_is_on_it():
    first, again = (photographed(page(), level=Level.USUAL, seed=1) for _ in range(2))
    assert np.array_equal(first, again)
    assert min(first.shape[:2]) >= 1700
    assert first.mean() > 60
