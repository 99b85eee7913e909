"""How the lines of a page slope and bend, measured on its words: pure arithmetic."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from petitions.rapsheet.pictures.ink import Numbers, Run

_FEW = 8
"""With fewer words only the common slope is trusted, not how it changes over the page."""
_STRAY = 0.03
"""A word whose slope is so far from its neighbors' is left out."""


class Bend(NamedTuple):
    """Turned by ``turn``, a line slopes at (x, y) from the middle by ``fan * y + (curl + twist * y) * x``.

    Lengths are parts of the page's width.
    """

    turn: float = 0.0
    fan: float = 0.0
    curl: float = 0.0
    twist: float = 0.0

    def size(self, *, wide: int, high: int, to: int) -> tuple[int, int]:
        """Return width and height of the level page that holds all of a bent one, which is ``to`` pixels wide unturned."""
        cosine, sine = abs(math.cos(self.turn)), abs(math.sin(self.turn))
        return round((cosine * wide + sine * high) * to / wide), round(
            (sine * wide + cosine * high) * to / wide
        )

    def sources(self, size: tuple[int, int], *, wide: int, high: int) -> tuple[Numbers, Numbers]:
        """Return, for each pixel of a level page of that size, where it stands on the bent one of wide x high pixels."""
        scale = self.size(wide=wide, high=high, to=wide)[0] / wide
        columns, rows = np.meshgrid(*(np.arange(side, dtype=np.float32) for side in size))
        x, y = (columns / size[0] - 0.5) * scale, (rows - size[1] / 2) / size[0] * scale
        y = y + self.fan * y * x + (self.curl + self.twist * y) * x * x / 2
        cosine, sine = math.cos(self.turn), math.sin(self.turn)
        across = (cosine * x - sine * y + 0.5) * wide
        down = (sine * x + cosine * y) * wide + high / 2
        return across.astype(np.float32), down.astype(np.float32)


def bend_of(words: tuple[Run, ...], *, wide: float, high: float) -> Bend:
    """Return the bend of a page of wide x high pixels, from its words."""
    if not words:
        return Bend()
    table = np.array([(run.x, run.y, run.length, math.atan(run.slope)) for run in words])
    turn = _middle(table[:, 3], weights=table[:, 2])
    x, y = _turned_back(table, turn=turn, size=(wide, high))
    return _fitted(x, y, slope=np.tan(table[:, 3] - turn), weights=table[:, 2], turn=turn)


def _turned_back(table: Numbers, *, turn: float, size: tuple[float, float]) -> tuple[Numbers, Numbers]:
    x, y = (table[:, 0] - size[0] / 2) / size[0], (table[:, 1] - size[1] / 2) / size[0]
    return np.cos(turn) * x + np.sin(turn) * y, np.cos(turn) * y - np.sin(turn) * x


def _fitted(x: Numbers, y: Numbers, *, slope: Numbers, weights: Numbers, turn: float) -> Bend:
    """Fit how the slope changes, leaving out words that are far from the fit; no change where there is little to go by."""
    terms = np.stack([np.ones_like(x), y, x, x * y], axis=1)
    kept = np.abs(slope) < 5 * _STRAY
    for _round in range(3):
        if kept.sum() < _FEW:
            return Bend(turn)
        root = np.sqrt(weights[kept])
        fit = np.linalg.lstsq(terms[kept] * root[:, None], slope[kept] * root, rcond=0.01)[0]
        kept = np.abs(slope - terms @ fit) < _STRAY
    level, fan, curl, twist = (float(term) for term in fit)
    return Bend(turn + level, fan, curl, twist)


def _middle(values: Numbers, *, weights: Numbers) -> float:
    """Return the weighted median."""
    order = np.argsort(values)
    passed = np.cumsum(weights[order])
    return float(values[order][np.searchsorted(passed, passed[-1] / 2)])
