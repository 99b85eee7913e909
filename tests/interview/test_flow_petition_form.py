"""The choice between the court's own form and our paper: kept with the answers, and held by every paper."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from pytest_django import Settings

from petitions.documents.official.store import add, check_addition
from petitions.records.models import Interview
from petitions.records.reading import open_interview
from tests.documents.official.editions import old_pdf
from tests.documents.official.stand_in import stand_in
from tests.documents.printed_pages import text
from tests.interview.visitors import after, filed, screened
from tests.interview.walk import FILING, POSSESSION, Walk, card

pytestmark = pytest.mark.django_db
READY, CHOOSE = "/papers/ready/", "/papers/request/"
FORM_FOOT, OUR_TITLE = "CR-400 [Rev. January 1, 2024]", "Application to Redesignate"
QUESTION = "Which one do you want to file?"


@pytest.fixture
def with_form(settings: Settings, tmp_path: Path) -> None:
    settings.OFFICIAL_FORMS_DIR = str(tmp_path)
    add(check_addition(stand_in(), mapping=None), folder=tmp_path, on=date(2026, 11, 25))


def choose(walked: Walk, request: str) -> Walk:
    return walked.follow(walked.client.post(CHOOSE, {"request": request}))


def is_marked(walked: Walk, request: str) -> bool:
    return (
        f'name="request" value="{request}" id="id_request_{0 if request == "official" else 1}" checked'
        in (walked.text)
    )


def test_where_no_form_is_installed_nothing_is_asked() -> None:
    page = after(filed).go(READY).text
    assert QUESTION not in page and "CR-400" not in page and CHOOSE not in page


@pytest.mark.usefixtures("with_form")
def test_where_the_form_is_installed_it_is_marked_and_the_other_is_offered() -> None:
    walked = after(filed).go(READY)
    assert QUESTION in walked.text and is_marked(walked, "official") and not is_marked(walked, "ours")
    assert "Your papers now have the court’s own form." in walked.text


@pytest.mark.usefixtures("with_form")
def test_the_choice_holds_for_the_page_all_downloads_pictures_and_words() -> None:
    walked = choose(after(filed), "ours")
    assert is_marked(walked, "ours") and "Your papers now have the request that we wrote." in walked.text
    client = walked.client
    for address in ("all.pdf", "clearrecord-case-1.pdf"):
        assert FORM_FOOT not in text(client.get(f"/papers/{address}").content), address
    with zipfile.ZipFile(io.BytesIO(client.get("/papers/clearrecord-papers.zip").content)) as archive:
        assert OUR_TITLE in text(archive.read("clearrecord-papers/case-1/petition.pdf"))
    assert OUR_TITLE in walked.go("/papers/case-1/petition/").text
    ours = client.get("/papers/case-1/petition/page-1-small.png").content
    choose(walked, "official")
    assert FORM_FOOT in text(client.get("/papers/all.pdf").content)
    assert client.get("/papers/case-1/petition/page-1-small.png").content != ours
    assert "<dt>Defendant</dt><dd><bdi>Ánh Zuñiga</bdi></dd>" in walked.go("/papers/case-1/petition/").text


@pytest.mark.usefixtures("with_form")
def test_the_guide_speaks_of_the_paper_that_was_chosen() -> None:
    walked = choose(after(filed), "ours").go("/papers/case-1/cover-sheet/")
    assert "the court’s form CR-400, filled in" not in walked.text
    assert (
        "the court’s form CR-400, filled in"
        in choose(walked, "official").go("/papers/case-1/cover-sheet/").text
    )


@pytest.mark.usefixtures("with_form")
def test_the_choice_stays_when_an_answer_is_changed_later() -> None:
    walked = choose(after(filed), "ours").go("/interview/you/name-on-case/?next=check")
    walked.answer(part_name_on_case="Maria Example")
    assert is_marked(walked.go(READY), "ours")


@pytest.mark.usefixtures("with_form")
def test_the_choice_is_kept_sealed_with_the_answers_and_nowhere_else() -> None:
    walked = after(filed)
    key, before = walked.client.session["interview"], dict(walked.client.session.items())
    version = Interview.objects.get(pk=key).version
    choose(walked, "ours")
    stored = Interview.objects.get(pk=key)
    opened = open_interview(key)
    assert opened is not None and opened.answers["filing"]["petition_form"] == "ours"
    assert stored.version == version + 1 and b"ours" not in bytes(stored.content)
    assert dict(walked.client.session.items()) == before
    assert walked.path == READY and not {"ours", "official"} & {
        one.value for one in walked.client.cookies.values()
    }


@pytest.mark.usefixtures("with_form")
@pytest.mark.parametrize("sent", [{}, {"request": "both"}, {"request": ""}])
def test_an_answer_that_is_no_card_changes_nothing(sent: dict[str, str]) -> None:
    walked = choose(after(filed), "ours")
    walked.follow(walked.client.post(CHOOSE, sent))
    assert is_marked(walked, "ours")


@pytest.mark.usefixtures("with_form")
def test_before_all_is_answered_a_choice_leads_to_what_is_open() -> None:
    assert choose(after(screened), "ours").path == "/papers/"


@pytest.mark.usefixtures("with_form")
def test_in_spanish_the_cards_are_spanish() -> None:
    walked = after(filed)
    walked.client.post("/language/", {"language": "es"})
    page = walked.go(READY).text
    assert "¿Cuál quiere presentar?" in page and "los tribunales deben aceptarlo" in page
    assert "Una solicitud que escribimos nosotros" in page and "Cambiar mis papeles" in page
    assert QUESTION not in page


def juvenile() -> Walk:
    return filed(court=card("california_juvenile"))


@pytest.mark.usefixtures("with_form")
def test_where_the_form_fits_no_case_nothing_is_asked() -> None:
    assert QUESTION not in after(juvenile).go(READY).text


@pytest.mark.usefixtures("with_form")
def test_a_case_that_the_form_does_not_fit_is_named() -> None:
    walked = after(filed).go("/interview/convictions/add/")
    walked.follow(walked.post(**card("other")))
    walked.until({**POSSESSION, "court": card("california_juvenile"), "county": card("Alameda")})
    walked.go("/papers/")
    for start in ("c2/courthouse", "c2/judge"):
        walked.go(f"/interview/{start}/?next=tasks").until(FILING)
    walked.go(READY)
    assert QUESTION in walked.text
    assert "Alameda County, case CR-05-1234: the court’s form does not fit it" in walked.text
    assert "Humboldt County, case CR-05-1234: the court’s form" not in walked.text


def test_an_old_edition_is_not_said_to_be_one_that_courts_must_take(
    settings: Settings, tmp_path: Path
) -> None:
    settings.OFFICIAL_FORMS_DIR = str(tmp_path)
    add(check_addition(old_pdf(), mapping=None), folder=tmp_path, on=date(2026, 11, 25))
    page = after(filed).go(READY).text
    assert "form CR‑400, an old edition" in page and "Ask the clerk if they take this edition." in page
    assert "courts must take it" not in page
