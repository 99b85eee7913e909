"""What the kernel does for the jail: no network, no new rights, and an end when nobody waits any more."""

from __future__ import annotations

import ctypes
import fcntl
import os
import resource
import select

_NEW_USER = 0x1000_0000
_NEW_NETWORK = 0x4000_0000
_NO_NEW_RIGHTS = 38


def cut_the_network() -> bool:
    """Move this process, which has one thread, to a network of its own without a way out; say whether that was allowed.

    Where the system does not permit it, what Python would connect is still refused (``documents.limits``).
    """
    system = ctypes.CDLL(None)
    system.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0)
    return any(system.unshare(ways) == 0 for ways in (_NEW_USER | _NEW_NETWORK, _NEW_NETWORK))


def start_nothing() -> None:
    """Let this process start no other and no thread, for good; the kernel makes an exception for root alone."""
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def end_when_let_go(leash: int) -> None:
    """End this process at once, whatever it does, when the other end of a socket is closed or its holder has died."""
    fcntl.fcntl(leash, fcntl.F_SETOWN, os.getpid())
    fcntl.fcntl(leash, fcntl.F_SETFL, fcntl.fcntl(leash, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([leash], [], [], 0)[0]:  # it was let go before the kernel was asked to watch
        os._exit(0)
