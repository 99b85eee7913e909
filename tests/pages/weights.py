"""Weighs pages as a phone pays for them: the page, and whatever it fetches, in bytes over the wire."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tests.interview.walk import POSSESSION, RESULT, Walk
from tests.pages.production import Visitor

AS_A_BROWSER = "gzip, deflate, br"
PAGES = {
    "start": "/",
    "question": "/interview/c1/crime/",
    "result": RESULT,
    "tasks": "/papers/",
    "check": "/papers/check/",
    "papers": "/papers/ready/",
    "paper as words": "/papers/case-1/petition/",
    "what we keep": "/what-we-keep/",
}
_FETCHED = re.compile(r'<(?:link|img|script|source|iframe|video)\b[^>]*?\b(?:href|src)="([^"]+)"')
_ASKED_FOR = re.compile(r"^/papers/case-\d+/")
"""Pictures of a person's own papers: they are what was asked for, and come one by one as they are looked at."""


@dataclass(frozen=True)
class Weight:
    """The bytes of a page: its own, what it fetches the first time, and its pictures of papers."""

    page: int
    files: int
    papers: int
    addresses: tuple[str, ...]


def weights(port: int) -> dict[str, Weight]:
    """Go to the finished papers, then weigh each page."""
    visitor = Visitor(port)
    Walk(visitor).begin().until(POSSESSION).file()  # type: ignore[arg-type]
    visitor.accepts = AS_A_BROWSER
    return {name: _weighed(visitor, path) for name, path in PAGES.items()}


def _weighed(visitor: Visitor, path: str) -> Weight:
    page = visitor.get(path)
    assert page.status_code == 200, (path, page.status_code)
    assert page.headers["Content-Encoding"] == "gzip", path
    addresses = tuple(dict.fromkeys(_FETCHED.findall(gzip.decompress(page.content).decode())))
    found = {address: visitor.get(address).weight for address in addresses}
    papers = sum(weight for address, weight in found.items() if _ASKED_FOR.match(address))
    return Weight(page.weight, sum(found.values()) - papers, papers, addresses)


def printed(found: dict[str, Weight]) -> Iterator[str]:
    """Yield a line for each page."""
    yield f"{'bytes over the wire':<22}{'first':>9}{'later':>9}{'papers':>9}"
    for name, one in found.items():
        yield f"{name:<22}{one.page + one.files:>9,}{one.page:>9,}{one.papers:>9,}"
