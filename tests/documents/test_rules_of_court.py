"""Rules 2.100 to 2.119 by the ruler: one test for each thing that they ask of a paper and that print can show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from petitions.documents.pages import page
from petitions.documents.render import render
from tests.documents.every_paper import COURT_PAPERS, built
from tests.documents.ruler import INCH, LINE, Sheet, sheets

CASES = ("APPLICATION_E-en", "PETITION_A-en", "JUVENILE_M-en", "blanks-en", "lawyer-en")
BLACK = ((0.0, 0.0, 0.0), (0.0,))
BOXES = "☐☒"
LEFT_RULE, RIGHT_RULE, TEXT = 95.0, 575.0, 108.0
TITLES = {
    "petition": {
        "A": "Application to Redesignate, or to Dismiss and Seal",
        "P": "Petition to Recall Sentence, and to Resentence or Dismiss",
        "J": "Request to Reduce or Dismiss a Juvenile Marijuana Offense",
    },
    "proposed-order": {
        "A": "[Proposed] Order on Application",
        "P": "[Proposed] Order on Petition",
        "J": "[Proposed] Order on Juvenile Request",
    },
    "proof-of-service": dict.fromkeys("APJ", "Proof of Service"),
}


def paper(case: str, document: str) -> tuple[Sheet, ...]:
    file = built(case).file(f"case-1/{document}.pdf")
    assert file is not None
    return sheets(file.content)


def title(case: str, document: str) -> str:
    return TITLES[document].get(case[0], TITLES[document]["A"])


def text(words: Any) -> str:
    return " ".join(str(word["text"]) for word in words)


every_paper = pytest.mark.parametrize(
    ("case", "document"), [(case, document) for case in CASES for document in COURT_PAPERS]
)


@every_paper
def test_rule_2_103_the_sheet_is_eight_and_a_half_by_eleven_inches(case: str, document: str) -> None:
    assert {sheet.size for sheet in paper(case, document)} == {(8.5 * INCH, 11 * INCH)}


@every_paper
def test_rule_2_104_the_type_is_at_least_12_points(case: str, document: str) -> None:
    for sheet in paper(case, document):
        assert min(word["size"] for word in (*sheet.numbers, *sheet.body, sheet.foot[0])) >= 12


@every_paper
def test_rule_2_105_the_type_is_a_serif_face_like_times_new_roman(case: str, document: str) -> None:
    for sheet in paper(case, document):
        words = [word for word in sheet.words if word["text"] not in BOXES]
        faces = {word["fontname"].partition("+")[2] for word in words}
        assert faces <= {"Noto-Serif", "Noto-Serif-Bold"}


@every_paper
def test_rule_2_106_the_type_is_black(case: str, document: str) -> None:
    for sheet in paper(case, document):
        assert {tuple(word["non_stroking_color"]) for word in sheet.words} <= set(BLACK)


@every_paper
def test_rule_2_107_an_inch_is_free_on_the_left_and_half_an_inch_on_the_right(
    case: str, document: str
) -> None:
    for sheet in paper(case, document):
        said = (*sheet.body, *sheet.foot)
        assert min(word["x0"] for word in said) >= INCH
        assert max(word["x1"] for word in said) <= 8.5 * INCH - INCH / 2
        assert sheet.ink(left=577.5, top=0, right=612, bottom=792) is None
        assert sheet.ink(left=0, top=0, right=52, bottom=792) is None


@every_paper
def test_rule_2_108_the_lines_are_double_spaced(case: str, document: str) -> None:
    for sheet in paper(case, document):
        lines = sorted({round(word["bottom"]) for word in _below_line_8(sheet) if word["text"] not in BOXES})
        gaps = [after - before for before, after in pairwise(lines) if after - before > 3]
        assert min(gaps, default=LINE) >= LINE - 3


@every_paper
def test_rule_2_108_the_lines_are_numbered_from_1_on_every_page(case: str, document: str) -> None:
    for sheet in paper(case, document):
        assert [word["text"] for word in sheet.numbers] == [str(number) for number in range(1, 29)]


@every_paper
def test_rule_2_108_there_are_three_numbers_to_the_inch_evenly_spaced(case: str, document: str) -> None:
    for sheet in paper(case, document):
        places = [word["bottom"] for word in sheet.numbers]
        assert all(abs(after - before - INCH / 3) < 0.05 for before, after in pairwise(places))


@every_paper
def test_rule_2_108_every_number_is_level_with_its_line(case: str, document: str) -> None:
    for sheet in paper(case, document):
        places = [word["bottom"] for word in sheet.numbers]
        for word in _below_line_8(sheet):
            assert min(abs(word["bottom"] - place) for place in places) < 1.6, word["text"]


@every_paper
def test_rule_2_108_a_line_from_top_to_bottom_parts_numbers_and_text(case: str, document: str) -> None:
    for sheet in paper(case, document):
        numbers = max(word["x1"] for word in sheet.numbers)
        for top in range(0, 792, 12):
            found = sheet.ink(left=numbers + 2, top=top, right=TEXT - 2, bottom=top + 12)
            assert found is not None and found[3] - found[1] > 11.5
            assert numbers < found[0] and found[2] < TEXT


@every_paper
def test_rule_2_109_the_pages_are_numbered_from_1_in_arabic_numerals(case: str, document: str) -> None:
    for sheet in paper(case, document):
        assert sheet.foot[0]["text"] == str(sheet.number)


@every_paper
def test_rule_2_110_a_printed_line_and_the_title_in_10_points_stand_below_the_page_number(
    case: str, document: str
) -> None:
    for sheet in paper(case, document):
        number, *below = sheet.foot
        line = sheet.ink(
            left=TEXT, top=number["bottom"], right=567, bottom=min(one["top"] for one in below) + 1
        )
        assert line is not None and line[2] - line[0] > 450
        assert text(below) == title(case, document)
        assert min(one["size"] for one in below) >= 10


@every_paper
def test_rule_2_111_2_the_right_half_of_lines_1_to_7_is_the_clerks(case: str, document: str) -> None:
    first = paper(case, document)[0]
    assert first.ink(left=4.25 * INCH, top=0, right=RIGHT_RULE, bottom=10 / 3 * INCH - 2) is None


@every_paper
def test_rule_2_111_3_the_courts_title_stands_on_line_8(case: str, document: str) -> None:
    first = paper(case, document)[0]
    assert first.on_line(8).startswith("SUPERIOR COURT OF CALIFORNIA, COUNTY OF ")
    title = next(word for word in first.body if first.line_of(word) == 8)
    assert title["top"] >= 10 / 3 * INCH and title["bottom"] <= 10 / 3 * INCH + LINE
    assert abs(title["bottom"] - first.numbers[7]["bottom"]) < 1


@every_paper
def test_rule_2_111_4_the_cases_title_stands_below_on_the_left(case: str, document: str) -> None:
    left = text(_half(paper(case, document)[0], is_left=True))
    juvenile = "In the Matter of Maria Example, a person who came under the Juvenile Court Law."
    adult = "THE PEOPLE OF THE STATE OF CALIFORNIA, Plaintiff, v. Maria Example, Defendant."
    assert left == (juvenile if case.startswith("JUVENILE") else adult)


@every_paper
def test_rule_2_111_5_to_8_number_nature_and_the_courts_blanks_stand_on_the_right(
    case: str, document: str
) -> None:
    right = text(_half(paper(case, document)[0], is_left=False))
    number = "____________________" if case.startswith("blanks") else "BA198765"
    assert right.startswith(f"Case No. {number} {title(case, document)} (Health & Saf. Code, § 11361.8, subd")
    assert right.endswith("Date: ____________ Time: ________ Dept.: ________ (court fills in)")


@pytest.mark.parametrize("document", COURT_PAPERS)
@pytest.mark.parametrize(
    ("case", "block"),
    [
        (
            "APPLICATION_E-en",
            "Maria Example 1200 Test Street, Apt 4 Oakland, CA 94612 Telephone: (510) 555-0100 "
            "E-mail: maria@example.org In Pro Per",
        ),
        (
            "lawyer-en",
            "Jordan Sample (SBN 123456) Sample Law 1200 Test Street, Apt 4 Oakland, CA 94612 "
            "Telephone: (510) 555-0199 E-mail: j@example.org Attorney for Applicant Maria Now",
        ),
        ("blanks-en", "Maria Example Address: ________________ ________________________ In Pro Per"),
    ],
)
def test_rule_2_111_1_who_files_begins_on_line_1_at_the_left(case: str, block: str, document: str) -> None:
    first = paper(case, document)[0]
    above = [word for word in first.body if word["bottom"] < 10 / 3 * INCH]
    assert text(above) == block
    assert first.line_of(above[0]) == 1 and abs(above[0]["x0"] - TEXT) < 1


@every_paper
def test_rule_2_115_nothing_stands_where_the_two_holes_are_punched(case: str, document: str) -> None:
    for sheet in paper(case, document):
        for centre in (4.25 * INCH - 1.25 * INCH, 4.25 * INCH + 1.25 * INCH):
            hole = {
                "left": centre - 12,
                "right": centre + 12,
                "top": 5 / 8 * INCH - 12,
                "bottom": 5 / 8 * INCH + 12,
            }
            assert sheet.ink(**hole) is None


@pytest.mark.long
@pytest.mark.parametrize(
    ("was", "becomes", "rule"),
    [
        (
            "size: 8.5in 11in",
            "size: 210mm 297mm",
            test_rule_2_103_the_sheet_is_eight_and_a_half_by_eleven_inches,
        ),
        (
            'html { font: 12pt/24pt "',
            'html { font: 11pt/24pt "',
            test_rule_2_104_the_type_is_at_least_12_points,
        ),
        (
            "font-size: 12pt; }\n.footer-title",
            "}\n.footer-title",
            test_rule_2_104_the_type_is_at_least_12_points,
        ),
        (
            'html { font: 12pt/24pt "Noto Serif", ',
            "html { font: 12pt/24pt ",
            test_rule_2_105_the_type_is_a_serif_face_like_times_new_roman,
        ),
        ("color: #000; }", "color: #00a; }", test_rule_2_106_the_type_is_black),
        (
            "margin: 72pt 45pt 48pt 108pt",
            "margin: 72pt 20pt 48pt 108pt",
            test_rule_2_107_an_inch_is_free_on_the_left_and_half_an_inch_on_the_right,
        ),
        ('html { font: 12pt/24pt "', 'html { font: 12pt/14pt "', test_rule_2_108_the_lines_are_double_spaced),
        ("\\A 28", "", test_rule_2_108_the_lines_are_numbered_from_1_on_every_page),
        (
            'font: 12pt/24pt "Noto Serif";',
            'font: 12pt/23pt "Noto Serif";',
            test_rule_2_108_there_are_three_numbers_to_the_inch_evenly_spaced,
        ),
        (
            "margin-bottom: 23.25pt",
            "margin-bottom: 30pt",
            test_rule_2_108_every_number_is_level_with_its_line,
        ),
        (
            "border-right: 3pt double #000",
            "border-right: 3pt solid #fff",
            test_rule_2_108_a_line_from_top_to_bottom_parts_numbers_and_text,
        ),
        ("counter(page)", "counter(pages)", test_rule_2_109_the_pages_are_numbered_from_1_in_arabic_numerals),
        (
            "border-top: 0.75pt solid #000",
            "border-top: 0.75pt solid #fff",
            test_rule_2_110_a_printed_line_and_the_title_in_10_points_stand_below_the_page_number,
        ),
        (
            ".party {",
            ".party { padding-left: 250pt;",
            test_rule_2_111_2_the_right_half_of_lines_1_to_7_is_the_clerks,
        ),
        (".party {", ".party { padding-top: 24pt;", test_rule_2_111_3_the_courts_title_stands_on_line_8),
        (
            "margin: 72pt 45pt",
            "margin: 36pt 45pt",
            test_rule_2_115_nothing_stands_where_the_two_holes_are_punched,
        ),
    ],
)
def test_each_rule_finds_a_paper_that_breaks_it(
    was: str, becomes: str, rule: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    good = page(built("APPLICATION_E-en").packets.cases[0].papers[1])
    assert was in good.css
    bad = sheets(render(replace(good, css=good.css.replace(was, becomes))))
    monkeypatch.setitem(globals(), "paper", lambda *_: bad)
    with pytest.raises((AssertionError, StopIteration, ValueError)):
        rule("APPLICATION_E-en", "petition")


def _below_line_8(sheet: Sheet) -> list[dict[str, Any]]:
    """Give the words whose lines must be level with the numbers; above, the numbers are evenly spaced instead."""
    top = 10 / 3 * INCH if sheet.number == 1 else 0
    return [word for word in sheet.body if word["top"] >= top]


def _half(first: Sheet, *, is_left: bool) -> list[dict[str, Any]]:
    """Give the words of one half of the caption: from "Case No." on, to the end of the longer half."""
    start = next(first.line_of(word) for word in first.body if text([word]) == "Case")
    end = next(first.line_of(word) for word in first.body if word["text"].startswith("Dept"))
    side: Callable[[dict[str, Any]], bool] = lambda word: (word["x0"] < 336) is is_left  # noqa: E731
    return [word for word in first.body if start <= first.line_of(word) <= end and side(word)]
