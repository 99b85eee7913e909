"""The filled form as a page: each text and mark in its place, the empty form below, and what is attached."""

from __future__ import annotations

from functools import lru_cache

from django.template.loader import render_to_string

from petitions.documents.forms.official_petition import OfficialPetition
from petitions.documents.html_page import Page
from petitions.documents.official.form import OfficialForm, Rectangle
from petitions.documents.official.measured import set_texts
from petitions.documents.official.placing import PADDING, SIZES, TOLERANCE


def official_page(content: OfficialPetition, *, title: str, language: str) -> Page:
    """Write the filled form as HTML over its empty page."""
    form = content.form
    texts = set_texts(content)
    marks = [number for number, (item, _) in enumerate(form.places) if item in content.ticks]
    html = render_to_string(
        "documents/official_form.html",
        {
            "title": title,
            "language": language,
            "paper": content,
            "placed": [(f"place-{one.place} {_size_class(one.size)}", one.text) for one in texts.placed],
            "marks": [f"place-{number}" for number in marks],
            "attached": texts.attached,
        },
    )
    return Page(html=html, css=_style(form), title=title, language=language, background=form.blank)


@lru_cache(maxsize=4)
def _style(form: OfficialForm) -> str:
    """Write the style sheet of an edition: where its places are, which is the same for every petitioner."""
    return render_to_string(
        "documents/official_form.css",
        {
            "width": f"{form.width:.2f}pt",
            "height": f"{form.height:.2f}pt",
            "padding": f"{PADDING:g}pt",
            "sizes": [(_size_class(size), f"{size:g}pt") for size in SIZES],
            "places": [
                _place(number, room, height=form.height) for number, (_, room) in enumerate(form.places)
            ],
        },
    )


def _place(number: int, room: Rectangle, *, height: float) -> dict[str, str]:
    return {
        "name": f"place-{number}",
        "left": f"{room.left:.2f}pt",
        "top": f"{height - room.top:.2f}pt",
        "width": f"{room.width:.2f}pt",
        "height": f"{room.height:.2f}pt",
        "room": f"{(room.width - 2 * PADDING) / TOLERANCE - 0.01:.2f}pt",
        "mark": f"{min(room.width, room.height):.2f}pt",
    }


def _size_class(size: float) -> str:
    return f"size-{size:g}".replace(".", "-")
