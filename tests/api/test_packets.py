"""The API makes the papers that the command makes."""

from __future__ import annotations

import errno
import io
import json
import zipfile
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.db import OperationalError

from petitions.documents.worker import NotPrinted
from tests.api.programs import PACKETS, SAMPLE, Program, program, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def caller() -> Program:
    return program()


def test_the_zip_holds_the_papers_and_their_manifest(caller: Program) -> None:
    answer = caller.send(f"{PACKETS}?language=es", SAMPLE)
    assert answer.status_code == 200 and answer.headers["Content-Type"] == "application/zip"
    assert "Maria" not in answer.headers["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as papers:
        manifest = json.loads(papers.read("manifest.json"))
        named = {paper["file"] for case in manifest["cases"] for paper in case["papers"]}
        assert named < {*papers.namelist()}
        assert all(
            papers.read(name).startswith(b"%PDF-") for name in papers.namelist() if name.endswith("pdf")
        )


def test_a_record_without_filing_facts_gets_no_papers(caller: Program) -> None:
    answer = caller.send(PACKETS, record())
    assert answer.status_code == 400 and answer.json()["problems"][0]["path"] == "filing"


def test_a_language_that_there_is_not_is_refused(caller: Program) -> None:
    answer = caller.send(f"{PACKETS}?language=fr", SAMPLE)
    assert answer.status_code == 400 and answer.json()["problems"][0]["path"] == "language"


def test_where_the_papers_cannot_be_printed_it_says_so(caller: Program, monkeypatch: Any) -> None:
    def fail(_: object) -> None:
        raise NotPrinted

    monkeypatch.setattr("petitions.api.packets.print_in_worker", fail)
    answer = caller.send(PACKETS, SAMPLE)
    assert answer.status_code == 503 and answer.json()["problems"]


@pytest.mark.parametrize("trouble", [OperationalError, partial(OSError, errno.ENOSPC)])
def test_a_database_that_is_away_or_a_full_disk_is_told_as_such(
    caller: Program, trouble: Callable[[str], Exception], monkeypatch: Any
) -> None:
    def fail(_: object) -> None:
        raise trouble("a word of the record")

    monkeypatch.setattr("petitions.api.packets.print_in_worker", fail)
    answer = caller.send(PACKETS, SAMPLE)
    assert answer.status_code == 503 and "word" not in answer.content.decode()
