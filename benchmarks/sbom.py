"""Lists what the running site is made of: each pinned package with its hashes and its licence, as CycloneDX 1.6.

    bin/sbom                     into var/sbom.json
    bin/sbom --output FILE       into another file

The names, versions and hashes are those of requirements.txt; licences are what the installed packages say of themselves.
Ends with 1 where a package is not installed in its pinned version, or has a licence that is not on the list below.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import re
import sys
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
_PIN = re.compile(r"^(?P<name>[a-z0-9._-]+)(?:\[[a-z,]+\])?==(?P<version>\S+)(?P<rest>.*)$", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
ALLOWED = frozenset(
    {
        "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "LGPL-2.1-or-later", "LGPL-3.0-only", "MIT",
        "MIT-0", "MIT-CMU", "MPL-2.0", "PSF-2.0", "Zlib",
    }
)  # fmt: skip
"""Licences under which a package may be used by a program under MIT without this becoming theirs."""
_MEANT = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "PSFL": "PSF-2.0",
}
_CHOSEN = {
    "pyphen": "LGPL-2.1-or-later",  # offered under any of three
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "qrcode": "BSD-3-Clause",
    "fido2": "BSD-2-Clause AND Apache-2.0 AND MPL-2.0",
}
"""Packages whose own words name no one licence; read from their licence files."""


@dataclass(frozen=True, slots=True)
class Pin:
    """One package as it is pinned."""

    name: str
    version: str
    hashes: tuple[str, ...]


def pins(text: str) -> Iterator[Pin]:
    """Read the pins of a requirements file."""
    for found in _PIN.finditer(re.sub(r"\\\n", " ", text)):
        yield Pin(found["name"], found["version"], tuple(_HASH.findall(found["rest"])))


def licence_of(name: str) -> str:
    """Return the licence of an installed package as SPDX names it; its own words where none is known."""
    if name in _CHOSEN:
        return _CHOSEN[name]
    told = importlib.metadata.metadata(name)
    words = [told[name] for name in ("License-Expression", "License") if name in told]
    classes = told.get_all("Classifier") or []
    words += [one.rpartition("::")[2].strip() for one in classes if "License" in one]
    meant = [_MEANT.get(word, word) for word in words]
    return next((one for one in meant if is_allowed(one)), meant[0] if meant else "")


def is_allowed(licence: str) -> bool:
    """Say whether each part of a licence is on the list, or one where there is a choice."""
    return any(
        all(part.strip("() ") in ALLOWED for part in choice.split(" AND "))
        for choice in licence.split(" OR ")
    )


def bill(requirements: str) -> dict[str, Any]:
    """Return the whole list as CycloneDX has it."""
    found = [_component(pin) for pin in pins(requirements)]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, requirements)}",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "name": "clearrecord", "licenses": [_licence("MIT")]}
        },
        "components": found,
    }


def problems(requirements: str) -> list[str]:
    """Name each package that is not as pinned, or whose licence is not on the list."""
    found = []
    for pin in pins(requirements):
        try:
            installed = importlib.metadata.version(pin.name)
        except importlib.metadata.PackageNotFoundError:
            found.append(f"{pin.name} {pin.version} is not installed")
            continue
        if installed != pin.version:
            found.append(f"{pin.name} is pinned to {pin.version} and installed as {installed}")
        if not is_allowed(licence_of(pin.name)):
            found.append(f"{pin.name} has a licence that is not on the list")
    return found


def _component(pin: Pin) -> dict[str, Any]:
    address = f"pkg:pypi/{pin.name}@{pin.version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": pin.name,
        "version": pin.version,
        "purl": address,
        "licenses": [_licence(licence_of(pin.name))],
        "externalReferences": [
            {
                "type": "distribution",
                "url": address,
                "hashes": [{"alg": "SHA-256", "content": one} for one in pin.hashes],
            }
        ],
    }


def _licence(words: str) -> dict[str, Any]:
    return {"license": {"id": words}} if words in ALLOWED else {"expression": words}


def main() -> None:
    """Write the list; say what is wrong with it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--output", type=Path, default=ROOT / "var/sbom.json")
    chosen = parser.parse_args()
    requirements = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    wrong = problems(requirements)
    if wrong:
        sys.exit("\n".join(wrong))
    chosen.output.parent.mkdir(parents=True, exist_ok=True)
    made = bill(requirements)
    chosen.output.write_text(json.dumps(made, indent=1) + "\n", encoding="utf-8")
    print(f"{len(made['components'])} packages are in {chosen.output}.")


if __name__ == "__main__":
    main()
