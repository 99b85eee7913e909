"""What was handed in: the files of a sheet in their order, and a photo in place of a page that was read badly."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace

from petitions.records.held.folder import Folder

_NAME = "plan"
MOST_FILES = 60


@dataclass(frozen=True, slots=True)
class HandedFile:
    """One file. ``name``: ours, of the sealed content; ``title``: what the person calls it."""

    name: str
    title: str
    size: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The files in order; ``instead``: for a page's number the file that takes its place; ``made``: names given so far."""

    files: tuple[HandedFile, ...] = ()
    instead: Mapping[int, str] = field(default_factory=dict)
    made: int = 0
    is_begun: bool = False
    """True once reading has begun: the files stay as they are."""

    @property
    def size(self) -> int:
        """Return the bytes of all files."""
        return sum(one.size for one in self.files)


def plan_of(folder: Folder) -> Plan:
    """Return what was handed in so far."""
    stored = folder.get(_NAME)
    if stored is None:
        return Plan()
    found = json.loads(stored)
    return Plan(
        files=tuple(HandedFile(**one) for one in found["files"]),
        instead={int(page): name for page, name in found["instead"].items()},
        made=found["made"],
        is_begun=found["is_begun"],
    )


def keep_plan(folder: Folder, plan: Plan) -> None:
    """Note what was handed in."""
    folder.put(_NAME, json.dumps(asdict(plan)).encode())


def with_file(folder: Folder, *, title: str, content: bytes) -> None:
    """Add a file at the end."""
    plan = plan_of(folder)
    name = f"file-{plan.made + 1}"
    folder.put(name, content)
    added = HandedFile(name, title, len(content))
    keep_plan(folder, replace(plan, files=(*plan.files, added), made=plan.made + 1))


def without_file(folder: Folder, name: str) -> None:
    """Take a file out."""
    plan = plan_of(folder)
    keep_plan(folder, replace(plan, files=tuple(one for one in plan.files if one.name != name)))
    if any(one.name == name for one in plan.files):
        folder.remove(name)


def moved(folder: Folder, name: str, *, by: int) -> None:
    """Move a file up (-1) or down (1); at the end of the list it stays."""
    plan = plan_of(folder)
    files = list(plan.files)
    at = next((place for place, one in enumerate(files) if one.name == name), None)
    if at is not None and 0 <= at + by < len(files):
        files[at], files[at + by] = files[at + by], files[at]
        keep_plan(folder, replace(plan, files=tuple(files)))


def begun(folder: Folder) -> None:
    """Note that the files are complete."""
    keep_plan(folder, replace(plan_of(folder), is_begun=True))


def with_page_instead(folder: Folder, page: int, *, content: bytes) -> None:
    """Put a new photo in the place of one page."""
    plan = plan_of(folder)
    name = f"file-{plan.made + 1}"
    folder.put(name, content)
    keep_plan(folder, replace(plan, instead={**plan.instead, page: name}, made=plan.made + 1))


def contents(folder: Folder, plan: Plan) -> list[bytes]:
    """Return the content of the files in their order."""
    return [folder.get(one.name) or b"" for one in plan.files]
