"""The job on pictures: an engine is loaded once and reads one picture after the other."""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable, Iterator
from typing import Any

from PIL import Image

from petitions.documents.framing import BrokenFrame, Reply
from petitions.rapsheet.engines import Engine
from petitions.rapsheet.files.bounds import SHOWN_WIDE
from petitions.rapsheet.files.cell.drawing import to_show
from petitions.rapsheet.files.cell.found import plain_lines


def prepare(asked: Reply) -> None:
    """Let the engine open its models while that is allowed."""
    _module(asked).get_ready(_engine(asked))


def read(asked: Reply, hear: Callable[[], Reply]) -> Iterator[Reply]:
    """Tell that the engine is loaded, then what it reads in each picture, until the site has no more."""
    yield Reply({"loaded": True})
    while True:
        try:
            (content,) = hear().parts
        except BrokenFrame:
            return
        yield _told(_read(asked, Image.open(io.BytesIO(content), formats=["JPEG"]).convert("RGB")))


def _read(asked: Reply, picture: Image.Image) -> Any:
    import numpy as np  # noqa: PLC0415 - only this job needs it

    return _module(asked).read_picture(np.asarray(picture, dtype=np.uint8), engine=_engine(asked))


def _module(asked: Reply) -> Any:
    return importlib.import_module(asked.head["reader"])


def _engine(asked: Reply) -> Engine:
    return Engine(asked.head["engine"])


def _told(reading: Any) -> Reply:
    trouble = None if reading.trouble is None else reading.trouble.value
    shown = to_show(Image.fromarray(reading.upright), wide=SHOWN_WIDE)
    return Reply({"lines": plain_lines(tuple(reading.lines)), "trouble": trouble}, (shown,))
