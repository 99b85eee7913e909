"""A paper tells nothing beside what is printed on it: no author, no file within it, no script, no link (S30)."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tests.documents.every_paper import built

TOLD = {"/Title", "/Producer", "/Creator", "/CreationDate", "/ModDate"}
NAMES = ("Maria", "Example", "Other Name", "CR-", "Alameda")
"""Words of the persons, courts and cases in these papers."""
LIVELY = (
    "/JavaScript",
    "/JS",
    "/Launch",
    "/EmbeddedFile",
    "/URI",
    "/OpenAction",
    "/AA",
    "/AcroForm",
    "/RichMedia",
)


@pytest.mark.parametrize("packet", ["PETITION_A-en", "JUVENILE_M-es"])
def test_a_paper_tells_nothing_beside_what_is_printed(packet: str) -> None:
    for file in built(packet).files:
        with pikepdf.open(io.BytesIO(file.content)) as pdf:
            told = {name: str(value) for name, value in pdf.docinfo.items()}
            with pdf.open_metadata() as metadata:
                more = " ".join(str(value) for value in metadata.values())
            used = {key for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) for key in thing}
        assert told.keys() <= TOLD, file.path
        assert "weasyprint" in told["/Producer"].lower()
        assert not [word for word in NAMES if word in f"{told.get('/Title')} {more}"], file.path
        assert not used & set(LIVELY), file.path
