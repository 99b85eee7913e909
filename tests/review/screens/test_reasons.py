"""What a policy decided is said in the reader's language and in our words; the spreadsheets keep the older program's."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from django.conf import settings
from django.utils.translation import override

from petitions.review.options import FLOWS, policy_from
from petitions.review.policies.rules import OPEN_REASONS
from petitions.review.screens.choices import reason_words
from tests.access.signing_in.members import just_proved
from tests.review.deciding.given import ALL_RELIEF
from tests.review.screens.offices import LOS_ANGELES, content, done, reviewer

ON = date(2020, 7, 1)
ALL_CHOICES = {
    "baselineEligibility": {"dismiss": ["11357"], "reduce": ["11358", "11359", "11360"]},
    "additionalRelief": ALL_RELIEF,
}


@pytest.mark.parametrize("flow", FLOWS)
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_reason_of_every_policy_is_said_in_the_readers_language(flow: str, language: str) -> None:
    policy = policy_from({"flow": flow, **ALL_CHOICES}, on=ON)
    with override("en"):
        in_english = reason_words(policy)
    with override(language):
        said = reason_words(policy)

    for rule in policy.rules:
        reason = rule.reason if isinstance(rule.reason, str) else "11366 HS"
        assert said(reason) != reason
        assert (said(reason) == in_english(reason)) is (language == "en")
        assert "{" not in said(reason)
    for reason in OPEN_REASONS:
        assert (said(reason) == reason) is (language == "en")
    assert said("") == ""


def test_a_reason_of_no_rule_stays_as_it_is() -> None:
    assert reason_words(policy_from({}, on=ON))("Another program's words") == "Another program's words"


@pytest.mark.django_db
def test_the_table_and_the_history_say_the_reason_in_spanish() -> None:
    member = reviewer()
    client, review = just_proved(member), done(member, content(40), options=LOS_ANGELES)
    policy = policy_from(LOS_ANGELES, on=ON)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "es"
    table = unescape(client.get(f"/county/{review.pk}/convictions/").content.decode())
    row = re.search(r"/convictions/(\d+)/", table)
    assert row
    person = unescape(client.get(f"/county/{review.pk}/convictions/{row[1]}/").content.decode())
    with override("es"):
        said = reason_words(policy)
    reasons = [rule.reason for rule in policy.rules if isinstance(rule.reason, str)]

    for page in (table, person):
        assert any(said(reason) in page for reason in reasons)
        assert not any(f'<span class="small">{reason}<' in page for reason in reasons)
