"""The words that no mail, calendar or page of reminders may have, in both languages."""

from __future__ import annotations

import re

WORDS = (
    "court|clerk|judge|hearing|conviction|convicted|crime|criminal|felony|misdemeanor|marijuana|cannabis|record(?!atori)|petition"
    "|prosecutor|attorney|lawyer|case|law|legal|prop|11361|clearrecord"
    "|tribunal|secretari|juez|audiencia|condena|delito|penal|marihuana|antecedente|petici|fiscal|abogad|caso|ley"
)


def found_in(told: str) -> list[str]:
    """Return the forbidden words of a text, without the addresses in it."""
    plain = re.sub(r"https?://\S+", "", told)
    return re.findall(rf"\b(?:{WORDS})\w*", plain, re.IGNORECASE)
