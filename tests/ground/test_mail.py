"""Where mail goes: to a named server, in development to files, in production without a server nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from clearrecord.mail import mail
from tests.ground.test_settings import PRODUCTION, start

SENDER = "reminders@site.example"
SHOW = (
    "from clearrecord import settings as s; print(s.MAIL_OFFERED, s.EMAIL_BACKEND.split('.')[-2], s.EMAIL_HOST,"
    "s.EMAIL_PORT, s.EMAIL_USE_TLS, s.EMAIL_USE_SSL, s.EMAIL_HOST_USER, s.DEFAULT_FROM_EMAIL, sep='|')"
)


def shown(told: dict[str, str], folder: Path) -> list[str]:
    ended = start({**told, "CLEARRECORD_VAR": str(folder)}, "-c", SHOW)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip().split("|")


def test_a_server_is_spoken_to_as_its_address_says() -> None:
    made = mail("smtp://me:p%40ss@mail.example", sender=SENDER, files=None)
    assert (made.scheme, made.host, made.port, made.user, made.password) == (
        "smtp",
        "mail.example",
        587,
        "me",
        "p@ss",
    )
    assert mail("smtps://mail.example", sender=SENDER, files=None).port == 465
    assert mail("smtp+plain://localhost:2525", sender=SENDER, files=None).port == 2525
    assert made.is_offered and "p@ss" not in repr(made)


@pytest.mark.parametrize(
    "url", ["mail.example", "http://mail.example", "smtp://", "smtp://mail.example:x", "smtp://h:99999"]
)
def test_an_address_that_is_none_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL") as refused:
        mail(url.replace("mail", "me:hidden@mail"), sender=SENDER, files=None)
    assert "hidden" not in str(refused.value)


def test_a_server_without_a_sender_is_refused() -> None:
    with pytest.raises(ImproperlyConfigured, match="MAIL_FROM"):
        mail("smtp://mail.example", sender="", files=None)


def test_without_a_server_development_writes_files_and_production_offers_nothing(tmp_path: Path) -> None:
    assert mail("", sender="", files=tmp_path).folder == str(tmp_path)
    assert shown({}, tmp_path)[:2] == ["True", "filebased"]
    assert shown(PRODUCTION, tmp_path)[:2] == ["False", "dummy"]


def test_production_sends_in_a_name_that_tells_nothing_unless_another_is_set(tmp_path: Path) -> None:
    told = PRODUCTION | {"EMAIL_URL": "smtp://me:secret@mail.example", "MAIL_FROM": SENDER}
    assert shown(told, tmp_path) == [
        "True", "smtp", "mail.example", "587", "True", "False", "me", f"Reminders <{SENDER}>",
    ]  # fmt: skip
    assert shown(told | {"MAIL_FROM_NAME": "Dates"}, tmp_path)[-1] == f"Dates <{SENDER}>"
