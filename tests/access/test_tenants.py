"""No address, field or file of one organization opens anything of another: whole sets of ids are swapped at random."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from petitions.access.roles import Role
from petitions.clinic.summaries import summaries_of
from petitions.records.matters.models import Matter
from tests.access.rows.gathered import STAFF_ROWS
from tests.access.rows.shape import NOT_ALLOWED, StaffRow, World, world
from tests.access.signing_in.members import just_proved
from tests.access.stored import files, picture
from tests.access.tap import writing

pytestmark = pytest.mark.django_db
SWAPS = int(os.environ.get("CLEARRECORD_SWAPS", "2000"))
PETITIONER = "Zuñiga".encode()
"""A word of the name in the matters that are not theirs."""


def mixed(own: Mapping[str, Any], foreign: Mapping[str, Any], *, chance: random.Random) -> dict[str, Any]:
    """Return the values with at least one of those that differ taken from the other organization."""
    differing = [key for key in own if own[key] != foreign.get(key, own[key])]
    if not differing:
        return dict(own)
    taken = chance.sample(differing, chance.randint(1, len(differing)))
    return {**own, **{key: foreign[key] for key in taken}}


def swaps(
    where: World, *, how_many: int, seed: int
) -> Iterator[tuple[StaffRow, str, dict[str, Any], dict[str, Any]]]:
    """Give routes with the ids of another organization in the address, in the form, or in both."""
    chance, theirs = random.Random(seed), where.swapped()
    each = [
        (row, row.parts(theirs), row.parts(where), row.sent_in(theirs), row.sent_in(where))
        for row in STAFF_ROWS
    ]
    named = [one for one in each if one[1] != one[2] or one[3] != one[4]]
    for _ in range(how_many):
        row, own_parts, foreign_parts, own_sent, foreign_sent = chance.choice(named)
        parts, sent = dict(own_parts), dict(own_sent)
        if own_parts != foreign_parts:
            parts = mixed(own_parts, foreign_parts, chance=chance)
        if own_sent != foreign_sent and (own_parts == foreign_parts or chance.random() < 0.5):
            sent = mixed(own_sent, foreign_sent, chance=chance)
        can_post = row.post != NOT_ALLOWED
        only_form = own_parts == foreign_parts
        method = "POST" if only_form or (can_post and chance.random() < 0.6) else "GET"
        yield row, method, parts, sent


def refused(
    client: Client, row: StaffRow, method: str, parts: Mapping[str, Any], sent: Mapping[str, Any]
) -> list[str]:
    """Return what is wrong with the answer to a swapped request."""
    path = reverse(row.name, kwargs=dict(parts))
    response = client.post(path, sent) if method == "POST" else client.get(path)
    wrong = []
    if response.status_code not in (404, 405):
        wrong.append(f"{row.name} {method}: {response.status_code}")
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if PETITIONER in content:
        wrong.append(f"{row.name} {method} shows the petitioner")
    return wrong


def swap_many(how_many: int, *, seed: int) -> list[str]:
    where, wrong = world(), []
    client = just_proved(where.theirs.member(Role.ADMIN))
    summaries_of(
        Matter.objects.all()
    )  # a list keeps them when it is first drawn, which is no change of anything
    given = [*swaps(where, how_many=how_many, seed=seed)]
    before, before_files = (
        picture(),
        files(),
    )  # each request is taken back: before the next one all is as it was
    for row, method, parts, sent in given:
        with transaction.atomic():
            with writing() as written:
                wrong += refused(client, row, method, parts, sent)
            changed = [name for name, rows in picture(written).items() if rows != before[name]]
            if changed or files() != before_files:
                wrong.append(f"{row.name} {method} changed {changed or 'files'}")
            transaction.set_rollback(True)
    return sorted(set(wrong))


def test_ids_of_another_organization_open_and_change_nothing() -> None:
    assert swap_many(120, seed=1) == []


@pytest.mark.long
def test_two_thousand_swaps_open_and_change_nothing() -> None:
    assert swap_many(SWAPS, seed=2) == []


QUERY = (
    "member",
    "matter",
    "matters",
    "ids",
    "of",
    "about",
    "attorney",
    "person",
    "job",
    "organization",
    "list",
)
"""Names under which a page might look for an id behind the question mark, by those that forms use."""
SEARCHED = re.compile(rb'<input[^>]*name="about"[^>]*>')
"""The box of the log in which the words stand that the member looked for."""


def counted(pictured: Mapping[str, Any]) -> dict[str, int]:
    """Return how many rows each table has, but for the log, in which each look and each refusal stands."""
    return {name: len(rows) for name, rows in pictured.items() if not name.endswith("AuditEntry")}


@pytest.mark.long
def test_ids_of_another_organization_behind_the_question_mark_show_and_change_nothing() -> None:
    where, wrong = world(), []
    theirs = where.swapped()
    client = just_proved(where.theirs.member(Role.ADMIN))
    summaries_of(Matter.objects.all())  # as above
    for row in STAFF_ROWS:
        foreign = [str(value) for value in (*row.parts(where).values(), where.matter.pk, where.own.pk)]
        asked, path = dict.fromkeys(QUERY, foreign), reverse(row.name, kwargs=dict(row.parts(theirs)))
        before, before_files = picture(), files()
        with transaction.atomic():
            response = client.get(path, asked)
            content = b"".join(response.streaming_content) if response.streaming else response.content
            content = SEARCHED.sub(b"", content)
            shown = [one for one in (where.matter.pk, where.own.pk) if one.encode() in content]
            wrong += [(row.name, "shows")] if shown or response.status_code >= 500 else []
            after, kept = counted(picture()), counted(before)
            wrong += [(row.name, "changes")] if after != kept or files() != before_files else []
            transaction.set_rollback(True)
    assert wrong == []
