"""Asks a copy of the tree what a worked example has changed: python -m tests.ground.tried_examples NAME, within the copy."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import django
from django.conf import settings
from django.core.management import call_command
from django.test import Client
from django.test.utils import override_settings


def a_code_section() -> None:
    """The law answers for the new section, with citations, and its table holds."""
    from petitions.law.grounds import GROUNDS  # noqa: PLC0415
    from petitions.law.texts import SENTENCES  # noqa: PLC0415
    from tests.law.records import answer, decide  # noqa: PLC0415
    from tests.law.test_hs_11399 import CUTTINGS, ROWS  # noqa: PLC0415

    for facts, expected in ROWS.values():
        assert answer(decide(**CUTTINGS | facts)) == expected, facts
    reasons = decide(**CUTTINGS | {"age_at_offense": 33}).reasons
    assert "R_MISD_NOW_11399" in [one.code for one in reasons]
    assert all(one.citations for one in reasons)
    assert set(GROUNDS) == set(SENTENCES), "each reason has a ground and a sentence"


def a_question() -> None:
    """The fact is asked where it can change the answer, and nowhere else; its table holds."""
    from petitions.interview.questions import question_for  # noqa: PLC0415
    from tests.law.records import decide  # noqa: PLC0415

    a_code_section()
    assert "from_nursery" in decide(section="11399", level="felony").needs
    assert "from_nursery" not in decide(section="11359", level="felony").needs
    question = question_for("from_nursery")
    assert question is not None
    assert question.key == "nursery"


def a_paper() -> None:
    """The packet has the paper, and each of its lines has a meaning."""
    from petitions.documents.meanings import line_of  # noqa: PLC0415

    with TemporaryDirectory() as folder:
        made = Path(folder) / "papers"
        call_command("packet", "docs/record.json", output=made, official=False, stdout=io.StringIO())
        assert (made / "case-1/clerk-letter.pdf").read_bytes().startswith(b"%PDF")
    assert line_of("Letter to the Clerk")


def a_language() -> None:
    """The switch offers the language, and the site speaks it."""
    call_command("compilemessages", locale=["vi"], verbosity=0)
    client = Client()
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "vi"
    with override_settings(ALLOWED_HOSTS=["testserver"]):
        page = client.get("/").content.decode()
    assert '<html lang="vi">' in page
    assert "Bắt đầu" in page


def a_county() -> None:
    """The courthouse is found, is not the main one, and wants to be confirmed."""
    from petitions.courts.directory import load_directory  # noqa: PLC0415

    found = load_directory().courthouse("Alpine", "bear valley courthouse")
    assert found is not None
    assert not found.is_main
    assert found.confirm_with_clerk


if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "clearrecord.settings"
    django.setup()
    globals()[sys.argv[1]]()
