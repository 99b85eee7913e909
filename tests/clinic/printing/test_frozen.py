"""Whoever edits while papers are made: a file holds the answers of the press, whole, or says that they changed (S42)."""

from __future__ import annotations

import json
from contextlib import ExitStack
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings as live
from hypothesis import given, settings
from hypothesis import strategies as st

from petitions.access.roles import Role
from petitions.clinic.printing import work as worker
from petitions.clinic.printing.making import Made
from petitions.clinic.printing.plan import Options
from petitions.interview.screening import today
from petitions.records.matters.models import Matter
from petitions.records.matters.print_models import PrintState
from petitions.records.matters.printing import Wanted, ask_for_job, parts_of
from petitions.records.matters.reading import answers_of
from petitions.records.matters.writing import save_matter_answers
from tests.clinic.people import Member, matter_of, office

pytestmark = pytest.mark.django_db
MATTERS = 3
EDITS = st.lists(st.tuples(st.integers(0, MATTERS - 1), st.integers(0, MATTERS - 1)), max_size=5)
"""Whose answers are edited, and while whose papers are made."""


def edit(matter: Matter) -> None:
    """Change two answers together, which must never be seen apart."""
    found = answers_of(matter)
    number = found.answers["first"] + 1
    save_matter_answers(matter, answers={"first": number, "second": number}, version=found.version)


def run(member: Member, edits: list[tuple[int, int]], stacked: list[bytes]) -> tuple[list[Matter], Any]:
    """Print the papers of three matters while somebody edits them."""
    matters = [matter_of(member, answers={"first": 0, "second": 0}) for _each in range(MATTERS)]
    own = {"organization_id": member.organization.pk, "user_id": member.user.pk}
    told = {"print": Options().as_json(), "language": "en", "on": today().isoformat()}
    job = ask_for_job([Wanted(one, 1, "") for one in matters], **own, token=str(id(edits)), options=told)
    order = [one.pk for one in matters]

    def making(matter: Matter, answers: Any, **_: Any) -> Made:
        for whose, amid in edits:
            if order.index(matter.pk) == amid:
                edit(matters[whose])
        return Made(json.dumps(answers).encode(), 1)

    def stacking(sheets: list[Any], **_: Any) -> Any:
        stacked.extend(sheet.content for sheet in sheets)
        return SimpleNamespace(content=b"".join(sheet.content for sheet in sheets))

    with ExitStack() as stack:
        for name, value in (("_HOLD_EVERY", 600.0), ("make", making), ("stack", stacking)):
            stack.enter_context(patch.object(worker, name, value))
        assert worker.work(job)
    return matters, job


@settings(max_examples=20)
@given(edits=EDITS)
def test_a_file_holds_the_answers_of_the_press_or_says_that_they_changed(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[int, int]]
) -> None:
    stacked: list[bytes] = []
    with patch.object(live, "PRINTS_DIR", str(tmp_path_factory.getbasetemp() / "frozen")):
        _matters, job = run(office().member(Role.REVIEWER), edits, stacked)
        parts = list(parts_of(job))
    made = [part for part in parts if part.state == PrintState.DONE]
    assert [json.loads(one) for one in stacked] == [{"first": 0, "second": 0}] * len(made)
    assert {part.trouble for part in parts if part not in made} <= {"changed"}
    edited_before = {whose for whose, amid in edits if amid < whose}
    assert {n for n, part in enumerate(parts) if part.trouble} <= edited_before
    assert (len(made) < MATTERS) == bool(edited_before)
