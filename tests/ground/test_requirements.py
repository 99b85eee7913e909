"""What is installed is pinned by hash and names no registry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PINNED = ("requirements.txt", "requirements-dev.txt")


@pytest.mark.parametrize("name", PINNED)
def test_every_requirement_is_pinned_with_a_hash(name: str) -> None:
    text = re.sub(r"\\\n", " ", (ROOT / name).read_text())
    lines = [line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]
    assert lines
    for line in lines:
        assert re.match(r"[a-z0-9._-]+(\[[a-z]+\])?==\S+\s", line), line[:60]
        assert "--hash=sha256:" in line, line[:60]


@pytest.mark.parametrize("name", [*PINNED, "requirements.in", "requirements-dev.in"])
def test_no_registry_is_named(name: str) -> None:
    assert not re.search(r"://|--index|--trusted|--find-links", (ROOT / name).read_text())


def test_the_checks_use_the_versions_that_run() -> None:
    pins = [
        dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE))
        for name in PINNED
    ]
    assert all(pins[1][package] == version for package, version in pins[0].items())
