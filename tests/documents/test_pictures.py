"""Pages as pictures."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image

from petitions.documents.pictures import page_picture
from tests.documents.printed_pages import pdf, text
from tests.documents.samples import packets


def test_a_page_is_drawn_dark_on_white_as_wide_as_asked() -> None:
    picture = page_picture(pdf(packets()), number=1, width=340)
    assert picture is not None and picture.startswith(b"\x89PNG")
    drawn = Image.open(io.BytesIO(picture))
    assert drawn.size == (340, 440) and len(picture) < 14_000
    darkest, lightest = drawn.convert("L").getextrema()
    assert darkest < 80 and lightest == 255  # type: ignore[operator]


def test_there_is_no_picture_of_a_page_that_is_not_there() -> None:
    for number in (0, -1, 99):
        assert page_picture(pdf(packets()), number=number, width=340) is None


def test_pages_drawn_at_the_same_time_are_those_drawn_one_by_one() -> None:
    numbers = [1, 2, 1, 2, 1, 2]
    alone = [page_picture(pdf(packets()), number=number, width=200) for number in numbers]
    with ThreadPoolExecutor(4) as threads:
        together = list(
            threads.map(lambda number: page_picture(pdf(packets()), number=number, width=200), numbers)
        )
    assert together == alone


def test_pages_are_drawn_and_read_at_the_same_time_in_one_process() -> None:
    content = pdf(packets())
    alone = page_picture(content, number=1, width=800), text(content)
    with ThreadPoolExecutor(4) as threads:
        drawn = [threads.submit(page_picture, content, number=1, width=800) for _time in range(30)]
        read = [threads.submit(text, content) for _time in range(60)]
        assert {one.result() for one in drawn} == {alone[0]}
        assert {one.result() for one in read} == {alone[1]}


def test_no_other_file_opens_a_pdf_with_pdfium_on_its_own() -> None:
    root = Path(__file__).parents[2]
    opening = re.compile(r"\bpypdfium2\.PdfDocument\(|\bimport PdfDocument\b")
    found = [
        path.relative_to(root).as_posix()
        for folder in ("petitions", "tests", "benchmarks")
        for path in (root / folder).rglob("*.py")
        if opening.search(path.read_text())
    ]
    assert found == ["petitions/documents/pdfium.py"]
