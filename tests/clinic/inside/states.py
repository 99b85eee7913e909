"""The states of the script, and of pages of the interview within a matter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from petitions.access.roles import Role
from petitions.clinic.approval import facts_hash
from petitions.interview.answers import new_answers
from petitions.records.held.folder import Folder
from petitions.records.matters.models import Matter
from tests.clinic.inside.at import At
from tests.clinic.inside.sheet import only_members
from tests.clinic.people import answered, matter_of, office
from tests.interview.visitors import filed, screened
from tests.pages.answered import Visitor, emptied, three
from tests.pages.sheet_states import all_checked, while_held
from tests.pages.state import Scene, State
from tests.rapsheet.handing.handed import held_pages

NO_PAGE: dict[str, str] = {}
_INSIDE, _SCRIPT, _ASKED = "matter_inside", "matter_script", "matter_script_page"
_WITHIN = {
    "question": ("interview/c1/county/", three),
    "convictions": ("interview/convictions/", three),
    "result": ("interview/result/", three),
    "tasks": ("papers/", filed),
    "check": ("papers/check/", filed),
    "papers": ("papers/ready/", filed),
    "paper-page": ("papers/case-1/petition/page-1/", filed),
    "guide": ("read-your-record/", screened),
    "law": ("law/", screened),
}


def states() -> Iterator[State]:
    """Give them all."""
    for name, (rest, visitor) in _WITHIN.items():
        yield State(f"within-{name}", _INSIDE, staff=_scene(f"at/{rest}", visitor))
    yield State("within-approved", _INSIDE, staff=_approved)
    yield State("within-in-two-tabs", _INSIDE, staff=_scene("at/interview/c1/county/", three), sent=_stale())
    yield from _sheets()
    yield from _scripts()


def _sheets() -> Iterator[State]:
    yield _sheet("within-sheet-agree", "")
    yield _sheet("empty-within-sheet-agree", "", sent={})
    yield _sheet("within-sheet-check", "check/", held_pages)
    yield _sheet("within-sheet-checked", "check/", all_checked)


def _scripts() -> Iterator[State]:
    yield State("script", _ASKED, staff=_scene("script/c1/ending/", None))
    yield State("script-es", _ASKED, staff=_scene("script/c1/ending/", None, language="es"))
    yield State("script-es-crime", _ASKED, staff=_scene("script/c1/crime/", screened, language="es"))
    yield State("script-es-date", _ASKED, staff=_scene("script/c2/when/", three, language="es"))
    yield State("script-es-names", _ASKED, staff=_scene("script/you/mail/", filed, language="es"))
    yield State("empty-script", _ASKED, staff=_scene("script/c1/ending/", None, language="es"), sent={})
    yield State("script-in-two-tabs", _ASKED, staff=_scene("script/c1/county/", three), sent=_stale())
    yield State("script-end", _SCRIPT, staff=_scene("script/", three))
    yield State("script-end-es", _SCRIPT, staff=_scene("script/", filed, language="es"))
    yield State("script-end-none", _SCRIPT, staff=_scene("script/", emptied))


def _stale() -> dict[str, str]:
    return {"seen": "older", "answer": "Fresno"}


def _scene(rest: str, visitor: Visitor | None, *, language: str = "en") -> Callable[[], Scene]:
    def made() -> Scene:
        member = office().member(Role.VOLUNTEER)
        answers = answered(visitor) if visitor else new_answers()
        found = At(member, matter_of(member, answers=answers, language=language))
        return Scene(found.client, found.home + rest)

    return made


def _approved() -> Scene:
    member = office().member(Role.REVIEWER)
    answers = answered(filed)
    matter = matter_of(member, answers=answers)
    Matter.objects.filter(pk=matter.pk).update(approved_hash=facts_hash(answers))
    return Scene(member.client, f"/clinic/matters/{matter.pk}/at/interview/you/name-on-case/")


def _sheet(
    name: str,
    rest: str,
    prepare: Callable[[Folder], None] | None = None,
    *,
    sent: dict[str, str] | None = None,
) -> State:
    scene = _scene(f"at/rap-sheet/{rest}", None, language="es")
    amid = partial(while_held, prepare) if prepare else only_members
    return State(name, _INSIDE, staff=scene, sent=sent, amid=amid)
