"""A browser that counts the queries of each page, by the name of its route."""

from __future__ import annotations

from collections import defaultdict
from typing import Any
from urllib.parse import urlsplit

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import resolve


class Counting(Client):
    """``most`` has the most queries that each method and route has made."""

    def __init__(self) -> None:
        super().__init__()
        self.most: dict[str, int] = defaultdict(int)

    def request(self, **request: Any) -> Any:
        with CaptureQueriesContext(connection) as caught:
            answer = super().request(**request)
        name = label(request["REQUEST_METHOD"], request["PATH_INFO"])
        self.most[name] = max(self.most[name], len(caught))
        return answer


def label(method: str, path: str) -> str:
    """Name a request by its route, so that all questions are one line."""
    return f"{method} {resolve(urlsplit(path).path).view_name}"
