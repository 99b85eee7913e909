"""A small page with typed values, by which one assumption or one spoiled template is looked at alone."""

from __future__ import annotations

from petitions.documents.bulk.file import FileSkeleton
from petitions.documents.bulk.skeleton import compile_file, compile_paper, empty_page
from petitions.documents.html_page import Page
from petitions.documents.render import LaidOut, lay_out, write
from petitions.documents.typed import Typed

CSS = """@page { size: 400pt 300pt; margin: 20pt }
body, p { margin: 0 }
p, bdi { font: 12pt "Noto Serif"; font-kerning: none; font-variant-ligatures: none }"""
NAME = Typed("Maria Example")


def small_page(body: str, css: str = "") -> Page:
    html = f'<html lang="en"><head><title>Small</title></head><body>{body}</body></html>'
    return Page(html=html, css=CSS + css, title="Small", language="en")


def laid_out(body: str, css: str = "") -> LaidOut:
    return lay_out(small_page(body, css))


def skeleton(
    body: str, css: str = "", *, values: tuple[Typed, ...] = (NAME,), number: int = 0
) -> FileSkeleton:
    """Compile a page with a sentinel for each value."""
    empty = empty_page(small_page(body, css), values=values)
    return compile_file([compile_paper(empty, title="Small", language="en", number=number)])


def by_the_bulk_lane(
    body: str, css: str = "", *, values: tuple[Typed, ...] = (NAME,), number: int = 0
) -> bytes:
    return skeleton(body, css, values=values, number=number).fill([values])


def by_the_full_lane(body: str, css: str = "", *, values: tuple[Typed, ...] = (NAME,)) -> bytes:
    for index, value in enumerate(values):
        body = body.replace(f"~{index:03d}~", value)
    return write(laid_out(body, css))
