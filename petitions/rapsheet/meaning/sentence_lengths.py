"""Says how long a sentence is, and how it is written in one line."""

from __future__ import annotations

from petitions.rapsheet.meaning.lengths import in_days, total
from petitions.rapsheet.sheet import Length, Penalty, Sentence, SentencePart

IN_PRINT = (Penalty.PRISON, Penalty.PROBATION, Penalty.JAIL)
"""The order of the parts in the one-line form."""


def total_length(sentence: Sentence) -> Length:
    """Return all parts added up: no sentence lasts longer, most are over sooner."""
    return total(part.length for part in sentence.parts)


def longest_length(sentence: Sentence) -> Length:
    """Return the longer of probation, and of jail and prison together: jail is mostly a condition of probation."""
    probation = total(sentence.lengths(Penalty.PROBATION))
    locked_up = total(sentence.lengths(Penalty.JAIL) + sentence.lengths(Penalty.PRISON))
    return max(probation, locked_up, key=in_days)


def one_line(sentence: Sentence) -> str:
    """Return the sentence as staff write it: ``10y prison, 2d probation, 6m jail, fine``."""
    parts = (part for penalty in IN_PRINT for part in sentence.parts if part.penalty is penalty)
    return ", ".join([*map(_part_text, parts), *sentence.details])


def _part_text(part: SentencePart) -> str:
    lengths = zip(part.length, "ymwd", strict=True)
    words = [f"{number}{unit}" for number, unit in lengths if number]
    if part.life:
        words.append("to life" if words else "life")
    return " ".join([*words, part.penalty.value])
