"""The files themselves: tags, language, title, fonts, the same bytes again, and nothing fetched."""

from __future__ import annotations

import builtins
import hashlib
import io
import itertools
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from weasyprint.urls import FatalURLFetchingError

from petitions.documents.build import print_packets
from petitions.documents.pages import Page, page
from petitions.documents.pdfium import opened_pdf
from petitions.documents.render import MissingLetters, lay_out, render
from petitions.law.terms import Track
from tests.documents.printed_pages import elements, pdf
from tests.documents.samples import a_conviction, a_determination, a_filing, a_filing_case, on_track, packets

ALL_PAPERS = ("cover-sheet", "petition", "proof-of-service", "proposed-order")
TRACKS = (Track.APPLICATION_E, Track.PETITION_A, Track.JUVENILE_M)


@cache
def two_cases(language: str = "en") -> dict[str, bytes]:
    made = packets(
        convictions=(a_conviction("c1"), a_conviction("c2", county="Alameda", case_number="H2")),
        determinations=(a_determination("c1"), a_determination("c2")),
        filing=a_filing(a_filing_case(), a_filing_case(county="Alameda", case_number="H2")),
        language=language,
    )
    return {file.path: file.content for file in print_packets(made).files}


@pytest.mark.parametrize("paper", ALL_PAPERS)
@pytest.mark.parametrize("track", TRACKS)
def test_every_paper_is_tagged_and_names_its_language_and_title(track: Track, paper: str) -> None:
    with pikepdf.open(io.BytesIO(pdf(on_track(track), paper))) as opened:
        root = opened.Root
        assert root.MarkInfo.Marked is True or str(root.MarkInfo.Marked) == "true"
        assert "/StructTreeRoot" in root and str(root.Lang) == "en"
        assert str(opened.docinfo["/Title"])
        with opened.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"]


def _is_font(one: pikepdf.Dictionary) -> bool:
    return "/Type" in one and one.Type == "/FontDescriptor"


def test_the_fonts_are_ours_and_no_other() -> None:
    with pikepdf.open(io.BytesIO(two_cases()["all.pdf"])) as opened:
        fonts = [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and _is_font(one)]
        names = {str(one.FontName).split("+")[1] for one in fonts}
    assert all(name.startswith(("Noto-Serif", "Noto-Sans", "DejaVu-Sans")) for name in names), names


def test_letters_that_no_font_has_are_refused_and_never_printed_as_boxes() -> None:
    with pytest.raises(MissingLetters):
        pdf(packets(filing=a_filing(name_on_case="Maria \U000f1234")))


@pytest.mark.parametrize("paper", ALL_PAPERS)
def test_headings_start_at_one_and_skip_no_level(paper: str) -> None:
    levels = [int(one.kind[1]) for one in elements(pdf(packets(), paper)) if one.kind in ("H1", "H2", "H3")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("paper", ["petition", "proposed-order"])
def test_header_cells_have_a_scope_and_every_cell_points_to_its_header(paper: str) -> None:
    found = elements(pdf(packets(), paper))
    headers = [one for one in found if one.kind == "TH"]
    assert [one.scope for one in headers] == ["Column"] * 5
    cells = [one for one in found if one.kind == "TD"]
    assert [one.headers for one in cells] == [(header.id,) for header in headers]


def test_a_merged_file_keeps_every_papers_tags() -> None:
    files = two_cases()
    for folder in ("case-1", "case-2"):
        apart = [one.kind for paper in ALL_PAPERS for one in elements(files[f"{folder}/{paper}.pdf"])[1:]]
        assert [one.kind for one in elements(files[f"{folder}/packet.pdf"])[1:]] == apart
    together = [
        one.kind for folder in ("case-1", "case-2") for one in elements(files[f"{folder}/packet.pdf"])[1:]
    ]
    assert [one.kind for one in elements(files["all.pdf"])[1:]] == together


def test_header_names_are_not_shared_in_a_merged_file() -> None:
    names = [one.id for one in elements(two_cases()["all.pdf"]) if one.kind == "TH"]
    assert len(names) == len(set(names)) == 20


def test_the_english_papers_of_a_spanish_packet_say_that_they_are_english() -> None:
    content = two_cases("es")["case-1/packet.pdf"]
    with pikepdf.open(io.BytesIO(content)) as opened:
        assert str(opened.Root.Lang) == "es"
        tops = list(opened.Root.StructTreeRoot.K[0].K)
        languages = [str(one.Lang) if "/Lang" in one else None for one in tops]
    assert languages[0] is None and languages[-1] == "en"
    assert languages == sorted(languages, key=lambda one: one == "en")


def test_page_numbers_start_again_with_each_paper() -> None:
    foot = {"left": 100, "right": 600, "top": 792 - 745, "bottom": 792 - 760}
    with opened_pdf(two_cases()["all.pdf"]) as opened:
        feet = [one.get_textpage().get_text_bounded(**foot).strip() for one in opened]
    assert [one for one in feet if one.isdigit()] == ["1", "2"] * 6


def test_every_page_is_letter_paper() -> None:
    with pikepdf.open(io.BytesIO(two_cases()["all.pdf"])) as opened:
        assert {tuple(float(edge) for edge in one.mediabox) for one in opened.pages} == {(0, 0, 612, 792)}


def test_the_same_input_gives_the_same_bytes() -> None:
    assert two_cases.__wrapped__() == two_cases()


def test_another_process_gives_the_same_bytes() -> None:
    script = (
        "import django; django.setup()\n"
        "import hashlib\n"
        "from tests.documents.test_tags import two_cases\n"
        "print(hashlib.sha256(repr(sorted(two_cases().items())).encode()).hexdigest())\n"
    )
    here = hashlib.sha256(repr(sorted(two_cases().items())).encode()).hexdigest()
    root = Path(__file__).parents[2]
    path = os.pathsep.join(filter(None, [str(root), os.environ.get("PYTHONPATH")]))
    there = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": path},
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert there.stdout.strip() == here


@pytest.mark.parametrize(
    "markup",
    [
        '<img alt="x" src="https://example.invalid/x.png">',
        '<link rel="stylesheet" href="http://example.invalid/x.css">',
        '<link rel="attachment" href="file:///etc/hostname">',
        '<p style="background: url(data:image/png;base64,AAAA)">x</p>',
        '<object data="file:///etc/hostname" type="image/png"></object>',
    ],
)
def test_the_fetcher_refuses_everything(markup: str) -> None:
    bad = Page(html=f'<html lang="en"><title>x</title>{markup}</html>', css="", title="x", language="en")
    with pytest.raises(FatalURLFetchingError):
        render(bad)


@pytest.fixture
def _no_files(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was opened while laying out")

    monkeypatch.setattr(builtins, "open", refuse)


def test_nothing_is_opened_while_a_paper_is_laid_out(request: pytest.FixtureRequest) -> None:
    paper = packets().cases[0].papers[1]
    prepared = page(paper)
    lay_out(prepared)
    request.getfixturevalue("_no_files")
    lay_out(prepared)


def test_no_log_repeats_what_is_printed(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(MissingLetters):
        pdf(packets(filing=a_filing(name_on_case="Maria \U000f1234")))
    assert caplog.records == []
