"""Reminders by mail: only where asked for and confirmed, and without a word of what they are about."""

from __future__ import annotations

import re
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from petitions.interview.after.sending import Run, send_due
from petitions.interview.screening import today
from petitions.records.reminders.models import Reminder
from petitions.records.reminders.throttle import MOST_FROM_A_SESSION, MOST_TO_AN_ADDRESS
from tests.interview.after.forbidden import found_in
from tests.interview.visitors import after, filed
from tests.interview.walk import Walk

pytestmark = pytest.mark.django_db
DATES, MAIL, ASKED = "/papers/after/dates/", "/papers/after/dates/mail/", "/papers/after/dates/asked/"
ADDRESS = "canaria-testa@example.org"


def with_a_day(*, language: str = "en") -> Walk:
    walked = after(filed)
    walked.client.post("/language/", {"language": language, "next": "/"})
    walked.go(DATES)
    return walked.follow(walked.post(call="14"))


def ask(walked: Walk, address: str = ADDRESS) -> Any:
    return walked.client.post(MAIL, {"address": address})


def link(message: EmailMessage) -> str:
    found = re.search(r"http://testserver(/reminder/[\w-]+/)", str(message.body))
    assert found is not None
    return found[1]


def test_a_day_is_chosen_and_kept_and_can_be_taken_back() -> None:
    walked = with_a_day()
    assert walked.path == DATES and "Paperwork: make a phone call" in walked.text
    walked.follow(walked.post(call="none"))
    assert "Paperwork: make a phone call" not in walked.text
    assert "Choose an answer" in walked.follow(walked.post()).text


def test_the_calendar_file_has_a_name_that_tells_nothing() -> None:
    sent = with_a_day().client.get("/papers/after/dates/dates.ics")
    assert sent.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert sent.headers["Content-Disposition"] == 'attachment; filename="dates.ics"'
    assert b"BEGIN:VEVENT" in sent.content and b"CR-05" not in sent.content


def test_two_downloads_have_the_same_names_for_the_days() -> None:
    walked = with_a_day()
    uids = [re.findall(rb"UID:(\S+)", walked.client.get(f"{DATES}dates.ics").content) for _ in range(2)]
    assert uids[0] == uids[1] and len(uids[0]) == 1


def test_mail_is_offered_only_with_a_server_and_a_day_to_write_on(settings: Settings) -> None:
    assert 'name="address"' not in after(filed).go(DATES).text
    walked = with_a_day()
    assert 'name="address"' in walked.text
    settings.MAIL_OFFERED = False
    assert 'name="address"' not in walked.go(DATES).text
    assert ask(walked).headers["Location"] == DATES
    assert not mail.outbox and not Reminder.objects.exists()


def test_without_a_yes_from_the_address_nothing_but_one_question_is_sent() -> None:
    assert ask(with_a_day()).headers["Location"] == ASKED
    [question] = mail.outbox
    assert question.to == [ADDRESS]
    send_due(on=today() + timedelta(days=14), now=timezone.now() + timedelta(days=14))
    assert len(mail.outbox) == 1


def test_opening_the_link_starts_nothing_and_pressing_the_button_does() -> None:
    ask(with_a_day())
    reader, path = Client(), link(mail.outbox[0])
    page = reader.get(path).content.decode()
    assert "Yes, write to me" in page and Reminder.objects.get().confirmed_at is None
    reader.post(path, {"do": "start"})
    assert "Stop the reminders" in reader.get(path).content.decode()
    reader.post(path, {"do": "nonsense"})
    assert Reminder.objects.get().confirmed_at is not None


def test_a_confirmed_reminder_comes_once_on_its_day_and_leaves_nothing() -> None:
    ask(with_a_day())
    path = link(mail.outbox.pop())
    Client().post(path, {"do": "start"})
    on, now = today() + timedelta(days=14), timezone.now() + timedelta(days=14)
    assert send_due(on=on - timedelta(days=1), now=now) == Run(0, 0)
    assert send_due(on=on, now=now) == Run(1, 0)
    assert send_due(on=on, now=now) == Run(0, 0)
    [reminder] = mail.outbox
    assert reminder.to == [ADDRESS] and link(reminder) == path
    assert not Reminder.objects.exists()


def test_the_link_in_a_mail_stops_what_is_left_without_any_sign_in() -> None:
    ask(with_a_day())
    path, reader = link(mail.outbox[0]), Client()
    reader.post(path, {"do": "start"})
    reader.post(path, {"do": "stop"})
    assert not Reminder.objects.exists()
    assert "There are no reminders here" in reader.get(path).content.decode()


def test_who_got_the_question_by_mistake_can_have_the_address_deleted() -> None:
    ask(with_a_day())
    Client().post(link(mail.outbox[0]), {"do": "stop"})
    assert not Reminder.objects.exists()


@pytest.mark.parametrize("language", ["en", "es"])
def test_no_mail_and_no_page_behind_it_says_what_it_is_about(language: str) -> None:
    ask(with_a_day(language=language))
    path = link(mail.outbox[0])
    pages = [Client().get(path).content.decode()]
    Client().post(path, {"do": "start"})
    pages.append(Client().get(path).content.decode())
    send_due(on=today() + timedelta(days=14), now=timezone.now() + timedelta(days=14))
    pages.append(Client().get(path).content.decode())
    question, reminder = mail.outbox
    assert (
        reminder.subject
        == {"en": "A reminder that you asked for", "es": "Un recordatorio que usted pidió"}[language]
    )
    for sent in (question, reminder):
        assert found_in(sent.message().as_string()) == []
        assert found_in(f"{sent.subject} {sent.body} {sent.from_email}") == []
        assert sent.body.count("http") == 1 and "interview" not in sent.body
    for page in pages:
        assert found_in(re.sub(r"<[^>]+>", " ", page)) == []
    assert '<html lang="es">' in pages[0] if language == "es" else '<html lang="en">' in pages[0]


def test_an_address_gets_few_mails_a_day_and_whoever_asks_is_not_told() -> None:
    answers = {ask(with_a_day()).headers["Location"] for _ in range(MOST_TO_AN_ADDRESS + 2)}
    assert answers == {ASKED} and len(mail.outbox) == MOST_TO_AN_ADDRESS


def test_one_visitor_can_write_to_few_addresses_a_day() -> None:
    walked = with_a_day()
    for number in range(MOST_FROM_A_SESSION + 2):
        ask(walked, f"testa{number}@example.org")
    assert len(mail.outbox) == MOST_FROM_A_SESSION


@pytest.mark.parametrize(
    "address", ["", "nobody", "a@b", "a@example.org\nBcc: b@example.org", "x" * 250 + "@a.org"]
)
def test_what_is_no_address_is_refused_kindly_and_kept_in_the_box(address: str) -> None:
    answer = ask(with_a_day(), address)
    assert answer.status_code == 200 and not mail.outbox
    page = answer.content.decode()
    assert "Type the e-mail like name@example.com" in page and "<title>Error:" in page
    assert f'value="{address}"' in page or not address or "\n" in address


def test_a_mail_that_is_not_taken_is_tried_again_and_shows_no_address(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    ask(with_a_day())
    Client().post(link(mail.outbox[0]), {"do": "start"})

    def refuse(*_: object, **__: object) -> int:
        raise SMTPException(f"{ADDRESS}: no such mailbox")

    on, now = today() + timedelta(days=14), timezone.now() + timedelta(days=14)
    with monkeypatch.context() as broken:
        broken.setattr(EmailMessage, "send", refuse)
        assert send_due(on=on, now=now) == Run(0, 1)
    assert ADDRESS not in caplog.text and "mail_not_sent" in caplog.messages
    assert send_due(on=on, now=now + timedelta(minutes=15)) == Run(1, 0)


def test_the_address_and_the_department_are_in_no_address_of_a_page_and_not_readable_in_the_database() -> (
    None
):
    walked = with_a_day().go("/papers/after/c1/answered/")
    walked.follow(walked.post(answer="hearing", department="Canaria-Room"))
    ask(walked)
    row = Reminder.objects.get()
    assert b"anaria" not in bytes(row.content) and "anaria" not in repr(vars(row))
    page = walked.go("/papers/after/").text
    assert "Canaria-Room" in page
    assert not [href for href in re.findall(r'(?:href|action)="([^"]*)"', page) if "anaria" in href.lower()]


def test_deleting_the_answers_leaves_the_reminders_which_the_page_says() -> None:
    walked = with_a_day()
    assert "If you delete your answers here, reminders still come" in walked.text
    ask(walked)
    walked.client.post("/leave/")
    assert Reminder.objects.count() == 1
