"""Who gets which paper, in which order, and that each paper begins on the front of a sheet."""

from __future__ import annotations

import io

import pikepdf
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from petitions.clinic.papers import packets_for
from petitions.clinic.printing.plan import Options, copies_of, options_of
from petitions.clinic.printing.selection import selected, wanted
from petitions.clinic.summaries import summary
from petitions.documents.build import print_packets
from petitions.documents.bulk.stack import Sheet, stack
from petitions.documents.packet import Packets
from petitions.interview.answers import new_answers
from petitions.interview.screening import today
from tests.clinic.people import Member, answered, matter_of, office
from tests.clinic.printing.states import approved
from tests.pages.answered import three_filed

pytestmark = pytest.mark.django_db


@pytest.fixture
def member() -> Member:
    return office().member("reviewer")


def packets(member: Member) -> Packets:
    answers = answered()
    return packets_for(matter_of(member, answers=answers), answers, on=today())


@pytest.mark.parametrize(
    ("options", "papers"),
    [
        (
            Options(),
            "cover-sheet>petitioner petition>court proof-of-service>court proposed-order>court petition>prosecutor"
            " petition>petitioner proof-of-service>petitioner",
        ),
        (Options(prosecutor=0, petitioner=0), "petition>court proof-of-service>court proposed-order>court"),
        (Options(court=0, petitioner=0, prosecutor=2), "petition>prosecutor petition>prosecutor"),
        (
            Options(court=0, prosecutor=0),
            "cover-sheet>petitioner petition>petitioner proof-of-service>petitioner",
        ),
    ],
)
def test_each_gets_their_papers_in_order(member: Member, options: Options, papers: str) -> None:
    found = copies_of(packets(member), options)
    assert " ".join(f"{one.document}>{one.recipient}" for one in found) == papers


def test_options_are_kept_as_they_were_chosen() -> None:
    chosen = Options(kind="folders", order="name", separators=False, court=2)
    assert options_of(chosen.as_json()) == chosen


@hypothesis_settings(max_examples=15)
@given(choice=st.lists(st.integers(0, 3), min_size=1, max_size=7))
def test_every_paper_begins_on_the_front_of_a_sheet_and_nothing_is_lost(choice: list[int]) -> None:
    files = _files()
    sheets = [Sheet(f"paper {number}", files[one % len(files)][0]) for number, one in enumerate(choice)]
    stacked = stack(sheets, both_sides=True)
    pages = [files[one % len(files)][1] for one in choice]
    assert all(begin % 2 == 1 for begin in stacked.begins) and stacked.pages % 2 == 0
    assert stacked.pages == sum(one + one % 2 for one in pages)
    with pikepdf.open(io.BytesIO(stacked.content)) as pdf:
        assert len(pdf.pages) == stacked.pages
        assert len(pdf.Root.StructTreeRoot.K[0].K) == len(choice)
    assert stack(sheets, both_sides=False).pages == sum(pages)


_MADE: list[tuple[bytes, int]] = []


def _files() -> list[tuple[bytes, int]]:
    """Return the papers of a packet, made once."""
    if not _MADE:
        built = print_packets(packets(office().member("reviewer")))
        _MADE.extend((one.content, one.pages) for one in built.files if one.path.startswith("case-1/p"))
    return _MADE


def test_a_stack_within_a_stack_stays_tagged() -> None:
    inner = stack([Sheet("one", _files()[0][0]), Sheet("two", _files()[1][0])], both_sides=True)
    outer = stack([Sheet("1", inner.content), Sheet("2", inner.content)], both_sides=True)
    with pikepdf.open(io.BytesIO(outer.content)) as pdf:
        assert len(pdf.pages) == 2 * inner.pages and bool(pdf.Root.MarkInfo.Marked)


@pytest.mark.parametrize(
    ("is_empty", "is_approved", "is_changed", "without", "trouble"),
    [
        (False, True, False, False, ""),
        (False, False, False, False, "not_approved"),
        (False, False, False, True, ""),
        (False, True, True, False, "changed"),
        (False, True, True, True, ""),
        (True, False, False, True, "open"),
    ],
)
def test_what_stands_in_the_way_of_a_matter(
    member: Member, *, is_empty: bool, is_approved: bool, is_changed: bool, without: bool, trouble: str
) -> None:
    answers = new_answers() if is_empty else answered()
    matter = matter_of(member, answers=answers)
    if is_approved:
        approved(member, matter, {**answers, "same_case": {"c9": "c1"}} if is_changed else answers)
    assert wanted(matter, without_approval=without, on=today()).trouble == trouble


def test_people_are_called_in_the_order_of_the_hall(member: Member) -> None:
    first, second = matter_of(member, answers=answered(three_filed)), matter_of(member, answers=answered())
    second_answers = answered()
    second_answers["filing"]["name_on_case"] = "Zora Abel"
    third = matter_of(member, answers=second_answers)
    summaries = [one for one in map(summary, (third, second, first)) if one]

    def numbers(order: str) -> list[int]:
        found = selected(summaries, options=Options(order=order), without_approval=True, on=today())
        return [one.summary.matter.number for one in found]

    assert numbers("number") == [1, 2, 3]
    assert numbers("name")[0] == 3
    assert numbers("county") == [1, 2, 3]
