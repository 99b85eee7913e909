"""A person with a browser, a second tab, a clock and a code, beside a model of what must be stored (S47)."""

from __future__ import annotations

import copy
import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import StringIO
from typing import Any
from unittest.mock import patch
from urllib.parse import urlencode

from django.core.management import call_command
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.test import Client
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from petitions.interview.answers import Answers, applied, conviction_ids, facts_at, has_place, new_answers
from petitions.interview.counts import can_add, with_conviction, without_conviction
from petitions.interview.flow import Page
from petitions.interview.forms import Situation, form_for
from petitions.interview.questions import Scope, question_of
from petitions.interview.screening import today
from petitions.records.models import Interview, KeptAnswers
from petitions.records.reading import open_interview
from petitions.records.writing import start_interview
from tests.interview.model.answers_of import CHOICES, COMPLETE
from tests.interview.walk import FILING, Fields

FOREIGN = "Otra Ñandú Canaria"
"""The name in the answers of another visitor, whom nobody here may ever see."""
_SEEN = re.compile(r'name="seen" value="([^"]*)"')
_BACK = re.compile(r'<a[^>]+href="([^"]+)"[^>]*class="[^"]*back')
_PAPERS = ("/papers/ready/", "/papers/all.pdf", "/papers/clearrecord-papers.zip")
_PAGES = (
    "/interview/convictions/",
    "/interview/result/",
    "/papers/",
    "/papers/check/",
    *_PAPERS,
    "/answers/keep/",
)
_FOR_PAPERS = {f"you/{key}" for key in ("name-on-case", "name-now", "mail")}
"""Pages that every paper needs."""
_REAL_NOW = timezone.now
MONTH = timedelta(days=30)


@dataclass
class Tab:
    """A page that was drawn earlier: what stood in it then."""

    page: Page
    seen: str
    shown: dict[str, Any]


@dataclass
class Kept:
    """What a code keeps: the answers of its visit as they were saved last, until a time."""

    answers: Answers
    until: datetime


def _now() -> datetime:
    """Return the time of the moved clock, which stands in the place of this function's at each call."""
    return timezone.now()


@dataclass
class Person:
    """What must be stored for the browser now. ``answers`` is None where it has none."""

    answers: Answers | None = None
    idle: timedelta = timedelta(hours=72)
    whole: timedelta = timedelta(days=7)
    begun: datetime = field(default_factory=_now)
    seen_at: datetime = field(default_factory=_now)
    code: str = ""
    tabs: list[Tab] = field(default_factory=list)


class InterviewModel(RuleBasedStateMachine):
    """Each rule does one thing over HTTP and says what must be stored after it."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = ExitStack()
        self.stack.enter_context(transaction.atomic())
        self.offset = timedelta()
        self.stack.enter_context(patch("django.utils.timezone.now", lambda: _REAL_NOW() + self.offset))
        self.client, self.person = Client(), Person()
        self.codes: dict[str, Kept] = {}
        self.printed = False
        foreign = applied(
            new_answers(), place="you", question=_question("name-on-case"), values={"name_on_case": FOREIGN}
        )
        self.foreign = start_interview(foreign)

    def teardown(self) -> None:
        """Take back everything."""
        transaction.set_rollback(True)
        self.stack.close()

    # What a person does

    @rule()
    def begin(self) -> None:
        """Press Start; whoever has begun goes on."""
        response = self.post("/interview/begin/")
        assert response.status_code == 302
        if self.person.answers is None:
            self.person = Person(new_answers())
        self.there()

    @precondition(lambda self: self.person.answers is not None)
    @rule(data=st.data())
    def answer(self, data: st.DataObject) -> None:
        """Answer any question that can be asked, for the first time or once more, well or badly."""
        page, fields = self.some_page(data), {}
        fields = data.draw(st.sampled_from(CHOICES[page.question.key]))
        self.send(page, fields, seen=self.draw_page(page).seen)

    @precondition(lambda self: self.person.answers is not None)
    @rule(data=st.data())
    def open_in_another_tab(self, data: st.DataObject) -> None:
        """Open a page and leave it."""
        self.person.tabs.append(self.draw_page(self.some_page(data)))

    @precondition(lambda self: self.person.tabs)
    @rule(data=st.data())
    def send_from_another_tab(self, data: st.DataObject) -> None:
        """Answer on a page that was drawn long ago."""
        tab = data.draw(st.sampled_from(self.person.tabs))
        self.person.tabs.remove(tab)
        fields = data.draw(st.sampled_from(CHOICES[tab.page.question.key]))
        self.send(tab.page, fields, seen=tab.seen, shown=tab.shown)

    @precondition(lambda self: self.person.answers is not None)
    @rule(data=st.data())
    def go_back(self, data: st.DataObject) -> None:
        """Follow the link back from a page; nothing changes by it."""
        page = self.some_page(data)
        found = _BACK.search(self.get(f"/interview/{page.place}/{page.question.key}/").content.decode())
        if found:
            assert self.get(found[1]).status_code in (200, 302)

    @precondition(lambda self: self.person.answers is not None and can_add(self.person.answers))
    @rule(same=st.booleans(), data=st.data())
    def add(self, same: bool, data: st.DataObject) -> None:
        """Add a conviction, in the same case as another or not."""
        answers = self.own()
        firsts = [one for one in conviction_ids(answers) if answers["same_case"].get(one, one) == one]
        case = data.draw(st.sampled_from(firsts)) if same and firsts else None
        response = self.post("/interview/convictions/add/", {"answer": case or "other"})
        assert response.status_code == 302
        self.person.answers = with_conviction(answers, same_case_as=case)
        self.saved()

    @precondition(lambda self: self.person.answers is not None and conviction_ids(self.person.answers))
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        """Take a conviction out; once more, where it is gone already, changes nothing."""
        place = data.draw(st.sampled_from(conviction_ids(self.own())))
        for _time in range(2):
            assert self.post(f"/interview/{place}/remove/").status_code == 302
        self.person.answers = without_conviction(self.own(), place)
        self.saved()

    @precondition(lambda self: self.person.answers is not None and len(self.codes) < 3)
    @rule()
    def keep(self) -> None:
        """Keep the answers under a code, in place of an earlier one."""
        shown = self.post("/answers/keep/", {"answer": "30"})
        code = shown.content.decode().split('class="return-code"')[1].split(">")[1].split("<")[0]
        self.codes.pop(self.person.code, None)
        self.person.code, self.person.idle, self.person.whole = (
            code,
            timedelta(minutes=30),
            timedelta(hours=8),
        )
        self.codes[code] = Kept(copy.deepcopy(self.own()), timezone.now() + MONTH)
        self.there()

    @precondition(lambda self: self.codes)
    @rule(data=st.data())
    def come_back(self, data: st.DataObject) -> None:
        """Type a code, also one that keeps nothing any more."""
        code = data.draw(st.sampled_from(sorted(self.codes)))
        kept, response = self.codes[code], self.post("/come-back/", {"answer": code})
        if kept.until <= timezone.now():
            assert response.status_code in (200, 429)
            return
        assert response.status_code == 302
        kept.until = timezone.now() + MONTH
        self.person = Person(
            copy.deepcopy(kept.answers), timedelta(minutes=30), timedelta(hours=8), code=code
        )

    @precondition(lambda self: self.person.answers is not None)
    @rule()
    def leave(self) -> None:
        """Leave and clear; a code still keeps the answers."""
        assert self.post("/leave/").status_code == 302
        self.person = Person()

    @precondition(lambda self: self.person.answers is not None)
    @rule()
    def delete(self) -> None:
        """Delete everything, also what the code keeps."""
        assert self.post("/answers/delete/").status_code == 302
        if self.person.code in self.codes:
            self.codes[self.person.code].until = timezone.now()
        self.person = Person()

    @rule(minutes=st.sampled_from([1, 20, 29, 31, 60 * 9, 60 * 71, 60 * 73, 60 * 24 * 31]))
    def wait(self, minutes: int) -> None:
        """Let time go by; the visit may be over then."""
        self.offset += timedelta(minutes=minutes)

    @rule()
    def purge(self) -> None:
        """Purge: what is over is gone, and nothing else."""
        call_command("purge", stdout=StringIO())
        now = timezone.now()
        assert KeptAnswers.objects.count() == sum(kept.until > now for kept in self.codes.values())
        own = Interview.objects.exclude(pk=self.foreign)
        assert own.count() == (0 if self.person.answers is None or self.is_over() else 1)

    @precondition(lambda self: self.person.answers is not None and not self.printed)
    @rule()
    def fill_in_and_print(self) -> None:
        """Answer what one simple conviction needs, and have the papers made."""
        answers, complete = self.own(), {**COMPLETE, **FILING}
        for place in conviction_ids(answers)[1:]:
            self.post(f"/interview/{place}/remove/")
            answers = without_conviction(answers, place)
        self.person.answers = answers
        for key, fields in complete.items() if conviction_ids(answers) else ():
            page = self.page_of(key, conviction_ids(self.own())[0])
            if has_place(self.own(), page.place, page.question):
                self.send(page, fields, seen="")
        self.saved()
        self.printed = True
        self.ask_for_papers()

    @precondition(lambda self: self.person.answers is not None)
    @rule()
    def ask_for_papers(self) -> None:
        """Ask for the papers, whether or not they can be made: they never come where something is not answered."""
        response = self.get(_PAPERS[0])
        if response.status_code == 200 and self.person.answers is not None:
            assert set(self.own()["trail"]) >= _FOR_PAPERS, "papers of what was not answered"
        else:
            assert response.status_code in (302, 410)

    # What must hold after each step

    @invariant()
    def what_is_stored_is_what_was_acknowledged(self) -> None:
        """Compare what is stored with the answers that were taken."""
        key = self.client.session.get("interview") if self.client.cookies.get("session") else None
        opened = open_interview(key) if key else None
        if self.person.answers is None or self.is_over():
            assert opened is None
        else:
            assert opened is not None and _bare(opened.answers) == _bare(self.own())

    @invariant()
    def a_visit_that_is_over_answers_nothing(self) -> None:
        """Ask each page of a visit that was deleted or has ended."""
        if self.person.answers is None or self.is_over():
            self.person = Person()
            for path in _PAGES:
                assert self.get(path).status_code == 410, path

    @invariant()
    def the_other_visitor_is_untouched(self) -> None:
        """See that the answers of the other are as they were."""
        row = Interview.objects.filter(pk=self.foreign).first()
        assert row is None or row.version == 1

    # How it is done

    def get(self, path: str) -> HttpResponse:
        """Open a page."""
        return self.looked(self.client.get(path))

    def post(self, path: str, fields: Fields | None = None) -> HttpResponse:
        """Send a form."""
        return self.looked(self.client.post(path, fields or {}))

    def looked(self, response: HttpResponse) -> HttpResponse:
        """See that no answer of another visitor is in it, nor a server error."""
        assert response.status_code < 500
        assert FOREIGN.encode() not in response.content
        self.there()
        return response

    def there(self) -> None:
        """Note that the person is there."""
        if self.person.answers is not None and not self.is_over():
            self.person.seen_at = timezone.now()

    def is_over(self) -> bool:
        """Say whether the visit has ended by the clock."""
        now, own = timezone.now(), self.person
        return now >= own.seen_at + own.idle or now >= own.begun + own.whole

    def own(self) -> Answers:
        """Return the answers that must be stored now."""
        assert self.person.answers is not None
        return self.person.answers

    def some_page(self, data: st.DataObject) -> Page:
        """Draw a question that can be asked now."""
        pages = [
            page
            for key in CHOICES
            for place in ("you", *conviction_ids(self.own()))
            if has_place(self.own(), (page := self.page_of(key, place)).place, page.question)
        ]
        return data.draw(st.sampled_from(pages))

    def page_of(self, key: str, place: str) -> Page:
        """Return the page of a question about the person or about this conviction."""
        question = _question(key)
        return Page("you" if question.scope in (Scope.PETITIONER, Scope.FILER) else place, question)

    def draw_page(self, page: Page) -> Tab:
        """Open a page, and note what stands in it."""
        response = self.get(f"/interview/{page.place}/{page.question.key}/")
        assert response.status_code == 200
        found = _SEEN.search(response.content.decode())
        return Tab(page, found[1] if found else "", facts_at(self.own(), page.place, page.question))

    def send(self, page: Page, fields: Fields, *, seen: str, shown: dict[str, Any] | None = None) -> None:
        """Send an answer; it is taken where it is a good one and nothing else was said meanwhile."""
        answers = self.own()
        there = has_place(answers, page.place, page.question)
        form = form_for(Situation(page, answers, today()), _sent(fields)) if there else None
        is_good = form is not None and form.is_valid()
        now_stored = facts_at(answers, page.place, page.question) if there else {}
        is_stale = shown is not None and shown != now_stored and bool(seen)
        differs = is_good and any(now_stored.get(fact) != value for fact, value in form.values.items())
        response = self.post(f"/interview/{page.place}/{page.question.key}/", {"seen": seen, **fields})
        if not there:
            assert response.status_code == 302
        elif not is_good or (is_stale and differs):
            assert response.status_code == 200, "a bad or a stale answer was taken"
        else:
            assert response.status_code == 302, "a good answer was not taken"
            self.person.answers = applied(
                answers, place=page.place, question=page.question, values=form.values
            )
            self.saved()

    def saved(self) -> None:
        """Note that what was saved is kept under the code, too."""
        if self.person.code in self.codes:
            self.codes[self.person.code].answers = copy.deepcopy(self.own())


def _question(key: str) -> Any:
    found = question_of(key)
    assert found is not None, key
    return found


def _sent(fields: Fields) -> QueryDict:
    return QueryDict(urlencode(fields, doseq=True))


def _bare(answers: Answers) -> Answers:
    """Return the answers without the empty drawers that a look may leave."""
    found = copy.deepcopy(answers)
    cases = found["filing"]["cases"]
    found["filing"]["cases"] = {place: facts for place, facts in cases.items() if facts}
    return found
