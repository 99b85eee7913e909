"""Sets the meaning of each line of a court paper beside it, for a person who reads another language."""

from __future__ import annotations

import re
from html import escape, unescape

from django import template
from django.utils.translation import get_language

from petitions.documents.meanings import meaning_of

register = template.Library()

_BLOCK = re.compile(r"<(?P<tag>p|h[2-6])(?P<about>[^>]*)>(?P<inner>.*?)</(?P=tag)>", re.DOTALL)
_CELL = re.compile(r"<(?P<tag>th|dt|dd)(?P<about>[^>]*)>(?P<inner>.*?)</(?P=tag)>", re.DOTALL)
_BOX = re.compile(r'<span aria-hidden="true">.</span><span class="visually-hidden">[^<]*</span>')
_TAG = re.compile(r"<[^>]+>")


@register.filter(is_safe=True)
def beside(html: str) -> str:
    """Add meanings to the twin of a paper; what a person typed is escaped by now, and escaped again where it is said."""
    return _CELL.sub(_cell, _BLOCK.sub(_pair, html))


def printed_line(inner: str) -> str:
    """Return what a line of a twin says, without its boxes."""
    return " ".join(unescape(_TAG.sub("", _BOX.sub("", inner))).split())


def _pair(found: re.Match[str]) -> str:
    meaning = meaning_of(printed_line(found["inner"]))
    if meaning is None:
        return found[0]
    return f'<div class="pair">{found[0]}<p class="means" lang="{get_language()}">{escape(meaning)}</p></div>'


def _cell(found: re.Match[str]) -> str:
    meaning = meaning_of(printed_line(found["inner"]))
    if meaning is None:
        return found[0]
    said = f'<span class="means" lang="{get_language()}">{escape(meaning)}</span>'
    return f"<{found['tag']}{found['about']}>{found['inner']} {said}</{found['tag']}>"
