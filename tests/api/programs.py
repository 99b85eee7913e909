"""A made-up program of an office, and what it sends."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from petitions.access.api_tokens.keeping import make_token
from petitions.access.api_tokens.models import ApiToken
from tests.clinic.people import office

SAMPLE = json.loads((Path(__file__).resolve().parents[2] / "docs/record.json").read_text(encoding="utf-8"))
SCREEN, PACKETS = "/api/v1/screen", "/api/v1/packets"


@dataclass
class Program:
    """A program with its token."""

    token: ApiToken
    secret: str

    def send(self, path: str, value: Any, **headers: str) -> HttpResponse:
        """Send JSON, or bytes as they are."""
        content = value if isinstance(value, bytes) else json.dumps(value).encode()
        return Client().post(
            path,
            content,
            content_type="application/json",
            headers={"Authorization": f"Bearer {self.secret}", **headers},
        )


def program() -> Program:
    """Make a program of a new office."""
    made = make_token("A program", organization_id=office().organization.pk, made_by=None, now=timezone.now())
    assert made
    return Program(*made)


def record(**changed: Any) -> dict[str, Any]:
    """Return a record without filing facts."""
    return {**{key: value for key, value in SAMPLE.items() if key != "filing"}, **changed}
