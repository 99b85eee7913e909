"""Asks the HTML checker (vnu) what is wrong with pages; it runs in Java, once for many."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from django.conf import settings

PROGRAM = Path(settings.BASE_DIR) / "var/browser_tools/node_modules/vnu-jar/build/dist/vnu.jar"


def faults(folder: Path) -> dict[str, list[str]]:
    """Return the errors and warnings of each page in a folder that has some."""
    told = ["--stdout", "--exit-zero-always", "--format", "json", "--skip-non-html", str(folder)]
    asked = subprocess.run(
        ["java", "-Xss4m", "-jar", str(PROGRAM), *told],
        check=True,
        capture_output=True,
        text=True,
        timeout=300,
    )
    found: dict[str, list[str]] = {}
    for one in json.loads(asked.stdout)["messages"]:
        said = f"{one.get('subType', one['type'])}: {one['message']} {one.get('extract', '')[:160]}"
        found.setdefault(Path(one["url"]).name, []).append(said)
    return found
