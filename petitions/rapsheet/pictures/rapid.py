"""RapidOCR: its detector finds the pieces of text on a page, its recognizer reads them. The wheel carries both models."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor
from functools import cache
from pathlib import Path
from statistics import median
from typing import NamedTuple

import cv2
import numpy as np
import onnxruntime
import rapidocr

from petitions.rapsheet.pictures.ink import Numbers, Picture
from petitions.rapsheet.pictures.sights import Sight
from petitions.rapsheet.pictures.signs import Decoded, Signs

_DETECTED_AT = 960
"""The width of the page for the detector: enough for its lines, and a quarter of the time of a full page."""
_TALL = 48
"""The recognizer reads lines of this height."""
_WIDTHS = 64
"""Lines are padded to multiples of this, so that few sizes of memory are asked for."""
_WIDEST = 3200
_TRIED = 5
_TRIED_WIDE = 300
_SURE = 0.8
"""So many pieces of about that width are read, and if they are not sure both ways up, to see how the page stands."""
_SETTINGS = {
    "Global.use_cls": False,
    "Global.use_rec": False,
    "Global.log_level": "critical",
    "Global.max_side_len": 4000,
    "EngineConfig.onnxruntime.intra_op_num_threads": 1,
}
Model = Callable[[Numbers], Numbers]


class Found(NamedTuple):
    """The page as it stands upright, and the corners of each piece of text on it, in pixels."""

    page: Picture
    boxes: tuple[Numbers, ...]


class _Recognizer(NamedTuple):
    model: onnxruntime.InferenceSession
    signs: Signs


def get_ready() -> None:
    """Load the models; from then on no file is opened."""
    blank = np.full((64, 320, 3), 255, np.uint8)
    _detector()(blank)
    _read(blank)


def find(page: Picture, *, beside: Executor) -> Found:
    """Find the pieces of text on a straightened page in color, and turn it if it stands on its head."""
    boxes = _boxes(page)
    return _turned(page, boxes) if _stands_on_its_head(page, boxes, beside=beside) else Found(page, boxes)


def read(found: Found, *, beside: Executor) -> tuple[Sight, ...]:
    """Read the pieces, as many at once as the executor has threads."""
    texts = beside.map(_read, [_piece(found.page, box) for box in found.boxes])
    return tuple(_sight(text, box) for text, box in zip(texts, found.boxes, strict=True) if text.text)


def _boxes(page: Picture) -> tuple[Numbers, ...]:
    factor = min(1.0, _DETECTED_AT / page.shape[1])
    small = cv2.resize(page, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
    found = getattr(_detector()(cv2.cvtColor(small, cv2.COLOR_RGB2BGR)), "boxes", None)
    return () if found is None else tuple(np.asarray(box, np.float32) / factor for box in found)


def _stands_on_its_head(page: Picture, boxes: tuple[Numbers, ...], *, beside: Executor) -> bool:
    tried = sorted(boxes, key=lambda box: abs(float(np.ptp(box[:, 0])) - _TRIED_WIDE))[:_TRIED]
    pieces = [_piece(page, box) for box in tried]
    upright = [read.sure for read in beside.map(_read, pieces)]
    if not upright or median(upright) > _SURE:
        return False
    turned = [read.sure for read in beside.map(_read, [piece[::-1, ::-1] for piece in pieces])]
    return sum(turned) > sum(upright)


def _turned(page: Picture, boxes: tuple[Numbers, ...]) -> Found:
    corner = np.array(page.shape[1::-1], np.float32)
    return Found(
        np.ascontiguousarray(page[::-1, ::-1]), tuple(np.roll(corner - box, 2, axis=0) for box in boxes)
    )


def _piece(page: Picture, box: Numbers) -> Picture:
    top, right, bottom, left = np.linalg.norm(np.roll(box, -1, axis=0) - box, axis=1)
    wide, high = max(1, round(float(max(top, bottom)))), max(1, round(float(max(left, right))))
    square = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], np.float32)
    change = cv2.getPerspectiveTransform(box, square)
    return np.asarray(
        cv2.warpPerspective(
            page, change, (wide, high), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
        )
    )


def _read(piece: Picture) -> Decoded:
    recognizer = _recognizer()
    wide = min(_WIDEST, max(_TALL, round(_TALL * piece.shape[1] / piece.shape[0])))
    way = cv2.INTER_AREA if piece.shape[0] > _TALL else cv2.INTER_LINEAR
    line = cv2.resize(cv2.cvtColor(piece, cv2.COLOR_RGB2BGR), (wide, _TALL), interpolation=way)
    padded = np.zeros((1, 3, _TALL, -(-wide // _WIDTHS) * _WIDTHS), np.float32)
    padded[0, :, :, :wide] = (line.astype(np.float32).transpose(2, 0, 1) / 255 - 0.5) / 0.5
    (chances,) = recognizer.model.run(None, {"x": padded})
    return recognizer.signs.decode(chances[0])


def _sight(decoded: Decoded, box: Numbers) -> Sight:
    (left, top), (right, bottom) = box.min(axis=0).tolist(), box.max(axis=0).tolist()
    return Sight(decoded.text, left, top, right, bottom, decoded.sure)


@cache
def _detector() -> rapidocr.RapidOCR:
    return rapidocr.RapidOCR(params=_SETTINGS)


@cache
def _recognizer() -> _Recognizer:
    (model,) = (Path(rapidocr.__file__).parent / "models").glob("*_rec_*.onnx")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = (
        1  # a line a thread is quicker than two threads a line, and a fork loses no thread
    )
    options.enable_cpu_mem_arena = False
    session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
    known = session.get_modelmeta().custom_metadata_map["character"].splitlines()
    return _Recognizer(session, Signs(["", *known, " "]))
