"""Changes files of sheets at random, for as long as is asked, and sees what becomes of each.

.venv/bin/python benchmarks/hostile_files.py --seconds 600 [--seed 1] [--keep var/hostile]

Each file must be read or refused within ten seconds, and the memory of this process must not move. The files are those
of the tests, papers of our own, and the samples in ../shared (CLEARRECORD_SHARED) where they are. ``--keep``: a folder for
files that broke a rule. It ends with 1 where one did.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")

from petitions.rapsheet.engines import Engine
from petitions.rapsheet.extract import Unreadable, read_pages
from petitions.rapsheet.files.jail import CELL
from tests.rapsheet.hostile_files import HOSTILE, READ
from tests.rapsheet.left import children_of, megabytes_of
from tests.rapsheet.sheet_files import drawn, saved, scanned_pdf, text_pdf

SOON = 10
MOST_GROWN = 30
"""Megabytes: this process may not keep more than that, after however many files."""
LONGEST = 2_000_000
Change = Callable[[bytearray, random.Random], None]


def main() -> int:
    """Change, read and count until the time is up."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    told = parser.parse_args()
    sources = _sources()
    tally = _Tally(told.keep)
    end = time.monotonic() + told.seconds
    for name, content in _changed(sources, random.Random(told.seed)):
        tally.read(name, content)
        if time.monotonic() > end:
            break
    return tally.report()


class _Tally:
    """What became of the files."""

    def __init__(self, keep: Path | None) -> None:
        self._keep = keep
        self._outcomes: Counter[str] = Counter()
        self._slowest = (0.0, "")
        self._wrong: list[str] = []
        _outcome(text_pdf())
        gc.collect()
        self._start = megabytes_of()
        self._most = self._start

    def read(self, name: str, content: bytes) -> None:
        """Read one file, and judge how long it took."""
        started = time.monotonic()
        outcome = _outcome(content)
        took = time.monotonic() - started
        self._outcomes[outcome] += 1
        self._slowest = max(self._slowest, (took, name))
        self._most = max(self._most, megabytes_of())
        if took > SOON or not outcome.isidentifier():
            self._wrong.append(f"{name}: {outcome} after {took:.1f} s")
            self._put_aside(content)

    def _put_aside(self, content: bytes) -> None:
        if self._keep:
            self._keep.mkdir(parents=True, exist_ok=True)
            (self._keep / f"{len(self._wrong)}.bin").write_bytes(content)

    def report(self) -> int:
        """Print the counts; return 1 where a rule was broken."""
        time.sleep(0.5)
        process = CELL.number or 0
        left = children_of(process)
        grown = megabytes_of() - self._start
        print(f"{sum(self._outcomes.values())} files")
        for outcome, number in self._outcomes.most_common():
            print(f"{number:7} {outcome}")
        print(f"slowest: {self._slowest[0]:.1f} s ({self._slowest[1]})")
        print(
            f"memory of this process: {self._start:.0f} MB before, {self._most:.0f} MB at most, {grown:+.1f} MB after"
        )
        print(f"memory of the jail between jobs: {megabytes_of(process):.0f} MB; {len(left)} forks left")
        for wrong in self._wrong:
            print(f"WRONG {wrong}")
        return int(bool(self._wrong or left or grown > MOST_GROWN))


def _outcome(content: bytes) -> str:
    """Return READ or a code; an error that is none is told by its name and makes the run fail."""
    try:
        for _page in read_pages([content], engine=Engine.NONE):
            pass
    except Unreadable as unreadable:
        return unreadable.code
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what this script looks for
        return f"error {error!r}"
    return READ


def _changed(sources: dict[str, bytes], chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield each hostile file as it is, then changed files without end."""
    for name, (builder, _may) in HOSTILE.items():
        yield name, builder()
    while True:
        name = chance.choice(sorted(sources))
        content = bytearray(sources[name])
        changes = chance.choices(CHANGES, k=chance.choice((1, 1, 2, 5, 20)))
        for change in changes:
            if content:
                change(content, chance)
        yield f"{name}, {' '.join(sorted({change.__name__ for change in changes}))}", bytes(content[:LONGEST])


def _sources() -> dict[str, bytes]:
    found = {
        "text": text_pdf(),
        "pages of text": text_pdf([("A LINE OF TEXT",) * 40] * 6),
        "a scan": scanned_pdf([drawn(wide=300)]),
        "a JPEG": saved(drawn(wide=300)),
        "a progressive JPEG": saved(drawn(wide=300), progressive=True),
        "a PNG": saved(drawn(wide=300), "PNG"),
        "a paper of ours": _paper(),
    }
    found |= {name: content for name, (build, _may) in HOSTILE.items() if len(content := build()) < 20_000}
    samples = Path(os.environ.get("CLEARRECORD_SHARED", ROOT.parent / "shared")) / "rapsheet/samples"
    return found | {file.name: file.read_bytes() for file in samples.glob("*.pdf")}


def _paper() -> bytes:
    """Print a paper as the site does: fonts, tags and compressed objects."""
    import django  # noqa: PLC0415

    django.setup()
    from petitions.documents.pages import blank_pages  # noqa: PLC0415
    from petitions.documents.render import render  # noqa: PLC0415

    return render(next(iter(blank_pages())))


def _flip(content: bytearray, chance: random.Random) -> None:
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def _put_noise(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    content[start : start + chance.randrange(1, 64)] = chance.randbytes(chance.randrange(64))


def _cut(content: bytearray, chance: random.Random) -> None:
    del content[chance.randrange(len(content)) :]


def _leave_out(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    del content[start : start + chance.randrange(1, 2000)]


def _repeat(content: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(content))
    piece = content[start : start + chance.randrange(1, 500)]
    content[start:start] = piece * chance.choice((1, 2, 10, 100))


def _change_a_number(content: bytearray, chance: random.Random) -> None:
    numbers = list(re.finditer(rb"\d+", content))
    if numbers:
        place = chance.choice(numbers)
        new = chance.choice(
            (
                b"0",
                b"-1",
                b"1",
                b"2",
                b"4",
                b"65536",
                b"2147483647",
                b"4294967296",
                b"99999999999999999999",
                b"1e99",
            )
        )
        content[place.start() : place.end()] = new


def _change_a_name(content: bytearray, chance: random.Random) -> None:
    names = list(re.finditer(rb"/\w+", content))
    if names:
        place, other = chance.choice(names), chance.choice(names)
        content[place.start() : place.end()] = bytes(content[other.start() : other.end()])


def _change_a_reference(content: bytearray, chance: random.Random) -> None:
    references = list(re.finditer(rb"\d+ 0 R", content))
    if references:
        place, other = chance.choice(references), chance.choice(references)
        content[place.start() : place.end()] = bytes(content[other.start() : other.end()])


CHANGES: tuple[Change, ...] = (
    _flip,
    _put_noise,
    _cut,
    _leave_out,
    _repeat,
    _change_a_number,
    _change_a_name,
    _change_a_reference,
)

if __name__ == "__main__":
    raise SystemExit(main())
