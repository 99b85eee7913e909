"""A member at work within a matter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.test import Client

from petitions.access.organizations.models import AuditEntry
from petitions.access.roles import Role
from petitions.records.matters.models import Matter
from petitions.records.matters.reading import answers_of
from tests.clinic.people import Member, answered, matter_of, office

_SEEN = re.compile(r'name="seen" value="([^"]*)"')
_LINK = re.compile(r'(?:href|src|action)="(/[^"#]*)')


@dataclass
class At:
    """A matter, and the browser of a member who may change it."""

    member: Member
    matter: Matter

    @property
    def client(self) -> Client:
        """Return the browser."""
        return self.member.client

    @property
    def home(self) -> str:
        """Return the address of the matter."""
        return f"/clinic/matters/{self.matter.pk}/"

    def url(self, rest: str) -> str:
        """Return the address of a page within it."""
        return f"{self.home}at/{rest}"

    def get(self, rest: str) -> HttpResponse:
        """Open a page within it."""
        return self.client.get(self.url(rest))

    def page(self, rest: str) -> str:
        """Return a page within it."""
        response = self.get(rest)
        assert response.status_code == 200, (rest, response.status_code, response.headers.get("Location"))
        return response.content.decode()

    def send(self, rest: str, **fields: Any) -> HttpResponse:
        """Send the form of a page, as it is drawn now."""
        return self.post(self.url(rest), **fields)

    def post(self, url: str, **fields: Any) -> HttpResponse:
        """Send the form of any address, as it is drawn now."""
        seen = _SEEN.search(self.client.get(url).content.decode())
        return self.client.post(url, {"seen": seen[1] if seen else "", **fields})

    @property
    def answers(self) -> dict[str, Any]:
        """Return what is saved."""
        return answers_of(Matter.objects.get(pk=self.matter.pk)).answers

    @property
    def noted(self) -> list[tuple[int, str, tuple[str, ...]]]:
        """Return what the audit log says of the matter: action, page, parts."""
        rows = AuditEntry.objects.filter(object_pk=self.matter.pk).order_by("pk")
        return [(row.action, row.additional_data["what"], tuple(row.changes or {})) for row in rows]


def at(*, answers: dict[str, Any] | None = None, language: str = "en", role: Role = Role.VOLUNTEER) -> At:
    """Open a matter of a new office; as it comes, papers can be made."""
    member = office().member(role)
    return At(member, matter_of(member, answers=answers or answered(), language=language))


def empty(*, language: str = "en") -> At:
    """Open a matter in which nothing is answered."""
    member = office().member(Role.VOLUNTEER)
    return At(member, matter_of(member, language=language))


def links_in(page: str) -> set[str]:
    """Return the addresses of this site that a page names."""
    return {url for url in _LINK.findall(page) if not url.startswith("/static/")}
