"""How facts read in print: the prayer, dates, sections, and how many lines a text needs."""

from __future__ import annotations

from datetime import date

import pytest

from petitions.documents.forms.fitting import lines_needed
from petitions.documents.forms.petition import Petition
from petitions.documents.packet import Packets
from petitions.law.facts import Span
from petitions.law.terms import Level, Prefix, Relief, Track
from tests.documents.printed_pages import page_words, pdf
from tests.documents.samples import a_conviction, a_determination, a_filing, packets


def the_petition(made: Packets, *, case: int = 0) -> Petition:
    content = made.cases[case].papers[1].content
    assert isinstance(content, Petition)
    return content


def requests(made: Packets) -> list[str]:
    return list(the_petition(made).requests)


SEAL = "dismissal and sealing, as legally invalid"
INSTEAD = "in the alternative, redesignation as"


@pytest.mark.parametrize(
    ("track", "floor", "ceiling", "level", "expected"),
    [
        ("E", "DISMISS_SEAL", "DISMISS_SEAL", "felony", [SEAL]),
        ("E", "MISDEMEANOR", "MISDEMEANOR", "felony", ["redesignation as a misdemeanor"]),
        ("E", "INFRACTION", "INFRACTION", "misdemeanor", ["redesignation as an infraction"]),
        (
            "E",
            "MISDEMEANOR",
            "DISMISS_SEAL",
            "felony",
            [SEAL, f"{INSTEAD} an infraction", "failing that, redesignation as a misdemeanor"],
        ),
        ("E", "NONE", "DISMISS_SEAL", "misdemeanor", [SEAL, f"{INSTEAD} an infraction"]),
        ("E", "NONE", "DISMISS_SEAL", "infraction", [SEAL]),
        ("E", "NONE", "MISDEMEANOR", None, ["redesignation as a misdemeanor"]),
        (
            "E",
            "MISDEMEANOR",
            "INFRACTION",
            "felony",
            ["redesignation as an infraction", "failing that, redesignation as a misdemeanor"],
        ),
        (
            "A",
            "MISDEMEANOR",
            "MISDEMEANOR",
            "felony",
            ["recall of sentence and resentencing as a misdemeanor"],
        ),
        (
            "A",
            "MISDEMEANOR",
            "DISMISS_SEAL",
            "felony",
            [
                "recall of sentence and dismissal as legally invalid",
                "in the alternative, resentencing as an infraction",
                "failing that, resentencing as a misdemeanor",
            ],
        ),
        (
            "A",
            "DISMISS_SEAL",
            "DISMISS_SEAL",
            "felony",
            ["recall of sentence and dismissal as legally invalid"],
        ),
        ("M", "INFRACTION", "INFRACTION", "felony", ["redesignation as an infraction"]),
        (
            "M",
            "INFRACTION",
            "DISMISS_SEAL",
            "felony",
            ["dismissal, as legally invalid", f"{INSTEAD} an infraction"],
        ),
    ],
)
def test_the_prayer_asks_for_the_best_and_names_the_rest(
    track: str, floor: str, ceiling: str, level: str | None, expected: list[str]
) -> None:
    whole = {"E": Track.APPLICATION_E, "A": Track.PETITION_A, "M": Track.JUVENILE_M}[track]
    made = packets(
        convictions=(a_conviction(level=Level(level) if level else None),),
        determinations=(a_determination(track=whole, floor=Relief[floor], ceiling=Relief[ceiling]),),
    )
    assert requests(made) == [f"No. 1: {line}." for line in expected]


def test_counts_with_the_same_relief_share_a_line() -> None:
    made = packets(
        convictions=tuple(a_conviction(f"c{number}") for number in range(1, 5)),
        determinations=(
            a_determination("c1"),
            a_determination("c2", floor=Relief.INFRACTION, ceiling=Relief.INFRACTION),
            a_determination("c3"),
            a_determination("c4"),
        ),
    )
    assert requests(made) == [f"Nos. 1, 3 and 4: {SEAL}.", "No. 2: redesignation as an infraction."]


@pytest.mark.parametrize(
    ("span", "printed"),
    [
        (Span(date(2005, 3, 2), date(2005, 3, 2)), "March 2, 2005"),
        (Span(date(2004, 2, 1), date(2004, 2, 29)), "February 2004"),
        (Span(date(1999, 1, 1), date(1999, 12, 31)), "1999"),
        (Span(date(1999, 1, 1), date(1999, 1, 31)), "January 1999"),
        (Span(date(1999, 1, 5), date(1999, 2, 5)), "January 5, 1999 to February 5, 1999"),
        (None, None),
    ],
)
def test_a_date_is_printed_as_far_as_it_is_known(span: Span | None, printed: str | None) -> None:
    made = packets(convictions=(a_conviction(offense_date=span),))
    assert the_petition(made).counts[0].offense_date == printed


@pytest.mark.parametrize(
    ("changes", "printed"),
    [
        ({}, "§ 11357(b)"),
        ({"subdivision": None}, "§ 11357"),
        ({"code": "PC", "section": "32", "subdivision": None}, "Pen. Code, § 32"),
        ({"code": None}, "____________ Code, § 11357(b)"),
        ({"section": None}, None),
        ({"code": "H & S", "section": "11360(a)", "subdivision": None}, "§ 11360(a)"),
        ({"code": "Health and Safety", "section": "§ 11357", "subdivision": "(C)"}, "§ 11357(c)"),
        ({"section": "11359", "subdivision": "b"}, "§ 11359"),
        ({"code": "PC", "section": "664/11359", "subdivision": None}, "§ 11359 (attempt)"),
        ({"section": "11531", "subdivision": None}, "§ 11531"),
        ({"prefix": Prefix.ACCESSORY}, "§ 11357(b) (accessory)"),
        ({"section": " ", "subdivision": None}, None),
    ],
)
def test_a_section_is_printed_as_it_is_known(changes: dict, printed: str | None) -> None:
    made = packets(convictions=(a_conviction(**changes),))
    assert the_petition(made).counts[0].section == printed


@pytest.mark.parametrize(
    "text", ["WWW MMM " * 8, "Nguyễn Thị Ánh " * 5, "jordan.sample@example.org " * 4, "x" * 150]
)
def test_a_text_never_needs_more_lines_than_counted(text: str) -> None:
    made = packets(filing=a_filing(name_on_case=text.strip(), mailing_address=None, phone=None, email=None))
    first = page_words(pdf(made), number=0)
    block = [word for word in first if word["x0"] > 100 and word["bottom"] < 240]
    printed = {round(word["bottom"]) for word in block}
    counted = sum(lines_needed(line, width=196) for line in the_petition(made).caption.party_lines)
    assert len(printed) <= counted
