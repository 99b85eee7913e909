"""From files to pages of lines: the text, its places, what is shown beside it, and what is asked of an engine."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from petitions.rapsheet.engines import Engine
from petitions.rapsheet.extract import PageRead, Unreadable, check_sizes, count_pages, read_pages
from petitions.rapsheet.files import bounds, jail, picture_reader
from petitions.rapsheet.pages import TextLine, pages_of
from petitions.rapsheet.troubles import Trouble
from tests.rapsheet import cell_jobs
from tests.rapsheet.hostile_files import bomb
from tests.rapsheet.left import children_of, wait_until
from tests.rapsheet.sheet_files import (
    LINES,
    drawn,
    one_page,
    pages_tree,
    pdf_of,
    saved,
    scanned_pdf,
    stream,
    text_content,
    text_pdf,
)

PRINTED = [line.rstrip() for line in LINES if line]
TURNED_LEFT = 6
"""The camera lay on its side: turn the picture right to see it upright."""


@pytest.fixture
def _small_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("numpy")
    monkeypatch.setattr(picture_reader, "READER", cell_jobs.__name__)


def _read(*files: bytes, first: int = 0, engine: Engine = Engine.NONE) -> list[PageRead]:
    return list(read_pages(files, first=first, engine=engine))


def _texts(page: PageRead) -> list[str]:
    return [line.text for line in page.lines]


def _picture(page: PageRead) -> Image.Image:
    return Image.open(io.BytesIO(page.picture))


def _of_one_color(shade: int) -> bytes:
    return saved(Image.new("RGB", (600, 800), (shade, shade, shade)))


def _squeezed(lines: Sequence[TextLine]) -> list[str]:
    return [text for line in lines if (text := " ".join(line.text.split()))]


def test_text_is_read_as_it_is_printed_with_its_columns() -> None:
    (page,) = _read(text_pdf())
    assert _texts(page) == PRINTED
    assert not page.from_picture and page.trouble is None
    assert not any(line.doubtful for line in page.lines)


def test_each_line_has_its_place_on_the_page() -> None:
    (page,) = _read(text_pdf())
    boxes = [line.box for line in page.lines if line.box]
    assert len(boxes) == len(page.lines)
    assert [box[1] for box in boxes] == sorted(box[1] for box in boxes)
    left, top, right, bottom = boxes[0]
    assert left == pytest.approx(40 / 612, abs=0.002)
    assert right == pytest.approx((40 + 6 * len(PRINTED[0])) / 612, abs=0.002)
    assert top < 1 - 760 / 792 < bottom < top + 0.02


@pytest.mark.parametrize(
    ("turn", "matrix"), [(90, b"0 1 -1 0 52 40"), (180, b"-1 0 0 -1 572 52"), (270, b"0 -1 1 0 560 752")]
)
def test_a_turned_page_is_read_as_it_is_shown(turn: int, matrix: bytes) -> None:
    content = text_content(LINES).replace(b"40 760 Td", matrix + b" Tm")
    (page,) = _read(one_page(content, page=b"/Rotate %d" % turn))
    assert _texts(page) == PRINTED
    left, top, right, _bottom = page.lines[1].box or (0,) * 4
    wide, high = (612, 792) if turn == 180 else (792, 612)
    assert (left, right) == pytest.approx((40 / wide, (40 + 6 * len(PRINTED[1])) / wide), abs=0.002)
    assert top == pytest.approx((52 + 12 - 8) / high, abs=0.02)
    assert (_picture(page).width > _picture(page).height) == (turn != 180)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_read_as_if_it_were_turned(turn: int) -> None:
    (page,), (upright,) = _read(text_pdf(page=b"/Rotate %d" % turn)), _read(text_pdf())
    assert _texts(page) == PRINTED
    left, top, right, bottom = upright.lines[1].box or (0,) * 4
    there = {
        90: (1 - bottom, left, 1 - top, right),
        180: (1 - right, 1 - bottom, 1 - left, 1 - top),
        270: (top, 1 - right, bottom, 1 - left),
    }
    assert page.lines[1].box == pytest.approx(there[turn], abs=0.001)


def test_lines_come_from_top_to_bottom_whatever_their_order_in_the_file() -> None:
    content = (
        b"BT /F 10 Tf 40 700 Td (THE SECOND LINE OF THE PAGE IS HERE) Tj 0 20 Td (THE FIRST LINE IS HERE) Tj "
        b"300 0 Td (BESIDE IT) Tj -300 -40 Td (AND THE THIRD) Tj ET"
    )
    (page,) = _read(one_page(content))
    assert _squeezed(page.lines) == [
        "THE FIRST LINE IS HERE BESIDE IT",
        "THE SECOND LINE OF THE PAGE IS HERE",
        "AND THE THIRD",
    ]
    assert _texts(page)[0].index("BESIDE") == 50


def test_a_hyphen_at_the_end_of_a_line_ends_it() -> None:
    lines = ["PLEASE E-", "MAIL PALM.PRINT@EXAMPLE.TEST", *LINES]
    (page,) = _read(text_pdf([lines]))
    assert _texts(page)[:2] == ["PLEASE E-", "MAIL PALM.PRINT@EXAMPLE.TEST"]


def test_a_page_is_shown_beside_its_lines() -> None:
    (page,) = _read(text_pdf())
    picture = _picture(page)
    assert picture.format == "JPEG" and picture.width <= 1100
    assert picture.width / picture.height == pytest.approx(612 / 792, abs=0.01)
    assert picture.convert("L").getextrema()[0] < 100


def test_pages_of_all_files_come_in_their_order_and_from_the_first_that_is_asked_for() -> None:
    files = [text_pdf([(f"{'PAGE ' * 20} {number}",) for number in some]) for some in ((1, 2), (3,), (4, 5))]
    assert count_pages(files) == 5
    for first in range(6):
        assert [_texts(page)[0][-1] for page in _read(*files, first=first)] == list("12345")[first:]


def test_a_short_last_page_of_text_is_text() -> None:
    (page,) = _read(text_pdf([("* * * END OF MESSAGE * * *",)]))
    assert _texts(page) == ["* * * END OF MESSAGE * * *"]
    assert not page.from_picture and page.trouble is None


def test_an_empty_page_is_no_trouble() -> None:
    (page,) = _read(one_page(b""))
    assert page == PageRead((), page.picture, from_picture=False, trouble=None)


def test_a_scan_is_shown_and_not_read_where_there_is_no_engine() -> None:
    for file in (scanned_pdf([drawn()]), saved(drawn()), saved(drawn(), "PNG")):
        (page,) = _read(file)
        assert (page.lines, page.from_picture, page.trouble) == ((), True, Trouble.NOT_READ)
        assert _picture(page).size[0] <= 1100


@pytest.mark.usefixtures("_small_reader")
def test_pictures_are_read_by_one_engine_and_come_back_upright() -> None:
    files = [scanned_pdf([drawn(), drawn()]), saved(drawn(wide=400), "PNG"), text_pdf()]
    pages = _read(*files, engine=Engine.TESSERACT)
    said = [page.lines[0].text.split() for page in pages[:3]]
    assert [words[:3] for words in said] == [["tesseract", "1700", "2200"]] * 2 + [
        ["tesseract", "400", "550"]
    ]
    assert len({words[3] for words in said}) == 1, "the engine is loaded once"
    assert all(
        page.from_picture and page.lines[0].doubtful and page.lines[0].box == (0, 0.25, 1, 0.5)
        for page in pages[:3]
    )
    assert _texts(pages[3]) == PRINTED
    dark = _picture(pages[2]).convert("L").point(lambda shade: 255 * (shade < 128)).getbbox()
    assert dark is not None and dark[1] > 200, "the small reader turns a picture upside down"


@pytest.mark.usefixtures("_small_reader")
def test_what_an_engine_says_of_a_picture_is_told() -> None:
    (page,) = _read(_of_one_color(cell_jobs.DARK), engine=Engine.RAPID)
    assert page.trouble is Trouble.TOO_DARK


@pytest.mark.usefixtures("_small_reader")
@pytest.mark.parametrize("shade", [cell_jobs.DEADLY, cell_jobs.SLOW, cell_jobs.BABBLING])
def test_a_picture_that_ends_the_engine_costs_only_its_page(
    shade: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(picture_reader, "PICTURE_SECONDS", 1.5)
    bad, good = _of_one_color(shade), _of_one_color(200)
    pages = _read(bad, good, engine=Engine.RAPID)
    assert [page.trouble for page in pages] == [Trouble.NOT_READ, None]
    assert _picture(pages[0]).size == (600, 800)


@pytest.mark.usefixtures("_small_reader")
def test_an_engine_that_ends_again_and_again_is_not_started_for_ever() -> None:
    pages = _read(*[_of_one_color(cell_jobs.DEADLY)] * 3, _of_one_color(200), engine=Engine.RAPID)
    assert [page.trouble for page in pages] == [Trouble.NOT_READ] * 4


def test_an_engine_that_is_not_there_leaves_the_page_to_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_reader, "READER", "petitions.rapsheet.no_such_reader")
    (page,) = _read(saved(drawn()), engine=Engine.RAPID)
    assert page.trouble is Trouble.NOT_READ and page.picture


@pytest.mark.usefixtures("_small_reader")
def test_a_scan_with_a_stamp_is_read_as_a_picture() -> None:
    stamp = "FILED BY THE SUPERIOR COURT OF CALIFORNIA ON A DAY IN MAY OF SOME YEAR"
    (page,) = _read(scanned_pdf([drawn()], stamp=stamp), engine=Engine.RAPID)
    assert page.from_picture is False, "the small reader says less than the stamp"
    (page,) = _read(scanned_pdf([drawn()], stamp="PAGE 1 OF 2"), engine=Engine.RAPID)
    assert page.from_picture and page.lines[0].text.startswith("rapid")


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_photograph_is_turned_as_the_camera_says(kind: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = TURNED_LEFT
    (page,) = _read(saved(drawn(), kind, exif=exif))
    assert _picture(page).width > _picture(page).height


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_pictures_of_every_kind_of_color_are_read(mode: str) -> None:
    picture = drawn(wide=400).convert("L")
    if mode == "I;16":
        picture = picture.convert("I").point(lambda shade: shade * 257).convert("I;16")
    elif mode == "RGBA":
        clear = Image.new("RGBA", picture.size, (0, 0, 0, 0))
        clear.paste("black", mask=picture.point(lambda shade: 255 - shade))
        picture = clear
    else:
        picture = picture.convert("RGB").convert(mode)
    (page,) = _read(saved(picture, "JPEG" if mode == "CMYK" else "PNG"))
    grays = _picture(page).convert("L").histogram()
    assert sum(grays[200:]) > 0.8 * sum(grays), "the paper is white"
    assert sum(grays[:128]) > 0, "and the letters are dark"


def test_a_photo_of_a_phone_is_small_enough() -> None:
    photo = saved(Image.effect_noise((304, 405), 60).resize((3036, 4048)).convert("RGB"))
    assert count_pages([photo]) == 1
    (page,) = _read(photo)
    assert _picture(page).width == 1100


@pytest.mark.parametrize(
    ("sizes", "code"),
    [
        ([], "empty"),
        ([0], "empty"),
        ([100, 0], "empty"),
        ([50 * 1024 * 1024 + 1], "too_large"),
        ([1_000_000_000], "too_large"),
        ([40_000_000, 30_000_000], "too_large"),
        ([50 * 1024 * 1024], None),
        ([30_000_000, 30_000_000], None),
    ],
)
def test_sizes_are_judged_before_a_byte_is_read(sizes: list[int], code: str | None) -> None:
    found = None
    try:
        check_sizes(sizes)
    except Unreadable as unreadable:
        found = unreadable.code
    assert found == code


def test_only_so_many_pages_are_read() -> None:
    two = [text_pdf([("A LINE",)] * 150), text_pdf([("A LINE",)] * (bounds.MOST_PAGES - 150))]
    assert count_pages(two) == bounds.MOST_PAGES
    with pytest.raises(Unreadable) as found:
        count_pages([*two, saved(drawn(wide=100))])
    assert found.value.code == "too_many_pages"


def test_pages_that_cannot_be_opened_cost_only_themselves() -> None:
    """The third page is not there; the fourth wants more memory than there is, and ends the jail."""
    flood = stream(bomb(b"0 0 m 9 9 l S ", megabytes=300), extra=b"/Filter/FlateDecode")
    entry = b"/Contents 4 0 R/Resources<</Font<</F 3 0 R>>>>"
    objects = pages_tree([entry] * 5, others={4: stream(text_content(LINES)), 5: flood})
    objects[13] = objects[13].replace(b"4 0 R", b"5 0 R")
    del objects[12]
    pages = _read(pdf_of(objects))
    assert [page.trouble for page in pages] == [None, None, Trouble.DAMAGED, Trouble.DAMAGED, None]
    assert [len(page.lines) for page in pages] == [len(PRINTED), len(PRINTED), 0, 0, len(PRINTED)]


def test_closing_ends_the_jail_at_once() -> None:
    pages = read_pages([text_pdf([LINES] * 200)], engine=Engine.NONE)
    assert next(pages).lines
    process = jail.CELL._process
    assert process is not None and children_of(process.pid)
    pages.close()  # type: ignore[attr-defined]
    wait_until(lambda: not children_of(process.pid))


def test_samples_read_as_their_text_beside_them(shared: Path) -> None:
    samples = [
        file
        for file in sorted((shared / "rapsheet/samples").glob("*.pdf"))
        if file.with_suffix(".txt").exists()
    ]
    assert samples
    for sample in samples:
        read = [line for page in _read(sample.read_bytes()) for line in _squeezed(page.lines)]
        text = sample.with_suffix(".txt").read_text(encoding="utf-8")
        expected = [line for page in pages_of(text) for line in _squeezed(page)]
        assert [line for line in read if not line.startswith("file:")] == [
            line for line in expected if not line.startswith("file:")
        ], sample.name


def test_the_photo_among_the_samples_can_be_read(shared: Path) -> None:
    photo = shared / "rapsheet/samples/skywalker_rap_sheet_page_1.jpg"
    assert count_pages([photo.read_bytes()]) == 1
