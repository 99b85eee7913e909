"""Reads back what a filled petition asks for, and whether a text of it may not fit its place."""

from __future__ import annotations

from collections.abc import Sequence

from petitions.documents.forms.caption import RUNNING_ON, SUBDIVISIONS
from petitions.documents.forms.fitting import text_width
from petitions.documents.forms.official_petition import OfficialPetition
from petitions.documents.forms.petition import TITLES, Petition
from petitions.documents.official.items import Item
from petitions.documents.official.placing import MEASURED_AT, place_texts
from petitions.documents.packet import Content
from petitions.law.terms import Track

_PETITION = {Item.TITLE_PETITION, Item.REQUEST_PETITION}
_APPLICATION = {Item.TITLE_APPLICATION, Item.REQUEST_APPLICATION}


def request_agrees(content: Content, *, track: Track) -> bool:
    """Say whether a petition makes one request, and its title names the same one as its body."""
    if isinstance(content, OfficialPetition):
        asked = set(content.ticks) & (_PETITION | _APPLICATION)
        return asked == (_PETITION if track is Track.PETITION_A else _APPLICATION)
    if not isinstance(content, Petition):
        return False
    named = (content.caption.title, content.caption.subdivisions)
    return bool(content.requests) and named == (TITLES[track], SUBDIVISIONS[track])


def may_run_on(content: Content) -> bool:
    """Say whether a text may go on an added page; by widths never too small, so that nothing need be laid out."""
    if not isinstance(content, OfficialPetition):
        return False
    _placed, attached = place_texts(content.texts, places=content.form.places, measure=_widths)
    return bool(attached)


def crowds_the_caption(content: Content) -> bool:
    """Say whether names and address need more lines than stand above the court's title (rule 2.111)."""
    return isinstance(content, Petition) and content.caption.party_spacing == RUNNING_ON


def _widths(texts: Sequence[str]) -> Sequence[float]:
    return [text_width(text, size=MEASURED_AT) for text in texts]
