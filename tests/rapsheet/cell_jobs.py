"""Jobs for the jail that no sheet would be, to see its limits hold; and a small reader of pictures."""

from __future__ import annotations

import os
import resource
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from petitions.documents.framing import Reply
from petitions.rapsheet.engines import Engine
from petitions.rapsheet.files.cell import fences
from petitions.rapsheet.files.unreadable import Unreadable
from petitions.rapsheet.pages import TextLine
from petitions.rapsheet.troubles import Trouble
from tests.documents.attempts import open_line, what_is_refused

if TYPE_CHECKING:
    import numpy as np

Hear = Callable[[], Reply]
DARK, DEADLY, SLOW, BABBLING = 20, 40, 60, 80
"""Shades of a page of one color, by which the small reader knows what to do."""


def prepare(_asked: Reply) -> None:
    """Do nothing."""


def echo(asked: Reply, hear: Hear) -> Iterator[Reply]:
    """Give back what came, and what comes."""
    yield Reply({"said": asked.head["say"]}, asked.parts)
    while True:
        yield hear()


def attempt(asked: Reply, _hear: Hear) -> Iterator[Reply]:
    """Try to reach a server, files and programs."""
    yield Reply(what_is_refused(asked.head["told"]))


def eat(asked: Reply, _hear: Hear) -> Iterator[Reply]:
    """Take memory, and write in each page of it."""
    taken = [b"x" * 1_000_000 for _one in range(asked.head["megabytes"])]
    yield Reply({"taken": len(taken)})


def tell_limits(_asked: Reply, _hear: Hear) -> Iterator[Reply]:
    """Tell how many processes this one may start."""
    fences.start_nothing()
    yield Reply(
        {
            "processes": resource.getrlimit(resource.RLIMIT_NPROC),
            "size": resource.getrlimit(resource.RLIMIT_FSIZE),
        }
    )


def die(_asked: Reply, _hear: Hear) -> NoReturn:
    """Be killed."""
    signal.raise_signal(signal.SIGKILL)
    raise AssertionError


def sleep(_asked: Reply, _hear: Hear) -> Iterator[Reply]:
    """Tell the process, then do nothing for long."""
    yield Reply({"process": os.getpid()})
    time.sleep(60)


def count(_asked: Reply, _hear: Hear) -> Iterator[Reply]:
    """Tell the process, then use the processor without end."""
    yield Reply({"process": os.getpid()})
    while True:
        pass


def dribble(_asked: Reply, _hear: Hear) -> NoReturn:
    """Say an endless answer, one byte at a time."""
    line = open_line()
    line.sendall(b"\x00" * 5 + b"\x01\x00\x00")
    while True:
        line.sendall(b" ")
        time.sleep(0.05)


def refuse(asked: Reply, _hear: Hear) -> Iterator[Reply]:
    """Say that the files cannot be read, with a code."""
    raise Unreadable(asked.head["code"])
    yield Reply({})


def forget(_asked: Reply, _hear: Hear) -> Iterator[Reply]:
    """Have no memory left."""
    raise MemoryError
    yield Reply({})


def lie(_asked: Reply, _hear: Hear) -> Iterator[Reply]:
    """Say a code that there is not."""
    yield Reply({"unreadable": "<script>"})


@dataclass(frozen=True)
class SmallReading:
    """As the readers of pictures give it."""

    lines: tuple[TextLine, ...]
    trouble: Trouble | None
    upright: Any


def get_ready(_engine: Engine) -> None:
    """Load what reading needs."""
    import numpy as np  # noqa: F401, PLC0415


def read_picture(image: np.ndarray[Any, Any], *, engine: Engine) -> SmallReading:
    """Tell the size of a picture as its text, or fail as its shade asks for; turn it upside down to show."""
    shade = int(image.mean())
    if abs(shade - DEADLY) < 5:
        os._exit(1)
    if abs(shade - SLOW) < 5:
        time.sleep(60)
    if abs(shade - BABBLING) < 5:
        return SmallReading((), "nonsense", image)  # type: ignore[arg-type]
    high, wide, _colors = image.shape
    said = (TextLine(f"{engine.value} {wide} {high} {os.getpid()}", doubtful=True, box=(0, 0.25, 1, 0.5)),)
    return SmallReading(said, Trouble.TOO_DARK if shade < DARK + 5 else None, image[::-1])
