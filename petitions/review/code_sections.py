"""Reads the offense that a row names: the code section as it stands, and the Proposition 64 sections in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

SECTIONS = ("11357", "11358", "11359", "11360")
"""Health and Safety Code sections that Proposition 64 changed."""
_LOOSE = re.compile("11357|11358|11359|11360")
"""How the peer looks for them: anywhere in the text."""
_ATTEMPT = re.compile(r"\s*+664\s*+(?:[-/.]\s*+)?(?=\d)")
_ATTEMPT_WITH_DASH = re.compile(r"\s*664\s*-\s*(?=\d)")
_ANCHORED = re.compile(r"(?<!\d)(?<!\d\.)(11357|11358|11359|11360)(?!\d|\.\d)(\(?[A-Ea-e]\b\)?)?")
"""A section with nothing of another number on either side: 111357 and 11357.5 are other sections."""


@dataclass(frozen=True, slots=True)
class CodeSection:
    """One offense text as read. ``shown`` is what stands before the first dash, as the peer cuts it."""

    shown: str
    sections: tuple[str, ...]
    """Our sections in it, from the left."""
    loose: tuple[str, ...]
    """What the peer takes for them."""
    letter: str
    """The subdivision letter of the first section, or nothing."""
    prefix: str
    """``attempt``, ``none``, or nothing where other numbers leave open what was done."""

    @property
    def section(self) -> str:
        """Return the first section of ours, or nothing."""
        return self.sections[0] if self.sections else ""


@lru_cache(maxsize=1 << 17)
def read_code_section(text: str) -> CodeSection:
    """Read the text of an offense; the texts are few, so each is read once."""
    shown = text.split("-", 1)[0]
    named, is_attempt = _without_attempt(text)
    found = tuple(_ANCHORED.finditer(named))
    return CodeSection(
        shown=shown,
        sections=tuple(one[1] for one in found),
        loose=tuple(_LOOSE.findall(shown)),
        letter=(found[0][2] or "").strip("()").lower() if found else "",
        prefix=_prefix(named[: found[0].start()] if found else None, is_attempt=is_attempt),
    )


def _prefix(before: str | None, *, is_attempt: bool) -> str:
    """Say what was done, where nothing but blanks stands ``before`` our section: 182/11359 and 11378/11359 are open."""
    if before is None or before.strip():
        return ""
    return "attempt" if is_attempt else "none"


def _without_attempt(text: str) -> tuple[str, bool]:
    """Return the code section behind an attempt prefix (Pen. Code, § 664), and whether there was one."""
    dash = _ATTEMPT_WITH_DASH.match(text)
    section = (text[dash.end() :] if dash else text).split("-", 1)[0]
    prefix = _ATTEMPT.match(section)
    return (section[prefix.end() :], True) if prefix else (section, dash is not None)
