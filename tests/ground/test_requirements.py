"""What is installed is pinned by hash and names no registry."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.sbom import ALLOWED, bill, is_allowed, pins, problems

ROOT = Path(__file__).resolve().parents[2]
PINNED = ("requirements.txt", "requirements-dev.txt")


@pytest.mark.parametrize("name", PINNED)
def test_every_requirement_is_pinned_with_a_hash(name: str) -> None:
    text = re.sub(r"\\\n", " ", (ROOT / name).read_text())
    lines = [line for line in text.splitlines() if line.strip() and not line.strip().startswith("#")]
    assert lines
    for line in lines:
        assert re.match(r"[a-z0-9._-]+(\[[a-z0-9]+\])?==\S+\s", line), line[:60]
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


def test_everything_is_installed_by_hash_and_nothing_is_built_on_the_way() -> None:
    lines = [
        line
        for file in (ROOT / "bin").iterdir()
        for line in file.read_text().splitlines()
        if "pip install" in line
    ]
    assert lines
    assert all("--require-hashes" in line and "--only-binary :all:" in line for line in lines)


def test_the_list_of_parts_has_every_pinned_package_with_its_hashes_and_licence() -> None:
    text = (ROOT / "requirements.txt").read_text()
    made, pinned = bill(text), {(pin.name, pin.version) for pin in pins(text)}
    assert len(pinned) == len(re.findall(r"^[a-z0-9]\S*==", text, re.MULTILINE)) > 40
    assert {(one["name"], one["version"]) for one in made["components"]} == pinned
    for one in made["components"]:
        assert one["purl"] == f"pkg:pypi/{one['name']}@{one['version']}"
        assert all(len(each["content"]) == 64 for each in one["externalReferences"][0]["hashes"])
        assert one["externalReferences"][0]["hashes"] and one["licenses"]
    assert sum(len(one["externalReferences"][0]["hashes"]) for one in made["components"]) == text.count(
        "--hash=sha256:"
    )
    assert (made["bomFormat"], made["specVersion"]) == ("CycloneDX", "1.6")
    assert bill(text) == made


def test_what_runs_is_what_is_pinned_and_each_licence_is_on_the_list() -> None:
    assert not problems((ROOT / "requirements.txt").read_text())


def test_what_is_not_as_pinned_or_not_allowed_is_named() -> None:
    assert problems("django==0.1 \\\n    --hash=sha256:00\n") and problems("not-there==1.0\n")
    assert not is_allowed("AGPL-3.0-only") and not is_allowed("MIT AND GPL-2.0-only") and not is_allowed("")
    assert is_allowed("GPL-2.0-only OR MIT") and not ALLOWED & {
        "GPL-2.0-only",
        "GPL-3.0-only",
        "AGPL-3.0-only",
    }
