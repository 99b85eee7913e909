"""Lets WeasyPrint find its libraries by the exact names of their files, which it asks for last, and for nothing before that."""

from __future__ import annotations

import ctypes.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def by_exact_names() -> Iterator[None]:
    """On Linux, have no library sought in this block in which a process loads WeasyPrint.

    WeasyPrint names each library as Windows, macOS and Linux do, one after the other. Python seeks the names of the
    others by starting ldconfig, gcc and ld, more than fifty programs in all, which takes longer than all the rest of
    the loading; the name that Linux has is opened without any.
    """
    if sys.platform != "linux":
        yield
        return
    seek = ctypes.util.find_library
    ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = seek
