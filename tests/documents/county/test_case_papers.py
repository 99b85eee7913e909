"""What the papers of a county review say, and what they never say."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from petitions.documents.county.cases import Ground, Mover
from petitions.documents.county.list_pages import court_lines
from petitions.documents.county.words import GROUNDS, name_as_spoken
from petitions.law.terms import Level, Prefix, Relief
from tests.documents.county.county_samples import a_case, a_count, an_office, court_papers, papers, printed
from tests.documents.tagged import Piece, blocks, pieces

MISDEMEANOR = {"relief": Relief.MISDEMEANOR, "ground": Ground.LESSER_TODAY}


def words(content: bytes) -> str:
    """Return all that is said, in the order in which it is read."""
    return " ".join(" ".join(_of(block).split()) for block in blocks(pieces(content)))


def _of(block: tuple[Piece, ...]) -> str:
    """Put a space where a line of a block ends; runs on one line say their own."""
    text = ""
    for before, one in pairwise((None, *block)):
        is_new_line = before is not None and one is not None and one.left < before.right - 1
        text += f" {one.text}" if is_new_line and one else one.text if one else ""
    return text


def said(kind: str, *counts: Any, office: dict[str, Any] | None = None, **case: Any) -> str:
    return words(printed(papers(a_case(*counts, **case), office=an_office(**(office or {})))[kind]))


def test_a_motion_asks_for_each_count_what_was_decided() -> None:
    text = said("motion", a_count(), a_count(section="11360", subdivision="A", **MISDEMEANOR))
    assert "1 § 11359 September 30, 2003 felony dismiss and seal" in text
    assert "2 § 11360(a) September 30, 2003 felony misdemeanor" in text
    assert "Motion to Dismiss and Seal, and to Redesignate" in text
    assert "Case No. BA198765" in text and "MARIA EXAMPLE," in text and "Alhambra Courthouse" in text


@pytest.mark.parametrize("ground", Ground)
def test_a_motion_states_the_grounds_that_it_was_given_and_no_other(ground: Ground) -> None:
    relief = Relief.MISDEMEANOR if ground is Ground.LESSER_TODAY else Relief.DISMISS_SEAL
    text = said("motion", a_count(ground=ground, relief=relief))
    assert [one for one in Ground if GROUNDS[one] in text] == [ground]
    assert "§ 11361." in GROUNDS[ground]


def test_each_ground_names_its_counts() -> None:
    text = said("motion", a_count(), a_count(**MISDEMEANOR), a_count())
    assert f"Nos. 1 and 3: {GROUNDS[Ground.NOT_CHALLENGED]}" in text
    assert f"No. 2: {GROUNDS[Ground.LESSER_TODAY]}" in text


@pytest.mark.parametrize(
    ("counts", "title", "dismisses", "redesignates"),
    [
        ((a_count(),), "Motion to Dismiss and Seal (", True, False),
        ((a_count(**MISDEMEANOR),), "Motion to Redesignate (", False, True),
        ((a_count(), a_count(**MISDEMEANOR)), "Motion to Dismiss and Seal, and to Redesignate (", True, True),
    ],
)
def test_a_paper_speaks_only_of_what_is_asked(
    counts: Any, title: str, dismisses: bool, redesignates: bool
) -> None:
    motion, order = said("motion", *counts), said("order", *counts)
    assert title in motion
    assert ("“Dismiss and seal”:" in motion, "“Misdemeanor” or" in motion) == (dismisses, redesignates)
    assert ("is sealed" in order, "is redesignated" in order) == (dismisses, redesignates)


def test_what_is_not_known_is_a_visible_blank() -> None:
    text = said(
        "motion",
        a_count(conviction_date=None, level=None),
        office={"attorney": None, "bar_number": None, "mailing_address": None, "phone": None, "email": None},
        court=None,
    )
    assert "1 § 11359 __________ __________ dismiss and seal" in text
    assert "________________ (SBN ________)" in text and "Address: ________________" in text
    assert "Courthouse: __________" in text and "A blank stands for a fact" in text


def test_a_paper_never_says_that_a_sentence_is_completed_unless_the_record_does() -> None:
    assert "the sentence in this case is completed" in said("motion")
    unknown = said("motion", sentence=None)
    assert "does not say whether the sentence in this case is completed" in unknown
    assert "a hearing is asked for" in unknown


def test_a_public_defender_files_an_application_and_not_the_prosecutions_review() -> None:
    count = a_count(ground=Ground.PRESUMED)
    motion = said("motion", count, office={"mover": Mover.DEFENDER, "name": "Public Defender"})
    order = said("order", count, office={"mover": Mover.DEFENDER})
    assert "Application to Dismiss and Seal (Health & Saf. Code, § 11361.8, subds. (e) and (f))" in motion
    assert "Attorney for the Defense" in motion and "for the defense, asks" in motion
    assert "11361.9" not in motion + order and "People have" not in motion


def test_an_order_decides_nothing_before_the_court_does() -> None:
    text = said("order")
    assert text.count("☐") == 3 and "☒" not in text
    assert "Dated: ____________________" in text and "Judge of the Superior Court" in text


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("EXAMPLE,MARIA J", "MARIA J EXAMPLE"),
        ("EXAMPLE JR, MARIA", "MARIA EXAMPLE JR"),
        ("Maria Example", "Maria Example"),
        ("EXAMPLE,", "EXAMPLE,"),
        (",MARIA", ",MARIA"),
        ("EXAMPLE,MARIA,III", "EXAMPLE,MARIA,III"),
    ],
)
def test_a_caption_has_a_name_as_it_is_spoken(name: str, spoken: str) -> None:
    assert name_as_spoken(name) == spoken


def test_lists_are_in_the_order_in_which_courts_file() -> None:
    numbers = ("BA10", "A7", "BA9", "GA1", "ba2-01", "BA2", "7")
    lines = court_lines(a_case(case_number=one, name=f"EXAMPLE,{one}") for one in numbers)
    assert [line.case.case_number for line in lines] == ["7", "A7", "BA2", "ba2-01", "BA9", "BA10", "GA1"]
    assert [line.number for line in lines] == list(range(1, 8))


def test_a_bulk_motion_leads_to_its_exhibit_and_the_exhibit_to_its_grounds() -> None:
    cases = [a_case(case_number=f"BA{number}") for number in range(3)]
    cases.append(a_case(a_count(**MISDEMEANOR), a_count(), case_number="BA9", sentence=None))
    made = {kind: words(printed(paper)) for kind, paper in court_papers(*cases).items()}
    assert set(made) == {"bulk-motion", "bulk-order", "exhibit-1", "list-1"}
    assert "Case No. See Exhibit A" in made["bulk-motion"]
    assert "The Persons Listed in Exhibit A, Defendants." in made["bulk-motion"]
    for paper in ("bulk-motion", "bulk-order"):
        assert "In Exhibit A: Convictions: 5. Cases: 4." in made[paper]
    assert f"(c) {GROUNDS[Ground.NOT_CHALLENGED]}" in made["bulk-motion"]
    assert f"(b) {GROUNDS[Ground.LESSER_TODAY]}" in made["bulk-motion"]
    assert "4. BA9 EXAMPLE,MARIA § 11359 misdemeanor 09/30/2003 Ground (b)" in made["exhibit-1"]
    assert "5. BA9 EXAMPLE,MARIA § 11359 dismiss and seal 09/30/2003 Ground (c)" in made["exhibit-1"]
    assert "1. BA0 EXAMPLE,MARIA § 11359 dismiss and seal 09/30/2003 felony" in made["list-1"]
    assert "does not say of each person" in made["bulk-motion"]


def test_attempts_and_letters_stand_with_their_sections() -> None:
    count = a_count(section="11360", subdivision="(A)", prefix=Prefix.ATTEMPT, level=Level.MISDEMEANOR)
    assert "§ 11360(a) (attempt)" in said("order", count)
