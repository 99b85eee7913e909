"""Whom to call in a case: the clerk of its courthouse and the county's public defender, as far as they are known."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.courts.directory import Directory
from petitions.interview.answers import Answers


@dataclass(frozen=True, slots=True)
class Contacts:
    """Names and telephones; an empty one is not known."""

    courthouse: str
    clerk_phone: str
    defender_phone: str
    defender_website: str

    @property
    def has_phone(self) -> bool:
        """Say whether there is a number that may have changed."""
        return bool(self.clerk_phone or self.defender_phone)


def contacts_of(answers: Answers, directory: Directory, *, place: str, county: str | None) -> Contacts | None:
    """Return whom to call; None where the county is not known."""
    if not county:
        return None
    chosen = answers["filing"]["cases"].get(place, {}).get("courthouse")
    courthouse = directory.courthouse(county, chosen) if chosen else directory.main_courthouse(county)
    defender = directory.public_defender(county)
    return Contacts(
        courthouse=courthouse.name if courthouse else "",
        clerk_phone=(courthouse.phone or "") if courthouse else "",
        defender_phone=(defender.phone or "") if defender else "",
        defender_website=(defender.website or "") if defender else "",
    )
