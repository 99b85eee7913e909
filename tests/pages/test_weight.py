"""A phone with a slow line: a first page of at most 40 kB, later ones of 12, nothing from another host."""

from __future__ import annotations

import re

import pytest

from tests.pages.production import Visitor, site
from tests.pages.weights import AS_A_BROWSER, printed, weights

pytestmark = pytest.mark.long
FIRST, LATER, PICTURE = 40_000, 12_000, 14_000


def test_pages_are_light() -> None:
    with site() as port:
        found = weights(port)
        print(*printed(found), sep="\n")
        for name, one in found.items():
            assert one.page + one.files <= FIRST, name
            assert one.page <= LATER, name
            pictures = [address for address in one.addresses if address.endswith(".png")]
            assert one.papers <= PICTURE * len(pictures), name
            assert all(re.match(r"/(?!/)", address) for address in one.addresses), one.addresses
        _check_files(Visitor(port, accepts=AS_A_BROWSER), found["start"].addresses)


def _check_files(visitor: Visitor, addresses: tuple[str, ...]) -> None:
    """A file is fetched once: its address changes with its content, and it is kept for a year or more."""
    assert len(addresses) >= 2
    for address in addresses:
        kept = visitor.get(address).headers
        assert "immutable" in kept["Cache-Control"], address
        assert kept["Content-Encoding"] in ("br", "gzip"), address
