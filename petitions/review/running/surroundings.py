"""Sets what the worker processes of a review find in their environment: how many threads, and how memory is kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def for_workers(workers: int) -> Iterator[None]:
    """Set it for processes that are started in the block; what a person has set stays.

    Each worker has its share of the cores, and no threads that wait in circles for sums of matrices. Memory that was used is kept for the next piece, because to give it back
    and ask for it again costs a fifth of the time of reading.
    """
    wanted = {
        "POLARS_MAX_THREADS": str(max(1, (os.cpu_count() or 1) // workers)),
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_MMAP_THRESHOLD_": str(1 << 30),
        "MALLOC_TRIM_THRESHOLD_": str(1 << 32),
        "MALLOC_TOP_PAD_": str(64 << 20),
    }
    added = {name: value for name, value in wanted.items() if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            del os.environ[name]
