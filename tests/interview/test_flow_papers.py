"""From the result to the papers: what to know, the task list, check-your-answers, the downloads."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from petitions.documents.lately import forget_all
from tests.documents import jobs
from tests.interview.visitors import after, filed, screened
from tests.interview.walk import FILING, POSSESSION, card, crime, when

pytestmark = pytest.mark.django_db


def test_immigration_is_named_to_everyone_before_papers() -> None:
    assert "immigration lawyer" in after(screened).go("/papers/before/").text


def test_the_public_defender_comes_first_while_serving() -> None:
    text = screened(sentence=card("supervised"), county=card("Alameda")).go("/papers/before/").text
    assert "public defender" in text
    assert "(510) 272-6600" in text
    assert "public defender first" not in after(screened).go("/papers/before/").text


def test_without_papers_the_result_is_shown_instead() -> None:
    walked = screened(when=when("2018"))
    assert walked.go("/papers/").path == "/interview/result/"
    assert "no papers to make" in walked.go("/papers/before/").text


def test_the_papers_cannot_be_had_before_all_is_answered() -> None:
    walked = after(screened).go("/papers/")
    assert "Cannot start yet" in walked.text
    assert walked.go("/papers/check/").path == "/papers/"
    assert walked.go("/papers/ready/").path == "/papers/"


def test_check_your_answers_shows_every_answer_with_a_way_to_change_it() -> None:
    walked = after(filed).go("/papers/check/")
    for shown in (
        "Ánh Zuñiga",
        "CR-05-1234",
        "12 Elm Street, 4",
        "Oakland, CA 94612",
        "A. Z.",
        "HS 11357(b)",
    ):
        assert shown in walked.text
    for key in (*FILING, "county", "crime", "age"):
        assert f"/{key}/?next=check" in walked.text, key


def test_a_change_from_the_check_page_comes_back_to_it() -> None:
    walked = after(filed).go("/interview/you/name-on-case/?next=check")
    assert "Ánh Zuñiga" in walked.text
    walked.answer(part_name_on_case="Jo Rivera")
    assert walked.path == "/papers/check/"
    assert "Jo Rivera" in walked.text


def test_another_county_opens_the_courthouse_again() -> None:
    walked = after(filed).go("/interview/c1/county/?next=check").answer(**card("Alameda"))
    assert walked.path == "/papers/"
    assert "Started" in walked.text


def test_a_case_without_a_known_county_asks_for_it() -> None:
    walked = screened(county=card("unsure")).go("/papers/")
    assert "/interview/c1/county/?next=tasks" in walked.text
    walked.go("/interview/c1/county/?next=tasks").answer(**card("Alameda"))
    assert walked.key == "courthouse"
    assert "Rene C. Davidson Courthouse" in walked.text


def test_the_papers_are_listed_and_downloaded() -> None:
    walked = filed().go("/papers/ready/")
    assert "Humboldt County, case CR-05-1234" in walked.text
    pdf = walked.client.get("/papers/clearrecord-case-1.pdf")
    assert pdf.headers["Content-Type"] == "application/pdf"
    assert pdf.headers["Content-Disposition"] == 'attachment; filename="clearrecord-case-1.pdf"'
    assert "no-store" in pdf.headers["Cache-Control"]
    assert pdf.content.startswith(b"%PDF")
    assert walked.client.get("/papers/all.pdf").content.startswith(b"%PDF")
    assert walked.client.get("/papers/clearrecord-case-2.pdf").status_code == 404


def test_the_zip_names_no_one() -> None:
    walked = after(filed)
    names = zipfile.ZipFile(
        io.BytesIO(walked.client.get("/papers/clearrecord-papers.zip").content)
    ).namelist()
    assert "clearrecord-papers/case-1/petition.pdf" in names
    assert not any("iga" in name or "CR" in name for name in names)


def test_two_cases_in_two_counties_give_two_packets() -> None:
    walked = after(screened).go("/interview/convictions/add/")
    walked.follow(walked.post(**card("other")))
    second = {**POSSESSION, "crime": crime("11358"), "county": card("Alameda"), "plants": card("unsure")}
    walked.until({**second, "home-grow": card("yes")}).go("/papers/")
    case_number = {"answer": "no", "part_case_number": ""}
    for start in ("c1/courthouse", "c2/courthouse", "you/name-on-case", "c1/judge", "c2/judge"):
        walked.go(f"/interview/{start}/?next=tasks").until({**FILING, "case-number": case_number})
    walked.go("/papers/ready/")
    assert "Humboldt County" in walked.text
    assert "Alameda County" in walked.text
    assert walked.client.get("/papers/clearrecord-case-2.pdf").content.startswith(b"%PDF")


def test_convictions_without_papers_are_named_with_their_outcome() -> None:
    walked = after(screened).go("/interview/convictions/add/")
    walked.follow(walked.post(**card("other"))).until({**POSSESSION, "when": when("2018")})
    for start in ("c1/courthouse", "you/name-on-case", "c1/judge"):
        walked.go(f"/interview/{start}/?next=tasks").until(FILING)
    assert "Convictions without papers" in walked.go("/papers/ready/").text


ADDRESSES = (
    "all.pdf",
    "clearrecord-papers.zip",
    "clearrecord-case-1.pdf",
    "ready/",
    "case-1/petition/page-1/",
)


def test_letters_that_no_font_here_has_are_told_instead_of_a_broken_download() -> None:
    walked = after(filed).go("/interview/you/name-on-case/?next=check")
    walked.answer(part_name_on_case="Maria \U00018b00")  # Khitan, for which no font is here
    for address in ADDRESSES:
        response = walked.client.get(f"/papers/{address}")
        assert response.status_code == 422
        assert "letters that we cannot print" in response.text
        assert 'href="/papers/check/"' in response.text


def test_a_worker_that_dies_is_told_kindly_and_the_next_try_prints(monkeypatch: pytest.MonkeyPatch) -> None:
    forget_all()
    client = after(filed).client
    with monkeypatch.context() as broken:
        broken.setattr("petitions.documents.worker.print_every_file", jobs.die)
        for address in ADDRESSES:
            response = client.get(f"/papers/{address}")
            assert response.status_code == 422
            assert "Try again in a minute" in response.text and "Your answers are still here" in response.text
    assert client.get("/papers/ready/").status_code == 200


def test_each_paper_is_shown_by_its_pages_with_its_words_beside() -> None:
    page = after(filed).go("/papers/ready/").text
    for document in ("cover-sheet", "petition", "proof-of-service", "proposed-order"):
        place = f"/papers/case-1/{document}/"
        assert f'href="{place}"' in page
        assert f'href="{place}page-1/"' in page and f'src="{place}page-1-small.png"' in page
    assert 'alt="The request to the court, page 1 of ' in page
    assert page.count("<img") == page.count('width="340" height="440" loading="lazy" alt="')


def test_a_picture_is_kept_by_nobody_and_is_as_large_as_the_page_says() -> None:
    client = after(filed).client
    for name, size in (("page-1-small.png", (340, 440)), ("page-1.png", (1224, 1584))):
        response = client.get(f"/papers/case-1/petition/{name}")
        assert response.headers["Content-Type"] == "image/png"
        assert response.headers["Cache-Control"] == "no-store"
        assert Image.open(io.BytesIO(response.content)).size == size


def test_pages_of_a_paper_lead_to_one_another() -> None:
    walked = after(filed)
    for number, other in ((1, 2), (2, 1)):
        walked.go(f"/papers/case-1/petition/page-{number}/")
        assert f"Page {number} of" in walked.text
        assert f'href="/papers/case-1/petition/page-{other}/"' in walked.text
    assert 'href="/papers/case-1/petition/"' in walked.text


def test_the_words_of_a_paper_are_in_its_language_and_the_page_in_that_of_the_person() -> None:
    walked = after(filed)
    walked.client.post("/language/", {"language": "es"})
    page = walked.go("/papers/case-1/petition/").text
    assert '<html lang="es">' in page and '<article class="card words paired" lang="en" ' in page
    assert "El tribunal lee solo el inglés" in page and "Application to Redesignate" in page
    assert page.count("<h1") == 1 and "Ánh Zuñiga" in page
    guide = walked.go("/papers/case-1/cover-sheet/").text
    assert '<article class="card words" lang="es" ' in guide and "El tribunal lee solo" not in guide


@pytest.mark.parametrize(
    ("document", "english", "spanish"),
    [
        ("petition", "3. The facts", "3. Los hechos"),
        ("proof-of-service", "1. The server", "1. Quien entrega"),
        ("proposed-order", "2. Denied", "2. Negado"),
    ],
)
def test_a_person_who_reads_spanish_sees_what_each_line_of_each_paper_means(
    document: str, english: str, spanish: str
) -> None:
    walked = after(filed)
    in_english = walked.go(f"/papers/case-1/{document}/").text
    assert english in in_english and "means" not in in_english
    walked.client.post("/language/", {"language": "es"})
    page = walked.go(f"/papers/case-1/{document}/").text
    assert f'<h3>{english}</h3><p class="means" lang="es">{spanish}</p>' in page
    assert "Número de caso: CR-05-1234" in page


def test_the_papers_of_the_same_answers_are_printed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    client = after(filed).client
    client.get("/papers/ready/")
    monkeypatch.setattr("petitions.documents.worker.print_every_file", jobs.die)
    assert client.get("/papers/case-1/petition/page-1-small.png").status_code == 200
    assert client.get("/papers/all.pdf").status_code == 200
    client.post("/leave/")
    other = after(filed).client
    assert other.get("/papers/all.pdf").status_code == 422
