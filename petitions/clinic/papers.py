"""Makes the papers of a matter: the petitioner's answers, with the attorney of the matter at their head."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from typing import Any

from petitions.access.organizations.models import AttorneyProfile
from petitions.documents.packet import Packets
from petitions.interview.answers import YOU, Answers, applied, step, was_asked
from petitions.interview.packet import packets_of
from petitions.interview.questions import PERSON, Kind, question_of
from petitions.records.matters.models import Matter


def packets_for(matter: Matter, answers: Answers, *, on: date) -> Packets:
    """Return the papers of a matter, not yet printed; the guide is in the petitioner's language.

    Raise NotReady where an answer is missing, FilingProblems where the papers would come back.
    """
    return packets_of(for_papers(matter, answers), on=on, language=matter.language)


def for_papers(matter: Matter, answers: Answers) -> Answers:
    """Return the answers as the papers take them: with the matter's attorney, and what may stay blank as left blank.

    On the desk a box that may stay blank is answered by leaving it so; the interview asks for it on a page of its own.
    """
    found = with_attorney(answers, matter.attorney)
    blank = [one for one in PERSON if one.optional and not was_asked(found, YOU, one)]
    for question in blank:
        empty: list[str] | None = [] if question.kind is Kind.NAMES else None
        found = applied(found, place=YOU, question=question, values=dict.fromkeys(question.facts, empty))
    return found


def with_attorney(answers: Answers, profile: AttorneyProfile | None) -> Answers:
    """Return the answers with the attorney of the profile in place of what was answered; as they are without one."""
    if profile is None:
        return answers
    changed, question = deepcopy(answers), question_of("lawyer")
    assert question is not None
    changed["filing"]["attorney"] = attorney_json(profile)
    if step(YOU, question) not in changed["trail"]:
        changed["trail"].insert(0, step(YOU, question))  # the last one is where a person was
    return changed


def attorney_json(profile: AttorneyProfile) -> dict[str, Any]:
    """Return a profile as the contract's ``attorney``; the office's address fills a blank one."""
    office = profile.organization
    place = profile if profile.street else office
    return {
        "name": profile.name,
        "bar_number": profile.bar_number or None,
        "firm": profile.firm or office.name,
        "mailing_address": {
            "street": place.street,
            "unit": place.unit or None,
            "city": place.city,
            "state": place.state,
            "zip": place.zip,
        },
        "phone": profile.phone or office.phone or None,
        "email": profile.email or office.email or None,
    }
