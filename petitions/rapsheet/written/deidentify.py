"""Takes out of the text of a sheet what tells who the person is, so that it can be shown to those who mend the reader.

What is known to identify is masked: the identification block, its names, dates of birth, numbers, addresses. A
comment may hold another name that no list knows: a person must look at the text before it leaves the house.
"""

from __future__ import annotations

import re

_BLANK = "X"
_SEPARATOR = re.compile(r"^[\s.,·]*(?:\*[\s.,·]*){3,4}$")
_END = re.compile(r"\*\s*END OF MESSAGE", re.IGNORECASE)
_IDENTIFYING = re.compile(
    r"\b(?:CII|DOB|SEX|RAC|HGT|NAM|FBI|CDL|IDN|SOC|INN|MNU|SMT|OCC|MON|POB|FPC)/", re.IGNORECASE
)
_NAME_LINE = re.compile(r"^\s*+(?:NAM/\s*+)?\d{2,3}\s++(\S.*)$", re.IGNORECASE)
_WORD = re.compile(r"[A-Z][A-Z'-]+", re.IGNORECASE)
_KEPT = frozenset({
    "ARR", "CITE", "DET", "COURT", "CUSTODY", "JAIL", "PROBATION", "NAM", "DOB", "CNT", "DISPO", "CONV", "STATUS", "SEN",
    "COM", "TOC", "DISMISSED", "CONVICTED", "FELONY", "MISDEMEANOR", "PRISON", "REGISTRATION", "APPLICANT", "END",
})  # fmt: skip
"""Words of the form itself: a person so named keeps them, or the sheet could not be read."""
_MASKED = (
    re.compile(r"(?<=DOB)\s*[:;]\s*([0-9OIL.]{6,10})", re.IGNORECASE),
    re.compile(r"#[ \t]*([A-Z0-9][A-Z0-9 ./:-]*)", re.IGNORECASE),
    re.compile(r"#[ \t.:]*+\n\s*+([A-Z.-]*+[0-9][A-Z0-9.-]*+)[ \t]*+$", re.IGNORECASE | re.MULTILINE),
    re.compile(r"\bADR\s*+(?:[-:]\s*+)?(?:[0-9]++\s*+)?\(([^)]{0,400})", re.IGNORECASE),
    re.compile(r"\bADR\s*+[-:]\s*+([^(\n]*)", re.IGNORECASE),
    re.compile(r"\b(?:SCN|DCN|ATI|OLN|INN|SOC|CII|FBI)\s*+[-:/]\s*+([A-Z0-9-]{3,})", re.IGNORECASE),
    re.compile(r"\bNBRS?\s*+(?:[.:]\s*+)?([A-Z-]*+[0-9][A-Z0-9-]*+)", re.IGNORECASE),
    re.compile(r"\b([AHM]\d{8})\b", re.IGNORECASE),
    re.compile(r"\b(\d{3}-\d{2}-\d{4})\b"),
)
"""Each group is what identifies; the words around it stay."""


def deidentified(text: str) -> str | None:
    """Return the text from its first cycle on, masked; None where no cycle begins: then nothing can be shown."""
    lines = text.replace("\xa0", " ").splitlines()
    start = next((place for place, line in enumerate(lines) if _begins_cycle(line)), None)
    if start is None:
        return None
    names = _names(lines[:start])
    kept = "\n".join(line for line in lines[start:] if not _IDENTIFYING.search(line))
    for pattern in _MASKED:
        kept = pattern.sub(_masked, kept)
    return _without_names(kept, names) + "\n"


def _begins_cycle(line: str) -> bool:
    return bool(_SEPARATOR.match(line)) and not _END.search(line)


def _names(identification: list[str]) -> frozenset[str]:
    found = (_NAME_LINE.match(line) for line in identification)
    words = (word.upper() for line in found if line for word in _WORD.findall(line[1]))
    return frozenset(words) - _KEPT


def _masked(found: re.Match[str]) -> str:
    start, end = found.start(1) - found.start(), found.end(1) - found.start()
    whole = found[0]
    return whole[:start] + re.sub(r"[A-Z0-9]", _BLANK, found[1], flags=re.IGNORECASE) + whole[end:]


def _without_names(text: str, names: frozenset[str]) -> str:
    return _WORD.sub(lambda found: "NAME" if found[0].upper() in names else found[0], text)
