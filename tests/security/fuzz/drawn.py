"""Reads the forms of a page as it is drawn: where each is sent, how, and which fields it has with what value."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

TOKEN = "csrfmiddlewaretoken"
_TYPED = ("text", "search", "email", "tel", "url")


@dataclass
class Drawn:
    """One form. ``fields`` gives each name the values that a browser could send; ``files`` are the file boxes."""

    action: str
    is_post: bool
    fields: dict[str, list[str]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    """Boxes in which anything can be typed."""

    def add(self, name: str, value: str) -> None:
        """Note a value that a box can have."""
        self.fields.setdefault(name, []).append(value)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.forms: list[Drawn] = []
        self.outside = Drawn("", is_post=False)
        self.select = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Drawn(told.get("action", ""), told.get("method", "").lower() == "post"))
        if tag == "select":
            self.select = told.get("name", "")
        name = self.select if tag == "option" else told.get("name", "")
        if not name or name == TOKEN or tag not in ("input", "textarea", "select", "option", "button"):
            return
        form = self.forms[-1] if self.forms else self.outside
        if told.get("type") == "file":
            form.files.append(name)
            return
        form.add(name, told.get("value", ""))
        if tag == "textarea" or (tag == "input" and told.get("type", "text") in _TYPED):
            form.texts.append(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""


def drawn_in(page: str) -> list[Drawn]:
    """Return the forms of a page; boxes that stand outside of a form belong to the one before."""
    reader = _Reader()
    reader.feed(page)
    return reader.forms
