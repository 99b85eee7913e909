"""Ways to spoil a good file, each of which one check must find."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import pikepdf

from tests.documents.structure import (
    Check,
    all_ink_is_marked,
    elements,
    fonts_are_whole,
    headings_step_by_one,
    kind,
    nesting_is_sound,
    only_counts_are_tables,
    roles_are_standard,
    says_what_it_is,
    tables_have_headers,
    tags_meet_the_page,
)

Spoil = Callable[[pikepdf.Pdf], None]


def spoiled(content: bytes, spoil: Spoil) -> bytes:
    """Return the file with one thing wrong."""
    with pikepdf.open(io.BytesIO(content)) as file:
        spoil(file)
        written = io.BytesIO()
        file.save(written)
    return written.getvalue()


def forget_the_tags(file: pikepdf.Pdf) -> None:
    del file.Root.MarkInfo


def forget_the_language(file: pikepdf.Pdf) -> None:
    del file.Root.Lang


def hide_the_title(file: pikepdf.Pdf) -> None:
    del file.Root.ViewerPreferences


def forget_the_standard(file: pikepdf.Pdf) -> None:
    with file.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["pdfuaid:part"]


def lose_a_way_back(file: pikepdf.Pdf) -> None:
    del file.Root.StructTreeRoot.ParentTree.Nums[1][-1]


def lose_a_run(file: pikepdf.Pdf) -> None:
    _first(file, "Span").K = pikepdf.Array()


def invent_a_role(file: pikepdf.Pdf) -> None:
    _first(file, "P").S = pikepdf.Name.Banner


def show_a_picture_without_words(file: pikepdf.Pdf) -> None:
    _first(file, "NonStruct").S = pikepdf.Name.Figure


def put_a_row_in_a_paragraph(file: pikepdf.Pdf) -> None:
    _first(file, "TBody").S = pikepdf.Name.P


def forget_a_parent(file: pikepdf.Pdf) -> None:
    _first(file, "H2").P = _first(file, "P")


def skip_a_level(file: pikepdf.Pdf) -> None:
    _first(file, "H2").S = pikepdf.Name.H3


def forget_a_scope(file: pikepdf.Pdf) -> None:
    del _first(file, "TH").A.Scope


def forget_a_header(file: pikepdf.Pdf) -> None:
    del _first(file, "TD").A


def make_a_table_of_a_layout(file: pikepdf.Pdf) -> None:
    for row in [one for one in elements(file) if kind(one) == "TR"]:
        row.K = pikepdf.Array(list(row.K)[:2])


def paint_outside_the_tags(file: pikepdf.Pdf) -> None:
    file.pages[0].contents_add(b"0 0 9 9 re f")


def take_a_font_out(file: pikepdf.Pdf) -> None:
    about = _a_font(file).DescendantFonts[0].FontDescriptor
    del about[next(key for key in about.keys() if key.startswith("/FontFile"))]  # noqa: SIM118 - a PDF dictionary


def forget_the_letters(file: pikepdf.Pdf) -> None:
    del _a_font(file).ToUnicode


SPOILS: tuple[tuple[Spoil, Check], ...] = (
    (forget_the_tags, says_what_it_is),
    (forget_the_language, says_what_it_is),
    (hide_the_title, says_what_it_is),
    (forget_the_standard, says_what_it_is),
    (lose_a_way_back, tags_meet_the_page),
    (lose_a_run, tags_meet_the_page),
    (invent_a_role, roles_are_standard),
    (show_a_picture_without_words, roles_are_standard),
    (put_a_row_in_a_paragraph, nesting_is_sound),
    (forget_a_parent, nesting_is_sound),
    (skip_a_level, headings_step_by_one),
    (forget_a_scope, tables_have_headers),
    (forget_a_header, tables_have_headers),
    (make_a_table_of_a_layout, only_counts_are_tables),
    (paint_outside_the_tags, all_ink_is_marked),
    (take_a_font_out, fonts_are_whole),
    (forget_the_letters, fonts_are_whole),
)


def _first(file: pikepdf.Pdf, role: str) -> Any:
    return next(one for one in elements(file) if kind(one) == role)


def _a_font(file: pikepdf.Pdf) -> Any:
    return next(iter(file.pages[0].Resources.Font.values()))
