"""Decodes photographs and other pictures: upright, and never larger than is good for the server."""

from __future__ import annotations

import io

from PIL import Image, ImageFile, ImageOps

from petitions.rapsheet.files.bounds import MOST_PIXELS, READ_LONGEST
from petitions.rapsheet.files.kinds import Kind
from petitions.rapsheet.files.unreadable import Unreadable

_FORMATS = {Kind.PNG: ["PNG"], Kind.JPEG: ["JPEG", "MPO"]}
"""What Pillow may try: MPO is a JPEG of a phone with a second picture behind it."""
_FOR_A_LOOK = 500


def check_photograph(content: bytes, *, kind: Kind) -> None:
    """Raise Unreadable where a picture is too large or cannot be decoded to its end."""
    decoded(content, kind=kind, longest=_FOR_A_LOOK)


def decoded(content: bytes, *, kind: Kind, longest: int = READ_LONGEST) -> Image.Image:
    """Return a picture in color, turned as the camera says, its longer side no longer than that."""
    try:
        return _decoded(content, kind=kind, longest=longest)
    except Unreadable:
        raise
    except MemoryError:
        raise Unreadable("too_much_memory") from None
    except Image.DecompressionBombError:
        raise Unreadable("too_large") from None
    except Exception:  # noqa: BLE001 - a picture made to do harm may raise anything
        raise Unreadable("broken") from None


def _decoded(content: bytes, *, kind: Kind, longest: int) -> Image.Image:
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint lets half a picture pass, wherever it is loaded
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS  # Pillow warns here, and refuses at twice as many
    picture: Image.Image = Image.open(io.BytesIO(content), formats=_FORMATS[kind])
    if picture.width * picture.height > MOST_PIXELS:
        raise Unreadable("too_large")
    picture.draft("RGB", (longest, longest))  # a JPEG is decoded at a part of its size where that is enough
    picture.load()
    plain = _plain(picture)
    plain.thumbnail((longest, longest))
    return _on_white(ImageOps.exif_transpose(plain))


def _plain(picture: Image.Image) -> Image.Image:
    """Return a picture whose pixels can be mixed: gray, in color, or in color and partly clear."""
    if picture.mode in ("L", "RGB", "RGBA"):
        return picture
    if picture.mode.startswith(("I", "F")):
        return picture.convert("I").point(lambda shade: shade * (1 / 256)).convert("L")
    return picture.convert("RGBA" if picture.has_transparency_data else "RGB")


def _on_white(picture: Image.Image) -> Image.Image:
    """Put what is clear on white, as paper would be."""
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper
