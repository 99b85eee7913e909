"""The runs of commands that are killed: each begins again in the same folder, and comes to the same files however often it was."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from pathlib import Path
from typing import ClassVar

from django.core.management import call_command

from benchmarks.killing import Point, points, seconds_of
from tests.exchange.county_run.county_runs import OFFICE
from tests.exchange.county_run.county_runs import many as cases
from tests.exchange.packet_run.runs import lines, tree
from tests.exchange.packet_run.runs import many as records


class Command:
    """A run of papers over a file, begun again in the same folder each time; what comes of it is one tree of files."""

    injected: ClassVar[list[Point]] = points((Path, "replace"), calls=(1, 2, 5))
    amount = 24
    lists: ClassVar[tuple[str, ...]] = ()

    def __init__(self, place: Path) -> None:
        self._place, self._round = place / self.name.replace(" ", "_"), 0
        self._place.mkdir()
        self.given()
        self.longest = seconds_of(lambda: self.run(self._place / "whole"))

    def given(self) -> None:
        """Write what the run reads."""
        raise NotImplementedError

    def run(self, out: Path) -> None:
        """Run to the end; what it tells whoever waits is told only where it fails."""
        said = io.StringIO()
        try:
            with redirect_stderr(said):
                call_command(self.name.replace(" ", "_"), *self.told(), f"--output={out}", "--workers=2")
        except BaseException:
            print(said.getvalue(), file=sys.stderr)
            raise

    def told(self) -> tuple[str, ...]:
        """Return what the command is told."""
        raise NotImplementedError

    def work(self) -> Callable[[], object]:
        """Go on in the same folder; in a new one once it is whole."""
        if self._out.exists() and self._papers(self._out) == self._papers(self._place / "whole"):
            self._round += 1
        out = self._out
        return lambda: self.run(out)

    def hold(self) -> None:
        """Nothing is asked between."""

    def end(self) -> None:
        """Let the last one end; every folder must hold the same files, and nothing half written."""
        self.run(self._out)
        whole = self._papers(self._place / "whole")
        for number in range(self._round + 1):
            found = self._papers(self._place / f"out-{number}")
            assert found == whole, set(found.items()) ^ set(whole.items())

    @property
    def _out(self) -> Path:
        return self._place / f"out-{self._round}"

    def _papers(self, out: Path) -> dict[str, str]:
        """Return the files with their digests; spreadsheets tell when they were made, and the list names them."""
        found, own = tree(out), (".packets", *self.lists)
        return {
            name: digest for name, digest in found.items() if not name.startswith(own) and ".xlsx" not in name
        }

    name = "command"


class Packets(Command):
    """``manage.py packets``."""

    name = "packets"

    def given(self) -> None:
        """Write records."""
        (self._place / "records.ndjson").write_bytes(lines(*records(self.amount)))

    def told(self) -> tuple[str, ...]:
        """Name the file."""
        return (str(self._place / "records.ndjson"),)


class CountyPapers(Command):
    """``manage.py county_papers``."""

    name = "county papers"
    amount = 12
    lists = ("manifest.csv",)

    def given(self) -> None:
        """Write cases and the office."""
        told = "".join(f"{json.dumps(one)}\n" for one in cases(self.amount) if one["case_number"])
        (self._place / "cases.ndjson").write_text(told, encoding="utf-8")
        (self._place / "office.json").write_text(json.dumps(OFFICE), encoding="utf-8")

    def told(self) -> tuple[str, ...]:
        """Name both files."""
        return str(self._place / "cases.ndjson"), f"--office={self._place / 'office.json'}"
