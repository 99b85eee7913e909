"""Pages as scanners give them: a little askew, gray or black and white, pressed; three degrees of wear."""

from __future__ import annotations

from enum import Enum

import cv2
import numpy as np

from benchmarks.invented_sheets import wear
from benchmarks.invented_sheets.faces import Picture


class Level(Enum):
    """How much wear. USUAL is what a helpful person would take without a word."""

    LIGHT = "light"
    USUAL = "usual"
    HARD = "hard"


_SKEW = {Level.LIGHT: 0.3, Level.USUAL: 1.0, Level.HARD: 2.5}
_SPECKS = {Level.LIGHT: 0.0, Level.USUAL: 0.000015, Level.HARD: 0.0001}
_BLUR = {Level.LIGHT: (0.0, 0.4), Level.USUAL: (0.3, 0.8), Level.HARD: (0.6, 1.1)}
_PAPER = {Level.LIGHT: (245, 255), Level.USUAL: (225, 252), Level.HARD: (190, 230)}
_INK = {Level.LIGHT: (0, 30), Level.USUAL: (20, 70), Level.HARD: (60, 120)}
_QUALITY = {Level.LIGHT: (85, 95), Level.USUAL: (60, 85), Level.HARD: (35, 60)}
_FAX = {Level.LIGHT: 0.0, Level.USUAL: 0.25, Level.HARD: 0.5}


def scanned(page: Picture, *, level: Level, seed: int) -> Picture:
    """Return a clean page as a scanner would; the same seed gives the same picture."""
    dice = np.random.default_rng([seed, 71])
    made = wear.turned(page, degrees=dice.uniform(-1, 1) * _SKEW[level])
    made = wear.defocused(made, radius=dice.uniform(*_BLUR[level]) * page.shape[1] / 1700)
    made = wear.lightened(made, paper=dice.uniform(*_PAPER[level]), ink=dice.uniform(*_INK[level]))
    made = wear.grainy(made, dice, strength=3 if level is Level.LIGHT else 6)
    made = wear.speckled(made, dice, share=_SPECKS[level])
    if dice.random() < _FAX[level]:
        return _faxed(made, dice)
    return wear.pressed(made, quality=int(dice.uniform(*_QUALITY[level])))


def _faxed(page: Picture, dice: wear.Dice) -> Picture:
    """Black and white only; the threshold lies between the paper and the ink."""
    paper, ink = np.percentile(page, 90), np.percentile(page, 0.2)
    made = wear.thresholded(page, dice, at=float(ink + (paper - ink) * dice.uniform(0.5, 0.75)))
    return np.asarray(cv2.medianBlur(made, 3)) if dice.random() < 0.3 else made
