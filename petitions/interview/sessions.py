"""Ties a browser session to its stored answers, and saves one change at a time so that no other is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from petitions.interview.answers import Answers, Values, applied, facts_at, has_place, new_answers
from petitions.interview.flow import Page
from petitions.interview.within import within
from petitions.records.keeping import come_back, delete_kept
from petitions.records.reading import Visit, open_interview
from petitions.records.retention import Keeping, limits
from petitions.records.writing import (
    StaleVersion,
    delete_interview,
    keep_only_for,
    save_answers,
    start_interview,
    touch,
)

_KEY = "interview"
_TRIES = 20
_SIGNS = 15
"""Parts of the idle time after which one more page counts as a sign of the person."""


class InterviewGone(Exception):
    """There are no stored answers for this session: deleted, expired, or never begun."""


class PlaceGone(Exception):
    """The conviction that a page asks about was removed."""


class AnsweredElsewhere(Exception):
    """Another tab has answered the same question since this page was drawn."""

    def __init__(self, stored: Values) -> None:
        super().__init__("answered in another tab")
        self.stored = stored


class IsMatter(Exception):
    """The answers belong to a clinic's matter: a page of a visit may not end, keep or replace them."""


def begin(request: HttpRequest, *, is_shared: bool, county: str = "") -> None:
    """Start an interview, or keep the one that there is; on a shared computer both end early.

    A new one has the county proposed that the person saw at the start.
    """
    _refuse_in_matter(request)
    try:
        key = _open(request)[0]
        if is_shared:
            keep_only_for(key, keeping=Keeping.SHARED)
    except InterviewGone:
        key = start_interview(
            new_answers(county=county), keeping=Keeping.SHARED if is_shared else Keeping.OWN
        )
        _belongs_to(request, key)
    _ends_with_browser(request, is_shared=is_shared)


def return_with(request: HttpRequest, code: str, *, is_shared: bool) -> bool:
    """Open what a code keeps, in place of what this browser had open; say whether there was anything."""
    _refuse_in_matter(request)
    key = come_back(code, keeping=Keeping.SHARED if is_shared else Keeping.VISIT)
    if key is None:
        return False
    delete_interview(request.session.get(_KEY, ""))
    request.session.flush()
    _belongs_to(request, key)
    _ends_with_browser(request, is_shared=is_shared)
    return True


def has_answers(request: HttpRequest) -> bool:
    """Say whether this browser has answers open."""
    try:
        return bool(visit_of(request))
    except InterviewGone:
        return False


def is_kept(request: HttpRequest) -> bool:
    """Say whether a code keeps the answers that this browser has open."""
    try:
        return visit_of(request)[1].kept_until is not None
    except InterviewGone:
        return False


def use_visit(request: HttpRequest) -> tuple[str, Visit]:
    """Return the id of the visit and how long it stays; the person is there."""
    key = _open(request)[0]
    return key, request.visit  # type: ignore[attr-defined]


def visit_of(request: HttpRequest) -> tuple[str, Visit]:
    """Return the id of the visit and how long it stays, without a sign of the person."""
    key = _key(request)
    opened = open_interview(key) if key else None
    if key is None or opened is None:
        raise InterviewGone
    return key, opened.visit


def stay(request: HttpRequest) -> None:
    """Note that the person is still there."""
    touch(visit_of(request)[0])


def load(request: HttpRequest) -> Answers:
    """Return the answers of this session."""
    return _as_read(request, _open(request)[1])


def change(request: HttpRequest, step: Callable[[Answers], Answers]) -> Answers:
    """Apply one change to the newest answers and save them; try again when another tab was faster."""
    for _try in range(_TRIES):
        key, answers, version = _open(request)
        changed = step(answers)
        try:
            save_answers(key, answers=changed, version=version)
        except StaleVersion:
            continue
        return _as_read(request, changed)
    raise StaleVersion


def answer(request: HttpRequest, page: Page, values: Values, *, seen: str) -> Answers:
    """Save one answer; refuse to write over a different one given meanwhile in another tab."""

    def step(answers: Answers) -> Answers:
        if not has_place(answers, page.place, page.question):
            raise PlaceGone
        stored = facts_at(answers, page.place, page.question)
        is_new = bool(seen) and not constant_time_compare(seen, seen_mark(answers, page))
        if is_new and any(stored.get(fact) != value for fact, value in values.items()):
            raise AnsweredElsewhere(stored)
        return applied(answers, place=page.place, question=page.question, values=values)

    return change(request, step)


def seen_mark(answers: Answers, page: Page) -> str:
    """Return a mark of what is stored for a page, from which the answer cannot be read."""
    return mark_of(f"{page.place}/{page.question.key}", facts_at(answers, page.place, page.question))


def mark_of(about: str, stored: object) -> str:
    """Return a mark of what is stored about something, from which it cannot be read."""
    written = json.dumps(stored, sort_keys=True)
    return salted_hmac("interview.seen", f"{about}/{written}").hexdigest()[:24]


def forget(request: HttpRequest) -> None:
    """Delete the answers and everything that this session holds; what a code keeps stays."""
    _refuse_in_matter(request)
    key = request.session.get(_KEY)
    if key:
        delete_interview(key)
    request.session.flush()


def forget_everything(request: HttpRequest) -> None:
    """Delete the answers, what a code keeps of them with its key, and everything that this session holds."""
    _refuse_in_matter(request)
    key = request.session.get(_KEY)
    if key:
        delete_kept(key)
    forget(request)


def _belongs_to(request: HttpRequest, key: str) -> None:
    if request.session.session_key:
        request.session.cycle_key()  # whoever knew the old one does not know who answers now
    request.session[_KEY] = key


def _ends_with_browser(request: HttpRequest, *, is_shared: bool) -> None:
    if is_shared:
        request.session.set_expiry(0)


def _open(request: HttpRequest) -> tuple[str, Answers, int]:
    key = _key(request)
    opened = open_interview(key) if key else None
    if key is None or opened is None:
        raise InterviewGone
    request.visit = _seen_now(key, opened.visit)  # type: ignore[attr-defined]
    return key, opened.answers or new_answers(), opened.version


def _as_read(request: HttpRequest, answers: Answers) -> Answers:
    """Return the answers as pages read them: with what the office of a matter answers, which is never saved."""
    matter = within(request)
    return matter.adds(answers) if matter else answers


def _key(request: HttpRequest) -> str | None:
    """Return the id of the answers: those of the matter that the address names, or of this browser's visit."""
    found: str | None = matter_answers(request) or request.session.get(_KEY)
    return found


def matter_answers(request: HttpRequest) -> str | None:
    """Return the id of the answers of the matter within whose address this page stands; None outside of any.

    Whoever sets it has loaded the matter for this request and found that the member may change it.
    """
    found: str | None = getattr(request, "matter_answers", None)
    return found


def _refuse_in_matter(request: HttpRequest) -> None:
    if matter_answers(request):
        raise IsMatter


def _seen_now(key: str, visit: Visit) -> Visit:
    """Return the visit as it is after this page, which is a sign of the person."""
    now, idle = timezone.now(), limits(visit.keeping).idle
    if now - visit.touched_at > idle / _SIGNS:
        touch(key)
    return replace(visit, ends_at=min(now + idle, visit.whole_end))
