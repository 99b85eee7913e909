"""Opens PDF files with pdfium, which works for one thread of a process at a time: two at once end the process."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import RLock

import pypdfium2

_one_at_a_time = RLock()


@contextmanager
def opened_pdf(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Give the opened file, alone in the process until it is closed; pypdfium2.PdfiumError where it cannot be read.

    Close what was made of its pages before the end, or let it go: freeing is no safer than drawing.
    """
    with _one_at_a_time, closing(pypdfium2.PdfDocument(content)) as document:
        yield document
