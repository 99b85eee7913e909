"""Work for a crew of workers, named by their module as the command names its own."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import nullcontext
from typing import Any


class Nothing:
    """What jobs have in common that have nothing in common."""

    def hold(self) -> nullcontext[None]:
        return nullcontext()

    def prepare(self) -> None:
        pass


def double(number: int, *, task: Any) -> int:
    return 2 * number


def refuse(number: int, *, task: Any) -> None:
    raise PermissionError(number)


def die(number: int, *, task: Any) -> None:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)


def is_deaf_to_ctrl_c(_number: int, *, task: Any) -> bool:
    return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def has_loaded(module: str, *, task: Any) -> bool:
    return module in sys.modules
