"""What a person said of the values so far, held beside the sheet until all is confirmed, and destroyed with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from petitions.records.held.folder import Folder

_NAME = "choices"
NEW = "n"
"""How the id of a conviction begins that the person added."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What was said of one conviction, or of the person. ``said``: by question key; blank where ``is_left_out``."""

    said: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    not_told: tuple[str, ...] = ()
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class Choices:
    """All that was said, by the id of the conviction, or ``you``. ``made``: ids given to added ones."""

    by_id: Mapping[str, Choice] = field(default_factory=dict)
    made: int = 0
    pages_are_fine: bool = False
    """True once the person went on in spite of pages that were read badly."""

    @property
    def added(self) -> tuple[str, ...]:
        """Return the ids of the convictions that the person added."""
        return tuple(name for name in self.by_id if name.startswith(NEW))


def choices_of(folder: Folder) -> Choices:
    """Return what was said so far."""
    stored = folder.get(_NAME)
    if stored is None:
        return Choices()
    found = json.loads(stored)
    by_id = {
        name: Choice(**{**one, "not_told": tuple(one["not_told"])}) for name, one in found["by_id"].items()
    }
    return Choices(by_id, found["made"], found["pages_are_fine"])


def keep_choice(folder: Folder, name: str, choice: Choice) -> None:
    """Note what was said of one conviction, or of the person."""
    found = choices_of(folder)
    _keep(folder, replace(found, by_id={**found.by_id, name: choice}))


def add_choice(folder: Folder, choice: Choice) -> None:
    """Note a conviction that the reader missed."""
    found = choices_of(folder)
    name = f"{NEW}{found.made + 1}"
    _keep(folder, replace(found, by_id={**found.by_id, name: choice}, made=found.made + 1))


def without_choice(folder: Folder, name: str) -> None:
    """Forget what was said of one conviction."""
    found = choices_of(folder)
    _keep(folder, replace(found, by_id={key: one for key, one in found.by_id.items() if key != name}))


def accept_pages(folder: Folder) -> None:
    """Note that the person goes on with the pages as they were read."""
    _keep(folder, replace(choices_of(folder), pages_are_fine=True))


def begin_anew(folder: Folder) -> None:
    """Forget all, because a page is read again and its convictions may be others."""
    folder.remove(_NAME)


def _keep(folder: Folder, choices: Choices) -> None:
    folder.put(_NAME, json.dumps(asdict(choices)).encode())
