"""Marked words, one for each place that is sealed, one that is kept readable, and every form in which they are looked for."""

from __future__ import annotations

import base64

CODE_SEED = b"a seed of the dumps"
OPEN = "Openly Named Example Aid"
"""The name of an office, which is kept readable: where a search does not find it, the search finds nothing."""
WORDS = {
    "answers": "Canaria Answers Ñandú",
    "number": "BA19876543",
    "summary": "Canaria Summary",
    "name": "Canaria Namesake",
    "look": "Canaria Looked",
    "comment": "Canaria Comment",
    "import": "Canaria Imported",
    "sheet": "Canaria Rapsheet",
    "print": "Canaria Printed",
    "review": "CANARIA,REVIEWED",
    "file name": "canaria-file.csv",
    "reason": "Canaria Reason",
    "mail": "canaria.mail@example.org",
    "second step": "KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU",
}


def forms_of(text: str) -> set[bytes]:
    """Return the words as they could stand in a file: UTF-8, UTF-16, escaped, and each of these in base64 and hexadecimal."""
    plain = {text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be"), ascii(text)[1:-1].encode()}
    found = set(plain)
    for one in plain:
        found |= {one.hex().encode(), one.hex().upper().encode()}
        for skipped in range(3):  # base64 depends on where among three bytes the words begin
            encoded = base64.b64encode(b"\0" * skipped + one).rstrip(b"=")
            inside = encoded[4 if skipped else 0 : -1]
            found |= {inside, inside.replace(b"+", b"-").replace(b"/", b"_")}
    return found
