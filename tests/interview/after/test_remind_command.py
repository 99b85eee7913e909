"""``manage.py remind`` on a database of its own: several at once send each mail once, and a killed one loses none."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

pytestmark = pytest.mark.long
ROOT = Path(__file__).resolve().parents[3]
DJANGO = "import django; django.setup()\n"
ASKS = """
from datetime import timedelta
from django.utils import timezone
from petitions.interview.screening import today
from petitions.records.reminders.models import Reminder
from petitions.records.reminders.writing import ask, confirm
for number in range({many}):
    now = timezone.now()
    confirm(ask(f"testa{{number}}@example.org", days=[today()], language="es", site="https://site.example", now=now), now=now)
"""
DIES = """
import os
from petitions.interview.after import sending
{change}
from django.core.management import call_command
call_command("remind")
"""
BEFORE_SENDING = "sending.send_reminder = lambda claimed: os._exit(9)"
BEFORE_NOTING = "sending.sent = lambda claimed, on: os._exit(9)"
LEASES_END = """
from django.utils import timezone
from petitions.records.reminders.models import Reminder
Reminder.objects.update(leased_until=timezone.now())
"""


class Place:
    """A database and a folder for mail of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.finish(self.start("manage.py", "migrate", "-v0", "--skip-checks"))

    def start(self, *words: str) -> subprocess.Popen[str]:
        told = {"CLEARRECORD_VAR": str(self.folder), "DJANGO_SETTINGS_MODULE": "clearrecord.settings"}
        return subprocess.Popen(
            [sys.executable, *words],
            cwd=ROOT,
            env={**os.environ, "DATABASE_URL": "", "EMAIL_URL": "", **told},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def finish(self, process: subprocess.Popen[str], *, code: int = 0) -> str:
        out, errors = process.communicate(timeout=60)
        assert process.returncode == code, errors
        return out

    def run(self, source: str, *, code: int = 0) -> str:
        return self.finish(self.start("-c", DJANGO + source), code=code)

    def remind(self) -> str:
        return self.finish(self.start("manage.py", "remind"))

    @property
    def mails(self) -> Sequence[EmailMessage]:
        read = [file.read_bytes().rpartition(b"-" * 79)[0] for file in sorted(self.folder.glob("mail/*"))]
        parts = [part for text in read for part in (text + b"\n").split(b"-" * 79 + b"\n") if part.strip()]
        return [message_from_bytes(part, policy=policy.default) for part in parts]  # type: ignore[misc]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(tmp_path)


def test_three_at_once_send_each_mail_once(place: Place) -> None:
    place.run(ASKS.format(many=9))
    for process in [place.start("manage.py", "remind") for _ in range(3)]:
        place.finish(process)
    assert sorted(mail["To"] for mail in place.mails) == [f"testa{number}@example.org" for number in range(9)]
    assert place.remind() == "Sent 0 reminders; 0 could not be sent now.\n"


def test_one_that_is_killed_before_it_sends_loses_no_mail(place: Place) -> None:
    place.run(ASKS.format(many=1))
    place.run(DIES.format(change=BEFORE_SENDING), code=9)
    assert place.remind().startswith("Sent 0") and not place.mails
    place.run(LEASES_END)
    assert place.remind().startswith("Sent 1")
    [mail] = place.mails
    assert mail["Subject"] == "Un recordatorio que usted pidió"


def test_one_that_is_killed_after_it_sent_may_send_a_second_copy_that_mail_programs_can_tell(
    place: Place,
) -> None:
    """At least once, chosen on purpose: a mail that comes twice does less harm than a day that is missed."""
    place.run(ASKS.format(many=1))
    place.run(DIES.format(change=BEFORE_NOTING), code=9)
    place.run(LEASES_END)
    assert place.remind().startswith("Sent 1") and place.remind().startswith("Sent 0")
    first, second = place.mails
    assert first["Message-ID"] == second["Message-ID"]
