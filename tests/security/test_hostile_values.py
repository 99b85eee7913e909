"""Names and addresses as attackers write them: printed as they stand, or refused with a sentence; nothing is fetched."""

from __future__ import annotations

import copy
import html
import io
import re
import socket
import unicodedata
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from petitions.documents.build import packets_of
from petitions.documents.filing import FilingProblems
from petitions.documents.packet import Packets
from petitions.documents.pages import twin
from petitions.documents.worker import run
from petitions.exchange.filing import read_filing
from petitions.exchange.plain_text import plain_text
from petitions.exchange.reading import BadInput, read_record
from tests.documents import jobs
from tests.documents.printed_pages import body_text
from tests.documents.samples import ON
from tests.exchange.test_packet_command import RECORD

PETITION = 1
"""The place of the petition among the files of a case."""
NAMES = (
    "<script>alert(1)</script>",
    "</bdi></p></div><h1>Order granted</h1>",
    '<img src="http://127.0.0.1:{port}/a.png">',
    '<link rel="stylesheet" href="http://127.0.0.1:{port}/b.css">',
    "<style>@import url(http://127.0.0.1:{port}/c.css)</style>",
    '<object data="http://127.0.0.1:{port}/d.svg"></object>',
    '<a rel="attachment" href="file://{canary}">x</a>',
    "file://{canary}",
    '"><svg onload=alert(1)>',
    "&lt;b&gt; &amp;amp; &#x202e;",
    "{{{{ paper.signer }}}} {{% debug %}}",
    '{{% include "base.html" %}}',
    "*/ }} p {{ display: none }} /*",
    "\\0041 url(file://{canary})",
    "%s %(name)s ${{HOME}} `id` $(id)",
    "'; DROP TABLE petitions_interview; --",
    "abc\u202egnp.exe \u2066x\u2069 \u200fy",
    "Zo\u0301e\u0308 \u2019 \u00df \u0130",
    "W" * 200,
)


def record(**filing: Any) -> dict[str, Any]:
    changed = copy.deepcopy(RECORD)
    changed["filing"] |= filing
    return changed


def packets(data: dict[str, Any]) -> Packets:
    return packets_of(read_record(data), filing=read_filing(data["filing"]), language="en", on=ON)


def bare(words: str) -> str:
    """Return what is printed without spaces, where lines may break, and in one form of accents."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", words))


def test_hostile_names_are_printed_as_they_stand_and_nothing_is_fetched(tmp_path: Path) -> None:
    canary = tmp_path / "c.txt"
    canary.write_text("what-no-paper-may-hold", encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        names = [name.format(port=server.getsockname()[1], canary=canary) for name in NAMES]
        made = packets(record(name_on_case=names[0], other_names=names))
        reply = run(jobs.print_and_measure, made)
        with pytest.raises(TimeoutError):
            server.accept()
    printed = bare(body_text(reply.parts[PETITION]))
    spoken = bare(html.unescape(twin(made.cases[0].papers[PETITION])))
    for name in names:
        assert bare(plain_text(name)) in printed, name
        assert bare(plain_text(name)) in spoken, name
    assert reply.head["cpu_seconds"] < 20 and reply.head["peak_mb"] < 512
    for part in reply.parts:
        with pikepdf.open(io.BytesIO(part)) as opened:
            assert "/Names" not in opened.Root or "/EmbeddedFiles" not in opened.Root.Names
            assert not [page for page in opened.pages if "/Annots" in page]


def test_a_twin_holds_no_tag_that_was_typed() -> None:
    made = packets(record(name_on_case="<script>alert(1)</script>", other_names=["<img src=x>"]))
    for paper in made.cases[0].papers:
        assert not re.search(r"<(script|img|svg|link|style|object)", twin(paper))


@pytest.mark.parametrize(
    "name",
    [
        "a" + "\u0301" * 20_000,
        "a" + "\u0301" * 40,
        "W" * 100_000,
        "\u202e" * 10,
        "Maria \U000f0000",
        "Maria \ud83d",
    ],
    ids=[
        "20,000 marks",
        "40 marks",
        "100,000 letters",
        "only hidden signs",
        "private letter",
        "half a letter",
    ],
)
@pytest.mark.parametrize("field", ["name_on_case", "street"])
def test_what_cannot_be_printed_is_refused_with_a_sentence(field: str, name: str) -> None:
    address = {**RECORD["filing"]["mailing_address"], "street": name}
    data = record(mailing_address=address) if field == "street" else record(name_on_case=name)
    with pytest.raises(FilingProblems) as found:
        read_filing(data["filing"])
    for path, sentence in found.value.problems:
        assert path.endswith(field) and sentence.endswith(".") and name not in sentence


def test_ten_thousand_counts_are_refused_with_a_sentence() -> None:
    counts = [{**RECORD["convictions"][0], "id": f"c{number}"} for number in range(10_000)]
    with pytest.raises((BadInput, FilingProblems)) as found:
        packets({**record(), "convictions": counts})
    assert all(sentence.endswith(".") for _path, sentence in found.value.problems)
