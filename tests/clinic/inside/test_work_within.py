"""What is read and changed within a matter is noted; its attorney heads the papers; an approval ends with a change."""

from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.utils import timezone

from petitions.access.organizations.models import AttorneyProfile
from petitions.clinic.approval import facts_hash
from petitions.records.matters.models import Matter
from petitions.records.matters.reading import MatterGone
from petitions.records.models import Interview
from tests.clinic.inside.at import At, at, empty
from tests.clinic.people import answered, matter_of
from tests.documents.printed_pages import text as text_of_pdf
from tests.pages.answered import three

pytestmark = pytest.mark.django_db
SEEN, CHANGED = 3, 1


@pytest.fixture
def found() -> At:
    return at()


def with_attorney(found: At) -> At:
    found.matter.attorney = AttorneyProfile.objects.get(organization=found.member.organization)
    found.matter.save()
    return found


def test_what_was_read_is_noted_by_the_name_of_the_page(found: At) -> None:
    found.page("interview/result/")
    found.get("papers/case-1/petition/page-1-small.png")
    assert found.noted == [(SEEN, "result", ())]


def test_a_change_is_noted_by_its_question_without_a_value(found: At) -> None:
    earlier = timezone.now() - timedelta(days=1)
    Matter.objects.filter(pk=found.matter.pk).update(changed_at=earlier)
    found.send("interview/c1/case-number/", answer="yes", part_case_number="CANARIA-77")
    assert found.noted[-1] == (CHANGED, "question", ("case-number",))
    assert "CANARIA" not in str(found.noted)
    assert Matter.objects.get(pk=found.matter.pk).changed_at > earlier


def test_a_form_that_was_refused_changes_nothing(found: At) -> None:
    version = Interview.objects.get(pk=found.matter.interview_id).version
    assert found.send("interview/c1/county/", answer="Nowhere").status_code == 200
    assert Interview.objects.get(pk=found.matter.interview_id).version == version
    assert {action for action, _what, _parts in found.noted} == {SEEN}


def test_a_change_that_two_members_make_at_once_shows_both(found: At) -> None:
    other = At(found.member.__class__(found.member.user, found.member.organization), found.matter)
    found.page("interview/c1/county/")
    stale = {"seen": "another", "answer": "Fresno"}
    drawn = other.client.post(found.url("interview/c1/county/"), stale).content.decode()
    assert "or by a colleague" in drawn
    assert found.answers["record"]["convictions"][0]["county"] == "Humboldt"


def test_the_attorney_of_the_matter_heads_the_papers_and_is_never_saved(found: At) -> None:
    with_attorney(found)
    printed = text_of_pdf(found.get("papers/clearrecord-case-1.pdf").content)
    assert "Testa Advocate" in printed
    found.send("interview/you/name-on-case/", part_name_on_case="Testa Person")
    assert "Testa Advocate" in found.page("papers/check/")
    assert "Advocate" not in str(found.answers)


def test_whom_the_office_names_as_attorney_is_not_asked_within_the_matter(found: At) -> None:
    assert found.get("interview/you/lawyer/").status_code == 200
    with_attorney(found)
    assert found.get("interview/you/lawyer/").headers["Location"] == found.home


def test_an_attorney_makes_papers_complete_without_the_question(found: At) -> None:
    answers = {**found.answers, "trail": [one for one in found.answers["trail"] if one != "you/lawyer"]}
    other = At(found.member, matter_of(found.member, answers=answers))
    assert other.get("papers/ready/").headers["Location"] == other.url("papers/")
    assert with_attorney(other).get("papers/ready/").status_code == 200


def test_the_guide_is_in_the_language_of_the_petitioner() -> None:
    found = at(language="es")
    assert "Guarde esta guía" in text_of_pdf(found.get("papers/clearrecord-case-1.pdf").content)
    assert 'lang="en"' in found.page("papers/ready/"), "the page is in the volunteer's"


def test_an_approved_matter_says_that_a_change_opens_it_again(found: At) -> None:
    found.matter.approved_hash = facts_hash(found.answers)
    found.matter.save()
    assert "This matter is approved." in found.page("interview/c1/county/")
    found.send("interview/c1/county/", answer="Fresno")
    assert "changed after the approval" in found.page("interview/convictions/")


def test_a_matter_whose_answers_are_gone_is_not_there(found: At) -> None:
    with patch("petitions.clinic.inside.entering.answers_of", side_effect=MatterGone):
        assert found.get("interview/result/").status_code == 404


def test_three_convictions_in_two_cases_stand_within_too() -> None:
    found = at(answers=answered(three))
    assert found.page("interview/convictions/").count(f"{found.home}at/interview/c") >= 3
    assert found.get("interview/clerk/").status_code in (200, 302)


def test_an_empty_matter_begins_with_the_first_question() -> None:
    found = empty()
    assert found.get("interview/begin/").headers["Location"] == found.url("interview/c1/ending/")
