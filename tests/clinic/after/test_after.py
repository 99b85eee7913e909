"""What becomes of the cases: noting one step or many, telling the person, the hearings, and whose they are."""

from __future__ import annotations

import re
from datetime import time, timedelta
from typing import Any, ClassVar

import pytest
from django.core import mail
from django.utils.module_loading import import_string
from icalendar import Calendar

from petitions.access.actors import Actor
from petitions.access.organizations.models import AuditEntry
from petitions.access.roles import Role
from petitions.clinic.after import senders
from petitions.clinic.after.board import cases_for
from petitions.clinic.after.many import carry_out, plan_for
from petitions.clinic.after.message import words_for
from petitions.clinic.after.sender_check import check_sender
from petitions.clinic.after.senders import EmailSender, Message
from petitions.interview.screening import today
from petitions.records.matters.models import CaseStatus, CaseStep, Matter, Told
from petitions.records.matters.steps import NOT_NOTED, note_step, take_back_step
from petitions.records.writing import StaleVersion
from tests.clinic.after.followed import approved, note
from tests.clinic.after.states import noted, with_contact
from tests.clinic.people import Member, Office, answered, matter_of, office
from tests.interview.after.forbidden import found_in
from tests.pages.answered import three_filed

pytestmark = pytest.mark.django_db
BOARD, NOTE = "/clinic/follow-up/", "/clinic/follow-up/note/"


@pytest.fixture
def ours() -> Office:
    return office()


def case_of(matter: Matter, place: str = "c1") -> str:
    return f"/clinic/matters/{matter.pk}/follow-up/{place}/"


def many(member: Member, *matters: Matter, **sent: Any) -> Any:
    fields = {
        "cases": [f"{one.pk}.c1" for one in matters],
        "on": str(today()),
        "tell": "record",
        "token": "t",
    }
    return member.client.post(NOTE, {**fields, **sent})


def steps() -> list[tuple[str, str]]:
    return sorted(CaseStep.objects.values_list("status", "outcome"))


class Carrier:
    """Takes messages, or refuses them."""

    carries = frozenset({"email", "sms"})
    sent: ClassVar[list[Message]] = []
    takes: ClassVar[bool] = True

    def send(self, message: Message) -> bool:
        if self.takes:
            self.sent.append(message)
        return self.takes


@pytest.fixture
def carrier(settings: Any) -> type[Carrier]:
    settings.CLINIC_SENDER = f"{__name__}.Carrier"
    Carrier.sent, Carrier.takes = [], True
    return Carrier


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        senders, "import_string", lambda name: Carrier if name.endswith(".Carrier") else EmailSender
    )


# Noting


def test_ready_is_told_by_the_approval_and_never_noted(ours: Office) -> None:
    member = ours.member(Role.REVIEWER)
    matter = matter_of(member, answers=answered())
    assert "<strong>Not ready</strong>" in member.client.get(BOARD).text
    approved(member, answered())
    assert "<strong>Ready to print</strong>" in member.client.get(BOARD).text
    assert member.client.post(case_of(matter), {"happened": "ready"}).status_code == 200
    assert steps() == []


def test_a_step_is_noted_changed_and_taken_back(ours: Office) -> None:
    member = ours.member(Role.REVIEWER)
    matter = approved(member, answered())
    sent = {"happened": "decided-part", "on": str(today())}
    assert member.client.post(case_of(matter), sent).status_code == 302
    assert steps() == [("decided", "part")]
    assert "Granted in part" in member.client.get(BOARD).text
    assert (
        member.client.post(
            case_of(matter), {**sent, "happened": "decided-other", "seen": "decided-1"}
        ).status_code
        == 302
    )
    page = member.client.get(case_of(matter)).text
    assert "Another decision" in page and "What to say to the person" not in page
    back = {"status": "decided", "version": "2"}
    assert member.client.post(case_of(matter) + "take-back/", back).status_code == 302
    assert steps() == []
    assert {one.additional_data["what"] for one in AuditEntry.objects.all()} >= {
        "decided noted",
        "decided taken back",
    }


def test_two_members_never_note_over_each_other(ours: Office) -> None:
    member = ours.member(Role.REVIEWER)
    matter = approved(member, answered())
    note(matter, CaseStatus.FILED, days_ago=3)
    refused = member.client.post(case_of(matter), {"happened": "filed", "on": str(today()), "seen": ""})
    assert "Someone else has noted this step" in refused.text
    assert f'value="{today()}"' in refused.text and 'value="filed-1"' in refused.text
    assert CaseStep.objects.get().on == today() - timedelta(days=3)
    again = {"happened": "filed", "on": str(today()), "seen": "filed-1"}
    assert member.client.post(case_of(matter), again).status_code == 302
    assert CaseStep.objects.get().on == today()
    stale = {"status": "filed", "version": "1"}
    page = member.client.post(case_of(matter) + "take-back/", stale, follow=True)
    assert "Somebody changed this step meanwhile" in page.text and len(steps()) == 1


def test_the_version_of_a_step_is_checked(ours: Office) -> None:
    matter = approved(ours.member(Role.REVIEWER), answered())
    said: dict[str, Any] = {"place": "c1", "status": CaseStatus.FILED, "user_id": None}
    with pytest.raises(StaleVersion):
        note_step(matter, on=today(), version=3, **said)
    assert note_step(matter, on=today(), version=NOT_NOTED, **said)
    assert not note_step(matter, on=today(), version=NOT_NOTED, **said)
    with pytest.raises(StaleVersion):
        note_step(matter, on=None, version=NOT_NOTED, **said)
    assert note_step(matter, on=None, **said)
    assert not take_back_step(matter, place="c1", status=CaseStatus.SERVED, version=1)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"happened": ""}, "Choose one"),
        ({"on": "2999-01-01"}, "This day has not come yet"),
        ({"on": "2010-01-01"}, "The law for these papers began"),
        ({"on": "31/31"}, "Type the day like 11/28/2026"),
        ({"hearing_on": "2010-01-01"}, "The law for these papers began"),
        ({"hearing_on": "2999-01-01"}, "It is far away"),
        ({"hearing_at": "x"}, "Type the time as hours and minutes"),
        ({"department": "x" * 41}, "This is too long"),
        ({"department": "Room \U0001f984"}, "There is a problem"),
        ({"tell": "email"}, "tick that they said we may"),
        ({"tell": "pigeon"}, "Choose one"),
    ],
)
def test_what_cannot_be_noted_is_said_kindly(ours: Office, sent: dict[str, str], said: str) -> None:
    member = ours.member(Role.REVIEWER)
    matter = approved(member, with_contact())
    page = member.client.post(case_of(matter), {"happened": "filed", "on": str(today()), **sent})
    assert page.status_code == 200 and "There is a problem" in page.text and said in page.text
    assert steps() == []


def test_an_odd_order_is_asked_about_and_taken(ours: Office) -> None:
    member = ours.member(Role.REVIEWER)
    matter = approved(member, answered())
    note(matter, CaseStatus.FILED, days_ago=3)
    sent = {"happened": "decided-granted", "on": str(today() - timedelta(days=9))}
    assert "That is not usual. Is it right?" in member.client.post(case_of(matter), sent).text
    assert member.client.post(case_of(matter), {**sent, "sure": "on"}).status_code == 302
    assert len(steps()) == 2


# Many


def test_many_are_noted_once_however_often_it_is_pressed(ours: Office) -> None:
    member = ours.member(Role.REVIEWER)
    matters = [approved(member, answered()) for _one in range(3)]
    page = many(member, *matters, happened="filed")
    assert "It is noted for 3 cases" in page.text and steps() == []
    for _time in range(2):
        assert many(member, *matters, happened="filed", yes="1").status_code == 302
    assert steps() == [("filed", "")] * 3
    assert set(CaseStep.objects.values_list("version", flat=True)) == {1}
    assert "This step is noted already." in many(member, *matters, happened="filed").text


def test_what_cannot_change_is_named_and_left_alone(ours: Office) -> None:
    member = ours.member(Role.REVIEWER)
    ready, open_one = approved(member, answered()), matter_of(member, answers=answered())
    page = many(member, ready, open_one, happened="printed")
    assert "It is noted for 1 case:" in page.text and "It is not approved" in page.text
    many(member, ready, open_one, happened="printed", yes="1")
    assert CaseStep.objects.get().matter == ready


def test_a_question_about_one_of_many_waits_for_a_yes(ours: Office) -> None:
    member = ours.member(Role.REVIEWER)
    matter = approved(member, answered())
    note(matter, CaseStatus.PRINTED)
    early = {"happened": "filed", "on": str(today() - timedelta(days=9)), "yes": "1"}
    assert "That is not usual" in many(member, matter, **early).text
    assert many(member, matter, **early, sure="on").status_code == 302
    assert len(steps()) == 2


@pytest.mark.parametrize("yes", [{}, {"yes": "1"}])
def test_a_foreign_case_among_many_is_no_such_page_and_changes_nothing(
    ours: Office, yes: dict[str, str]
) -> None:
    member, stranger = ours.member(Role.REVIEWER), office("Another Office").member(Role.REVIEWER)
    own, foreign = approved(member, answered()), approved(stranger, answered())
    assert many(member, own, foreign, happened="filed", **yes).status_code == 404
    no_such = {"cases": [f"{own.pk}.c9"]}
    assert many(member, happened="filed", **yes, **no_such).status_code == 404
    volunteer = ours.member(Role.VOLUNTEER)
    assert many(volunteer, own, happened="filed", **yes).status_code == 404
    assert steps() == []


def test_many_needs_cases_and_a_step(ours: Office) -> None:
    member = ours.member(Role.REVIEWER)
    matter = approved(member, answered())
    assert "Tick the cases first" in many(member, happened="filed").text
    page = many(member, matter, happened="", yes="1")
    assert "Choose one" in page.text and "checked" in page.text


def test_the_places_and_steps_of_an_address_are_checked(ours: Office) -> None:
    member = ours.member(Role.REVIEWER)
    matter = approved(member, answered())
    assert member.client.get(case_of(matter, "c9")).status_code == 404
    for sent in ({"status": "ready", "version": "1"}, {"status": "filed", "version": "x"}, {}):
        assert member.client.post(case_of(matter) + "take-back/", sent).status_code == 404


def test_what_somebody_notes_while_many_are_noted_stays(ours: Office) -> None:
    member = ours.member(Role.REVIEWER)
    matter = approved(member, answered())
    actor = Actor(member.user.pk, "Testa", ours.organization, Role.REVIEWER)
    plan = plan_for(cases_for(actor), status=CaseStatus.FILED, on=today())
    note(matter, CaseStatus.FILED, days_ago=5)
    done = carry_out(actor, plan, status=CaseStatus.FILED, outcome="", on=today(), tell_token=None)
    assert done.noted == 0 and CaseStep.objects.get().on == today() - timedelta(days=5)


# The board


def test_the_board_asks_as_much_of_the_database_for_many_as_for_few(
    ours: Office, django_assert_max_num_queries: Any
) -> None:
    member, answers = ours.member(Role.REVIEWER), answered()
    for _one in range(30):
        note(approved(member, answers), CaseStatus.FILED, days_ago=90)
    for page in (BOARD, "/clinic/follow-up/due/", "/clinic/figures/"):
        member.client.get(page)  # makes the summaries
        with django_assert_max_num_queries(16):
            member.client.get(page)


def test_the_board_counts_and_filters(ours: Office) -> None:
    member, other = ours.member(Role.REVIEWER), ours.member(Role.VOLUNTEER)
    first, second = approved(member, answered()), approved(member, answered(three_filed))
    note(first, CaseStatus.FILED)
    Matter.objects.filter(pk=first.pk).update(assigned_to=other.user)

    def shown(query: str) -> int:
        return member.client.get(f"{BOARD}?{query}").text.count('class="number-link"')

    assert (shown(""), shown("status=filed"), shown("county=San+Diego")) == (3, 1, 1)
    assert (shown(f"to={other.user.pk}"), shown("page=x"), shown("status=none")) == (1, 3, 0)
    assert "<strong>2</strong> Ready to print" in member.client.get(BOARD).text
    note(second, CaseStatus.SIGNED, place="c7")  # what was noted stays in sight when a case loses its papers
    assert shown("status=signed") == 1


def test_the_due_list_names_what_is_late_first(ours: Office) -> None:
    member = ours.member(Role.REVIEWER)
    soon, late = approved(member, answered()), approved(member, answered())
    note(soon, CaseStatus.PRINTED)
    for status in (CaseStatus.FILED, CaseStatus.SERVED):
        note(late, status, days_ago=90)
    page = member.client.get("/clinic/follow-up/due/").text
    assert page.index("Call the clerk") < page.index("File the papers")
    assert "1 is late." in page and "Health &amp; Saf. Code, § 11361.8" in page


# Telling


def test_a_person_is_told_once_with_their_yes_and_in_their_language(
    ours: Office, carrier: type[Carrier]
) -> None:
    member = ours.member(Role.REVIEWER)
    matter = approved(member, with_contact(), language="es")
    sent = {"happened": "filed", "on": str(today()), "tell": "sms", "agreed": "on", "token": "t"}
    for _time in range(2):
        assert member.client.post(case_of(matter), sent).status_code == 302
    (message,) = carrier.sent
    assert message.to == "510-555-0199" and "510-555-0100" in message.text and "testa" not in repr(message)
    assert "There is news" not in message.text
    assert Told.objects.get().is_sent
    noted_down = AuditEntry.objects.filter(additional_data__what="told by sms, the person agreed")
    assert noted_down.count() == 1
    assert "510-555-0199" not in str(list(AuditEntry.objects.values_list("changes", "additional_data")))


def test_many_are_told_where_there_is_an_address(ours: Office, carrier: type[Carrier]) -> None:
    member = ours.member(Role.REVIEWER)
    reached, not_reached = approved(member, with_contact()), approved(member, answered())
    sent = {"happened": "filed", "tell": "tell", "yes": "1"}
    assert "tick that they said we may" in many(member, reached, not_reached, **sent).text
    assert steps() == []
    for _time in range(2):
        many(member, reached, not_reached, **sent, agreed="on")
    assert [message.by for message in carrier.sent] == ["email"]
    page = member.client.get(BOARD).text
    assert "2 cases were noted." in page and "1 person was told." in page and "Could not be told: 1." in page


def test_what_was_not_sent_is_shown_and_tried_again_by_hand(ours: Office, carrier: type[Carrier]) -> None:
    member = ours.member(Role.REVIEWER)
    matter = approved(member, with_contact())
    carrier.takes = False
    sent = {"happened": "filed", "on": str(today()), "tell": "email", "agreed": "on", "token": "t"}
    page = member.client.post(case_of(matter), sent, follow=True).text
    assert "The message could not be sent" in page and "not sent" in page
    again = case_of(matter) + "tell-again/"
    key = {"message": re.search(r'name="message" value="([^"]+)"', page)[1]}  # type: ignore[index]
    failed = member.client.post(again, key, follow=True).text
    assert "could not be sent" in failed
    carrier.takes = True
    member.client.post(again, key)  # a second press of the same button
    assert carrier.sent == []
    key = {"message": re.search(r'name="message" value="([^"]+)"', failed)[1]}  # type: ignore[index]
    assert "The message is on its way." in member.client.post(again, key, follow=True).text
    member.client.post(again, key)
    member.client.post(again, {"message": "none"})
    assert len(carrier.sent) == 1


def test_nobody_is_written_to_whose_address_is_gone(ours: Office, carrier: type[Carrier]) -> None:
    member = ours.member(Role.REVIEWER)
    matter = approved(member, answered())
    Told.objects.create(
        id="k",
        matter=matter,
        organization=ours.organization,
        place="c1",
        status="filed",
        by="email",
        at="2026-01-01T00:00Z",
    )
    member.client.post(case_of(matter) + "tell-again/", {"message": "k.2026-01-01T00:00:00+00:00"})
    assert carrier.sent == [] and not Told.objects.get().is_sent


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize(
    ("name", "phone"),
    [
        ("Example Legal Aid", "510-555-0100"),
        ("Record Clearing Clinic", "510-555-0100"),
        ("Example Office", ""),
        ("", ""),
    ],
)
def test_a_message_tells_nobody_what_it_is_about(language: str, name: str, phone: str) -> None:
    place = office(name).organization
    place.phone = phone
    subject, text = words_for(place, language=language)
    assert found_in(f"{subject} {text.replace('Example Legal Aid', '')}") == []
    assert phone in text and ("Record" not in text)
    assert ("Example" in text) == name.startswith("Example")


def test_the_console_shows_neither_address_nor_name(capsys: pytest.CaptureFixture[str]) -> None:
    sent = senders.ConsoleSender().send(Message("email", "k", "News", "testa@example.org", "Please call."))
    said = capsys.readouterr().out
    assert sent and "Please call." in said and "testa" not in said


def test_mail_goes_out_by_the_mail_server(monkeypatch: pytest.MonkeyPatch) -> None:
    message = Message("email", "k", "News", "testa@example.org", "Please call.")
    assert EmailSender().send(message)
    assert mail.outbox[0].to == ["testa@example.org"] and mail.outbox[0].body == "Please call.\n"

    def refuse(_mail: object) -> None:
        raise OSError

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuse)
    assert not EmailSender().send(message)


def test_the_sender_is_the_one_that_is_named(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert isinstance(senders.sender(), senders.ConsoleSender)


@pytest.mark.parametrize(
    ("path", "is_wrong"),
    [
        ("petitions.clinic.after.senders.ConsoleSender", False),
        ("petitions.clinic.after.senders.EmailSender", False),
        ("petitions.clinic.after.senders.NoSuch", True),
        ("petitions.clinic.after.senders.Message", True),
        ("collections.OrderedDict", True),
    ],
)
def test_a_sender_that_cannot_work_is_found_when_the_site_starts(
    settings: Any, monkeypatch: pytest.MonkeyPatch, path: str, is_wrong: bool
) -> None:
    monkeypatch.setattr(senders, "import_string", import_string)
    settings.CLINIC_SENDER = path
    assert [one.id for one in check_sender()] == (["petitions.E001"] if is_wrong else [])


# The hearings


def test_the_calendar_names_a_file_and_nothing_else(ours: Office) -> None:
    member = ours.member(Role.REVIEWER)
    matter = approved(member, with_contact())
    noted(matter)
    other = approved(member, answered())
    note(other, CaseStatus.ANSWERED, outcome="hearing", hearing_on=today())
    foreign = approved(office("Another Office").member(Role.REVIEWER), answered())
    note(foreign, CaseStatus.ANSWERED, hearing_on=today())
    answer = member.client.get("/clinic/follow-up/hearings.ics")
    file = answer.content.decode()
    events = Calendar.from_ical(file).walk("VEVENT")
    assert [str(one["summary"]) for one in events] == ["1 Á. Z.", "2 Á. Z."]
    assert (
        found_in(re.sub(r"UID:\w+", "", file)) == [] and "attachment" in answer.headers["Content-Disposition"]
    )
    assert events[0].decoded("dtstart").astimezone().utcoffset() is not None
    assert events[1].decoded("dtstart") == today()
    own = member.client.get(f"/clinic/matters/{matter.pk}/follow-up/hearings.ics").content.decode()
    assert len(Calendar.from_ical(own).walk("VEVENT")) == 1
    moved = note_step(
        matter,
        place="c1",
        status=CaseStatus.ANSWERED,
        on=today(),
        user_id=None,
        outcome="hearing",
        hearing_on=today(),
        hearing_at=time(9),
    )
    later = Calendar.from_ical(member.client.get("/clinic/follow-up/hearings.ics").content).walk("VEVENT")
    assert moved and str(later[0]["uid"]) == str(events[0]["uid"]) != str(events[1]["uid"])
    note(matter, CaseStatus.DECIDED, outcome="granted")
    assert b"VEVENT" not in member.client.get(f"/clinic/matters/{matter.pk}/follow-up/hearings.ics").content
