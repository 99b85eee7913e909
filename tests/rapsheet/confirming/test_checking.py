"""Checking a sheet: everything beside its lines, corrected, left out, added or not told; only that enters the answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from petitions.interview.answers import conviction_ids, conviction_of
from petitions.interview.questions import question_of
from petitions.rapsheet.confirming.choices import Choice, choices_of, keep_choice
from petitions.records.held.folder import Folder
from petitions.records.held.holding import hold
from petitions.records.held.models import HeldSheet
from petitions.records.reading import open_interview
from tests.rapsheet.handing.handed import (
    CANARY,
    FIRST_PAGE,
    SECOND_PAGE,
    hander,
    held_pages,
    open_to_everyone,
)

pytestmark = pytest.mark.django_db
AT = "/rap-sheet/check/"
NEXT = re.compile(r"/interview/(?:you|c\d+)/(?P<key>[a-z-]+)/")
FIELD = re.compile(r'<(?:input|select)[^>]* name="(?P<name>[a-z_0-9]+)"')
OTHER_NOTICES = (
    "CII/A99000099",
    "DOB/19700601 SEX/M RAC/WHITE",
    "NAM/01 SAMPLE,ALEX",
    "IDENTITY THEFT ALERT",
    "* * * *",
    *FIRST_PAGE[4:],
)


@pytest.fixture(autouse=True)
def place() -> Iterator[Path]:
    with open_to_everyone() as found:
        yield found


def holding(*pages: tuple[str, ...]) -> tuple[Client, Folder]:
    """Return a visitor whose sheet was read."""
    client = hander().client
    folder = hold(client.session["interview"])
    held_pages(folder, pages or (FIRST_PAGE, SECOND_PAGE))
    return client, folder


def shown(client: Client, name: str) -> dict[str, Any]:
    """Return what the form of one conviction would send as it stands."""
    response = client.get(f"{AT}{name}/")
    form = response.context["form"]
    sent: dict[str, Any] = {}
    for field in form.visible_fields():
        value = field.value()
        if field.field.widget.__class__.__name__ == "DateBoxes":
            parts = field.field.widget.decompress(value)
            sent |= {
                f"{field.name}_{box}": part for box, part in zip(("month", "day", "year"), parts, strict=True)
            }
        elif value not in (None, ""):
            sent[field.name] = value
    return sent


def confirm(client: Client, name: str, **changed: Any) -> str:
    """Confirm one conviction, with these values in place of what was read; return where that leads."""
    response = client.post(f"{AT}{name}/", {**shown(client, name), **changed})
    assert response.status_code == 302, response.context["form"].errors
    return str(response.headers["Location"])


def answers_of(client: Client) -> dict[str, Any]:
    opened = open_interview(client.session["interview"])
    assert opened is not None
    return opened.answers


def finish(client: Client) -> str:
    return str(client.post(f"{AT}finish/").headers["Location"])


def all_confirmed(client: Client) -> None:
    for name in ("c1", "c2", "c3"):
        confirm(client, name)
    client.post(f"{AT}you/", {**shown(client, "you"), "super_strike": "no"})


def test_marijuana_comes_first_then_exceptions_then_the_rest_folded() -> None:
    page = holding()[0].get(AT).content.decode()
    order = ["HS 11359", "HS 11357(b)", "HS 11358", "What the sheet says of you", "<details", "PC 459"]
    assert [page.index(one) for one in order] == sorted(page.index(one) for one in order)


def test_each_value_stands_with_its_line_and_the_line_is_marked() -> None:
    page = holding()[0].get(f"{AT}c1/").content.decode()
    assert 'value="HS 11359"' in page
    assert "Page 1, line 13: 11359 HS-POSSESS MARIJUANA FOR SALE" in page
    assert "<mark>20040102 CASC ALAMEDA CO</mark>" in page
    assert '<li value="11"><mark>' in page
    assert page.count("<rect ") >= 5
    assert 'href="/rap-sheet/pages/1/picture/"' in page
    assert "style=" not in page


def test_a_value_that_was_read_with_doubt_says_so() -> None:
    page = holding()[0].get(f"{AT}c3/").content.decode()
    assert page.count("Look closely here") >= 2
    assert "hard to read" in page


def test_checking_leads_from_one_to_the_next_and_back_to_the_list() -> None:
    client, _folder = holding()
    assert confirm(client, "c1") == f"{AT}c2/"
    assert client.post(f"{AT}c2/", {"leave-out": "1"}).headers["Location"] == f"{AT}c3/"
    assert confirm(client, "c3") == f"{AT}you/"
    sent = {**shown(client, "you"), "super_strike": "yes"}
    assert client.post(f"{AT}you/", sent).headers["Location"] == f"{AT}#done"
    page = client.get(AT).content.decode()
    assert "To check" not in page
    assert "Left out" in page


def test_only_what_was_confirmed_enters_and_the_sheet_is_gone(place: Path) -> None:
    client, _folder = holding()
    confirm(client, "c1", crime="HS 11360(a)", county="Kern")
    client.post(f"{AT}c2/", {"leave-out": "1"})
    confirm(client, "c3", level="", case_number="")
    client.post(f"{AT}you/", {**shown(client, "you"), "super_strike": "yes"})
    found = NEXT.search(client.post(f"{AT}finish/", follow=True).redirect_chain[-1][0])
    assert found is not None
    assert found["key"] in {"changed", "age", "sentence"}
    answers = answers_of(client)
    first, second = (conviction_of(answers, one) for one in conviction_ids(answers))
    assert (first["section"], first["subdivision"], first["county"]) == ("11360", "a", "Kern")
    assert first["case_number"] == "C1234"
    assert (second["section"], second["offense_date"]) == ("11358", "2009-03-01")
    assert "level" not in second
    assert second["case_number"] is None
    assert answers["record"]["petitioner"]["date_of_birth"] == "1970-06-01"
    assert answers["record"]["petitioner"]["super_strike"] == [{"conviction_date": "1995-01-01"}]
    assert answers["sheet_agreed"]["confirmed_at"]
    assert list(place.iterdir()) == []
    assert not HeldSheet.objects.exists()
    for word in (CANARY, "BURGLARY", "TORTURE", "11357"):
        assert word not in str(answers)


def test_nothing_enters_before_all_is_checked(place: Path) -> None:
    client, _folder = holding()
    before = answers_of(client)["record"]
    confirm(client, "c1")
    assert finish(client) == AT
    assert answers_of(client)["record"] == before
    assert list(place.iterdir())


def test_counts_of_one_event_become_one_case() -> None:
    client, _folder = holding()
    all_confirmed(client)
    client.post(f"{AT}finish/")
    answers = answers_of(client)
    first, second, _third = conviction_ids(answers)
    assert answers["same_case"] == {second: first}


def test_a_conviction_that_was_missed_is_added_changed_and_removed() -> None:
    client, folder = holding()
    client.post(f"{AT}n/", {"crime": "HS 11357(c)", "county": "Yolo"})
    assert choices_of(folder).added == ("n1",)
    assert "HS 11357(c)" in client.get(AT).content.decode()
    confirm(client, "n1", county="Kern")
    assert choices_of(folder).by_id["n1"].said["county"] == {"county": "Kern"}
    client.post(f"{AT}n1/", {"leave-out": "1"})
    assert choices_of(folder).added == ()


def test_one_that_was_left_out_can_be_taken_back() -> None:
    client, folder = holding()
    client.post(f"{AT}c1/", {"leave-out": "1"})
    confirm(client, "c1")
    assert not choices_of(folder).by_id["c1"].is_left_out


def test_what_was_said_stands_in_the_form_again() -> None:
    client, _folder = holding()
    confirm(client, "c1", crime="PC 664/HS 11359", county="", level="misdemeanor")
    sent = shown(client, "c1")
    assert (sent["crime"], sent["level"]) == ("PC 664/HS 11359", "misdemeanor")
    assert "county" not in sent


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"crime": "weed"}, "Type one code like HS 11357(b)"),
        ({"when_month": "13"}, "Month must be a number"),
        ({"convicted_when_year": "1999"}, "cannot be convicted before it happened"),
        ({"when_year": "2999"}, "must be in the past"),
    ],
)
def test_a_value_that_cannot_be_is_refused_kindly(changed: dict[str, str], sentence: str) -> None:
    client, folder = holding()
    page = client.post(f"{AT}c1/", {**shown(client, "c1"), **changed}).content.decode()
    assert sentence in page
    assert "c1" not in choices_of(folder).by_id


def test_a_code_that_was_probably_meant_is_offered() -> None:
    client, folder = holding()
    sent = {**shown(client, "c1"), "crime": "1l359"}
    assert "Yes, use HS 11359" in client.post(f"{AT}c1/", sent).content.decode()
    client.post(f"{AT}c1/", {**sent, "meant": "HS 11359"})
    assert choices_of(folder).by_id["c1"].said["crime"]["section"] == "11359"


def test_a_birth_date_after_a_case_of_the_sheet_is_refused() -> None:
    client, _folder = holding()
    sent = {**shown(client, "you"), "born_year": "2010", "super_strike": "no"}
    assert "from before this birth date" in client.post(f"{AT}you/", sent).content.decode()


@pytest.mark.parametrize("word", ["yes", "no", "unsure"])
def test_what_was_said_of_a_serious_crime_stands_again_and_only_a_yes_enters(word: str) -> None:
    client, _folder = holding()
    all_confirmed(client)
    client.post(f"{AT}you/", {**shown(client, "you"), "super_strike": word})
    assert shown(client, "you")["super_strike"] == word
    client.post(f"{AT}finish/")
    assert ("super_strike" in answers_of(client)["record"]["petitioner"]) is (word == "yes")


def test_answers_that_cannot_stand_together_are_told_at_the_end(place: Path) -> None:
    client, folder = holding()
    all_confirmed(client)
    keep_choice(folder, "c1", Choice({"when": {"offense_date": "no date"}}))
    page = client.post(f"{AT}finish/").content.decode()
    assert "does not fit with your other answers" in page
    assert list(place.iterdir())


def test_a_text_that_is_no_sheet_says_so_and_offers_to_add() -> None:
    client, _folder = holding(("A letter", "about something else"))
    page = client.get(AT).content.decode()
    assert "Is this a California RAP sheet?" in page
    assert "We found none." in page


def test_lines_that_could_not_be_read_are_counted_and_shown() -> None:
    odd = (*FIRST_PAGE[:11], "QQQ ??? 0000 NOT A LINE", *FIRST_PAGE[11:])
    client, _folder = holding(odd, SECOND_PAGE)
    page = client.get(AT).content.decode()
    assert "1 line that we could not read" in page
    assert "<mark>QQQ ??? 0000 NOT A LINE</mark>" in page


def test_several_convictions_of_one_section_are_pointed_out() -> None:
    again = tuple(line.replace("11357(B)", "11359") for line in FIRST_PAGE)
    page = holding(again, SECOND_PAGE)[0].get(AT).content.decode()
    assert "more than one conviction of the same crime" in page


def test_a_set_aside_conviction_shows_what_was_changed() -> None:
    later = (
        *FIRST_PAGE,
        "20080101",
        "  DISPO:CONV SET ASIDE & DISM PER 1203.4 PC",
        "* * * END OF MESSAGE * * *",
    )
    client, _folder = holding(later)
    sent = shown(client, "c2")
    assert sent["changed"] == ["dismissed_1203"]
    assert sent["sentence"] == "completed"


def test_every_field_is_named_by_its_question() -> None:
    client, _folder = holding()
    names = set(FIELD.findall(client.get(f"{AT}c1/").content.decode())) - {
        "csrfmiddlewaretoken",
        "language",
        "next",
    }
    stems = {re.sub(r"_(month|day|year)$", "", name).replace("_", "-") for name in names}
    assert all(question_of(stem) for stem in stems)
