"""The calendar file is one that calendars read, and tells nobody what its days are about."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.translation import override
from icalendar import Calendar

from petitions.interview.after.calendar import calendar_file
from petitions.interview.after.dates import KeptDay, Kind, kept_days, mail_days
from petitions.interview.after.trackers import Step, with_call_on, with_step
from petitions.interview.answers import Answers, new_answers
from tests.interview.after.forbidden import found_in

ON = date(2026, 12, 1)
NOW = datetime(2026, 12, 1, 17, 30, tzinfo=UTC)
DAYS = (
    KeptDay(date(2026, 12, 15), Kind.CALL, "aaaa", ""),
    KeptDay(date(2027, 1, 12), Kind.BE_THERE, "bbbb", "c1"),
)


def noted(**values: str | None) -> Answers:
    answer = {"how": "hearing", "on": None, "hearing_on": None, "department": "", **values}
    return with_step(new_answers(), place="c1", step=Step.ANSWERED, values=answer, mark="bbbb")


def made(language: str = "en", *, now: datetime = NOW) -> bytes:
    with override(language):
        return calendar_file(DAYS, now=now)


def test_the_file_reads_back_as_whole_days() -> None:
    calendar = Calendar.from_ical(made())
    events = calendar.walk("VEVENT")
    assert [event.decoded("dtstart") for event in events] == [day.on for day in DAYS]
    assert all(event["dtstart"].params["VALUE"] == "DATE" for event in events)
    assert calendar["version"] == "2.0" and calendar["prodid"]
    assert all(event.decoded("dtstamp") == NOW for event in events)
    assert [len(event.walk("VALARM")) for event in events] == [1, 1]


def test_the_file_keeps_the_lines_and_ends_of_the_standard() -> None:
    content = made("es")
    assert content.startswith(b"BEGIN:VCALENDAR\r\n") and content.endswith(b"END:VCALENDAR\r\n")
    lines = content.split(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"") and max(map(len, lines)) <= 75
    for name in (b"UID:", b"DTSTAMP:", b"DTSTART;VALUE=DATE:", b"SEQUENCE:"):
        assert sum(line.startswith(name) for line in lines) == 2, name


def test_a_day_has_the_same_name_for_ever_and_a_later_file_wins() -> None:
    first, later = (Calendar.from_ical(made(now=at)).walk("VEVENT") for at in (NOW, NOW + timedelta(hours=1)))
    assert [one["uid"] for one in first] == [one["uid"] for one in later] == ["aaaa-call", "bbbb-be-there"]
    assert int(later[0]["sequence"]) > int(first[0]["sequence"])


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_word_says_what_it_is_about(language: str) -> None:
    assert found_in(made(language).decode()) == []


def test_the_file_is_in_the_language_of_the_person() -> None:
    assert "Paperwork: make a phone call" in made("en").decode()
    assert "Papeles: hacer una llamada" in made("es").decode()


def test_a_file_without_days_is_a_calendar_too() -> None:
    assert Calendar.from_ical(calendar_file((), now=NOW)).walk("VEVENT") == []


def test_days_that_are_over_and_hearings_that_were_decided_are_left_out() -> None:
    answers = with_call_on(noted(hearing_on="2027-01-12"), "2026-11-30", mark="aaaa")
    assert [day.on for day in kept_days(answers, on=ON)] == [date(2027, 1, 12)]
    decided = with_step(
        answers, place="c1", step=Step.DECIDED, values={"how": "granted", "on": None}, mark=""
    )
    assert kept_days(decided, on=ON) == ()
    assert kept_days(noted(), on=ON) == ()


def test_mail_goes_out_on_the_day_of_a_call_and_two_days_before_a_hearing() -> None:
    answers = with_call_on(noted(hearing_on="2027-01-12"), "2026-12-15", mark="aaaa")
    last = ON + timedelta(days=120)
    assert mail_days(answers, on=ON, last=last) == (date(2026, 12, 15), date(2027, 1, 10))
    assert mail_days(answers, on=ON, last=date(2026, 12, 31)) == (date(2026, 12, 15),)
    assert mail_days(answers, on=date(2027, 1, 10), last=last) == ()
