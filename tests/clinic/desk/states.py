"""The states of the desk's pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from petitions.access.roles import Role
from petitions.clinic.desk.changes import apply_cells
from petitions.interview.answers import new_answers
from petitions.interview.counts import with_conviction, without_conviction
from petitions.interview.screening import today
from tests.clinic.people import answered, matter_of, office
from tests.pages.answered import three_filed
from tests.pages.state import Scene, State

NO_PAGE: dict[str, str] = {
    "matter_cell": "says what was saved, to a script",
    "matter_rows": "only leads back to the matter",
    "matters_assign": "only leads back to the list",
}
WRONG = {
    "c1.when.text": "13/40/2005",
    "c1.crime.text": "weed",
    "you.mail.answer": "yes",
    "you.mail.part_zip": "9",
}
ROWS = "county\tcase number\tcode\tage\nLA\tBA1\t11359\t33\nNowhere\tX2\tweed\t200\n"


def states() -> Iterator[State]:
    """Give them all."""
    yield State(
        "matters-none", "matters", staff=lambda: Scene(office().member(Role.VOLUNTEER).client, "/clinic/")
    )
    yield State("matters", "matters", staff=_listed)
    yield State("matters-found-none", "matters", staff=_listed, sent={"find": "Nobody"})
    yield State("new-matter", "new_matter", staff=_new)
    yield State("empty-new-matter", "new_matter", staff=_new, sent={})
    yield State("matter-empty", "matter", staff=lambda: _at(new_answers))
    yield State("matter-no-count", "matter", staff=lambda: _at(_without_counts))
    yield State("matter-begun", "matter", staff=lambda: _at(begun))
    yield State("matter-done", "matter", staff=lambda: _at(answered))
    yield State("matter-several", "matter", staff=lambda: _at(lambda: answered(three_filed)))
    yield State("wrong-matter", "matter", staff=lambda: _at(new_answers), sent=WRONG)
    yield State("wrong-matter-two-members", "matter", staff=lambda: _at(begun), sent=_elsewhere())
    yield State("matter-paste", "matter_paste", staff=lambda: _at(new_answers, "paste/"))
    yield State(
        "matter-pasted", "matter_paste", staff=lambda: _at(new_answers, "paste/"), sent={"rows": ROWS}
    )
    yield State(
        "empty-matter-paste", "matter_paste", staff=lambda: _at(new_answers, "paste/"), sent={"rows": ""}
    )
    yield State(
        "wrong-matter-paste",
        "matter_paste",
        staff=lambda: _at(new_answers, "paste/"),
        sent={"rows": "Kern\tX\t11359\n" * 61},
    )


def begun() -> dict[str, Any]:
    """Return answers as they stand in the middle of typing: two counts of a case, the second hardly begun."""
    sent = {
        "c1.county": {"text": "la"},
        "c1.crime": {"text": "11359"},
        "c1.when": {"text": "3/2004"},
        "c1.level": {"answer": "felony"},
        "you.name-on-case": {"part_name_on_case": "Testa Example"},
    }
    return with_conviction(apply_cells(new_answers(), sent, on=today()).answers, same_case_as="c1")


def _without_counts() -> dict[str, Any]:
    return without_conviction(new_answers(), "c1")


def _elsewhere() -> dict[str, str]:
    return {"c1.county.text": "Fresno", "c1.county.seen": "other"}


def _listed() -> Scene:
    member = office().member(Role.REVIEWER)
    for answers in (answered(), begun(), new_answers()):
        matter_of(member, answers=answers)
    return Scene(member.client, "/clinic/")


def _new() -> Scene:
    return Scene(office().member(Role.VOLUNTEER).client, "/clinic/matters/new/")


def _at(answers: Callable[[], dict[str, Any]], page: str = "") -> Scene:
    member = office().member(Role.REVIEWER)
    return Scene(member.client, f"/clinic/matters/{matter_of(member, answers=answers()).pk}/{page}")
