"""Records for runs of the packets command, starts of it as a process, and what its folder holds."""

from __future__ import annotations

import copy
import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
_RECORD: dict[str, Any] = json.loads((ROOT / "docs/record.json").read_text(encoding="utf-8"))
_SECONDS = 240


def record(
    name: str | None, *, counts: int = 1, conviction: dict[str, Any] | None = None, **filing: Any
) -> Any:
    """Return a record with filing facts; one without an id for None."""
    made = copy.deepcopy(_RECORD)
    if name is not None:
        made["id"] = name
    [first] = made["convictions"]
    first.update(conviction or {})
    made["convictions"] = [{**first, "id": f"c{number}"} for number in range(1, counts + 1)]
    made["filing"].update(filing)
    return made


def case(**changes: Any) -> dict[str, Any]:
    """Return the one case of the filing, changed."""
    return {**_RECORD["filing"]["cases"][0], **changes}


def many(amount: int) -> list[Any]:
    """Return records of two shapes."""
    return [
        record(
            f"r{number:05d}",
            name_on_case=f"Maria Example {number}",
            cases=[case(proposed_order=number % 3 > 0)],
        )
        for number in range(amount)
    ]


def lines(*records: Any) -> bytes:
    """Write records, or texts as they are, one a line."""
    written = (one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in records)
    return "".join(f"{one}\n" for one in written).encode()


def started(file: Path | str, folder: Path, *options: str, **more: Any) -> subprocess.Popen[bytes]:
    """Start the command as a process of its own."""
    command = [sys.executable, "manage.py", "packets", str(file), "--output", str(folder), *options]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "clearrecord.settings",
        **more.pop("environment", {}),
    }
    none = {"CLEARRECORD_OFFICIAL_FORMS": str(folder.with_name("no-official-forms"))}
    return subprocess.Popen(
        command, cwd=ROOT, env={**none, **environment}, stderr=subprocess.PIPE, start_new_session=True, **more
    )


def finished(file: Path | str, folder: Path, *options: str, **more: Any) -> tuple[int, str]:
    """Run the command to its end; return its exit code and what it said on standard error."""
    given = more.pop("given", None)
    process = started(file, folder, *options, stdin=subprocess.PIPE if given else subprocess.DEVNULL, **more)
    _, said = process.communicate(given, timeout=_SECONDS)
    return process.returncode, said.decode()


def workers_of(process: subprocess.Popen[bytes]) -> list[int]:
    """Return the numbers of the processes that a process has started, and those that these have."""
    found = [process.pid]
    for pid in found:
        with suppress(FileNotFoundError, ProcessLookupError):  # one that has ended meanwhile
            for thread in list(Path(f"/proc/{pid}/task").iterdir()):
                found += [int(child) for child in (thread / "children").read_text(encoding="ascii").split()]
    return found[1:]


def is_alive(pid: int) -> bool:
    """Say whether a process runs; one that has ended and waits for its parent does not."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="ascii")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def interrupt(process: subprocess.Popen[bytes]) -> None:
    """Press Ctrl+C: every process of the terminal's group gets it."""
    os.killpg(process.pid, signal.SIGINT)


def tree(folder: Path) -> dict[str, str]:
    """Return every file below a folder with its digest, and every folder."""
    return dict(_entries(folder))


def _entries(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        yield name, "" if path.is_dir() else hashlib.sha256(path.read_bytes()).hexdigest()


def rows(folder: Path, name: str = "manifest.jsonl") -> list[dict[str, Any]]:
    """Read a list of a finished run."""
    return [json.loads(line) for line in (folder / name).read_text(encoding="utf-8").splitlines()]
