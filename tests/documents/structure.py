"""Checks of a tagged file that a screen reader depends on; each yields a sentence for each thing it finds wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf

Check = Callable[[pikepdf.Pdf], Iterator[str]]

_STANDARD = frozenset(
    [
        "Document",
        "Part",
        "Div",
        "P",
        "H1",
        "H2",
        "H3",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "THead",
        "TBody",
        "TR",
        "TH",
        "TD",
        "Span",
        "NonStruct",
        "Figure",
        "Link",
    ]
)
_PARENTS = {
    "TR": ("Table", "THead", "TBody"),
    "THead": ("Table",),
    "TBody": ("Table",),
    "TH": ("TR",),
    "TD": ("TR",),
    "LI": ("L",),
    "Lbl": ("LI",),
    "LBody": ("LI",),
    "Document": ("StructTreeRoot",),
}
_BLOCKS = ("P", "H1", "H2", "H3", "Table", "L", "Div")
_NO_BLOCK_IN = ("P", "H1", "H2", "H3", "Span")
_PAINTING = frozenset(
    ["Tj", "TJ", "'", '"', "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "INLINE", "IMAGE"]
)


def says_what_it_is(file: pikepdf.Pdf) -> Iterator[str]:
    """Look for the marks of a tagged file: that it is one, its title, its language, its standard."""
    root = file.Root
    if not root.get("/MarkInfo", {}).get("/Marked", False):
        yield "it does not say that it is tagged"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False):
        yield "its title is not shown"
    if str(root.get("/Lang", "")) not in ("en", "es"):
        yield "it names no language"
    with file.open_metadata() as metadata:
        if metadata.get("pdfuaid:part") != "1":
            yield "it does not claim PDF/UA-1"
        if not metadata.get("dc:title"):
            yield "it has no title"


def tags_meet_the_page(file: pikepdf.Pdf) -> Iterator[str]:
    """Look whether each marked run is in the structure once, and the parent tree leads back to it."""
    in_tree = Counter(
        (element.Pg.objgen, mark) for element in elements(file) for mark in _kids(element) if _is_mark(mark)
    )
    parents = dict(_parent_tree(file))
    for number, page in enumerate(file.pages, start=1):
        owners = parents.get(int(page.get("/StructParents", -1)), [])
        marks = [mark for mark, _ in _marked(page) if mark is not None]
        if len(marks) != len(set(marks)) or len(marks) != len(owners):
            yield f"page {number}: the parent tree does not fit what is marked"
        for mark in marks:
            if in_tree.pop((page.objgen, mark), 0) != 1:
                yield f"page {number}: run {mark} is not in the structure once"
            elif mark < len(owners) and mark not in [one for one in _kids(owners[mark]) if _is_mark(one)]:
                yield f"page {number}: run {mark} leads to another element"
    if in_tree:
        yield "the structure names runs that no page has"


def roles_are_standard(file: pikepdf.Pdf) -> Iterator[str]:
    """Look for a role that readers do not know, and for a picture without words."""
    for element in elements(file):
        if kind(element) not in _STANDARD:
            yield f"{kind(element)} is no standard role"
        if kind(element) == "Figure" and not str(element.get("/Alt", "")):
            yield "a picture has no words"


def nesting_is_sound(file: pikepdf.Pdf) -> Iterator[str]:
    """Look for an element in a place where it cannot stand, or that does not know its parent."""
    for element in elements(file):
        parent = element.P
        above = kind(parent) if "/S" in parent else "StructTreeRoot"
        if above not in _PARENTS.get(kind(element), (above,)):
            yield f"{kind(element)} stands in {above}"
        if kind(element) in _BLOCKS and above in _NO_BLOCK_IN:
            yield f"{kind(element)} stands in {above}"
        for kid in _kids(element):
            if not _is_mark(kid) and kid.P.objgen != element.objgen:
                yield f"a {kind(kid)} names another parent"


def headings_step_by_one(file: pikepdf.Pdf) -> Iterator[str]:
    """Look for a heading that skips a level, and for papers without a first one."""
    level = 0
    for element in elements(file):
        if kind(element) in ("H1", "H2", "H3"):
            below, level = level, int(kind(element)[1])
            if level > below + 1:
                yield f"H{level} follows H{below}"
    if not level:
        yield "there is no heading"


def tables_have_headers(file: pikepdf.Pdf) -> Iterator[str]:
    """Look for header cells without scope, cells without headers, and rows of another length."""
    names = Counter(str(one.get("/ID", "")) for one in elements(file) if kind(one) == "TH")
    if names[""] or any(amount > 1 for amount in names.values()):
        yield "a header cell has no name of its own"
    for element in elements(file):
        about = element.get("/A", {})
        if kind(element) == "TH" and str(about.get("/Scope", "")) not in ("/Column", "/Row"):
            yield "a header cell has no scope"
        if kind(element) == "TD" and not [one for one in about.get("/Headers", []) if str(one) in names]:
            yield "a cell names no header"
        if kind(element) == "Table" and len({len(_kids(row)) for row in _rows(element)}) != 1:
            yield "the rows of a table differ in length"


def only_counts_are_tables(file: pikepdf.Pdf) -> Iterator[str]:
    """Look for a table that is no table of counts: a layout tagged as one."""
    for element in elements(file):
        if kind(element) == "Table" and len(_kids(_rows(element)[0])) != 5:
            yield "a table is not the table of counts"


def all_ink_is_marked(file: pikepdf.Pdf) -> Iterator[str]:
    """Look for anything painted that is neither in the structure nor said to be decoration."""
    for number, page in enumerate(file.pages, start=1):
        if any(mark is None for mark, _ in _marked(page)):
            yield f"page {number}: something is painted outside the structure"
        if "/Annots" in page:
            yield f"page {number}: an annotation that no paper of ours should have"


def fonts_are_whole(file: pikepdf.Pdf) -> Iterator[str]:
    """Look for a font that is not in the file, or whose letters cannot be read back."""
    for font in {font.objgen: font for page in file.pages for font in page.Resources.Font.values()}.values():
        described = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        about = described.get("/FontDescriptor", {})
        if not {"/FontFile2", "/FontFile3"} & set(about.keys()):
            yield "a font is not embedded"
        if "/ToUnicode" not in font:
            yield "a font does not say what its letters are"


def elements(file: pikepdf.Pdf) -> Iterator[Any]:
    """Give every structure element in reading order."""
    waiting = [file.Root.StructTreeRoot.K[0]]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(kid for kid in reversed(_kids(element)) if not _is_mark(kid))


def kind(element: Any) -> str:
    """Return the role of an element."""
    return str(element.S).lstrip("/")


def _rows(table: Any) -> list[Any]:
    groups = [row for row in _kids(table) if kind(row) != "TR"]
    return [row for row in _kids(table) if kind(row) == "TR"] + [row for one in groups for row in _kids(one)]


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _is_mark(kid: Any) -> bool:
    return isinstance(kid, int)


def _parent_tree(file: pikepdf.Pdf) -> Iterator[tuple[int, list[Any]]]:
    numbers = list(file.Root.StructTreeRoot.ParentTree.Nums)
    for index in range(0, len(numbers), 2):
        yield int(numbers[index]), list(numbers[index + 1])


def _marked(page: Any) -> Iterator[tuple[int | None, str]]:
    """Give each run's mark as it begins; None with the operator for what is painted outside any."""
    open_marks: list[bool] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BMC", "BDC"):
            mark = operands[1].get("/MCID") if name == "BDC" else None
            open_marks.append(mark is not None or str(operands[0]) == "/Artifact")
            if mark is not None:
                yield int(mark), name
        elif name == "EMC":
            open_marks.pop()
        elif name in _PAINTING and not any(open_marks):
            yield None, name


CHECKS: tuple[Check, ...] = (
    says_what_it_is,
    tags_meet_the_page,
    roles_are_standard,
    nesting_is_sound,
    headings_step_by_one,
    tables_have_headers,
    only_counts_are_tables,
    all_ink_is_marked,
    fonts_are_whole,
)
