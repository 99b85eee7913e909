"""The API decides what the command decides, and says kindly what it cannot read."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from django.core.management import call_command

from petitions.api.screening import MOST_CONVICTIONS, MOST_RECORDS
from petitions.api.sent import LARGEST
from tests.api.programs import SCREEN, Program, program, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def caller() -> Program:
    return program()


def by_command(value: Any, path: Any) -> Any:
    path.write_text(json.dumps(value))
    out = io.StringIO()
    call_command("screen", str(path), stdout=out)
    return json.loads(out.getvalue())


def test_one_record_and_a_list_get_what_the_command_says(caller: Program, tmp_path: Any) -> None:
    one, other = record(), record(id="second", petitioner={})
    for value in (one, [one, other]):
        answer = caller.send(SCREEN, value)
        assert answer.status_code == 200
        assert answer.json() == by_command(value, tmp_path / "records.json")


def test_nothing_that_was_sent_is_kept(caller: Program, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(5):
        caller.send(SCREEN, record(id="Canaria"))
    caller.token.refresh_from_db()
    assert caller.token.units == 1 and "Canaria" not in repr(vars(caller.token))


BAD: dict[str, tuple[Any, int, str]] = {
    "no JSON": (b"{", 400, "not JSON"),
    "nothing": (b"", 400, "empty"),
    "no text": (b"\xff", 400, "UTF-8"),
    "a list of nothing": ([], 400, "at least one record"),
    "a number": (7, 400, ""),
    "an unknown key": (record(nothing=1), 400, ""),
    "too many records": ([record()] * (MOST_RECORDS + 1), 413, "at most"),
    "too many convictions": (
        record(convictions=[{"id": f"c{n}"} for n in range(MOST_CONVICTIONS + 1)]),
        400,
        "at most",
    ),
    "too large": (b" " * (LARGEST + 1), 413, "at most 1 MB"),
    "deep": (b"[" * 100_000, 400, "brackets"),
}


@pytest.mark.parametrize("what", BAD)
def test_what_cannot_be_used_is_said_in_a_sentence(caller: Program, what: str) -> None:
    value, status, said = BAD[what]
    answer = caller.send(SCREEN, value)
    assert answer.status_code == status
    problems = answer.json()["problems"]
    assert problems and all(one.keys() == {"path", "sentence"} for one in problems)
    assert said in problems[0]["sentence"]


def test_a_problem_of_a_list_names_the_record(caller: Program) -> None:
    answer = caller.send(SCREEN, [record(), record(convictions=[{"id": "c1", "level": "Canaria"}])])
    assert [one["path"] for one in answer.json()["problems"]] == ["[1].convictions[0].level"]
    assert "Canaria" not in answer.content.decode()


def test_an_error_of_ours_tells_nothing_of_what_was_sent(
    caller: Program, monkeypatch: Any, caplog: Any
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("Canaria")

    monkeypatch.setattr("petitions.api.screening.determine", fail)
    answer = caller.send(SCREEN, record())
    assert answer.status_code == 500 and "our fault" in answer.json()["problems"][0]["sentence"]
    assert "Canaria" not in answer.content.decode()
