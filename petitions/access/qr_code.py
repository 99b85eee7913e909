"""Draws a QR code: what a camera or an app reads from the screen, a return code or the secret of a second step."""

from __future__ import annotations

from dataclasses import dataclass

import segno


@dataclass(frozen=True, slots=True)
class QrCode:
    """Squares across, and the outlines of the dark ones for an SVG path."""

    width: int
    outlines: str


def qr_code(content: str) -> QrCode:
    """Return the picture of a text."""
    rows = [*segno.make(content, error="m", micro=False).matrix_iter(border=4)]
    dark = (f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, is_dark in enumerate(row) if is_dark)
    return QrCode(len(rows), "".join(dark))
