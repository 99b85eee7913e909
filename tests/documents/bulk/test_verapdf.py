"""Every paper of the bulk lane passes veraPDF for PDF/UA-1: each track, language and alphabet, alone and together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from petitions.documents.bulk.lane import BulkLane
from petitions.documents.packet import Packets
from tests.documents.breaking import forget_the_tags, spoiled, take_a_font_out
from tests.documents.every_paper import LANGUAGES, TRACKS, two_cases, with_blanks
from tests.documents.official.editions import CURRENT, filled
from tests.documents.samples import a_filing, on_track
from tests.documents.verapdf.engine import verdicts

pytestmark = pytest.mark.long
NAMES = {"small": "Maria Example", "large": "Nguyễn Thị Ánh"}


def made() -> Iterator[tuple[str, Packets]]:
    for track in TRACKS:
        for language in LANGUAGES:
            for alphabet, name in NAMES.items():
                filing = a_filing(name_on_case=name)
                yield f"{track}-{language}-{alphabet}", on_track(track, language=language, filing=filing)
    for language in LANGUAGES:
        yield f"two-cases-{language}", two_cases(language)
        yield f"blanks-{language}", with_blanks(language)
    yield "official", filled(CURRENT)


def written(folder: Path, files: dict[str, bytes]) -> list[Path]:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return [folder / name for name in files]


def test_every_paper_of_the_bulk_lane_passes_and_a_spoiled_one_fails(tmp_path: Path) -> None:
    lane = BulkLane()
    printed = {
        f"{name}/{file.path}": file.content for name, packet in made() for file in lane.print(packet).files
    }
    assert {path.rpartition("/")[2] for path in printed} == {
        *("cover-sheet.pdf", "petition.pdf", "proof-of-service.pdf", "proposed-order.pdf"),
        *("packet.pdf", "all.pdf"),
    }
    good = written(tmp_path / "good", printed)
    petition = next(content for path, content in printed.items() if path.endswith("petition.pdf"))
    spoils = (forget_the_tags, take_a_font_out)
    bad = written(tmp_path / "bad", {f"{spoil.__name__}.pdf": spoiled(petition, spoil) for spoil in spoils})
    found = verdicts([*good, *bad])
    assert {str(path): found[path].broken for path in good if not found[path].passes} == {}
    assert [path.name for path in bad if found[path].passes] == []
    assert min(found[path].checks for path in good) > 1_000
