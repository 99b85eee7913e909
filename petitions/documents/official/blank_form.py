"""Takes an official form apart: the place of each item, and its page without fields, scripts or buttons."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import pikepdf

from petitions.documents.official.content_marks import without_marks
from petitions.documents.official.fields import FormField, fields_of
from petitions.documents.official.form import OfficialForm, Rectangle
from petitions.documents.official.items import Item, Kind
from petitions.documents.official.mapping import FormProblems, Mapping
from petitions.documents.official.recognize import NOT_A_PDF, NOT_ONE_PAGE

TURNED = "The page of this file is turned. Download the form again from the courts' site."
NEEDS_PASSWORD = "This file asks for a password. Download the form again from the courts' site."
_SMALLEST = 4.0
_PAGE_KEYS = ("/Type", "/Parent", "/MediaBox", "/Resources", "/Contents")
_FIELD_TYPES = {Kind.TEXT: ("/Tx",), Kind.BOX: ("/Btn",), Kind.BLANK: ("/Tx", "/Sig")}


@lru_cache(maxsize=4)
def official_form(pdf: bytes, *, mapping: Mapping) -> OfficialForm:
    """Prepare a form to be filled; raise FormProblems where file and mapping do not agree."""
    with open_form(pdf) as opened:
        fields = fields_of(opened)
        width, height = _size(opened.pages[0])
        places = tuple(_places(mapping, fields=fields))
        problems = (*_field_problems(mapping, fields=fields), *_outside(places, width=width, height=height))
        if problems:
            raise FormProblems(*problems)
        return OfficialForm(mapping.edition, width, height, places, _blank(opened))


@contextmanager
def open_form(pdf: bytes) -> Iterator[pikepdf.Pdf]:
    """Open a form, also one that is encrypted with an empty password; whatever in it is not as it must be is told.

    The parts of a PDF may be of any type, so reading a damaged one fails in many ways, all of which mean the same.
    """
    try:
        with pikepdf.open(io.BytesIO(pdf)) as opened:
            if len(opened.pages) != 1:
                raise FormProblems(NOT_ONE_PAGE)
            yield opened
    except pikepdf.PasswordError:
        raise FormProblems(NEEDS_PASSWORD) from None
    except (pikepdf.PdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
        raise FormProblems(NOT_A_PDF) from None


def new_fields(pdf: bytes, *, known: tuple[Mapping, ...]) -> tuple[str, ...]:
    """Name the fields of a form that no known edition has."""
    names = {name for mapping in known for _, name in mapping.fields}
    with open_form(pdf) as opened:
        return tuple(name for name in fields_of(opened) if name not in names)


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = (float(one) for one in page.mediabox)
    if (left, bottom) != (0, 0) or int(page.obj.get("/Rotate", 0)) or page.cropbox != page.mediabox:
        raise FormProblems(TURNED)
    return right, top


def _places(mapping: Mapping, *, fields: dict[str, FormField]) -> Iterator[tuple[Item, Rectangle]]:
    for item, name in mapping.fields:
        if name in fields:
            yield from ((item, rectangle) for rectangle in fields[name].rectangles)
    yield from mapping.areas


def _field_problems(mapping: Mapping, *, fields: dict[str, FormField]) -> Iterator[str]:
    """Hold the mapping to the form: each field that it names is there, and each that is there is named."""
    for item, name in mapping.fields:
        if name not in fields:
            yield f"{item}: the form has no field {name}."
        elif fields[name].kind not in _FIELD_TYPES[item.kind]:
            yield f"{item}: the field {name} is of another kind."
        elif item.kind is not Kind.BLANK and not _has_room(fields[name]):
            yield f"{item}: the field {name} has no place on the page."
    named = {name for _, name in mapping.fields} | set(mapping.unused_fields)
    yield from (
        f"{name}: this field is new; map it, or name it in unused_fields."
        for name in fields
        if name not in named
    )


def _has_room(field: FormField) -> bool:
    rooms = field.rectangles
    return bool(rooms) and all(min(one.width, one.height) >= _SMALLEST for one in rooms)


def _outside(places: tuple[tuple[Item, Rectangle], ...], *, width: float, height: float) -> Iterator[str]:
    for item, place in places:
        if place.left < 0 or place.bottom < 0 or place.right > width or place.top > height:
            yield f"{item}: this lies outside the page."


def _blank(opened: pikepdf.Pdf) -> bytes:
    """Keep what is printed on the page and nothing else, as a file of its own.

    Some forms draw an empty box as the appearance of its field, or leave it to the viewer, so empty boxes are
    made part of the page.
    """
    page = opened.pages[0]
    boxes = [one for one in page.obj.get("/Annots", []) if _is_box(one)]
    outlines = [_outline(one) for one in boxes if not _draws_itself(one) and "/BC" in one.get("/MK", {})]
    page.obj.Annots = pikepdf.Array([one for one in boxes if _draws_itself(one)])
    for box in page.obj.Annots:
        box.AS = pikepdf.Name.Off
    if "/AcroForm" in opened.Root:
        opened.Root.AcroForm.NeedAppearances = False
    opened.flatten_annotations("print")
    page.contents_add(pikepdf.Stream(opened, b"\n".join(outlines)))
    return _alone(opened)


def _is_box(annotation: Any) -> bool:
    states = annotation.get("/AP", {}).get("/N")
    is_widget = annotation.get("/Subtype") == "/Widget"
    return is_widget and isinstance(states, pikepdf.Dictionary) and not isinstance(states, pikepdf.Stream)


def _draws_itself(box: Any) -> bool:
    return "/Off" in box.AP.N


def _outline(box: Any) -> bytes:
    one, two, three, four = (float(number) for number in box.Rect)
    return f"q 0 G 0.5 w {one:.2f} {two:.2f} {three - one:.2f} {four - two:.2f} re S Q".encode()


def _alone(opened: pikepdf.Pdf) -> bytes:
    """Copy the page to a new file, so that nothing of the form's own file comes along."""
    blank, written = pikepdf.new(), io.BytesIO()
    blank.pages.append(opened.pages[0])
    page = blank.pages[0]
    for key in {str(key) for key in page.obj} - set(_PAGE_KEYS):
        del page.obj[key]
    without_marks(page, owner=blank)
    blank.save(written, deterministic_id=True)
    return written.getvalue()
