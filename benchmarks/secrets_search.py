"""Looks for private keys and tokens in each file of the project, and in each line that was ever added to it.

    bin/secrets             the files as they are, and the whole history
    bin/secrets --tree      the files alone

Prints the place and the kind of what it finds, never the secret, and ends with 1.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_KINDS = {
    "a private key": r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----",
    "a key of Amazon": r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b",
    "a token of GitHub": r"\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,})\b",
    "a token of GitLab": r"\bglpat-[A-Za-z0-9_-]{20}\b",
    "a token of Slack": r"\bxox[abprs]-[A-Za-z0-9-]{20,}",
    "a key of Google": r"\bAIza[A-Za-z0-9_-]{35}\b",
    "a key of Stripe": r"\b[rs]k_live_[A-Za-z0-9]{20,}\b",
    "a key of Anthropic or OpenAI": r"\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}\b",
    "a token of PyPI": r"\bpypi-[A-Za-z0-9_-]{50,}",
    "a signed token": r"\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\.[A-Za-z0-9_-]{20,}",
    "a password in an address": r"\b(?:postgres(?:ql)?|smtps?|mysql|redis|amqp)://[^\s:/@'\"{}$<>]+:(?!PASSWORD|clearrecord_test|hidden|p%40ss|secret|pass|p\b)[^\s:@'\"{}$<>]{4,}@",
    "a key of this site": r"CLEARRECORD_(?:AUDIT_)?KEYS\s*[=:]\s*[\"']?[A-Za-z0-9_.-]+:[A-Za-z0-9+/]{43}=",
    "a secret of this site": r"\bSECRET_KEY\s*[=:]\s*(?:[\"'][^\"'{}]{40,}[\"']|[A-Za-z0-9_-]{60,})",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _KINDS.items()}
_LARGEST = 5_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """What looks like a secret: where, and what kind."""

    place: str
    kind: str


def kinds_in(line: str) -> list[str]:
    """Return the kinds of secrets that a piece of text holds."""
    return [name for name, pattern in _PATTERNS.items() if pattern.search(line)]


def in_tree() -> Iterator[Found]:
    """Look through the files that git knows or would add."""
    names = _git("ls-files", "-z", "--cached", "--others", "--exclude-standard").split("\0")
    for name in names:
        file = ROOT / name
        if not name or not file.is_file() or file.stat().st_size > _LARGEST:
            continue
        yield from (
            Found(name, kind) for kind in kinds_in(file.read_text(encoding="utf-8", errors="replace"))
        )


def in_history() -> Iterator[Found]:
    """Look through each line that any commit of any branch added, and through what the commits say."""
    command = ("log", "--all", "--no-color", "--unified=0", "--patch", "--format=commit %H%n%B")
    with subprocess.Popen(
        ["git", *command], cwd=ROOT, stdout=subprocess.PIPE, text=True, errors="replace"
    ) as log:
        assert log.stdout
        yield from _in_patches(log.stdout)


def _in_patches(lines: Iterable[str]) -> Iterator[Found]:
    commit = file = ""
    for line in lines:
        if line.startswith("commit "):
            commit, file = line.split()[1][:12], "message"
        elif line.startswith("+++ "):
            file = line[4:].strip().removeprefix("b/")
        elif not line.startswith(("-", "@@", "diff ", "index ")):
            yield from (Found(f"{commit} {file}", kind) for kind in kinds_in(line))


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout


def main() -> None:
    """Look, and print the places."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--tree", action="store_true", help="the files alone, without the history")
    found = [*in_tree()] if parser.parse_args().tree else [*in_tree(), *in_history()]
    for one in dict.fromkeys(found):
        print(f"{one.place}: {one.kind}")
    print(f"{len(found)} found.")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
