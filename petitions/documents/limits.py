"""What a job beside the site may use: time, memory, no file but those of the program, and no network.

Time and memory are limited by the kernel, so that the limits hold in C code too. Memory is limited as what
a process has for its own data (RLIMIT_DATA), not as its address space: of that, some 180 MB are libraries
and fonts that are only mapped, and fifty cases would exceed 512 MB of it while they use less in memory. With
the 50 MB that are mapped and in use, a job stays within 512 MB. RLIMIT_NPROC is not set, for it counts the
processes of the whole account; a job's own attempts to start one are refused below.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

_MB = 1024 * 1024
_OWN_DATA = 448 * _MB
_FOR_A_JOB = 320 * _MB
"""What a job may add to the data of a process that was large before, as one that runs many tests."""
_LIMITS = (
    (resource.RLIMIT_FSIZE, 0),
    (resource.RLIMIT_NOFILE, 128),
    (resource.RLIMIT_CORE, 0),
)
_FOLDERS = tuple(
    f"{os.path.realpath(folder)}/"
    for folder in (Path(__file__).parents[2], sys.prefix, sys.base_prefix, "/usr/share/fonts")
)
_SUFFIXES = (".py", ".pyc", ".so", ".html", ".css", ".mo", ".ttf", ".otf", ".ttc")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_REFUSED = (
    "ctypes.dlopen",
    "os.exec",
    "os.fork",
    "os.forkpty",
    "os.kill",
    "os.posix_spawn",
    "os.remove",
    "os.rename",
    "os.system",
    "pty.spawn",
    "shutil.",
    "socket.",
    "sqlite3.",
    "subprocess.",
    "tempfile.",
)


class Refused(Exception):
    """A job asked for something that it never needs."""


def set_limits(*, seconds: int) -> None:
    """Limit this process for good; at the end of its time the kernel ends it."""
    limit_use(processor_seconds=seconds, own_data=max(_OWN_DATA, _data_now() + _FOR_A_JOB))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds)


def limit_use(*, processor_seconds: int, own_data: int) -> None:
    """Limit the time of the processor and the bytes of data of this process for good, and let it write no file."""
    bounds = ((resource.RLIMIT_DATA, own_data), (resource.RLIMIT_CPU, processor_seconds))
    for kind, most in (*_LIMITS, *bounds):
        resource.setrlimit(kind, (most, most))


def _data_now() -> int:
    """Return the bytes of data that this process has; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    except (OSError, IndexError, ValueError):
        return 0
    return pages * resource.getpagesize()


def close_doors() -> None:
    """Refuse, from now on and for good, new connections, new processes and files outside the program."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(_REFUSED) or (event == "open" and not _may_open(arguments[0], flags=arguments[2])):
        raise Refused


def _may_open(path: object, *, flags: int | None) -> bool:
    """Let a job read the program, its libraries and fonts, and nothing that was written while it ran."""
    if not isinstance(path, str | bytes) or (flags or 0) & _WRITING:
        return False
    real = os.path.realpath(os.fsdecode(path))
    return real.startswith(_FOLDERS) and real.endswith(_SUFFIXES)
