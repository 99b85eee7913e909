"""Figures for Prometheus: what is done and how long it takes, and nothing of anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families
from pytest_django import Settings

from clearrecord.metrics import NO_ROUTE, REFUSALS
from petitions.access.roles import Role
from petitions.documents.build import BuiltPacket
from petitions.documents.lately import forget_all
from petitions.documents.worker import papers_printed
from petitions.records.matters.print_models import PrintJob
from petitions.records.matters.printing import ask_for_job
from petitions.records.reviews.models import ReviewState
from tests.clinic.people import office
from tests.interview.visitors import after, filed
from tests.interview.walk import POSSESSION, Walk

TOKEN = "t" * 40
MARK = "Canaria"
OURS = "clearrecord_"
WORDS = {
    "status": {*["1xx", "2xx", "3xx", "4xx", "5xx", "other"], *map(str, REFUSALS)},
    "kind": {"print_job", "print_job_part", "county_review", "review_papers", "sheet", "task"},
    "state": set(ReviewState.values),
}

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _on(settings: Settings) -> None:
    settings.METRICS_TOKEN = TOKEN


def told() -> str:
    page = Client().get("/metrics", headers={"authorization": f"Bearer {TOKEN}"})
    assert page.status_code == 200 and page["Content-Type"].startswith("text/plain; version=0.0.4")
    return page.text


def figures() -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    """Return the site's own figures by name and labels."""
    return {
        (one.name, tuple(sorted(one.labels.items()))): one.value
        for family in text_string_to_metric_families(told())
        for one in family.samples
        if one.name.startswith(OURS)
    }


def figure(name: str, **labels: str) -> float:
    return figures().get((f"{OURS}{name}", tuple(sorted(labels.items()))), 0.0)


def route_names(resolver: URLResolver | None = None, space: str = "") -> Iterator[str]:
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from route_names(one, f"{space}{one.namespace}:" if one.namespace else space)
        elif isinstance(one, URLPattern):
            yield f"{space}{one.name}"


@pytest.mark.parametrize("given", ["", f"Bearer {TOKEN}x", "Bearer ", f"Bearer {MARK}é", f"Basic {TOKEN}"])
def test_without_the_token_there_is_no_such_page(given: str) -> None:
    page = Client().get("/metrics", headers={"authorization": given} if given else {})
    assert page.status_code == 404 and OURS not in page.text


def test_without_a_token_set_nothing_is_served_or_counted(settings: Settings) -> None:
    before = figure("requests_total", route="start", status="2xx")
    settings.METRICS_TOKEN = ""
    closed = Client()
    assert closed.get("/metrics", headers={"authorization": "Bearer "}).status_code == 404
    assert closed.get("/").status_code == 200
    settings.METRICS_TOKEN = TOKEN
    assert figure("requests_total", route="start", status="2xx") == before


def test_an_answer_is_counted_by_route_and_class_and_its_time_is_taken() -> None:
    before = figures()
    Client().get("/")
    Client().get("/law/no-such-chapter/")
    after_it = figures()

    def more(name: str, **labels: str) -> float:
        key = (f"{OURS}{name}", tuple(sorted(labels.items())))
        return after_it.get(key, 0) - before.get(key, 0)

    assert more("requests_total", route="start", status="2xx") == 1
    assert more("request_seconds_count", route="start") == 1
    assert more("request_seconds_sum", route="start") > 0
    assert more("requests_total", route="law_chapter", status="4xx") == 1
    assert more("refusals_total", status="404") == 1


def test_interviews_that_are_begun_are_counted_once_however_often_they_are_saved() -> None:
    before = figure("interviews_started_total")
    walked = Walk().begin().until(POSSESSION)
    assert len(walked.keys) > 5
    assert figure("interviews_started_total") == before + 1


def test_papers_that_are_printed_are_counted() -> None:
    before = figure("papers_printed_total")
    papers_printed.send(sender=BuiltPacket, count=7)
    assert figure("papers_printed_total") == before + 7


@pytest.mark.long
def test_who_prints_papers_tells_how_many_files_those_are() -> None:
    forget_all()  # or another test's print of the same answers is taken again
    before = figure("papers_printed_total")
    assert after(filed).client.get("/papers/all.pdf").status_code == 200
    assert figure("papers_printed_total") >= before + 3


def test_jobs_are_counted_by_state_with_the_age_of_the_oldest_that_waits() -> None:
    admin = office().member(Role.ADMIN)
    own = {"organization_id": admin.organization.pk, "user_id": admin.user.pk, "options": {}}
    for number in range(3):
        ask_for_job([], token=f"t{number}", **own)
    now, [old, held, lost] = timezone.now(), PrintJob.objects.order_by("token")
    ages = ((old, "waiting", 90, None), (held, "working", 900, 30), (lost, "working", 600, -1))
    for job, state, seconds, lease in ages:
        PrintJob.objects.filter(pk=job.pk).update(
            state=state,
            created_at=now - timedelta(seconds=seconds),
            lease=None if lease is None else now + timedelta(seconds=lease),
        )
    assert figure("jobs", kind="print_job", state="waiting") == 1
    assert figure("jobs", kind="print_job", state="working") == 2
    assert 600 <= figure("oldest_waiting_seconds", kind="print_job") < 700, (
        "one that nobody holds any more waits"
    )
    assert figure("oldest_waiting_seconds", kind="review_papers") == 0
    timed = {dict(labels)["kind"] for name, labels in figures() if name == f"{OURS}oldest_waiting_seconds"}
    assert timed == WORDS["kind"], "whatever waits for a worker is told"


def test_the_other_figures_are_told_while_the_database_is_away() -> None:
    def away(*_asked: object) -> None:
        raise OperationalError

    with connection.execute_wrapper(away):
        assert f"{OURS}requests_total" in told() and f"{OURS}jobs" not in told()


def test_no_label_holds_an_address_with_ids_or_anything_typed(client: Client) -> None:
    """Marks go in by every way that a stranger has; each label must be one of our own words."""
    for path in (
        f"/{MARK}/",
        f"/law/{MARK}/",
        f"/invitation/{MARK}/",
        f"/interview/c7/{MARK}/",
        f"/?{MARK}={MARK}",
    ):
        client.get(path, headers={"user-agent": MARK, "referer": f"https://{MARK}.example/"})
    client.post("/come-back/", {"code": MARK})
    client.post("/account/login/", {"login": MARK, "password": MARK})
    client.get("/clinic/matters/0123456789abcdef0123456789abcdef/")
    client.generic(MARK.upper(), "/")
    client.get("/", headers={"host": f"{MARK}.example"})
    after(filed)
    said = told()
    assert MARK.lower() not in said.lower()
    found = [one for one in figures() if dict(one[1])]
    assert len(found) > 50
    allowed = {**WORDS, "route": {NO_ROUTE, *route_names()}}
    for name, labels in found:
        for label, value in labels:
            assert label == "le" or value in allowed[label], (name, label, value)
    assert not re.search(r'route="[^"]*(/|\d{3}|[0-9a-f]{16})', said)
