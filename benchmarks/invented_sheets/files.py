"""Makes the files that a person would hand in: text, a PDF with text, scans, photos."""

from __future__ import annotations

import io
from enum import Enum

from PIL import Image

from benchmarks.invented_sheets.faces import Face, Picture, browser_pdf, courier_pdf, page_pictures
from benchmarks.invented_sheets.layouts import LAYOUTS
from benchmarks.invented_sheets.photos import photographed
from benchmarks.invented_sheets.scans import Level, scanned
from benchmarks.invented_sheets.sheets import InventedSheet

_RESOLUTIONS = (150, 200, 300)
_BEFORE_THE_CAMERA = 300
_QUALITY = 96
"""High: what a scanner or phone loses was lost before."""


class FileKind(Enum):
    """How a sheet comes in."""

    TEXT = "text"
    PDF = "pdf"
    SCAN_LIGHT = "scan-light"
    SCAN = "scan"
    SCAN_HARD = "scan-hard"
    PHOTO_LIGHT = "photo-light"
    PHOTO = "photo"
    PHOTO_HARD = "photo-hard"


_SCANS = {
    FileKind.SCAN_LIGHT: Level.LIGHT,
    FileKind.SCAN: Level.USUAL,
    FileKind.SCAN_HARD: Level.HARD,
}
_PHOTOS = {
    FileKind.PHOTO_LIGHT: Level.LIGHT,
    FileKind.PHOTO: Level.USUAL,
    FileKind.PHOTO_HARD: Level.HARD,
}


def files_of(sheet: InventedSheet, *, kind: FileKind) -> list[bytes]:
    """Return the files of a sheet: one PDF, or one JPEG a page; the face and resolution follow the seed."""
    if kind is FileKind.PDF:
        printed = courier_pdf if _face(sheet) is Face.COURIER else browser_pdf
        return [printed(sheet.pages, layout=LAYOUTS[sheet.layout])]
    if kind in _SCANS:
        return [_picture_pdf(pictures_of(sheet, kind=kind), dpi=_resolution(sheet))]
    if kind in _PHOTOS:
        return [_jpeg(picture) for picture in pictures_of(sheet, kind=kind)]
    return [sheet.text.encode()]


def pictures_of(sheet: InventedSheet, *, kind: FileKind) -> list[Picture]:
    """Return the scans or photos of a sheet, one a page."""
    dpi = _resolution(sheet) if kind in _SCANS else _BEFORE_THE_CAMERA
    clean = page_pictures(sheet.pages, layout=LAYOUTS[sheet.layout], face=_face(sheet), dpi=dpi)
    if kind in _SCANS:
        return [scanned(page, level=_SCANS[kind], seed=_seed(sheet, row)) for row, page in enumerate(clean)]
    return [photographed(page, level=_PHOTOS[kind], seed=_seed(sheet, row)) for row, page in enumerate(clean)]


def _face(sheet: InventedSheet) -> Face:
    return list(Face)[sheet.seed % 2]


def _resolution(sheet: InventedSheet) -> int:
    return _RESOLUTIONS[sheet.seed // 2 % 3]


def _seed(sheet: InventedSheet, row: int) -> int:
    return sheet.seed * 100 + row


def _jpeg(picture: Picture) -> bytes:
    held = io.BytesIO()
    Image.fromarray(picture).save(held, "JPEG", quality=_QUALITY)
    return held.getvalue()


def _picture_pdf(pictures: list[Picture], *, dpi: int) -> bytes:
    held = io.BytesIO()
    first, *others = [Image.fromarray(picture) for picture in pictures]
    first.save(held, "PDF", save_all=True, append_images=others, resolution=dpi, quality=_QUALITY)
    return held.getvalue()
