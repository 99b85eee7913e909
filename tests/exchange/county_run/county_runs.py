"""Cases and an office as JSON for runs of the county_papers command, and starts of it as a process."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
OFFICE: dict[str, Any] = {
    "mover": "prosecutor",
    "name": "Office of the District Attorney",
    "attorney": "Jordan Sample",
    "bar_number": "123456",
    "mailing_address": {"street": "1200 Test Street", "city": "Los Angeles", "state": "CA", "zip": "90012"},
}
_COUNT = {
    "section": "11359",
    "conviction_date": "2003-09-30",
    "level": "felony",
    "relief": "dismiss_seal",
    "ground": "not_challenged",
}


def count(**changes: Any) -> dict[str, Any]:
    return {**_COUNT, **changes}


def case(**changes: Any) -> dict[str, Any]:
    made = {
        "county": "Los Angeles",
        "court": "Alhambra Courthouse",
        "case_number": "BA1",
        "name": "EXAMPLE,MARIA",
        "sentence": "completed",
        "counts": [count()],
    }
    return {**made, **changes}


def many(amount: int) -> list[dict[str, Any]]:
    """Return cases of three courts and two shapes, every tenth without a number."""
    return [
        case(
            case_number=None if number % 10 == 9 else f"BA{number}",
            court=("Alhambra Courthouse", "Compton Courthouse", None)[number % 3],
            counts=[count()] * (1 + number % 2),
        )
        for number in range(amount)
    ]


def inputs(folder: Path, *cases: Any, office: Any = None) -> tuple[Path, Path]:
    """Write the file of cases, texts as they are, and that of the office."""
    given, about = folder / "cases.ndjson", folder / "office.json"
    lines = (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in cases)
    given.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    about.write_text(json.dumps(OFFICE if office is None else office), encoding="utf-8")
    return given, about


def started(given: Path, about: Path, output: Path, *options: str) -> subprocess.Popen[bytes]:
    """Start the command as a process of its own."""
    command = [sys.executable, "manage.py", "county_papers", str(given), "--office", str(about)]
    command += ["--output", str(output), "--workers", "2", *options]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, start_new_session=True)


def finished(given: Path, about: Path, output: Path, *options: str) -> tuple[int, str]:
    """Run the command to its end; return its exit code and what it said on standard error."""
    process = started(given, about, output, *options)
    _, said = process.communicate(timeout=240)
    return process.returncode, said.decode()


def table(path: Path) -> list[dict[str, str]]:
    """Read a CSV file of a run."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
