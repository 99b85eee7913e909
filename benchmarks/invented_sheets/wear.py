"""What scanners, phones and hands do to a picture, one step each; every step is even for the same dice."""

from __future__ import annotations

import io
import math
from typing import Any, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from benchmarks.invented_sheets.faces import Picture

Dice = np.random.Generator
Numbers: TypeAlias = NDArray[np.floating[Any]]


def turned(picture: Picture, *, degrees: float) -> Picture:
    """Turn the page a little, as a feeder that draws it in askew; the corners stay white."""
    high, wide = picture.shape[:2]
    matrix = cv2.getRotationMatrix2D((wide / 2, high / 2), degrees, 1.0)
    return _picture(
        cv2.warpAffine(picture, matrix, (wide, high), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    )


def speckled(picture: Picture, dice: Dice, *, share: float) -> Picture:
    """Strew dark and light dots of one to three pixels."""
    high, wide = picture.shape[:2]
    spots = picture.copy()
    for _ in range(int(share * high * wide)):
        row, column, size = dice.integers(high), dice.integers(wide), dice.integers(1, 4)
        spots[row : row + size, column : column + size] = 30 if dice.random() < 0.7 else 255
    return spots


def grainy(picture: Picture, dice: Dice, *, strength: float) -> Picture:
    """Add the noise of a sensor: of single pixels, and some of patches."""
    high, wide = picture.shape[:2]
    fine = dice.standard_normal((high, wide, 1), dtype=np.float32)
    rough = dice.standard_normal((high // 3 + 1, wide // 3 + 1, 3), dtype=np.float32)
    patches = np.asarray(cv2.resize(rough, (wide, high)), np.float32)
    return _clipped(picture + (0.7 * strength) * (fine + patches))


def lightened(picture: Picture, *, paper: float, ink: float) -> Picture:
    """Press black and white together: ``ink`` is what black becomes, ``paper`` what white becomes."""
    return _clipped(np.float32(ink) + picture * np.float32((paper - ink) / 255))


def thresholded(picture: Picture, dice: Dice, *, at: float) -> Picture:
    """Leave black and white alone, as a fax or a scanner in its coarsest setting does."""
    gray = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY).astype(np.float32)
    rough = 8 * dice.standard_normal(gray.shape, dtype=np.float32)
    return _picture(np.repeat(((gray + rough > at) * 255).astype(np.uint8)[:, :, None], 3, axis=2))


def defocused(picture: Picture, *, radius: float) -> Picture:
    """Blur as a lens that is not quite sharp."""
    return _picture(cv2.GaussianBlur(picture, (0, 0), radius)) if radius > 0.1 else picture


def shaken(picture: Picture, *, pixels: float, degrees: float) -> Picture:
    """Blur along one direction, as a hand that moves."""
    if pixels < 1:
        return picture
    size = 2 * math.ceil(pixels / 2) + 1
    path = np.zeros((size, size), np.float32)
    path[size // 2] = np.clip(pixels / 2 + 0.5 - np.abs(np.arange(size) - size // 2), 0, 1)
    matrix = cv2.getRotationMatrix2D((size / 2 - 0.5, size / 2 - 0.5), degrees, 1.0)
    turned_path = cv2.warpAffine(path, matrix, (size, size))
    return _picture(cv2.filter2D(picture, -1, turned_path / turned_path.sum()))


def pressed(picture: Picture, *, quality: int) -> Picture:
    """Save as JPEG and open again."""
    held = io.BytesIO()
    Image.fromarray(picture).save(held, "JPEG", quality=quality)
    return np.asarray(Image.open(held).convert("RGB"))


def shaded(picture: Picture, light: Picture) -> Picture:
    """Lay a map of light (255: full) over the picture."""
    return _clipped(picture * (light.astype(np.float32) / 255))


def _clipped(values: Numbers) -> Picture:
    return _picture(np.clip(values, 0, 255).astype(np.uint8))


def _picture(values: object) -> Picture:
    return np.asarray(values, dtype=np.uint8)
