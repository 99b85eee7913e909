"""Run in a process and a database of its own: an office, a person and a county leave marked words in every place that is sealed."""

from __future__ import annotations

import django

django.setup()

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.test.utils import setup_test_environment
from django.utils import timezone

from petitions.access.roles import Role
from petitions.clinic.desk.changes import apply_cells
from petitions.interview.answers import new_answers
from petitions.interview.screening import today
from petitions.records.held.holding import hold
from petitions.records.keeping import keep
from petitions.records.matters.comments import add_comment
from petitions.records.matters.importing import keep_draft
from petitions.records.matters.models import Matter
from petitions.records.matters.names import keep_names
from petitions.records.matters.printing import ask_for_job, folder_of
from petitions.records.matters.reviewing import keep_look
from petitions.records.matters.writing import keep_summary, save_matter_answers
from petitions.records.reminders.writing import ask
from petitions.records.return_codes import code_from
from petitions.records.reviews.deciding import Choice, decide_row
from petitions.records.reviews.keeping import keep_file, new_place, new_review, vault_of
from petitions.records.writing import start_interview
from tests.clinic.people import Member, matter_of, office
from tests.records.dumped_words import CODE_SEED, OPEN, WORDS

ANSWERS = {"you": {"name": WORDS["answers"]}, "number": WORDS["number"]}


def main() -> None:
    """Leave them."""
    setup_test_environment()
    call_command("migrate", verbosity=0)
    member = office(OPEN).member(Role.ADMIN)
    _matter(member)
    _visit()
    _job(member)
    _review(member)
    secret = get_adapter().encrypt(WORDS["second step"])
    Authenticator.objects.filter(user=member.user).update(data={"secret": secret})
    now = timezone.now()
    ask(WORDS["mail"], days=[now.date()], language="en", site="https://example.org", now=now)


def _matter(member: Member) -> None:
    matter = matter_of(member)
    sent = {"you.name-on-case": {"part_name_on_case": WORDS["answers"]}}
    answers = apply_cells(new_answers(), sent, on=today()).answers
    assert "Canaria" in repr(answers)
    save_matter_answers(matter, answers=answers, version=1)
    keep_summary(matter, {"name": WORDS["summary"]}, version=2)
    keep_names(matter, [WORDS["name"]])
    keep_look(matter, {"seen": WORDS["look"]}, version=2, user_id=member.user.pk)
    add_comment(matter, WORDS["comment"], user_id=member.user.pk)
    keep_draft({"rows": [WORDS["import"]]}, organization_id=member.organization.pk, user_id=member.user.pk)
    member.client.get(f"/clinic/matters/{Matter.objects.get().pk}/")  # a line of the audit log


def _visit() -> None:
    visit = start_interview(ANSWERS)
    hold(visit).put("page-1", WORDS["sheet"].encode())
    keep(visit, code=code_from(CODE_SEED), days=90)


def _job(member: Member) -> None:
    own = {"organization_id": member.organization.pk, "user_id": member.user.pk}
    folder = folder_of(ask_for_job([], **own, token="t", options={}))
    assert folder is not None
    folder.put("result", WORDS["print"].encode())


def _review(member: Member) -> None:
    own = {"organization_id": member.organization.pk, "user_id": member.user.pk}
    review = new_review(**own, county="ALPINE", on=timezone.now().date(), options={}, key=None)
    vault = vault_of(review)
    assert vault is not None
    place = new_place()
    draft = vault.draft(place)
    draft.write(WORDS["review"].encode())
    keep_file(review, vault, draft, place=place, name=WORDS["file name"])
    decide_row(review, vault, Choice("", WORDS["reason"]), row=1, seen=0, user_id=member.user.pk)


if __name__ == "__main__":
    main()
