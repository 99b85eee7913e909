"""What an engine saw on a page: pieces of text and where they stand."""

from __future__ import annotations

from typing import NamedTuple


class Sight(NamedTuple):
    """A piece of text, its edges in pixels of the straightened page, and how sure its least sure sign is (0 to 1)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    sure: float

    @property
    def middle(self) -> float:
        """Return how far down its middle stands."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """Return its height."""
        return self.bottom - self.top

    def scaled(self, factor: float) -> Sight:
        """Return the same on a page so many times as large."""
        left, top, right, bottom = (edge * factor for edge in (self.left, self.top, self.right, self.bottom))
        return Sight(self.text, left, top, right, bottom, self.sure)
