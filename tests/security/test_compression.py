"""Pages are sent compressed, and their size gives nothing away: no guess of another's gets into one."""

from __future__ import annotations

import gzip
import re

import pytest
from django.test import Client
from django.urls import reverse

from tests.access.test_routes import GONE, OK, ROWS
from tests.interview.visitors import after, filed

pytestmark = pytest.mark.django_db
GUESS = "csrfmiddlewaretoken-value-Guess"
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


def test_a_page_is_compressed_and_a_file_is_not() -> None:
    client = after(filed).client
    page = client.get("/interview/result/", headers={"accept-encoding": "gzip"})
    assert page.headers["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in page.headers["Vary"]
    assert gzip.decompress(page.content).startswith(b"<!doctype html>")
    assert len(page.content) * 2 < len(gzip.decompress(page.content))
    for path in ("/papers/all.pdf", "/papers/case-1/petition/page-1-small.png"):
        assert "Content-Encoding" not in client.get(path, headers={"accept-encoding": "gzip"}).headers


def test_the_length_of_a_page_and_its_tokens_change_each_time() -> None:
    client = Client()
    pages = [client.get("/", headers={"accept-encoding": "gzip"}).content for _time in range(8)]
    assert len({len(page) for page in pages}) > 1
    tokens = [set(_TOKEN.findall(gzip.decompress(page))) for page in pages]
    assert len(set.union(*tokens)) == sum(map(len, tokens)) == 8


@pytest.mark.parametrize(
    "row", [row for row in ROWS if OK in (row.get, row.own_get)], ids=lambda row: row.name
)
def test_no_page_repeats_what_its_address_was_given(row: object) -> None:
    address = reverse(row.name, kwargs=row.parts)  # type: ignore[attr-defined]
    asked = {"next": GUESS, "q": GUESS, "back": GUESS, "answer": GUESS}
    for client in (Client(), after(filed).client):
        for found in (client.get(address, asked), client.get(f"{address}?{GUESS}")):
            assert GUESS.encode() not in found.content
            assert GUESS.lower().encode() not in found.content


@pytest.mark.parametrize("row", [row for row in ROWS if row.get == GONE], ids=lambda row: row.name)
def test_a_search_finds_no_page_with_answers(row: object) -> None:
    found = Client().get(reverse(row.name, kwargs=row.parts))  # type: ignore[attr-defined]
    assert found.status_code == GONE
    assert found.headers["X-Robots-Tag"] == "noindex, noarchive"
    assert Client().get("/").headers["X-Robots-Tag"] == "noarchive"
