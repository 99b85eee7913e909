"""The busy paths of petitioners, of programs, and of whoever signs in, as somebody walks them."""

from __future__ import annotations

import io
import secrets

from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from petitions.interview.screening import today
from petitions.records.held.holding import held_by, hold, let_go
from petitions.records.reminders.writing import ask, confirm, stop, wish
from petitions.records.return_codes import code_from, in_groups
from tests.api.programs import SCREEN, record
from tests.interview.visitors import after, filed, screened
from tests.interview.walk import POSSESSION, RESULT, Walk
from tests.records.plans.opening import opened
from tests.records.plans.stage import Stage

_KEEP, _COME_BACK = "/answers/keep/", "/come-back/"
_SEED = "0123456789abcdef0123456789abcdef"


def interview(_stage: Stage) -> None:
    """Answer every question up to the result, and see it."""
    assert Walk().begin().until(POSSESSION).path == RESULT


def papers(_stage: Stage) -> None:
    """Open the pages before and after the papers."""
    walked = after(filed)
    for path in ("/papers/", "/papers/check/", "/papers/ready/", "/papers/after/"):
        opened(walked.client, path)


def code(_stage: Stage) -> None:
    """Keep answers under a code, come back with it elsewhere, go on, and delete it."""
    walked = after(screened)
    page = walked.client.post(_KEEP, {"answer": "30", "seed": _SEED}).content.decode()
    shown = page.partition('class="return-code"')[2].partition(">")[2].partition("<")[0]
    back = Walk()
    assert back.follow(back.client.post(_COME_BACK, {"answer": shown})).path == RESULT
    opened(back.client, "/interview/convictions/")
    back.client.post("/answers/delete/", {"answer": "yes"})


def wrong_code(_stage: Stage) -> None:
    """Come back with a code that keeps nothing."""
    for _time in range(2):
        Client().post(_COME_BACK, {"answer": in_groups(code_from(secrets.token_bytes(16)))})


def held_sheet(_stage: Stage) -> None:
    """Hold a sheet for a visit, open it, and let it go."""
    visit = after(screened).client.session["interview"]
    hold(visit)
    assert held_by(visit)
    let_go(visit)


def reminders(_stage: Stage) -> None:
    """Ask for reminders, confirm them, look at them, send what is due, and stop them."""
    now = timezone.now()
    secret = ask("testa@example.org", days=[today()], language="en", site="", now=now)
    confirm(secret, now=now)
    assert wish(secret, now=now)
    call_command("remind", stdout=io.StringIO())
    stop(secret)


def sign_in(stage: Stage) -> None:
    """Sign in with a wrong password, then with the right one."""
    for password in ("a wrong one", stage.admin.user.username):
        Client().post("/account/login/", {"login": stage.admin.user.username, "password": password})


def program(stage: Stage) -> None:
    """Screen a record as a program does."""
    assert stage.program.send(SCREEN, record()).status_code == 200
