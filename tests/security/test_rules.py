"""The rules of security hold for all of the product's code, and no file holds a secret (S53)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RULES = {"S", "BLE", "DTZ", "B", "LOG", "TID"}
"""ruff: security, blind excepts, clocks, likely bugs, logging, and names that are banned."""
PRODUCT = [path for folder in ("clearrecord", "petitions") for path in sorted((ROOT / folder).rglob("*.py"))]
FOLDERS = ("benchmarks", "bin", "clearrecord", "docs", "petitions", "static", "templates", "tests", ".ci")
SHAPES = (
    r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----",
    r"\bAKIA[0-9A-Z]{16}\b",
    r"\bgh[pousr]_[A-Za-z0-9]{36}\b",
    r"\bxox[abpr]-[0-9A-Za-z-]{20,}",
    r"\b(?:SECRET_KEY|secret_key|PASSWORD|password|TOKEN|token)\s*=\s*['\"][A-Za-z0-9+/=_-]{40,}['\"]",
)
SECRETS = re.compile("|".join(SHAPES))
"""Keys, and what services give out as passwords, by their shapes."""


def test_the_rules_of_security_hold_for_all_of_the_product() -> None:
    ruff = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["ruff"]
    assert set(ruff["lint"]["select"]) >= RULES
    assert not RULES & {rule for rule in ruff["lint"]["ignore"] if rule in RULES}
    for pattern, rules in ruff["lint"]["per-file-ignores"].items():
        assert pattern.startswith(("tests/", "benchmarks/")) or not RULES & set(rules), pattern
    assert "django.utils.safestring.mark_safe" in ruff["lint"]["flake8-tidy-imports"]["banned-api"]
    assert ruff["extend-exclude"] == ["petitions/migrations"]


def test_whatever_stands_aside_from_a_rule_of_security_says_why() -> None:
    bare = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in PRODUCT
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if re.search(r"# noqa: (?:S\d{3}|BLE\d{3})\b(?!.* - \w)", line) or "# noqa\n" in f"{line}\n"
    ]
    assert bare == []


def test_no_file_holds_a_secret() -> None:
    found = []
    for path in [
        *ROOT.glob("*.*"),
        *(one for folder in FOLDERS for one in sorted((ROOT / folder).rglob("*"))),
    ]:
        if (
            path.is_file()
            and path.suffix not in (".png", ".gz", ".pdf", ".pyc", ".mo")
            and path != Path(__file__)
        ):
            try:
                text = path.read_text("utf-8")
            except UnicodeDecodeError:
                continue
            found += [f"{path.relative_to(ROOT)}: {one[:12]}" for one in SECRETS.findall(text)]
    assert found == []
