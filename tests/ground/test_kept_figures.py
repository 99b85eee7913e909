"""The page that says what we keep, and SECURITY.md, give the time spans that the code goes by."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.conf import settings as site_settings
from django.test import Client
from pytest_django import Settings

from petitions.access import refusals
from petitions.access.organizations import break_glass, invitations
from petitions.access.signing_in import again, pace, sittings
from petitions.access.throttle import Limit
from petitions.interview.kept_figures import kept_figures
from tests.conftest import ROOT

pytestmark = pytest.mark.django_db
SAID = {
    "own_hours": r"away for (\d+) hours",
    "own_days": r"so after (\d+) days in any case",
    "shared_minutes": r"after (\d+) minutes without use",
    "shared_hours": r"and after (\d+) hours in any case",
    "visit_minutes": r"for (\d+) minutes after, we hold a key",
    "code_days_first": r"under a code for (\d+),",
    "code_days_second": r"under a code for \d+, (\d+) or",
    "code_days_third": r"under a code for \d+, \d+ or (\d+) days",
    "sheet_hours": r"it is gone after (\d+) hours",
    "papers_minutes": r"hold them for (\d+) minutes and never save",
    "reminder_days": r"last reminder, or after (\d+) days",
    "reminder_hours": r"delete it after (\d+) hours. The link",
    "wrong_code_minutes": r"count it for (\d+) minutes",
    "matter_closed_days": r"deleted (\d+) days after the office closes",
    "matter_untouched_days": r"or (\d+) days after the last work",
    "print_hours": r"kept locked for (\d+) hours",
    "log_years": r"keep it for (\d+) years",
    "review_days": r"deleted after (\d+) days, or sooner",
}
WRITTEN = {
    "own_hours": r"one's own phone or computer \| (\d+) hours",
    "own_days": r"`RETENTION_HOURS`\) \| (\d+) days",
    "shared_minutes": r"shared computer \| (\d+) minutes",
    "shared_hours": r"shared computer \| \d+ minutes \| (\d+) hours",
    "visit_minutes": r"a code keeps \| (\d+) minutes",
    "code_days_first": r"under a code \| (\d+),",
    "code_days_second": r"under a code \| \d+, (\d+) or",
    "code_days_third": r"under a code \| \d+, \d+ or (\d+) days",
    "sheet_hours": r"as its visit \| (\d+) hours",
    "papers_minutes": r"papers in memory \| (\d+) minutes",
    "reminder_days": r"a reminder \| until its last mail \| (\d+) days",
    "reminder_hours": r"nobody confirmed \| (\d+) hours",
    "wrong_code_minutes": r"wrong codes \| (\d+) minutes",
    "matter_closed_days": r"after it was closed \| (\d+) days",
    "matter_untouched_days": r"after the last work on it \| (\d+) days",
    "print_hours": r"print job \| (\d+) hours",
    "log_years": r"audit log \| (\d+) years",
    "review_days": r"county review \| (\d+) days",
}
OTHERS = {
    r"end after (\d+) minutes without use and after": sittings.IDLE / timedelta(minutes=1),
    r"without use and after (\d+) hours, get a new id": sittings.LONGEST / timedelta(hours=1),
    r"proof that is not older than (\d+) minutes": again.PROVED_FOR / timedelta(minutes=1),
    r"at most (\d+) guesses in an hour": 20,
    r"per address (\d+) tries": pace.ADDRESSES.free,
    r"member signed in within (\d+) days": pace._KNOWN_FOR / timedelta(days=1),
    r"invitation is open for (\d+) days": invitations.VALID_FOR / timedelta(days=1),
    r"look lasts (\d+) hour": break_glass.FOR / timedelta(hours=1),
    r"The first (\d+) of a member within an hour": refusals.SINGLY,
}


def page(language: str = "en") -> str:
    client = Client()
    client.cookies[site_settings.LANGUAGE_COOKIE_NAME] = language
    return re.sub(r"\s+", " ", client.get("/what-we-keep/").content.decode())


def written() -> str:
    return re.sub(r"\s+", " ", (ROOT / "SECURITY.md").read_text(encoding="utf-8"))


def first(pattern: str, text: str) -> int:
    found = re.search(pattern, text)
    assert found, pattern
    return int(found[1])


@pytest.fixture(autouse=True)
def _everyone_may(settings: Settings) -> None:
    settings.READ_RAP_SHEETS = "everyone"


def test_the_page_gives_each_figure_that_the_code_goes_by() -> None:
    said = page()
    assert {name: first(pattern, said) for name, pattern in SAID.items()} == kept_figures()


def test_security_gives_each_figure_that_the_code_goes_by() -> None:
    text = written()
    assert {name: first(pattern, text) for name, pattern in WRITTEN.items()} == kept_figures()
    assert {pattern: first(pattern, text) for pattern in OTHERS} == OTHERS


def test_the_spanish_page_gives_the_same_figures() -> None:
    english, spanish = (
        re.findall(r"\d+", re.sub(r"<[^>]*>", " ", page(one).partition("<main")[2].partition("</main>")[0]))
        for one in ("en", "es")
    )
    assert sorted(english) == sorted(spanish)
    assert set(map(str, kept_figures().values())) <= set(english)


def test_a_changed_setting_changes_the_page(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.RETENTION_HOURS, settings.SHEET_HOURS = 11, 13
    monkeypatch.setattr(
        "petitions.interview.kept_figures.RETURN_CODES", Limit("x", tries=1, within=timedelta(minutes=17))
    )
    monkeypatch.setattr("petitions.records.reviews.keeping.KEPT", timedelta(days=19))
    said = page()
    for name, figure in {
        "own_hours": 11,
        "sheet_hours": 13,
        "wrong_code_minutes": 17,
        "review_days": 19,
    }.items():
        assert first(SAID[name], said) == figure


def test_no_figure_stands_in_the_page_itself() -> None:
    words = re.sub(r"{[{%].*?[%}]}|<[^>]*>", " ", (ROOT / "templates/pages/privacy.html").read_text())
    literal = re.findall(r'translate "([^"]*)"', (ROOT / "templates/pages/privacy.html").read_text())
    assert not [one for one in [words, *literal] if re.search(r"\d", one)]
