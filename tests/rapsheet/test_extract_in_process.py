"""What the jail does, done in this process, where each step can be seen."""

from __future__ import annotations

import fcntl
import os
import signal
import socket
import time
from collections.abc import Callable

import pytest
from PIL import Image

from petitions.documents.framing import BrokenFrame, Reply, receive_reply, send_reply
from petitions.rapsheet.files import picture_reader
from petitions.rapsheet.files.cell import (
    fences,
    file_jobs,
    picture_job,
    second_reader,
    text_layer,
    warming,
    work,
)
from petitions.rapsheet.files.cell.file_pages import pages_of_file
from petitions.rapsheet.files.cell.found import PageFound, State, heard, told
from petitions.rapsheet.files.cell.opening import opened_files
from petitions.rapsheet.files.cell.photographs import decoded
from petitions.rapsheet.files.kinds import Kind
from petitions.rapsheet.files.unreadable import Unreadable
from petitions.rapsheet.pages import TextLine
from tests.rapsheet import cell_jobs
from tests.rapsheet.hostile_files import HOSTILE
from tests.rapsheet.sheet_files import LINES, drawn, one_page, saved, scanned_pdf, text_content, text_pdf


def _never() -> Reply:
    raise BrokenFrame


def _taken(*files: bytes, first: int = 0) -> list[PageFound]:
    (pages, *replies) = file_jobs.take(Reply({"first": first}, files), _never)
    assert pages.head["pages"] == first + len(replies)
    return [heard(reply) for reply in replies]


def test_files_are_counted_and_taken() -> None:
    files = (text_pdf([LINES, LINES]), saved(drawn(wide=200)), scanned_pdf([drawn(wide=200)]))
    (reply,) = file_jobs.count(Reply({}, files), _never)
    assert reply.head == {"pages": 4}
    states = [page.state for page in _taken(*files)]
    assert states == [State.TEXT, State.TEXT, State.PICTURE, State.PICTURE]
    assert [page.state for page in _taken(*files, first=3)] == states[3:]
    assert _taken(one_page(b""))[0].state is State.BLANK


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_page_that_is_turned_is_taken(turn: int) -> None:
    (page,) = _taken(text_pdf(page=b"/Rotate %d" % turn))
    assert [line.text for line in page.lines] == [line.rstrip() for line in LINES if line]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a locked PDF", "encrypted"),
        ("a PDF of its first line", "broken"),
        ("a PDF without pages", "no_pages"),
        ("201 pages", "too_many_pages"),
        ("50 % of a JPEG", "broken"),
        ("a PNG of 60,000 by 60,000 points", "too_large"),
        ("a JPEG of 65,500 by 65,500 points", "too_large"),
    ],
)
def test_what_cannot_be_opened_has_a_code(name: str, code: str) -> None:
    with pytest.raises(Unreadable) as found:
        list(file_jobs.count(Reply({}, (HOSTILE[name][0](),)), _never))
    assert found.value.code == code


@pytest.mark.parametrize(
    ("raised", "code"),
    [(MemoryError, "too_much_memory"), (Image.DecompressionBombError, "too_large"), (RuntimeError, "broken")],
)
def test_a_decoder_that_gives_up_has_a_code(
    raised: type[Exception], code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def give_up(*_arguments: object, **_named: object) -> None:
        raise raised

    monkeypatch.setattr(Image, "open", give_up)
    with pytest.raises(Unreadable) as found:
        decoded(b"", kind=Kind.PNG)
    assert found.value.code == code


@pytest.mark.parametrize("mode", ["P", "LA", "I;16", "CMYK"])
def test_rare_colors_are_decoded(mode: str) -> None:
    picture = drawn(wide=100).convert("L")
    rare = picture.convert("I").convert(mode) if mode == "I;16" else picture.convert("RGB").convert(mode)
    kind = Kind.JPEG if mode == "CMYK" else Kind.PNG
    assert decoded(saved(rare, kind.name), kind=kind).mode == "RGB"


def test_the_second_reader_reads_what_the_first_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    assert second_reader.page_count(text_pdf([LINES, LINES])) == 2
    assert second_reader.page_count(b"%PDF-1.4") is None
    assert second_reader.second_lines(b"%PDF-1.4", number=0) == ()
    (file,) = opened_files([text_pdf([LINES, LINES])])
    lame = type(file)(file.content, file.kind, 3, is_plain=False)
    pages = list(pages_of_file(lame, first=0))
    assert [page.state for page in pages] == [State.TEXT, State.TEXT, State.DAMAGED]
    squeezed = ["".join(line.text.split()) for line in pages[0].lines]
    assert squeezed == ["".join(line.split()) for line in LINES if line]
    monkeypatch.setattr("petitions.rapsheet.files.cell.file_pages.text_lines", _fail(ValueError))
    assert [page.state for page in pages_of_file(file, first=1)] == [State.TEXT]
    monkeypatch.setattr("petitions.rapsheet.files.cell.file_pages.text_lines", _fail(Unreadable, "too_large"))
    assert [page.state for page in pages_of_file(file, first=1)] == [State.DAMAGED]
    monkeypatch.setattr("petitions.rapsheet.files.cell.second_reader.PdfReader", _fail(MemoryError))
    for read in (second_reader.page_count, lambda content: second_reader.second_lines(content, number=0)):
        with pytest.raises(MemoryError):
            read(b"")


def _fail(error: type[Exception], *arguments: object) -> Callable[..., None]:
    def fail(*_arguments: object, **_named: object) -> None:
        raise error(*arguments)

    return fail


def test_text_that_pdfium_does_not_find_is_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("petitions.rapsheet.files.cell.file_pages.text_lines", lambda _page: ())
    (page,) = _taken(text_pdf())
    assert page.state is State.TEXT and len(page.lines) == len([line for line in LINES if line])


@pytest.mark.parametrize("unit", ["A", " ", "\n", "\r\n", "A ", "\ufffe", "A\ufffe ", "\x02\n"])
def test_text_is_cut_in_pieces_in_a_time_that_grows_with_its_length(unit: str) -> None:
    def seconds(length: int) -> float:
        text = unit * (length // len(unit))
        started = time.process_time()
        for _piece in text_layer._PIECES.finditer(text):
            pass
        return time.process_time() - started

    shortest = min(seconds(10_000) for _round in range(3))
    assert min(seconds(100_000) for _round in range(3)) < 40 * max(shortest, 0.00025)


@pytest.mark.parametrize("bound", ["MOST_SIGNS_ON_A_PAGE", "MOST_LINES_ON_A_PAGE"])
def test_more_text_than_a_page_has_is_refused(bound: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"petitions.rapsheet.files.cell.text_layer.{bound}", 5)
    assert _taken(text_pdf())[0].state is State.DAMAGED


def test_signs_that_pdfium_counts_otherwise_keep_their_places() -> None:
    font = b"/Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 5 0 R"
    table = b"begincmap 1 beginbfchar <41> <D83DDE00> endbfchar endcmap"
    whole = one_page(
        text_content(["AB CD"] * 20), others={5: b"<</Length %d>>stream\n%s\nendstream" % (len(table), table)}
    )
    (page,) = _taken(whole.replace(b"/Type/Font/Subtype/Type1/BaseFont/Courier", font))
    assert len(page.lines) == 20 and all(line.text.endswith("B CD") for line in page.lines)


@pytest.mark.parametrize(
    "head",
    [
        {},
        {"state": "text", "lines": None},
        {"state": "text", "lines": ["x"]},
        {"state": "text", "lines": [["x", False, [0, 0, 0, "1"]]]},
        {"state": "text", "lines": [["x", 1, None]]},
        {"state": "other", "lines": []},
    ],
)
def test_what_is_no_page_is_told_from_one(head: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any
        heard(Reply(head, (b"", b"")))


def test_a_page_comes_out_as_it_went_in() -> None:
    page = PageFound(
        State.PICTURE, (TextLine("A", doubtful=True, box=(0, 0.5, 1, 1)), TextLine("B")), b"shown", b"read"
    )
    assert heard(told(page)) == page


def test_the_picture_job_reads_until_there_are_no_more() -> None:
    pytest.importorskip("numpy")
    asked = Reply({"reader": cell_jobs.__name__, "engine": "rapid"})
    pictures = [saved(Image.new("RGB", (30, 40), shade)) for shade in ("white", "black")]
    coming = iter([Reply({}, (picture,)) for picture in pictures])

    def hear() -> Reply:
        if (reply := next(coming, None)) is None:
            raise BrokenFrame
        return reply

    picture_job.prepare(asked)
    loaded, white, black = picture_job.read(asked, hear)
    assert loaded.head == {"loaded": True}
    assert white.head["lines"][0][0].startswith("rapid 30 40") and white.head["trouble"] is None
    assert black.head["trouble"] == "too_dark"
    assert picture_reader.READER == "petitions.rapsheet.pictures.reading"


def test_what_is_warmed_up_is_a_page_that_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming.gc, "freeze", lambda: None)
    monkeypatch.setattr(warming, "_ROUNDS", 1)
    warming.warm_up()
    (page,) = _taken(warming._FILE)
    assert page.state is State.TEXT and len(page.lines) > 50


@pytest.mark.parametrize(
    ("name", "values", "expected"),
    [
        ("echo", {"say": "a"}, {"said": "a"}),
        ("refuse", {"code": "no_pages"}, {"unreadable": "no_pages"}),
        ("forget", {}, {"unreadable": "too_much_memory"}),
    ],
)
def test_one_job_is_done_behind_closed_doors(
    name: str, values: dict[str, str], expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    monkeypatch.setattr(work, "limit_use", lambda **_limits: done.append("limits"))
    monkeypatch.setattr(work, "close_doors", lambda: done.append("doors"))
    jobs = "tests.rapsheet.cell_jobs"
    job = {"work": f"{jobs}:{name}", "prepare": f"{jobs}:prepare", "processor_seconds": 1, "own_data": 1}
    ours, theirs = socket.socketpair()
    held, leash = socket.socketpair()
    with ours, theirs, held, leash:
        socket.send_fds(ours, [b"l"], [leash.fileno()])
        send_reply(ours, Reply({"job": job, **values}))
        ours.shutdown(socket.SHUT_WR)
        try:
            work.work(theirs)
        except BrokenFrame:
            assert name == "echo", "which waits for more"
        assert receive_reply(ours).head == {"here": True}
        assert receive_reply(ours).head == expected
        _let_the_leash_be(leash)
    assert done == ["limits", "doors"]


def _let_the_leash_be(leash: socket.socket) -> None:
    """Undo in this process what would end it when the leash is let go."""
    fcntl.fcntl(leash, fcntl.F_SETFL, fcntl.fcntl(leash, fcntl.F_GETFL) & ~os.O_ASYNC)


def test_who_comes_too_late_for_the_leash_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[int] = []
    monkeypatch.setattr(fences.os, "_exit", ended.append)
    before = signal.signal(signal.SIGIO, signal.SIG_IGN)
    try:
        held, leash = socket.socketpair()
        with leash:
            held.close()
            fences.end_when_let_go(leash.fileno())
    finally:
        signal.signal(signal.SIGIO, before)
    assert ended == [0]
