"""Opens a page of the site, and sees that it is there."""

from __future__ import annotations

from django.test import Client


def opened(client: Client, path: str) -> None:
    """Open a page."""
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code, answer.headers.get("Location"))
