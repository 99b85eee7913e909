"""Takes a small file apart before the first job comes, so that each fork finds everything loaded and quick."""

from __future__ import annotations

import gc
import io

from PIL import Image

from petitions.documents.framing import BrokenFrame, Reply
from petitions.rapsheet.files.cell import file_jobs
from petitions.rapsheet.files.cell.second_reader import second_lines

_ROUNDS = 3
"""Python is at its quickest when it has run the same code a few times."""
_LINE = b"0 -12 Td (CNT:01     #1234567  -ATTEMPTED  496 PC-RECEIVE) Tj "
_PAGE = b"BT /F 10 Tf 40 760 Td " + _LINE * 60 + b"ET"
_FILE = b"""%%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length %d>>stream
%s
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Courier>>endobj
trailer<</Root 1 0 R>>
""" % (len(_PAGE), _PAGE)


def warm_up() -> None:
    """Read a page of text and a picture; what is then loaded stays shared with the forks."""
    stream = io.BytesIO()
    Image.new("RGB", (64, 64), "white").save(stream, "PNG")
    asked = Reply({"first": 0}, (_FILE, stream.getvalue()))
    for _round in range(_ROUNDS):
        for _reply in file_jobs.take(asked, _nothing):
            pass
        second_lines(_FILE, number=0)
    gc.collect()
    gc.freeze()


def _nothing() -> Reply:
    raise BrokenFrame
