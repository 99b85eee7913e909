"""Asks Lighthouse what it thinks of the pages of a county review, as a member of staff opens them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connections
from django.test.testcases import LiveServerThread

from petitions.records.reviews.deciding import Choice, decide_row, sign_off
from petitions.review.policies.rules import NOT_ELIGIBLE
from tests.access.signing_in.members import just_proved
from tests.pages.lighthouse import Judged, judge
from tests.review.screens.offices import content, done, papers_made, reviewer, vault_for

PAGES = {
    "county results": "",
    "county compare": "compare/",
    "county charts": "charts/",
    "county table": "convictions/",
    "county person": "convictions/2/",
    "county papers": "papers/",
}


def judged_county(folder: Path) -> Iterator[tuple[str, Judged]]:
    """Judge each page of a review in which staff changed something; its database is that of a test."""
    settings.REVIEWS_DIR = str(folder)
    member = reviewer()
    review = done(member, content(40))
    choice = Choice(NOT_ELIGIBLE, "Too serious")
    decide_row(review, vault_for(review), choice, row=2, seen=0, user_id=member.user.pk)
    review.refresh_from_db()
    sign_off(review, seen=review.version, user_id=member.user.pk)
    review.refresh_from_db()
    papers_made(review)
    cookies = {"session": just_proved(member).cookies["session"].value}
    with _site() as address:
        for name, part in PAGES.items():
            yield name, judge(f"{address}/county/{review.pk}/{part}", cookies=cookies)


@contextmanager
def _site() -> Iterator[str]:
    """Run the site in a thread on the database of this process; give its address."""
    shared = connections["default"]
    shared.inc_thread_sharing()
    thread = LiveServerThread("localhost", StaticFilesHandler, connections_override={"default": shared})
    thread.daemon = True
    thread.start()
    thread.is_ready.wait()
    assert thread.error is None, thread.error
    try:
        yield f"http://localhost:{thread.port}"
    finally:
        thread.terminate()
        shared.dec_thread_sharing()
