"""Pre-flight on the check page: the reasons, their Change links, and papers that are held back kindly."""

from __future__ import annotations

import pytest

from tests.interview.visitors import after, filed
from tests.interview.walk import FILING, Walk, card

pytestmark = pytest.mark.django_db
CHECK, SERVER = "/papers/check/", "/interview/c1/server/?next=check"
ADDRESSES = ("ready/", "all.pdf", "clearrecord-papers.zip", "case-1/petition/", "case-1/petition/page-1/")
MYSELF = {
    "answer": "known",
    "part_name": "ZUÑIGA, Anh",
    **{f"part_{key}": "" for key in ("street", "unit", "city", "state", "zip")},
}


def checked(key: str, **fields: str) -> Walk:
    """Change one answer from the check page."""
    return after(filed).go(f"/interview/{key}/?next=check").answer(**fields)


def test_the_check_page_says_for_each_reason_how_it_stands() -> None:
    page = after(filed).go(CHECK).text
    for told in (
        "Why courts send papers back",
        "The request is clear",
        "Sign and date",
        "Make two copies",
        "If the clerk says no",
        "rule 2.118",
    ):
        assert told in page
    assert "reasons checked, and fine" in page
    assert page.index("Why courts send papers back") < page.index('href="/papers/ready/"')


def test_what_an_answer_decides_has_a_way_to_change_it_and_come_back() -> None:
    walked = checked("c1/case-number", answer="no", part_case_number="")
    assert walked.path == CHECK
    section = walked.text[walked.text.index('id="preflight"') :]
    assert "There is no case number" in section
    assert "/interview/c1/case-number/?next=check" in section
    assert 'href="/papers/ready/"' in section


def test_without_a_safe_address_the_page_says_what_to_do() -> None:
    walked = checked("you/mail", answer="no")
    assert "There is no mailing address" in walked.text
    assert walked.client.get("/papers/ready/").status_code == 200


def test_who_serves_their_own_papers_gets_none_but_a_kind_sentence_and_the_way_out() -> None:
    walked = checked("c1/server", **MYSELF)
    assert walked.path == CHECK
    assert "Fix this first" in walked.text and "You may not give the copy yourself" in walked.text
    assert 'href="/papers/ready/"' not in walked.text
    for address in ADDRESSES:
        response = walked.client.get(f"/papers/{address}")
        assert response.status_code == 422
        assert "It must be someone else" in response.content.decode()
        assert f'href="{CHECK}"' in response.content.decode()
    walked.go(SERVER).answer(**card("unknown"))
    assert "Fix this first" not in walked.text and 'href="/papers/ready/"' in walked.text
    assert walked.client.get("/papers/ready/").status_code == 200


def test_in_spanish_it_is_all_spanish() -> None:
    walked = checked("c1/server", **MYSELF)
    walked.client.post("/language/", {"language": "es"})
    page = walked.go(CHECK).text
    for told in ("Por qué los tribunales devuelven papeles", "Primero corrija esto", "Haga dos copias"):
        assert told in page
    assert "Debe ser otra persona" in walked.client.get("/papers/ready/").content.decode()


def test_the_rules_that_a_clerk_is_bound_by_are_those_of_the_guide() -> None:
    page = after(filed).go(CHECK).text
    assert "“You must use form CR-400”" in page and "rule 1.42" not in page
    assert FILING["order"] == card("yes")
