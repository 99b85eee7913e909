"""Golden pictures of every page of every paper: makes them anew (python -m tests.documents.golden), and compares."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageChops

from petitions.documents.pdfium import opened_pdf

FOLDER = Path(__file__).with_name("golden")
DIFFERENCES = Path(__file__).parents[2] / "var" / "golden"
_FONTS = FOLDER / "fonts.txt"
_DOTS_PER_POINT = 58 / 72
_SHADES = 8
_NOTICED = 96
_TOLERATED = 3
_FAMILIES = ("Noto Serif", "Noto Serif:bold", "Noto Sans", "Noto Sans:bold", "DejaVu Sans")


def pages() -> Iterator[tuple[str, Image.Image]]:
    """Draw every page of the papers that differ by track, language or what is known; its name says which it is."""
    from tests.documents.every_paper import TRACKS, built  # noqa: PLC0415 - needs Django set up

    for packet in (*(f"{track.value}-en" for track in TRACKS), "blanks-en", "lawyer-en"):
        for file in built(packet).files[:4]:
            yield from drawn_pages(f"{packet}-{Path(file.path).stem}", file.content)
    for packet in (*(f"{track.value}-es" for track in TRACKS), "blanks-es"):
        yield from drawn_pages(f"{packet}-cover-sheet", built(packet).files[0].content)


def fonts() -> str:
    """Return a line for each font file that the papers are drawn with: its family and its digest."""
    return "".join(f"{family} {_digest(family)}\n" for family in _FAMILIES)


def fonts_are_the_same() -> bool:
    """Say whether this computer has the fonts that the golden pictures were drawn with."""
    return _FONTS.exists() and _FONTS.read_text() == fonts()


def difference(name: str, *, drawn: Image.Image, folder: Path = FOLDER) -> Path | None:
    """Compare a page with its golden picture; where they differ, write both and what differs side by side."""
    stored = folder / f"{name}.png"
    golden = Image.open(stored).convert("L") if stored.exists() else Image.new("L", drawn.size, 255)
    if golden.size == drawn.size and _noticed(golden, drawn=drawn) <= _TOLERATED:
        return None
    written = DIFFERENCES / f"{name}.png"
    written.parent.mkdir(parents=True, exist_ok=True)
    _side_by_side(golden, drawn=drawn).save(written)
    return written


def make() -> None:
    """Draw all golden pictures anew, and take away those of no paper."""
    make_in(FOLDER, pages())
    _FONTS.write_text(fonts())


def make_in(folder: Path, drawn: Iterator[tuple[str, Image.Image]]) -> None:
    """Draw the pictures of a folder anew, and take away the others."""
    folder.mkdir(exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    for name, picture in drawn:
        picture.quantize(16).save(folder / f"{name}.png", optimize=True)


def drawn_pages(name: str, content: bytes) -> Iterator[tuple[str, Image.Image]]:
    """Draw each page of a paper, with its name and number."""
    with opened_pdf(content) as opened:
        for number, page in enumerate(opened, start=1):
            picture = page.render(scale=_DOTS_PER_POINT, grayscale=True).to_pil().convert("L")
            yield f"{name}-{number}", picture.point(_shade)


def _shade(dot: int) -> int:
    """Keep a few shades of grey: enough to look at, little to store."""
    return round(dot * (_SHADES - 1) / 255) * 255 // (_SHADES - 1)


def _noticed(golden: Image.Image, *, drawn: Image.Image) -> int:
    return sum(ImageChops.difference(golden, drawn).histogram()[_NOTICED:])


def _side_by_side(golden: Image.Image, *, drawn: Image.Image) -> Image.Image:
    """Show what was expected, what is, and in red what is new and in blue what is gone."""
    width, height = max(golden.width, drawn.width), max(golden.height, drawn.height)
    sheets = [Image.new("L", (width, height), 255) for _ in range(2)]
    for sheet, picture in zip(sheets, (golden, drawn), strict=True):
        sheet.paste(picture)
    both = ImageChops.darker(*sheets)
    whole = Image.new("RGB", (3 * width, height), "white")
    changed = Image.merge("RGB", (sheets[0], both, sheets[1]))
    for at, picture in enumerate((*sheets, changed)):
        whole.paste(picture.convert("RGB"), (at * width, 0))
    return whole


def _digest(family: str) -> str:
    file = subprocess.run(
        ["fc-match", "-f", "%{file}", family], capture_output=True, text=True, check=True
    ).stdout
    return hashlib.sha256(Path(file).read_bytes()).hexdigest()[:16] if file else "absent"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")
    import django

    django.setup()
    make()
