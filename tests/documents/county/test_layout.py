"""The papers of a county review by the ruler: rules of court, any length, structure, and the same in both lanes."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from petitions.documents.bulk.lane import BulkLane
from petitions.documents.bulk.letters import NeedsFullRender
from petitions.documents.files import PlannedFile
from petitions.documents.packet import Paper
from petitions.documents.pages import page
from petitions.documents.render import lay_out
from petitions.exchange.county_run.printing import joined, print_list
from petitions.law.terms import Prefix, Relief
from tests.documents import test_rules_of_court as rules
from tests.documents.bulk.looked_at import NEAR, difference, farthest
from tests.documents.county.county_samples import a_case, a_count, an_office, court_papers, papers, printed
from tests.documents.ruler import INCH, sheets
from tests.documents.structure import CHECKS, only_counts_are_tables
from tests.documents.tagged import out_of_order, pieces
from tests.documents.test_any_length import LONG, LONG_ADDRESS, faults_of, overlapping
from tests.documents.verapdf.engine import verdicts

RULES = (
    rules.test_rule_2_103_the_sheet_is_eight_and_a_half_by_eleven_inches,
    rules.test_rule_2_104_the_type_is_at_least_12_points,
    rules.test_rule_2_105_the_type_is_a_serif_face_like_times_new_roman,
    rules.test_rule_2_106_the_type_is_black,
    rules.test_rule_2_107_an_inch_is_free_on_the_left_and_half_an_inch_on_the_right,
    rules.test_rule_2_108_the_lines_are_double_spaced,
    rules.test_rule_2_108_the_lines_are_numbered_from_1_on_every_page,
    rules.test_rule_2_108_there_are_three_numbers_to_the_inch_evenly_spaced,
    rules.test_rule_2_108_every_number_is_level_with_its_line,
    rules.test_rule_2_108_a_line_from_top_to_bottom_parts_numbers_and_text,
    rules.test_rule_2_109_the_pages_are_numbered_from_1_in_arabic_numerals,
    rules.test_rule_2_110_a_printed_line_and_the_title_in_10_points_stand_below_the_page_number,
    rules.test_rule_2_111_2_the_right_half_of_lines_1_to_7_is_the_clerks,
    rules.test_rule_2_111_3_the_courts_title_stands_on_line_8,
    rules.test_rule_2_115_nothing_stands_where_the_two_holes_are_punched,
)
COUNTS = (a_count(), a_count(section="11357", relief=Relief.MISDEMEANOR), a_count(conviction_date=None))
CASES = [a_case(*COUNTS[: 1 + number % 3], case_number=f"BA{number}") for number in range(30)]
PLEADINGS = {**papers(a_case(*COUNTS)), **dict(list(court_papers(*CASES).items())[:2])}
LISTS = {kind: paper for kind, paper in court_papers(*CASES).items() if kind not in PLEADINGS}
LONG_OFFICE = an_office(
    name="Sample, Test & Example " * 7, attorney=LONG.strip(), mailing_address=LONG_ADDRESS
)
VALUES: dict[str, dict[str, Any]] = {
    "a long name": {"name": LONG},
    "a name of the file that is long": {"name": f"{LONG.upper()},{LONG.upper()}"},
    "a name without a break": {"name": "W" * 200},
    "a long case number": {"case_number": "BA-1234567890-" * 12},
    "a long court": {"court": "Courthouse of the Seven Hills " * 6},
}


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("kind", PLEADINGS)
def test_a_pleading_keeps_the_rules_of_court(
    kind: str, rule: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = PLEADINGS[kind]
    measured = sheets(printed(paper))
    monkeypatch.setattr(rules, "paper", lambda *_: measured)
    monkeypatch.setattr(rules, "title", lambda *_: paper.title)
    rule("county", kind)


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_is_of_black_type_of_12_points_within_its_margins(kind: str) -> None:
    [sheet] = sheets(printed(LISTS[kind]))
    assert sheet.size == (8.5 * INCH, 11 * INCH)
    assert min(word["size"] for word in sheet.words) >= 12
    assert min(word["x0"] for word in sheet.words) >= INCH
    assert max(word["x1"] for word in sheet.words) <= 8 * INCH
    assert max(word["bottom"] for word in sheet.words) <= 10.6 * INCH


@pytest.mark.parametrize("kind", [*PLEADINGS, *LISTS])
def test_a_paper_is_sound_for_a_screen_reader(kind: str) -> None:
    paper = {**PLEADINGS, **LISTS}[kind]
    checks = [check for check in CHECKS if kind in PLEADINGS or check is not only_counts_are_tables]
    content = printed(paper)
    with pikepdf.open(io.BytesIO(content)) as file:
        assert [problem for check in checks for problem in check(file)] == []
    assert list(out_of_order(pieces(content))) == []


@pytest.mark.long
@pytest.mark.parametrize("name", VALUES)
def test_long_values_are_neither_cut_nor_on_top_of_one_another(name: str) -> None:
    case = a_case(*COUNTS, **VALUES[name])
    for paper in papers(case, office=LONG_OFFICE).values():
        assert list(faults_of(pieces(printed(paper)))) == []


@pytest.mark.parametrize("amount", [1, 3, 9, 20, pytest.param(60, marks=pytest.mark.long)])
def test_any_number_of_counts(amount: int) -> None:
    for paper in papers(a_case(*COUNTS * (amount // 3), *COUNTS[: amount % 3])).values():
        assert list(faults_of(pieces(printed(paper)))) == []


@pytest.mark.long
@pytest.mark.parametrize("name", VALUES)
def test_a_page_of_a_list_holds_what_was_put_on_it(name: str) -> None:
    cases = [a_case(*COUNTS, **{"case_number": f"BA{number}", **VALUES[name]}) for number in range(9)]
    for kind, paper in court_papers(*cases).items():
        if not kind.startswith("bulk"):
            assert lay_out(page(paper)).page_count == 1
            said = pieces(printed(paper))
            assert list(overlapping(said)) == []


def test_a_long_subdivision_does_not_make_a_page_run_over() -> None:
    counts = [a_count(section="11360", subdivision="a)(3)(" * 12, prefix=Prefix.ATTEMPT)] * 9
    usual = [a_count(section="11360", subdivision="a", prefix=Prefix.ATTEMPT)] * 17
    for kind, paper in court_papers(a_case(*counts), a_case(*usual, case_number="BA2")).items():
        if not kind.startswith("bulk"):
            assert lay_out(page(paper)).page_count == 1
    [first] = [paper for kind, paper in court_papers(a_case(*usual)).items() if kind.startswith("list")]
    assert in_bulk(first)


NAMES = st.text(
    st.characters(codec="utf-8", categories=("Lu", "Ll", "Zs", "Pd", "Nd")), min_size=1, max_size=90
)


@settings(max_examples=15, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=25))
def test_no_name_makes_a_page_run_over(names: list[str]) -> None:
    cases = [a_case(name=name, case_number=f"BA{number}") for number, name in enumerate(names)]
    for kind, paper in court_papers(*cases).items():
        if kind.startswith("list"):
            assert lay_out(page(paper)).page_count == 1


@pytest.mark.long
@pytest.mark.parametrize("kind", [*PLEADINGS, *LISTS])
def test_the_bulk_lane_prints_the_same(kind: str) -> None:
    paper = {**PLEADINGS, **LISTS}[kind]
    [made] = in_bulk(paper)
    full = printed(paper)
    assert farthest(made, full) <= NEAR and difference(made, full) <= 0.0005


def test_names_of_the_states_file_do_not_need_the_full_lane() -> None:
    for name in ("RODRIGUEZ EXAMPLE,GUADALUPE ANN", "FERNANDEZ DE LA MUESTRA,MARIA G", "EXAMPLE,JO"):
        for paper in (*papers(a_case(name=name)).values(), *court_papers(a_case(name=name)).values()):
            in_bulk(paper)


def test_what_no_slot_holds_needs_the_full_lane() -> None:
    with pytest.raises(NeedsFullRender):
        in_bulk(papers(a_case(name="W" * 60))["motion"])


def in_bulk(paper: Paper) -> list[bytes]:
    made = BulkLane().print_files([PlannedFile("one", (paper,), "en", is_packet=False)])
    return [one.content for one in made.values()]


@pytest.mark.long
def test_a_joined_list_has_every_page_once() -> None:
    cases = [a_case(*COUNTS, case_number=f"BA{number}") for number in range(150)]
    cases[40] = a_case(case_number="BA40", name=LONG)
    lists = [paper for kind, paper in court_papers(*cases).items() if kind.startswith("list")]
    whole = joined(print_list([paper.content for paper in lists], title="List of cases", shelf=None))
    assert whole.page_count == len(lists) > 25
    text = " ".join(one.text for one in pieces(whole.content))
    assert all(f"Page {number} of {len(lists)}" in text for number in range(1, len(lists) + 1))
    with pikepdf.open(io.BytesIO(whole.content)) as file:
        assert [one for check in CHECKS if check is not only_counts_are_tables for one in check(file)] == []


@pytest.mark.long
def test_every_paper_passes_verapdf(tmp_path: Any) -> None:
    files = []
    for kind, paper in {**PLEADINGS, **LISTS}.items():
        for lane, content in (("full", printed(paper)), ("bulk", in_bulk(paper)[0])):
            files.append(tmp_path / f"{kind}-{lane}.pdf")
            files[-1].write_bytes(content)
    contents = [paper.content for paper in LISTS.values()]
    files.append(tmp_path / "joined.pdf")
    files[-1].write_bytes(joined(print_list(contents, title="List", shelf=None)).content)
    found = verdicts(files)
    assert {str(path): found[path].broken for path in files if not found[path].passes} == {}
