"""The contracts of the architecture bite: a package in no layer fails the build."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PURE = [*sorted((ROOT / "petitions/law").rglob("*.py")), *sorted((ROOT / "petitions/courts").rglob("*.py"))]
BREACHES = {
    "a package in no layer": ("petitions/somewhere/__init__.py", "", "stands nowhere fails BROKEN"),
    "law that knows Django": ("petitions/law/breach.py", "import django\n", "framework BROKEN"),
    "law that reads the clock": ("petitions/law/breach.py", "import time\n", "framework BROKEN"),
    "law that knows courts": ("petitions/law/breach.py", "import petitions.courts\n", "BROKEN"),
    "papers that know the interview": (
        "petitions/documents/breach.py",
        "import petitions.interview\n",
        "BROKEN",
    ),
    "papers that know access": ("petitions/documents/breach.py", "import petitions.access\n", "BROKEN"),
    "an explanation of the law that knows Django": (
        "petitions/interview/explained/breach.py",
        "import django\n",
        "WeasyPrint BROKEN",
    ),
    "a second import of WeasyPrint": (
        "petitions/documents/breach.py",
        "import weasyprint\n",
        "WeasyPrint BROKEN",
    ),
    "petitions that know the site": (
        "petitions/records/breach.py",
        "import clearrecord.settings\n",
        "around them BROKEN",
    ),
}


def checked(root: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("petitions", "clearrecord"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_are_kept(copy: Path) -> None:
    assert checked(copy).returncode == 0, checked(copy).stdout


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_fails_the_build(copy: Path, breach: str) -> None:
    name, source, told = BREACHES[breach]
    (copy / name).parent.mkdir(exist_ok=True)
    (copy / name).write_text(source)
    ended = checked(copy)
    assert ended.returncode != 0
    assert told in " ".join((ended.stdout + ended.stderr).split()), ended.stdout


@pytest.mark.parametrize("module", PURE, ids=lambda file: str(file.relative_to(ROOT)))
def test_law_and_courts_import_the_standard_library_only(module: Path) -> None:
    nodes = [*ast.walk(ast.parse(module.read_text()))]
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
    outside = {name for name in names if name.split(".")[0] not in sys.stdlib_module_names}
    assert all(name.startswith(("petitions.law", "petitions.courts")) for name in outside), outside
