"""How a command ends that cannot go on: some lines on standard error, and the contract's exit code."""

from __future__ import annotations

import sys
from typing import NoReturn

BAD_INPUT = 2
FAILURE = 1


def leave(code: int, *lines: str) -> NoReturn:
    """Say the lines, if any, and end."""
    for line in lines:
        print(line, file=sys.stderr)
    sys.exit(code)
