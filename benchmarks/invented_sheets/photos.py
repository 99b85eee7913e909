"""Pages as phones take them: on a table, seen askew, unevenly lit, a little blurred; three degrees of it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from benchmarks.invented_sheets import wear
from benchmarks.invented_sheets.faces import Picture
from benchmarks.invented_sheets.scans import Level


@dataclass(frozen=True, slots=True)
class Habits:
    """How a person takes photos. Pairs are the least and the most; shares are of the page or of all photos."""

    width: tuple[int, int]
    margin: tuple[float, float]
    lean: float
    skew: float
    shadow: float
    blur: tuple[float, float]
    shake: float
    noise: tuple[float, float]
    quality: tuple[int, int]
    paper: tuple[float, float]
    ink: tuple[float, float]
    tint: float
    bend: float
    folds: float
    thumb: float
    sideways: float


_LEVELS = {
    Level.LIGHT: Habits(
        width=(2200, 3000), margin=(0.0, 0.04), lean=0.01, skew=0.8, shadow=0.15, blur=(0.5, 0.9), shake=0,
        noise=(2, 4), quality=(75, 90), paper=(215, 245), ink=(25, 60), tint=0.03, bend=0.0, folds=0.0, thumb=0.0, sideways=0.0,
    ),
    Level.USUAL: Habits(
        width=(1700, 3000), margin=(0.0, 0.10), lean=0.035, skew=2.5, shadow=0.40, blur=(0.6, 1.2), shake=2.0,
        noise=(3, 8), quality=(40, 80), paper=(170, 235), ink=(30, 75), tint=0.045, bend=0.004, folds=0.35, thumb=0.2, sideways=0.08,
    ),
    Level.HARD: Habits(
        width=(1400, 2200), margin=(0.03, 0.20), lean=0.08, skew=6.0, shadow=0.65, blur=(0.9, 1.8), shake=4.0,
        noise=(6, 14), quality=(30, 60), paper=(120, 210), ink=(30, 90), tint=0.1, bend=0.012, folds=0.7, thumb=0.4, sideways=0.2,
    ),
}  # fmt: skip
_TABLES = ((92, 64, 45), (150, 140, 128), (48, 50, 55), (176, 148, 110), (70, 84, 70))


def photographed(page: Picture, *, level: Level, seed: int) -> Picture:
    """Return a clean page as a phone would; the same seed gives the same picture. Best from a page of 200 dpi or more."""
    return _Photo(np.random.default_rng([seed, 37]), _LEVELS[level]).of(page)


class _Photo:
    """One photo in the making: the dice, and the habits of who takes it."""

    def __init__(self, dice: wear.Dice, habits: Habits) -> None:
        self.dice = dice
        self.habits = habits

    def of(self, page: Picture) -> Picture:
        habits = self.habits
        paper = wear.lightened(page, paper=self._between(habits.paper), ink=self._between(habits.ink))
        paper = self._folded(paper)
        wide = int(self._between(habits.width))
        scene = self._placed(paper, wide=wide, high=wide * 4 // 3)
        scene = wear.shaded(scene, self._light(scene))
        scene = self._with_thumb(scene)
        scale = wide / 2000
        scene = wear.defocused(scene, radius=self._between(habits.blur) * scale)
        scene = wear.shaken(
            scene, pixels=self.dice.uniform(0, 1) * habits.shake * scale, degrees=self.dice.uniform(0, 180)
        )
        scene = wear.grainy(scene, self.dice, strength=self._between(habits.noise))
        scene = wear.pressed(scene, quality=int(self._between(habits.quality)))
        return self._turned(scene)

    def _between(self, bounds: tuple[float, float]) -> float:
        return float(self.dice.uniform(*bounds))

    def _placed(self, page: Picture, *, wide: int, high: int) -> Picture:
        """See the page on a table, from not quite above, and not quite flat."""
        corners = self._corners(wide, high)
        rows, columns = page.shape[:2]
        flat = np.array([[0, 0], [columns, 0], [columns, rows], [0, rows]], np.float32)
        matrix = np.asarray(cv2.getPerspectiveTransform(corners, flat), np.float64)
        across, down = self._sources(matrix, wide, high)
        across += self._bend(columns) * np.sin(np.float32(np.pi) * np.clip(down / rows, 0, 1))
        down += self._bend(rows) * np.sin(np.float32(np.pi) * np.clip(across / columns, 0, 1))
        seen = cv2.remap(
            page, across, down, cv2.INTER_AREA, borderMode=cv2.BORDER_CONSTANT, borderValue=(0, 0, 0)
        )
        inside = cv2.remap(
            np.full((rows, columns), 255, np.uint8),
            across,
            down,
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_CONSTANT,
            borderValue=0,
        )
        share = inside[:, :, None].astype(np.float32) / 255
        return np.asarray(seen * share + self._table(wide, high) * (1 - share), dtype=np.uint8)

    def _corners(self, wide: int, high: int) -> wear.Numbers:
        habits = self.habits
        edge = self._between(habits.margin)
        width = wide * (1 - 2 * edge)
        height = min(width * 11 / 8.5, high * 0.99)
        width = height * 8.5 / 11
        left, top = (wide - width) / 2, (high - height) / 2
        around = np.array(
            [[left, top], [left + width, top], [left + width, top + height], [left, top + height]], np.float32
        )
        around += self.dice.uniform(-1, 1, (4, 2)).astype(np.float32) * habits.lean * wide
        turn = cv2.getRotationMatrix2D((wide / 2, high / 2), self.dice.uniform(-1, 1) * habits.skew, 1.0)
        turned = np.hstack([around, np.ones((4, 1), np.float32)]) @ np.asarray(turn, np.float64).T
        return np.asarray(_kept_inside(turned, wide, high), np.float32)

    @staticmethod
    def _sources(matrix: wear.Numbers, wide: int, high: int) -> tuple[wear.Numbers, wear.Numbers]:
        column, row = np.meshgrid(np.arange(wide, dtype=np.float32), np.arange(high, dtype=np.float32))
        matrix = matrix.astype(np.float32)
        below = matrix[2, 0] * column + matrix[2, 1] * row + matrix[2, 2]
        across = (matrix[0, 0] * column + matrix[0, 1] * row + matrix[0, 2]) / below
        down = (matrix[1, 0] * column + matrix[1, 1] * row + matrix[1, 2]) / below
        return across, down

    def _bend(self, length: int) -> np.float32:
        return np.float32(self.dice.uniform(-1, 1) * self.habits.bend * length)

    def _table(self, wide: int, high: int) -> wear.Numbers:
        """A table top of one color, with some grain along it."""
        color = np.array(_TABLES[self.dice.integers(len(_TABLES))], np.float32)
        grain = self.dice.normal(0, 10, (high // 40 + 2, wide // 4 + 2)).astype(np.float32)
        return np.asarray(color + cv2.resize(grain, (wide, high))[:, :, None], np.float32)

    def _light(self, scene: Picture) -> Picture:
        """Light that falls off to one side, the shadow of a phone or a hand, and a lamp's color."""
        high, wide = scene.shape[:2]
        down, across = np.mgrid[0:64, 0:64].astype(np.float32) / 63
        angle = self.dice.uniform(0, 2 * np.pi)
        slope = (np.cos(angle) * (across - 0.5) + np.sin(angle) * (down - 0.5)) + 0.5
        light = 1 - np.clip(slope, 0, 1) * self.habits.shadow * self.dice.uniform(0.3, 1)
        if self.dice.random() < 0.5:
            light *= 1 - self._shadow(across, down) * self.habits.shadow * 0.6
        tint = 1 + self.dice.uniform(-1, 1, 3) * self.habits.tint
        drift = 1 + (across - 0.5)[:, :, None] * self.dice.uniform(-1, 1, 3) * self.habits.tint
        colored = light[:, :, None] * drift * np.minimum(tint / tint.max(), 1)
        return np.asarray(
            cv2.resize(
                np.clip(colored * 255, 0, 255).astype(np.uint8), (wide, high), interpolation=cv2.INTER_CUBIC
            )
        )

    def _shadow(self, across: wear.Numbers, down: wear.Numbers) -> wear.Numbers:
        """A shadow with a soft edge that comes in from one side."""
        angle, start = self.dice.uniform(0, 2 * np.pi), self.dice.uniform(-0.1, 0.4)
        far = np.cos(angle) * (across - 0.5) + np.sin(angle) * (down - 0.5) - start
        return np.asarray(1 / (1 + np.exp(-far * self.dice.uniform(12, 40))), np.float32)

    def _folded(self, page: Picture) -> Picture:
        """One or two folds, as of a letter: a bright line beside a dark one."""
        if self.dice.random() >= self.habits.folds:
            return page
        made = page.astype(np.float32)
        rows = page.shape[0]
        for part in ((0.5,), (1 / 3, 2 / 3))[self.dice.integers(2)]:
            row = int(rows * (part + self.dice.uniform(-0.02, 0.02)))
            far = np.arange(rows, dtype=np.float32) - row
            soft = np.exp(-((far / (rows * 0.004)) ** 2))
            made += (np.sign(far) * soft * self.dice.uniform(8, 22))[:, None, None]
        return np.asarray(np.clip(made, 0, 255), np.uint8)

    def _with_thumb(self, scene: Picture) -> Picture:
        """A thumb that holds the page at its left or right edge, low: over the margin, not over words."""
        if self.dice.random() >= self.habits.thumb:
            return scene
        high, wide = scene.shape[:2]
        right = self.dice.random() < 0.7
        center = (wide if right else 0, int(high * self.dice.uniform(0.55, 0.95)))
        size = (int(wide * self.dice.uniform(0.05, 0.075)), int(wide * 0.05))
        mask = np.zeros((high, wide), np.float32)
        cv2.ellipse(mask, center, size, float(self.dice.uniform(-20, 20)), 0, 360, 1.0, -1)
        soft = np.asarray(cv2.GaussianBlur(mask, (0, 0), wide / 300), np.float32)[:, :, None]
        skin = np.array((196, 148, 122), np.float32) * np.float32(self.dice.uniform(0.5, 1))
        return np.asarray(scene * (1 - soft) + skin * soft, np.uint8)

    def _turned(self, scene: Picture) -> Picture:
        """Now and then a photo lies on its side or its head."""
        if self.dice.random() >= self.habits.sideways:
            return scene
        return np.ascontiguousarray(np.rot90(scene, int(self.dice.integers(1, 4))))


def _kept_inside(corners: wear.Numbers, wide: int, high: int) -> wear.Numbers:
    """Step back until the whole page is in the picture: a person looks before pressing the button."""
    center = np.array([wide / 2, high / 2])
    reach = np.abs(corners - center) / center
    return np.asarray(center + (corners - center) / max(1.0, float(reach.max())))
