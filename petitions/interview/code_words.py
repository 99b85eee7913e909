"""Cuts a typed code section into signs: codes, numbers, letters and the words between, in English and Spanish."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

LONGEST = 160
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−"), "-")
_PIECE = re.compile(r"(?P<number>[0-9]+(?:\.[0-9]{1,3}(?![0-9]))?)|(?P<word>[A-Z]+)|(?P<mark>[&+/\-(\[{,;])")
_SPELLINGS = {
    "HS": "HS, HSC, H S, H & S, H S C, H & S C, HEALTH SAFETY, HEALTH & SAFETY, HEALTH SAF, HEALTH & SAF,"
    " HSCODE, HEALTHSAFETY, HEALTHANDSAFETY, HEALTHSAFETYCODE, HEALTHANDSAFETYCODE,"
    " SALUD SEGURIDAD, SALUD & SEGURIDAD, CSS",
    "PC": "PC, P C, CPC, CP, PEN, PENAL, P CODE, PENALCODE",
    "VC": "VC, V C, CVC, VEH, VEHICLE, V CODE, VEHICULOS",
    "BP": "BP, B P, B & P, BPC, BUSINESS PROFESSIONS, BUSINESS & PROFESSIONS",
    "WI": "WI, W I, W & I, WIC, WELFARE INSTITUTIONS, WELFARE & INSTITUTIONS",
    "US": "US, U S, USC, U S C",
}
"""The names of the codes that people write in more than one way. The others go by the two letters of the state's list."""
_TWO_LETTERS = "CC CI EC FA FC FG GC HN IC LC MV PR RT SH UI"
_CODES: dict[tuple[str, ...], str] = {
    **{(name,): name for name in _TWO_LETTERS.split()},
    **{tuple(phrase.split()): code for code, phrases in _SPELLINGS.items() for phrase in phrases.split(",")},
}
_MOST_WORDS = max(map(len, _CODES))
_AND = {"AND", "Y", "OR", "U", "&", "+"}
_COUNT = {"COUNT", "COUNTS", "CNT", "CT", "CTS", "CARGO"}
_SILENT_WORDS = (
    "CODE CODES COD CODIGO THE OF DE DEL LA LAS EL LOS CAL CALIF CALIFORNIA CA STATE TO COMMIT COMETER "
    "SECTION SECTIONS SEC SECS SECT SECCION SECCIONES ART ARTS ARTICULO ARTICULOS SUBD SUBDS SUBDIV SUBDIVISION "
    "SUBDIVISIONS SUBSECTION SUBSECCION SUB PARAGRAPH PARA PAR PARRAFO INCISO APARTADO LETRA LETTER NO NUM NUMBER "
    "NUMERO VIOLATION VIOLATIONS VIOL VIOLACION CHARGE CHARGES CHG CRIME DELITO POSSESSION POSS POSESION CULTIVATION "
    "CULTIVO SALE VENTA MARIJUANA MARIHUANA CANNABIS FOR"
)
_SILENT = frozenset(_SILENT_WORDS.split())
"""Words that say nothing of which crime it was."""
_PREFIXES = {
    "attempt": "ATTEMPT ATTEMPTED ATTEMPTING ATT INTENTO TENTATIVA",
    "conspiracy": "CONSPIRACY CONSPIRE CONSPIRED CONSP CONSPIRACION",
    "accessory": "ACCESSORY ACCESORIO ENCUBRIMIENTO",
}
PREFIX_WORDS = {word: prefix for prefix, words in _PREFIXES.items() for word in words.split()}
_LEVELS = "FMI"
_MARKS = {"/": "S", "-": "J", ",": "K", ";": "K", "(": "B", "[": "B", "{": "B", "&": "A", "+": "A"}
_APART = ("", "/", "-", ",", ";")


class Sign(NamedTuple):
    """One piece of a typed code. Its kind is one letter, so that a row of signs can be matched as a text.

    C a code, N a section's number, d a small number, X a longer one or a word run into a number, L a letter,
    f a letter that may stand for a level, P a word like "attempt", W any other word, A "and", S a slash, J a dash,
    K a comma, B a bracket.
    """

    kind: str
    text: str


def folded(text: str) -> str:
    """Return the text in plain capitals: no accents, no wide digits, one kind of dash."""
    plain = unicodedata.normalize("NFKD", text[:LONGEST]).translate(_DASHES)
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).upper()


def plain_words(text: str) -> str:
    """Return the words of a text in plain capitals, without marks."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in folded(text)).split())


def signs_of(text: str) -> list[Sign]:
    """Return the signs of a folded text."""
    pieces = [(found.start(), found.end(), found[0]) for found in _PIECE.finditer(text)]
    signs: list[Sign] = []
    position = 0
    while position < len(pieces):
        code, used = _code_at(pieces, position)
        if code:
            signs.append(Sign("C", code))
        else:
            signs += _signs_at(pieces, position)
        position += used
    return _without_count_number([sign for sign in signs if sign.text not in _SILENT])


_Piece = tuple[int, int, str]


def _code_at(pieces: list[_Piece], position: int) -> tuple[str, int]:
    """Return the code whose longest name begins here, and of how many pieces the name is."""
    words = ["&" if piece[2] in _AND else piece[2] for piece in pieces[position : position + _MOST_WORDS]]
    for length in range(len(words), 0, -1):
        code = _CODES.get(tuple(words[:length]))
        if code:
            return code, length
    return "", 1


def _signs_at(pieces: list[_Piece], position: int) -> list[Sign]:
    start, _end, text = pieces[position]
    before = pieces[position - 1] if position else (0, -1, "")
    touched = before[2] if before[1] == start else ""
    if touched[:1].isdigit() and (text[1:],) in _CODES:
        return [Sign("L", text[0]), Sign("C", _CODES[(text[1:],)])]
    return [Sign(_kind_of(text, touched=touched), text)]


def _kind_of(text: str, *, touched: str) -> str:
    """Return the kind of a piece; ``touched`` is the piece that it follows without a blank."""
    if text[0].isdigit():
        return _kind_of_number(text)
    if text in _MARKS:
        return _MARKS[text]
    if len(text) > 1:
        return _kind_of_word(text, touched=touched)
    if text in _AND and touched in _APART:
        return "A"
    return "f" if text in _LEVELS and (touched in _APART or touched in _MARKS) else "L"


def _kind_of_word(text: str, *, touched: str) -> str:
    if text in _AND:
        return "A"
    if text in PREFIX_WORDS:
        return "P"
    return "X" if touched[:1].isdigit() else "W"


def _kind_of_number(text: str) -> str:
    digits = len(text.partition(".")[0])
    if text == "32" or 3 <= digits <= 5:
        return "N"
    return "d" if digits < 3 else "X"


def _without_count_number(signs: list[Sign]) -> list[Sign]:
    """Drop "count 1" and the like."""
    kept: list[Sign] = []
    for sign in signs:
        follows_count = bool(kept) and kept[-1].text in _COUNT
        if follows_count:
            kept.pop()
        if not (follows_count and sign.kind == "d"):
            kept.append(sign)
    return kept
