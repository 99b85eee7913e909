"""The pages of the interview within a matter: they work on its answers and stay within its address."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from unittest.mock import patch

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import get_resolver, get_script_prefix, reverse, set_script_prefix
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from petitions.access.roles import Role
from petitions.clinic.inside.prefix import inside
from petitions.clinic.inside.routes import METHODS, TO_MATTER, TO_PUBLIC, opened_at
from petitions.clinic.inside.ways import ways_for
from petitions.records.models import Interview
from tests.clinic.inside.at import At, at, links_in
from tests.clinic.people import answered, matter_of, new_member
from tests.interview.visitors import screened

pytestmark = pytest.mark.django_db
PAGES = (
    "interview/result/", "interview/result/print/", "interview/convictions/", "interview/convictions/add/",
    "interview/c1/remove/", "interview/c1/county/", "interview/you/name-on-case/", "papers/before/", "papers/",
    "papers/check/", "papers/ready/", "papers/case-1/petition/", "papers/case-1/petition/page-1/", "rap-sheet/",
    "read-your-record/", "read-your-record/you/sheet/", "read-your-record/words/", "law/", "law/answers/",
    "law/hs-11357/", "other-help/", "other-help/counties/", "other-help/arrest-only/",
)  # fmt: skip
OF_A_VISIT = ("Leave and clear", "Keep my answers with a code", "Keep or delete your answers", "time-left")
FILES = (".png", ".pdf", ".zip")


@pytest.fixture
def found() -> At:
    return at()


@pytest.mark.long
def test_every_link_within_a_matter_leads_to_a_page(found: At) -> None:
    links = {link for page in PAGES for link in links_in(found.page(page)) if not link.endswith(FILES)}
    only_sent = {"/language/", "/account/logout/", found.url("papers/request/"), found.url("rap-sheet/stop/")}
    answered = {link: found.client.get(link).status_code for link in links - only_sent}
    assert {link for link, status in answered.items() if status not in (200, 302)} == set()
    assert len(answered) > 60


def test_a_page_within_a_matter_leads_only_within_and_by_its_frame_outside(found: At) -> None:
    outside = {
        link for page in PAGES for link in links_in(found.page(page)) if not link.startswith(found.home)
    }
    assert {link for link in outside if not link.startswith(("/clinic/", "/language/", "/account/"))} == set()


def test_nothing_of_a_visit_stands_on_a_page_within_a_matter(found: At) -> None:
    for page in PAGES:
        drawn = found.page(page)
        assert [words for words in OF_A_VISIT if words in drawn] == [], page
        assert f'href="{found.home}"' in drawn, page


def test_links_of_a_visit_lead_to_the_page_of_the_matter(found: At) -> None:
    for rest in ("", "papers/after/", "answers/keep/"):
        assert found.get(rest).headers["Location"] == found.home


def test_pages_that_hold_nothing_of_a_matter_open_outside(found: At) -> None:
    assert found.get("after/state-record/").headers["Location"] == "/after/state-record/"


def test_two_matters_in_two_tabs_never_mix() -> None:
    first = at()
    second = At(first.member, matter_of(first.member, answers=answered(screened)))
    before = second.answers
    assert "seen" in first.page("interview/c1/case-number/")
    assert "seen" in second.page("interview/c1/case-number/")
    saved = first.send("interview/c1/case-number/", answer="yes", part_case_number="FIRST-1")
    assert saved.headers["Location"].startswith(first.home)
    assert second.answers == before
    second.send("interview/c1/case-number/", answer="yes", part_case_number="SECOND-2")
    assert first.answers["record"]["convictions"][0]["case_number"] == "FIRST-1"
    assert second.answers["record"]["convictions"][0]["case_number"] == "SECOND-2"
    for one, other in ((first, second), (second, first)):
        drawn = one.page("interview/convictions/") + one.page("interview/c1/case-number/")
        assert other.matter.pk not in drawn


def test_the_answers_of_the_browsers_own_visit_stay_as_they_are(found: At) -> None:
    found.client.post("/interview/begin/")
    own = found.client.session["interview"]
    found.send("interview/c1/county/", answer="Fresno")
    assert found.client.session["interview"] == own
    assert Interview.objects.get(pk=own).version == 1


def test_where_addresses_begin_is_as_before_after_each_answer(found: At) -> None:
    for rest in ("interview/result/", "interview/you/no-such-question/"):
        found.get(rest)
        assert get_script_prefix() == "/"
    broken = patch("petitions.interview.result_views.result_page", side_effect=ZeroDivisionError)
    with broken, pytest.raises(ZeroDivisionError):
        found.get("interview/result/")
    assert get_script_prefix() == "/"


def test_requests_that_run_beside_each_other_write_addresses_of_their_own_matter() -> None:
    both_are_in = Barrier(2)

    def written(matter_id: str) -> str:
        with inside(matter_id):
            both_are_in.wait(timeout=5)
            return reverse("tasks")

    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(written, ("a" * 32, "b" * 32))) == [
            f"/clinic/matters/{one * 32}/at/papers/" for one in "ab"
        ]


def test_a_page_that_is_not_there_keeps_the_way_back_and_a_foreign_matter_tells_nothing(found: At) -> None:
    missing = found.get("interview/you/no-such-question/")
    assert (missing.status_code, found.home in missing.content.decode()) == (404, True)
    stranger, nowhere = at(), found.url("papers/").replace(found.matter.pk, "0" * 32)
    foreign, absent = stranger.client.get(found.url("papers/")), stranger.client.get(nowhere)
    assert (foreign.status_code, absent.status_code) == (404, 404)
    told = [one.content.decode() for one in (foreign, absent)]
    assert told[0].replace(found.matter.pk, "0" * 32).split("csrf")[0] == told[1].split("csrf")[0]


def test_under_a_path_of_a_server_every_address_keeps_it(found: At) -> None:
    set_script_prefix("/site/")
    try:
        links = links_in(found.page("papers/"))
    finally:
        set_script_prefix("/")
    assert f"/site{found.home}" in links
    assert all(link.startswith("/site/") for link in links)


def test_what_would_end_or_replace_answers_is_refused_even_if_it_were_listed(found: At) -> None:
    with patch("petitions.rapsheet.guide.views.within", return_value=None):
        assert found.client.post(found.url("read-your-record/")).status_code == 404
    assert found.answers


def test_the_methods_of_each_page_are_those_of_its_own_view() -> None:
    named = {one.name: one for one in get_resolver("petitions.urls").url_patterns if hasattr(one, "name")}
    tried = [(name, method) for name in METHODS for method in ("GET", "POST")]
    tried.remove(("begin", "POST"))  # begins a visit, which a matter never is
    wrong = [one for one in tried if _refuses(named[one[0]].callback, one[1]) == (one[1] in METHODS[one[0]])]
    assert wrong == []


def test_every_listed_page_is_a_page_of_the_site() -> None:
    named = {one.name for one in get_resolver("petitions.urls").url_patterns if hasattr(one, "name")}
    assert METHODS.keys() | TO_MATTER | TO_PUBLIC <= named


def test_the_ways_of_a_matter_lead_to_its_pages(found: At) -> None:
    ways = ways_for(found.matter)
    assert len(ways) == 5
    for way in ways:
        assert found.client.get(way.url, follow=True).status_code == 200, way.name


def test_a_volunteer_reaches_no_page_of_a_colleagues_matter(found: At) -> None:
    other = new_member(found.member.organization, Role.VOLUNTEER)
    for page in PAGES:
        assert other.client.get(found.url(page)).status_code == 404
    assert Client().get(found.url(PAGES[0])).headers["Location"].startswith("/account/login/")


class AnyAddress(TestCase):
    """Whatever stands after ``at/``."""

    @given(st.text(st.sampled_from("abcinterviewpapersrap-sheet/0123456789.?%é"), max_size=40))
    def test_an_address_that_is_not_listed_opens_nothing(self, rest: str) -> None:
        page = opened_at(rest)
        assert page is None or page.url_name in METHODS.keys() | TO_MATTER | TO_PUBLIC


def _refuses(view: Callable[..., HttpResponse], method: str) -> bool:
    """Say whether a view refuses a method; one that wants the parts of its address has not refused it."""
    request = RequestFactory().generic(method, "/")
    request.session = SessionStore()
    try:
        return view(request).status_code == 405
    except (TypeError, AttributeError):
        return False
