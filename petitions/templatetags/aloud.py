"""Makes a printed paper's HTML fit to be read aloud: blanks and boxes become words, headings go one level down."""

from __future__ import annotations

import re

from django import template
from django.utils.translation import gettext

register = template.Library()

_BLANK = re.compile(r"(?<![^\s>(])_{4,}(?=[\s<.,;:)]|$)")
_BOX = re.compile(r">([☒☐])<")
_HEADING = re.compile(r"(</?h)([1-5])\b")


@register.filter(is_safe=True)
def aloud(html: str) -> str:
    """Say what the eye sees; typed text is escaped by now, so no mark in it is taken for a tag."""
    with_blanks = _BLANK.sub(gettext("(blank)"), html)
    with_boxes = _BOX.sub(_box, with_blanks)
    return _HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", with_boxes)


def _box(found: re.Match[str]) -> str:
    words = gettext("marked:") if found[1] == "☒" else gettext("not marked:")
    return f'><span aria-hidden="true">{found[1]}</span><span class="visually-hidden">{words}</span><'
