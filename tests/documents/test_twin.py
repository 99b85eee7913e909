"""The twin of a paper: the same words in the same order, from the same template, fit to be read aloud."""

from __future__ import annotations

import html
import re
from itertools import pairwise

import pytest

from petitions.documents.packet import Packets
from petitions.documents.pages import twin
from petitions.law.terms import Level, Relief, Track
from tests.documents.printed_pages import body_text, pdf
from tests.documents.samples import (
    ATTORNEY,
    a_conviction,
    a_determination,
    a_filing,
    a_filing_case,
    on_track,
    packets,
)

PAPERS = {"cover-sheet": 0, "petition": 1, "proof-of-service": 2, "proposed-order": 3}
_FOOTER = "Keep this guide at home. Do not file it. ClearRecord is not a court and not a lawyer."


def with_blanks() -> Packets:
    """Return papers in which everything that may be left open is."""
    return packets(
        convictions=(a_conviction(case_number=None, level=None, offense_date=None, conviction_date=None),),
        filing=a_filing(a_filing_case(case_number=None), mailing_address=None, phone=None),
    )


def for_a_lawyer() -> Packets:
    return packets(
        convictions=(a_conviction(), a_conviction("c2", section="11359", level=Level.FELONY)),
        determinations=(
            a_determination(),
            a_determination("c2", floor=Relief.MISDEMEANOR, ceiling=Relief.DISMISS_SEAL),
        ),
        filing=a_filing(attorney=ATTORNEY, name_now="Maria Now", other_names=("M. Sample",)),
    )


SAMPLES = {
    "application": packets,
    "petition": lambda: on_track(Track.PETITION_A),
    "juvenile": lambda: on_track(Track.JUVENILE_M, floor=Relief.INFRACTION, ceiling=Relief.INFRACTION),
    "blanks": with_blanks,
    "lawyer": for_a_lawyer,
}


def said(words: str) -> str:
    """Return the words of a twin, with what a screen reader says."""
    without_signs = re.sub(r'<span aria-hidden="true">.</span>', "", words)
    return html.unescape(re.sub(r"<[^>]+>", " ", without_signs))


def bare(words: str) -> str:
    """Return words without spaces, blanks, and the signs or words of boxes and lists."""
    return re.sub(r"[\s_☐☒•]|\(blank\)|\bnot marked:|\bmarked:", "", words)


@pytest.mark.parametrize("document", PAPERS)
@pytest.mark.parametrize("sample", SAMPLES)
def test_a_twin_says_what_the_paper_prints_in_its_order(sample: str, document: str) -> None:
    made = SAMPLES[sample]()
    paper = made.cases[0].papers[PAPERS[document]]
    spoken = said(twin(paper)).replace(_FOOTER, "")
    assert bare(spoken) == bare(body_text(pdf(made, document)))


def test_blanks_and_boxes_are_words() -> None:
    spoken = " ".join(said(twin(with_blanks().cases[0].papers[1])).split())
    assert "Case No. (blank)" in spoken and "Dated: (blank)" in spoken
    assert "marked: § 11357 not marked: § 11358" in spoken
    assert not re.search(r"_{2}|☐|☒", spoken)


def test_in_a_spanish_guide_blanks_are_spanish() -> None:
    made = packets(
        filing=a_filing(a_filing_case(case_number=None)),
        convictions=(a_conviction(case_number=None),),
        language="es",
    )
    assert "(en blanco)" in twin(made.cases[0].papers[0])
    assert "(blank)" in twin(made.cases[0].papers[1])


def test_underscores_inside_a_typed_word_are_no_blank() -> None:
    made = packets(filing=a_filing(email="ma____ria@example.org"))
    assert "ma____ria@example.org" in twin(made.cases[0].papers[1])


def test_headings_go_one_level_below_that_of_the_page() -> None:
    for paper in packets().cases[0].papers:
        levels = [int(level) for level in re.findall(r"<h(\d)", twin(paper))]
        assert levels[0] == 2 and min(levels) == 2
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_twin_ends_with_what_stands_at_the_foot_of_the_guide() -> None:
    assert _FOOTER in " ".join(said(twin(packets().cases[0].papers[0])).split())[-300:]
