"""Decodes what the recognizer yields: of its 18,708 signs only those that a sheet can hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from petitions.rapsheet.pictures.ink import Numbers

_WIDE = str.maketrans("，：；．（）＊＃／－—–‘’“”", ",:;.()*#/---''\"\"")


class Decoded(NamedTuple):
    """A text, and how sure its least sure sign is (0 to 1)."""

    text: str
    sure: float


class Signs:
    """The signs of a model, those of a sheet taken out: capitals and small letters count as one sign."""

    def __init__(self, signs: Sequence[str]) -> None:
        """Take the signs in the order of the model's columns; the first column, "", is its blank."""
        plain = [sign.translate(_WIDE).upper() for sign in signs]
        self._kept = sorted({sign for sign in plain if len(sign) == 1 and sign.isascii()})
        place = {sign: index + 1 for index, sign in enumerate(self._kept)}
        columns = [column for column, sign in enumerate(plain) if column == 0 or sign in place]
        goes_to = {column: place.get(plain[column], 0) for column in columns}
        self._columns = np.array(sorted(columns, key=goes_to.__getitem__))
        self._starts = np.searchsorted(
            [goes_to[int(column)] for column in self._columns], range(len(self._kept) + 1)
        )

    def decode(self, chances: Numbers) -> Decoded:
        """Return the likeliest text of a line, from the chance of each sign (columns) at each step (rows)."""
        # Summed without a product of matrices: its library has threads of its own, which a fork and two readers confuse.
        kept = np.add.reduceat(chances[:, self._columns], self._starts, axis=1)
        best, chance = kept.argmax(axis=1), kept.max(axis=1)
        starts = np.flatnonzero((best > 0) & (best != np.concatenate([[0], best[:-1]]))).tolist()
        text = "".join(self._kept[best[start] - 1] for start in starts)
        sure = [_highest(best, chance, start=start) for start in starts if self._kept[best[start] - 1] != " "]
        return Decoded(text.strip(), min(sure, default=0.0))


def _highest(best: Numbers, chance: Numbers, *, start: int) -> float:
    """Return how sure a sign is where it is surest, of the steps that it lasts."""
    end = start
    while end < len(best) and best[end] == best[start]:
        end += 1
    return float(chance[start:end].max())
