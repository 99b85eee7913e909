"""What the jail finds on a page, and how it is told to the site."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from petitions.documents.framing import Reply
from petitions.rapsheet.pages import TextLine


class State(Enum):
    """What a page is."""

    TEXT = "text"
    PICTURE = "picture"
    BLANK = "blank"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class PageFound:
    """A page: its text, a picture to show, and one to be read where the text is not all. Either may be empty."""

    state: State
    lines: tuple[TextLine, ...] = ()
    shown: bytes = b""
    to_read: bytes = b""


def told(page: PageFound) -> Reply:
    """Return a page as a reply."""
    return Reply({"state": page.state.value, "lines": plain_lines(page.lines)}, (page.shown, page.to_read))


def plain_lines(lines: tuple[TextLine, ...]) -> list[tuple[object, ...]]:
    """Return lines as values that JSON has."""
    return [(str(line.text), bool(line.doubtful), line.box and [*map(float, line.box)]) for line in lines]


def heard(reply: Reply) -> PageFound:
    """Return the page of a reply; raise ValueError for anything else."""
    shown, to_read = reply.parts
    return PageFound(State(reply.head.get("state")), lines_in(reply), shown, to_read)


def lines_in(reply: Reply) -> tuple[TextLine, ...]:
    """Return the lines of a reply; raise ValueError for anything else."""
    lines = reply.head.get("lines")
    if not isinstance(lines, list):
        raise ValueError  # noqa: TRY004 - what the jail says wrongly is one error
    return tuple(map(_line, lines))


def _line(line: object) -> TextLine:
    match line:
        case [str(text), bool(doubtful), None]:
            return TextLine(text, doubtful)
        case [str(text), bool(doubtful), [float(left), float(top), float(right), float(bottom)]]:
            return TextLine(text, doubtful, (left, top, right, bottom))
    raise ValueError
