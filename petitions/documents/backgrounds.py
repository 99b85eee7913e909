"""Lays a one-page PDF under a page of another, as decoration that a screen reader passes over."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pikepdf


def lay_under(content: bytes, *, backgrounds: Mapping[int, bytes]) -> bytes:
    """Put each background under the page with its number; 0 is the first. The same again gives the same bytes."""
    if not backgrounds:
        return content
    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as opened:
        drawings = {one: _drawing(one, owner=opened) for one in dict.fromkeys(backgrounds.values())}
        names = {one: pikepdf.Name(f"/Background{number}") for number, one in enumerate(drawings)}
        for number, background in backgrounds.items():
            page = opened.pages[number]
            page.add_resource(drawings[background], pikepdf.Name.XObject, names[background])
            page.contents_add(_drawn(names[background], owner=opened), prepend=True)
        opened.save(written, deterministic_id=True)
    return written.getvalue()


def _drawing(background: bytes, *, owner: pikepdf.Pdf) -> pikepdf.Object:
    with pikepdf.open(io.BytesIO(background)) as opened:
        return owner.copy_foreign(opened.pages[0].as_form_xobject())


def _drawn(name: pikepdf.Name, *, owner: pikepdf.Pdf) -> pikepdf.Stream:
    return owner.make_stream(f"/Artifact BMC q {name} Do Q EMC".encode())
