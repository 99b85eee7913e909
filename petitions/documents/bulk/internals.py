"""What the bulk lane knows of WeasyPrint's inside; each assumption has a test in tests/documents/bulk.

1. ``Document.fonts`` maps a number of the face, whatever its size, to a font. A font has ``hash`` (its name in a
   page's content), ``to_unicode`` (glyph number to text) and ``widths`` (glyph number to 1/1000 em), and the
   file's subset holds the glyphs of ``to_unicode``.
2. A page's box tree hangs at ``Page._page_box``; text is in boxes with ``text``, lines are ``LineBox``, and the
   block around a line gives its right edge as ``content_box_x() + width``, in CSS pixels, as in the content.
   A box's ``style`` says how its letters are set.
3. In a page's content each text stands on lines of its own: ``1 0 0 -1 X Y Tm``, ``/HASH SIZE Tf`` where the font
   changes, and ``[<GLYPHS>KERN<GLYPHS>] TJ``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from petitions.documents.bulk.letters import Letters, escaped
from petitions.documents.pages import Page
from petitions.documents.render import LaidOut, lay_out

_MOST_FACES = 32
_TM = re.compile(rb"1 0 0 -1 ([-\d.]+) ([-\d.]+) Tm")
_TF = re.compile(rb"/(\w+) ([\d.]+) Tf")
_TJ = re.compile(rb"\[(.*)\] TJ")
_GLYPHS = re.compile(rb"<([0-9a-f]+)>")

_OF_SENTENCES = "ff fi fl ffi ffl \u2003 • ·"
"""Letters that are joined, and signs that no value has."""
_STEADY: dict[str, tuple[Any, ...]] = {
    "text_align_all": ("start", "left"),
    "direction": ("ltr",),
    "font_kerning": ("none",),
    "font_variant_ligatures": ("none",),
    "letter_spacing": ("normal", 0),
    "word_spacing": ("normal", 0),
    "text_transform": ("none",),
}


@dataclass(frozen=True, slots=True)
class Face:
    """A family with those that stand in for it, and a weight."""

    families: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class Alphabet:
    """A font that holds an alphabet, under its number, and its letters; ``name`` is its name in a content."""

    key: int
    font: Any
    name: str
    letters: Letters


@dataclass(frozen=True, slots=True)
class Place:
    """A text on a page with the space to the end of its line, in CSS pixels.

    ``alone`` says that its block has one line, ``after`` how many texts follow on it, and ``steady`` that it
    begins where it does whatever it says, each letter as wide as the font has it.
    """

    text: str
    face: Face
    space: float
    alone: bool
    after: int
    steady: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A text in a page's content: its lines there, where it begins and how large it is, in CSS pixels."""

    text: str
    position_line: int
    text_line: int
    font: str
    size: float
    x: float
    y: float


def fonts_of(alphabets: Iterable[Alphabet]) -> dict[int, Any]:
    """Return the fonts for one file, which may add its own letters to them."""
    fresh = {}
    for one in alphabets:
        font = fresh[one.key] = copy(one.font)
        font.to_unicode, font.widths = dict(one.font.to_unicode), dict(one.font.widths)
    return fresh


@lru_cache(maxsize=_MOST_FACES)
def alphabet(signs: str, face: Face) -> Alphabet:
    """Draw an alphabet in a face, once, and keep what the font then knows.

    The font also holds what only our own sentences need, so that the papers of one packet have the same font.
    """
    families = ", ".join(f'"{family}"' for family in face.families)
    style = f"p {{ font-family: {families}; font-weight: {face.weight} }} .plain {{ font-variant-ligatures: none }}"
    letters = "".join(f"&#{ord(sign)};" for sign in signs)
    html = f"<html lang=en><title>Letters</title><p class=plain>{letters}</p><p>{_OF_SENTENCES}</p></html>"
    drawn = lay_out(Page(html, style, "Letters", "en")).document
    drawn.write_pdf()
    key, font = max(drawn.fonts.items(), key=lambda found: len(found[1].to_unicode))
    return Alphabet(key, font, font.hash, _letters(font, source=(signs, face)))


def _letters(font: Any, *, source: tuple[str, Face]) -> Letters:
    signs, _ = source
    held = [(glyph, text) for glyph, text in font.to_unicode.items() if len(text) == 1 and text in signs]
    codes = {text: escaped(glyph) for glyph, text in held}
    return Letters(source, codes, {text: font.widths[glyph] for glyph, text in held})


def places(paper: LaidOut) -> Iterator[list[Place]]:
    """Return the texts of each page of a paper."""
    for page in paper.document.pages:
        yield list(_places(page._page_box, block=None, lines=0))  # noqa: SLF001


def _places(box: Any, *, block: Any, lines: int) -> Iterator[Place]:
    children = getattr(box, "children", ())
    kind = type(box).__name__
    if kind == "LineBox":
        yield from _line_places(box, block=block, alone=lines == 1)
        return
    lines = sum(type(child).__name__ == "LineBox" for child in children)
    for child in children:
        yield from _places(child, block=box, lines=lines)


def _line_places(line: Any, *, block: Any, alone: bool) -> Iterator[Place]:
    texts = [box for box in line.descendants() if getattr(box, "text", None)]
    end = block.content_box_x() + block.width
    last = max((box.position_x + box.width for box in texts), default=0.0)
    for after, box in zip(reversed(range(len(texts))), texts, strict=True):
        space = end - box.position_x - (last - (box.position_x + box.width))
        yield Place(box.text, _face(box.style), space, alone, after, _is_steady(box.style))


def _face(style: Any) -> Face:
    return Face(tuple(style["font_family"]), int(style["font_weight"]))


def _is_steady(style: Any) -> bool:
    return all(style[name] in steady for name, steady in _STEADY.items())


def runs(content: list[bytes], *, letters: dict[str, Letters]) -> Iterator[Run]:
    """Find the texts in the lines of a page's content; a letter of no alphabet is read as one that nobody knows."""
    signs = {name: {code: sign for sign, code in known.codes.items()} for name, known in letters.items()}
    font, size, x, y, position_line = "", 0.0, 0.0, 0.0, 0
    for number, line in enumerate(content):
        if found := _TM.fullmatch(line):
            x, y, position_line = float(found[1]), float(found[2]), number
        elif found := _TF.fullmatch(line):
            font, size = found[1].decode(), float(found[2])
        elif found := _TJ.fullmatch(line):
            text = _decoded(found[1], signs=signs.get(font, {}))
            yield Run(text, position_line, number, font, size, x, y)


def _decoded(shown: bytes, *, signs: dict[bytes, str]) -> str:
    glyphs = b"".join(_GLYPHS.findall(shown))
    codes = (int(glyphs[start : start + 4], 16) for start in range(0, len(glyphs), 4))
    return "".join(signs.get(escaped(code), "\ufffd") for code in codes)
