"""The result on one sheet: what it says, what it leaves out, and the PDF file of it."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from django.test import Client
from pytest_django import Settings

from petitions.documents.pdfium import opened_pdf
from petitions.interview.result_sheet import law_read_on, result_sheet, size_for
from petitions.law.determinations import Reason
from petitions.law.terms import Outcome, Relief
from tests.documents import jobs
from tests.documents.printed_pages import page_sizes, text
from tests.documents.structure import CHECKS
from tests.interview.look_facts import found, growing, page_of
from tests.interview.results_to_print import USUAL, many, three
from tests.interview.visitors import after, filed
from tests.interview.walk import Walk

pytestmark = pytest.mark.django_db
PRINT, PDF = "/interview/result/print/", "/interview/result/result.pdf"
TITLES = {"en": "Here is where you stand", "es": "Esta es su situación"}


def in_language(walked: Walk, language: str) -> Client:
    walked.client.post("/language/", {"language": language})
    return walked.client


def printed(walked: Walk, language: str) -> bytes:
    response = in_language(walked, language).get(PDF)
    assert response.headers["Content-Type"] == "application/pdf"
    return response.content


def said(walked: Walk) -> str:
    page = walked.client.get(PRINT).content.decode()
    return " ".join(re.sub(r"<[^>]+>", " ", page[page.index("<article") : page.index("</article>")]).split())


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("usual", USUAL)
def test_a_usual_result_is_one_page_of_a_pdf_file(usual: str, language: str, settings: Settings) -> None:
    settings.SITE_OPERATOR, settings.SITE_CONTACT = "The Free Legal Clinic of Example", "help@example.org"
    content = printed(after(USUAL[usual]), language)
    assert page_sizes(content) == [(612, 792)]
    assert text(content).strip().startswith(TITLES[language])


@pytest.mark.long
def test_many_convictions_go_on_and_no_card_is_cut() -> None:
    content = printed(after(many), "en")
    with opened_pdf(content) as opened:
        tops = [" ".join(str(page.get_textpage().get_text_bounded()).split()) for page in opened]
    assert 3 <= len(tops) <= 5
    for number in range(1, 13):
        title = re.compile(rf"\b{number}\. (?:Having|Growing)")
        [page] = [one for one in tops if title.search(one)]
        card = page[title.search(page).start() :]  # type: ignore[union-attr]
        assert "(§ 11361.8" in card or "(§ 11359" in card


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_file_is_sound_for_a_screen_reader_and_in_its_language(language: str) -> None:
    with pikepdf.open(io.BytesIO(printed(after(three), language))) as file:
        checks = [check for check in CHECKS if check.__name__ != "only_counts_are_tables"]
        assert [problem for check in checks for problem in check(file)] == []
        assert str(file.Root.Lang) == language


def test_the_file_has_a_neutral_name_and_nobody_keeps_it() -> None:
    headers = after(three).client.get(PDF).headers
    assert headers["Content-Disposition"] == 'attachment; filename="result.pdf"'
    assert headers["Cache-Control"] == "no-store"


def test_no_name_and_no_case_number_stand_on_the_sheet() -> None:
    walked = after(filed)
    for words in (said(walked), text(printed(walked, "en"))):
        assert "Having marijuana, 2005" in words
        for hidden in ("Zuñiga", "Zuniga", "CR-05-1234", "Elm Street", "94612"):
            assert hidden not in words


@pytest.mark.parametrize("as_file", [False, True])
def test_the_sheet_says_all_that_a_person_takes_along(as_file: bool, settings: Settings) -> None:
    settings.SITE_OPERATOR = "A Legal Clinic"
    walked = after(three)
    words = text(printed(walked, "en")) if as_file else said(walked)
    for told in (
        "Lowered to a misdemeanor, maybe dismissed",
        "What would settle it",
        "How many plants there were",
        "Look in the police report",
        "People v. Banda (2018) 26 Cal.App.5th 349",
        "What to do next",
        "Talk to the public defender first",
        "immigration lawyer",
        "This much is sure, if your answers are right",
        "A Legal Clinic runs this site.",
        "Health and Safety Code section 11361.8 or 11361.9?",
    ):
        assert told in words.replace("\N{NO-BREAK SPACE}", " "), told
    assert "button" not in words


def test_the_sheet_says_when_it_was_made_and_when_the_law_was_read() -> None:
    assert "We last read the law on Nov. 23, 2026." in said(after(three))
    assert law_read_on().isoformat() == "2026-11-23"


def test_the_page_of_the_sheet_keeps_its_way_around_off_the_paper() -> None:
    page = after(three).client.get(PRINT).content.decode()
    around = page[: page.index("<article")]
    assert 'class="note no-print"' in around and f'href="{PDF}"' in around
    assert page.count("<h1") == 1


def test_the_result_leads_to_the_sheet_and_to_the_file() -> None:
    page = after(three).client.get("/interview/result/").content.decode()
    assert f'href="{PRINT}"' in page and f'href="{PDF}"' in page


def test_a_worker_that_dies_leaves_the_page_to_print(monkeypatch: pytest.MonkeyPatch) -> None:
    client = after(three).client
    monkeypatch.setattr("petitions.documents.single.print_page", jobs.die)
    response = client.get(PDF)
    assert response.status_code == 422
    assert "You can still print this page" in response.content.decode()
    assert "Lowered to a misdemeanor" in response.content.decode()


def test_what_holds_for_every_conviction_is_said_once_and_the_rest_with_its_numbers() -> None:
    dismissed = {"floor": Relief.DISMISS_SEAL, "ceiling": Relief.DISMISS_SEAL}
    pairs = [(growing(number), found(Outcome.DISMISS_SEAL, number, **dismissed)) for number in (1, 2)]
    looked_at = (growing(3), found(Outcome.NEEDS_REVIEW, 3, floor=Relief.NONE))
    assert [one.numbers for one in result_sheet(page_of(*pairs)).steps] == [()]
    shared = [one.numbers for one in result_sheet(page_of(*pairs, looked_at)).steps]
    assert (1, 2) in shared and (3,) in shared and () not in shared


def test_what_would_settle_it_stands_once_for_each_place_and_not_among_the_reasons() -> None:
    reasons = (Reason("U_PLANTS", ("Health & Saf. Code, § 11358, subd. (c)",), ("plants",)),)
    open_one = found(Outcome.NEEDS_REVIEW, floor=Relief.NONE, reasons=reasons)
    settled = {"c1": ("plants", "flower_grams", "sentence_status")}
    [card] = result_sheet(page_of((growing(), open_one), settling=settled)).cards
    assert [len(one.names) for one in card.settling] == [2, 1]
    assert card.reasons == ()
    [bare] = result_sheet(page_of((growing(), open_one))).cards
    assert [citation for _sentence, citation in bare.reasons] == ["§\N{NO-BREAK SPACE}11358, subd. (c)"]


@pytest.mark.parametrize(
    ("signs", "size"),
    [
        (10, "large"),
        (2_600, "large"),
        (2_601, "medium"),
        (4_000, "small"),
        (4_900, "smaller"),
        (5_900, "smallest"),
        (5_901, "medium"),
    ],
)
def test_the_letters_are_as_large_as_the_page_holds(signs: int, size: str) -> None:
    assert size_for(f"<p>{'x' * signs}</p>") == size
