"""A stand-in for CR-400, Rev. January 1, 2024: its fields, an empty password, XFA, scripts and buttons.

The labels are our own words; no text of the court's form is in it but its number, edition and statute.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from petitions.documents.html_page import Page
from petitions.documents.official.items import Item, Kind
from petitions.documents.official.mapping import known_mappings
from petitions.documents.render import render

WORDING = "Rev. January 1, 2024"
BUTTONS = ("CourtLink", "Warning", "Print", "Save", "Reset")
_CSS = "@page { size: 612pt 792pt; margin: 0 } body { margin: 0 } p { position: absolute; margin: 0; font: 7pt 'Noto Sans' }"

Area = tuple[float, float, float, float]
_ROWS: tuple[tuple[float, tuple[tuple[Item, float, float], ...]], ...] = (
    (732, ((Item.BAR_NUMBER, 275, 390),)),
    (720, ((Item.NAME, 70, 390),)),
    (708, ((Item.FIRM, 80, 390),)),
    (696, ((Item.STREET, 100, 390),)),
    (684, ((Item.CITY, 62, 230), (Item.STATE, 275, 300), (Item.ZIP, 340, 390))),
    (672, ((Item.PHONE, 100, 220), (Item.FAX, 275, 390))),
    (660, ((Item.EMAIL, 100, 390),)),
    (648, ((Item.ATTORNEY_FOR, 120, 390),)),
    (632, ((Item.COUNTY, 240, 390),)),
    (620, ((Item.COURT_STREET, 110, 390),)),
    (608, ((Item.COURT_MAILING_ADDRESS, 120, 390),)),
    (596, ((Item.COURT_CITY_ZIP, 120, 390),)),
    (575, ((Item.DEFENDANT, 110, 370), (Item.CASE_NUMBER, 410, 570))),
    (540, ((Item.TITLE_PETITION, 42, 51), (Item.TITLE_APPLICATION, 212, 221), (Item.COURT_DATE, 430, 570))),
    (528, ((Item.COURT_TIME, 430, 570),)),
    (516, ((Item.COURT_DEPARTMENT, 450, 570),)),
    (480, ((Item.SECTION_11357, 56, 65),)),
    (464, ((Item.SECTION_11358, 56, 65),)),
    (448, ((Item.SECTION_11359, 56, 65),)),
    (432, ((Item.SECTION_11360, 56, 65),)),
    (416, ((Item.SECTION_11362_1, 56, 65),)),
    (380, ((Item.REQUEST_PETITION, 56, 65),)),
    (350, ((Item.REQUEST_APPLICATION, 56, 65),)),
    (300, ((Item.WAIVE_ORIGINAL_JUDGE, 56, 65),)),
    (250, ((Item.WAIVE_APPEARANCE, 56, 65),)),
    (180, ((Item.SIGNATURE_DATE, 70, 170),)),
    (150, ((Item.PRINTED_NAME, 56, 260),)),
)
AREAS: Mapping[Item, Area] = {
    item: (left, bottom, right, bottom + (9 if item.kind is Kind.BOX else 10.5))
    for bottom, places in _ROWS
    for item, left, right in places
}


@cache
def stand_in(wording: str = WORDING, more_fields: tuple[str, ...] = (), foot: str = "CR-400") -> bytes:
    """Build the form; ``more_fields`` are text fields that the known edition does not have."""
    with pikepdf.open(io.BytesIO(render(_printed(wording, foot=foot)))) as opened:
        names = {name: item for item, name in known_mappings()[-1].fields}
        widgets = [_widget(opened, name, item=item) for name, item in names.items()]
        widgets += [_text(opened, f"CR-400[0].Page1[0].{name}", (300, 100, 400, 110)) for name in more_fields]
        widgets += [_button(opened, name) for name in BUTTONS]
        _attach(opened, widgets)
        _add_scripts(opened)
        return _encrypted(opened)


def _printed(wording: str, *, foot: str) -> Page:
    labels = "".join(
        f'<p class="l{number}">{item.replace("_", " ")[:9]}</p>' for number, item in enumerate(AREAS)
    )
    css = "".join(
        f".l{number} {{ left: {max(left - 36, 8)}pt; top: {792 - top}pt }}"
        for number, (left, _, _, top) in enumerate(AREAS.values())
    )
    body = (
        f"{labels}<p style='left: 180pt; top: 40pt'>PETITION/APPLICATION (Health and Safety Code, § 11361.8)</p>"
        f"<p style='left: 40pt; top: 750pt'>{foot} [{wording}]</p>"
    )
    html = f'<html lang="en"><head><title>x</title></head><body>{body}</body></html>'
    return Page(html=html, css=_CSS + css, title="x", language="en")


def _widget(opened: pikepdf.Pdf, name: str, *, item: Item) -> Dictionary:
    if item.kind is not Kind.BOX:
        widget = _text(opened, name, AREAS[item])
        if item is Item.STATE:
            widget.MaxLen = 2
        return widget
    box = _base(name, AREAS[item], kind=Name.Btn)
    size = AREAS[item][2] - AREAS[item][0]
    states = Dictionary(Yes=_drawing(opened, b"0 0 m 9 9 l S", size))
    if item is not Item.SECTION_11358:  # one box is drawn by the viewer, from its border colour
        states.Off = _drawing(opened, b"0.25 0.25 8.5 8.5 re S", size)
    box.AP, box.AS, box.MK = Dictionary(N=states), Name.Off, Dictionary(BC=Array([0, 0, 0]), CA=String("8"))
    return box


def _text(opened: pikepdf.Pdf, name: str, area: Area) -> Dictionary:
    field = _base(name, area, kind=Name.Tx)
    field.DA = String("/Helv 9 Tf 0 g")
    field.AP = Dictionary(N=_drawing(opened, b"0.9 0.9 1 rg 0 0 100 10 re f", area[2] - area[0]))
    return field


def _button(opened: pikepdf.Pdf, name: str) -> Dictionary:
    full = f"CR-400[0].#pageSet[0].PageArea1[0].Footer[0].{name}[0]"
    button = _base(
        full, (40 + 100 * BUTTONS.index(name), 2, 120 + 100 * BUTTONS.index(name), 20), kind=Name.Btn
    )
    button.Ff = 1 << 16
    button.AP = Dictionary(N=_drawing(opened, b"0.5 1 0.5 rg 0 0 80 18 re f", 80))
    button.A = Dictionary(S=Name.JavaScript, JS=String("this.print();"))
    return button


def _base(name: str, area: Area, *, kind: Name) -> Dictionary:
    return Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, FT=kind, T=String(name), Rect=Array(list(area)), F=4
    )


def _drawing(opened: pikepdf.Pdf, content: bytes, width: float) -> pikepdf.Stream:
    drawing = opened.make_stream(content)
    drawing.Type, drawing.Subtype, drawing.BBox = Name.XObject, Name.Form, Array([0, 0, width, 18])
    if width < 10:
        drawing.BBox = Array([0, 0, 9, 9])
    return drawing


def _attach(opened: pikepdf.Pdf, widgets: list[Dictionary]) -> None:
    """Hang the fields in a tree by the parts of their names, as the courts' forms do."""
    nodes: dict[str, Dictionary] = {}
    roots = opened.make_indirect(Array())
    page = opened.pages[0].obj
    page.Annots = opened.make_indirect(Array())
    for plain in widgets:
        *path, last = str(plain.T).split(".")
        widget = opened.make_indirect(plain)
        parent = _node(opened, path, nodes=nodes, roots=roots)
        widget.T, widget.Parent, widget.P = String(last), parent, page
        parent.Kids.append(widget)
        page.Annots.append(widget)
    xfa = Array([String("template"), opened.make_stream(b"<template xmlns='http://www.xfa.org/'/>")])
    opened.Root.AcroForm = opened.make_indirect(Dictionary(Fields=roots, NeedAppearances=True, XFA=xfa))


def _node(opened: pikepdf.Pdf, path: list[str], *, nodes: dict[str, Dictionary], roots: Array) -> Dictionary:
    name = ".".join(path)
    if name not in nodes:
        nodes[name] = opened.make_indirect(Dictionary(T=String(path[-1]), Kids=Array()))
        if path[:-1]:
            above = _node(opened, path[:-1], nodes=nodes, roots=roots)
            nodes[name].Parent = above
            above.Kids.append(nodes[name])
        else:
            roots.append(nodes[name])
    return nodes[name]


def _add_scripts(opened: pikepdf.Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS=String("app.alert('stand-in');"))
    opened.Root.OpenAction = script
    opened.Root.AA = Dictionary(WP=script)
    opened.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script])))
    opened.pages[0].obj.AA = Dictionary(O=script)


def _encrypted(opened: pikepdf.Pdf) -> bytes:
    written = io.BytesIO()
    opened.save(written, encryption=pikepdf.Encryption(owner="owner", user="", R=4, aes=True))
    return written.getvalue()
