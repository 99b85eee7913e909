"""How hard a sentence is to read: Flesch-Kincaid's grade for English, Fernández-Huerta's ease for Spanish.

Grade 6 in English matches an ease of 70 in Spanish, where both tables say "fairly easy". The names that the law
and its offices have cannot be said otherwise; each counts as one short word. Both indexes are for running text:
a label of a few words has too few for either.

Sources: Kincaid and others, 1975 (Navy Research Branch Report 8-75); Fernández Huerta, 1959, with the constants
as he printed them, per word.
"""

from __future__ import annotations

import re
from itertools import pairwise

FEWEST_WORDS = 8
"""A text with fewer words is not measured."""
MOST_GRADE = 6.0
LEAST_EASE = 70.0
_BLANK = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w+\}|https?://\S+|\S+@\S+|\w+_\w+")
_TAG = re.compile(r"<[^>]+>")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_END = re.compile(r"[.!?:;]+(?=\s|[”\")]|$)|\n")
_ENGLISH_NAMES = (
    r"Proposition 64|California|marijuana|misdemeanors?|infractions?|convictions?|felon(?:y|ies)|juvenile court|juvenile"
    r"|Health and Safety Code|Penal Code|Welfare and Institutions Code|Social Security number|Department of Justice"
    r"|Justice Department|public defender|prosecutors?|District Attorneys?|city attorney|immigration lawyer"
    r"|sex offenders?|proof of service|probation|parole|citizens?|mailing address|e-mail|November"
)
_SPANISH_NAMES = (
    r"Proposición 64|California|marihuana|delitos? menor(?:es)?|delitos? graves?|infracci(?:ón|ones)|condenas?"
    r"|Código de (?:Salud y Seguridad|Bienestar e Instituciones)|Código Penal|número de Seguro Social"
    r"|Departamento de Justicia|defensor público|fiscal(?:es)?|fiscal del distrito|fiscal municipal"
    r"|abogado de inmigración|delincuentes? sexual(?:es)?|delitos? sexual(?:es)?|prueba de entrega|libertad condicional|libertad bajo palabra"
    r"|secretario del tribunal|secretario|antecedentes(?: penales)?|tribunal(?:es)?(?: de menores)?"
    r"|dirección postal|correo electrónico|formularios?|ciudadanía"
)
_STRONG = "aeoáéó"
_IN_ENGLISH = re.compile(r"\([A-Za-z ]+\)")
"""The English word that stands behind a Spanish one for whoever must say it at a counter."""


def grade(text: str) -> float | None:
    """Return the school grade that an English text takes; None for one that is too short to say."""
    plain = re.sub(rf"\b(?:{_ENGLISH_NAMES})\b", "name", _plain(text), flags=re.IGNORECASE)
    words = _WORD.findall(plain)
    if len(words) < FEWEST_WORDS:
        return None
    syllables = sum(syllables_in_english(word) for word in words)
    return 0.39 * len(words) / _sentences(plain) + 11.8 * syllables / len(words) - 15.59


def ease(text: str) -> float | None:
    """Return how easy a Spanish text is, of about 100; None for one that is too short to say."""
    spanish = _IN_ENGLISH.sub("", _plain(text))
    plain = re.sub(rf"\b(?:{_SPANISH_NAMES})\b", "cosa", spanish, flags=re.IGNORECASE)
    words = _WORD.findall(plain)
    if len(words) < FEWEST_WORDS:
        return None
    syllables = sum(syllables_in_spanish(word) for word in words)
    return 206.84 - 60 * syllables / len(words) - 1.02 * len(words) / _sentences(plain)


def syllables_in_english(word: str) -> int:
    """Count the groups of vowels, without those at the end that nobody says."""
    letters = re.sub(r"[^a-z]", "", word.lower().replace("'s", "").replace("’s", ""))
    said = re.sub(r"(?<=[^aeiouylcgshxz])es$|(?<=[^aeiouytdl])ed$|(?<=[^aeiouyl])e$", "", letters)
    said = re.sub(r"^y", "", said)
    return max(len(re.findall(r"[aeiouy]+", said)), 1)


def syllables_in_spanish(word: str) -> int:
    """Count the groups of vowels; two strong ones, or a weak one with its accent, are parted."""
    letters = re.sub(r"q?u(?=[eiéí])(?<=[qg]u)|(?<=q)u", "", word.lower())
    letters = re.sub(r"y$", "i", letters)
    groups = re.findall(r"[aeiouáéíóúü]+", letters)
    parted = sum(
        one in _STRONG + "íú" and following in _STRONG + "íú" and (one in _STRONG or following in _STRONG)
        for group in groups
        for one, following in pairwise(group)
    )
    return max(len(groups) + parted, 1)


def _plain(text: str) -> str:
    return _BLANK.sub("name", _TAG.sub(" ", text))


def _sentences(text: str) -> int:
    return max(sum(bool(_WORD.search(part)) for part in _END.split(text)), 1)
