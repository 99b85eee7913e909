"""Loading what prints starts no other program: each library of WeasyPrint is opened by the exact name of its file."""

from __future__ import annotations

import ctypes.util
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from petitions.documents.libraries import by_exact_names

ROOT = Path(__file__).resolve().parents[2]
_LOAD = """
import sys
started = []
sys.addaudithook(lambda event, told: started.append(told[0]) if event == "subprocess.Popen" else None)
import petitions.documents.render
print(started)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are sought elsewhere")
def test_what_prints_is_loaded_without_another_program() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _LOAD], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.skipif(sys.platform != "linux", reason="libraries are sought elsewhere")
def test_after_the_block_libraries_are_sought_as_before_also_where_loading_fails() -> None:
    seek = ctypes.util.find_library
    with by_exact_names():
        assert ctypes.util.find_library("c") is None
    assert ctypes.util.find_library is seek
    with suppress(OSError), by_exact_names():
        raise OSError
    assert ctypes.util.find_library is seek
