"""Which case numbers look like something else: a date, a telephone, an ID of the state, or a Social Security number."""

from __future__ import annotations

import re

FEWEST_DIGITS = 3
_SOMETHING_ELSE = {
    "NUMBER_IS_PRIVATE": re.compile(r"\d{3}-\d{2}-\d{4}"),
    "NUMBER_IS_DATE": re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}|(?:19|20)\d{2}-\d{2}-\d{2}"),
    "NUMBER_IS_PHONE": re.compile(r"\(?\d{3}\)?[ .-]\d{3}[ .-]\d{4}"),
    "NUMBER_IS_STATE_ID": re.compile(r"(?:CII|SID)?[ #:]*A\d{8}", re.IGNORECASE),
}


def looks_odd(number: str) -> str:
    """Return the code of what a case number looks like; empty where it may well be one.

    Courts number cases in many ways and no list of them is known, so only what is clearly no case number is told.
    """
    plain = " ".join(number.split())
    for code, pattern in _SOMETHING_ELSE.items():
        if pattern.fullmatch(plain):
            return code
    return "ODD_NUMBER" if sum(sign.isdigit() for sign in plain) < FEWEST_DIGITS else ""
