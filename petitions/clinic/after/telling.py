"""Tells a petitioner that there is news, once per note, and keeps whether it went out."""

from __future__ import annotations

import hashlib

from petitions.access.actors import Actor
from petitions.access.audit import note_changed
from petitions.clinic.after.message import words_for
from petitions.clinic.after.senders import EMAIL, SMS, Message, sender
from petitions.interview.answers import Answers
from petitions.records.matters.models import Matter
from petitions.records.matters.telling import claim_again, claim_message, note_sent

RECORD_ONLY = "record"
_CONTACTS = {EMAIL: "email", SMS: "phone"}


def ways_to(answers: Answers) -> dict[str, str]:
    """Return how a person can be written to: each way that the site's sender carries, with the address."""
    carried = sender().carries
    found = {way: answers["filing"].get(name) for way, name in _CONTACTS.items() if way in carried}
    return {way: address for way, address in found.items() if address}


def tell(
    actor: Actor, matter: Matter, answers: Answers, *, place: str, status: str, by: str, token: str
) -> bool | None:
    """Write to the person, who said that we may; say whether it went out, None where it was sent before.

    ``token`` is of one page, so that pressing twice writes once.
    """
    about = f"{token}\n{matter.pk}\n{place}\n{status}\n{by}"
    key = hashlib.sha256(about.encode()).hexdigest()[:32]
    if not claim_message(matter, key=key, place=place, status=status, by=by):
        return None
    note_changed(actor, matter, what=f"told by {by}, the person agreed")
    return _send(actor, matter, answers, key=key, by=by)


def tell_again(actor: Actor, matter: Matter, answers: Answers, *, key: str, tried_at: str) -> bool | None:
    """Try a message once more that did not go out; None where there is no such message."""
    row = claim_again(matter, key, tried_at=tried_at)
    if row is None:
        return None
    note_changed(actor, matter, what=f"told again by {row.by}")
    return _send(actor, matter, answers, key=key, by=row.by)


def _send(actor: Actor, matter: Matter, answers: Answers, *, key: str, by: str) -> bool:
    address = ways_to(answers).get(by)
    if not address:
        return False
    subject, text = words_for(actor.organization, language=matter.language)
    if not sender().send(Message(by=by, key=key, subject=subject, to=address, text=text)):
        return False
    note_sent(matter, key)
    return True
