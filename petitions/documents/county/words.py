"""The words that the papers of a county review share: who asks, what is asked, on which ground and under which law."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from petitions.documents.county.cases import CountyCount, Ground, Mover
from petitions.documents.printed import MONTHS
from petitions.documents.typed import Typed
from petitions.law.terms import Prefix, Relief, Sentence

PAPER = {Mover.PROSECUTOR: "motion", Mover.DEFENDER: "application"}
PARTY = {Mover.PROSECUTOR: "the People", Mover.DEFENDER: "the defense"}
SIGNS_FOR = {Mover.PROSECUTOR: "Attorney for the People", Mover.DEFENDER: "Attorney for the Defense"}
LAW = {
    Mover.PROSECUTOR: ("Health & Saf. Code, §§ 11361.8", "11361.9"),
    Mover.DEFENDER: ("Health & Saf. Code, § 11361.8", "subds. (e) and (f)"),
}
RELIEF = {
    Relief.DISMISS_SEAL: "dismiss and seal",
    Relief.INFRACTION: "infraction",
    Relief.MISDEMEANOR: "misdemeanor",
}
BLANK = Typed("_" * 10)
"""As a value, so that a paper with a blank has the same shape as one without."""

GROUNDS = {
    Ground.LAWFUL_TODAY: (
        "By the record reviewed, the act would have been no crime had Proposition 64 been in effect when it was "
        "done (Health & Saf. Code, § 11361.8, subd. (e))."
    ),
    Ground.LESSER_TODAY: (
        "By the record reviewed, the act would have been a lesser offense had Proposition 64 been in effect when "
        "it was done (Health & Saf. Code, § 11361.8, subd. (e))."
    ),
    Ground.NOT_CHALLENGED: (
        "The People have reviewed the conviction and do not challenge the relief asked (Health & Saf. Code, "
        "§ 11361.9)."
    ),
    Ground.PRESUMED: (
        "The court presumes that the terms of section 11361.8, subdivision (e), are met (Health & Saf. Code, "
        "§ 11361.8, subd. (f))."
    ),
}
_PROVIDES = (
    "Section 11361.8 of the Health and Safety Code is for a person who has completed a sentence under sections "
    "11357 to 11360 for an act that would have been no crime, or a lesser offense, had Proposition 64 been in "
    "effect when it was done (subdivision (e)).",
    "The court presumes that these terms are met. A party that opposes must prove by clear and convincing evidence "
    "that they are not. Where they are met, the court must redesignate the conviction as a misdemeanor or an "
    "infraction, or dismiss and seal it as legally invalid (subdivision (f)).",
)
_REVIEW = (
    "Section 11361.9 has the prosecution review past convictions for this relief, and has the court grant it under "
    "section 11361.8 where the prosecution does not challenge it.",
)
PROVIDES = {Mover.PROSECUTOR: (*_PROVIDES, *_REVIEW), Mover.DEFENDER: _PROVIDES}
SENTENCE = {
    Sentence.COMPLETED: "By the record reviewed, the sentence in this case is completed.",
    None: (
        "The record reviewed does not say whether the sentence in this case is completed. Where it is not, relief "
        "is under subdivisions (a) and (b) of section 11361.8, and a hearing is asked for."
    ),
}


def dismisses(counts: Iterable[CountyCount]) -> bool:
    """Say whether a dismissal is asked for a count."""
    return any(count.relief is Relief.DISMISS_SEAL for count in counts)


def redesignates(counts: Iterable[CountyCount]) -> bool:
    """Say whether a lower class is asked for a count."""
    return any(count.relief in (Relief.INFRACTION, Relief.MISDEMEANOR) for count in counts)


def asked(counts: Iterable[CountyCount]) -> str:
    """Write what is asked as a title has it."""
    counts = tuple(counts)
    if not redesignates(counts):
        return "Dismiss and Seal"
    return "Dismiss and Seal, and to Redesignate" if dismisses(counts) else "Redesignate"


def section(count: CountyCount) -> str:
    """Write the section of a count, as "§ 11357(b)"."""
    letter = (count.subdivision or "").strip().strip("()").lower()
    attempt = " (attempt)" if count.prefix is Prefix.ATTEMPT else ""
    return f"§ {count.section}({letter}){attempt}" if letter else f"§ {count.section}{attempt}"


def long_date(day: date | None) -> Typed:
    """Write a day in words, or a blank."""
    return Typed(f"{MONTHS[day.month - 1]} {day.day}, {day.year}") if day else BLANK


def short_date(day: date | None) -> Typed:
    """Write a day in figures, or a blank."""
    return Typed(f"{day:%m/%d/%Y}") if day else BLANK


def name_as_spoken(name: str) -> str:
    """Turn a name of the state's file, "EXAMPLE,MARIA J", as a caption has it; leave any other as it is."""
    last, comma, first = name.partition(",")
    is_of_the_file = comma and "," not in first and last.strip() and first.strip()
    return f"{first.strip()} {last.strip()}" if is_of_the_file else name
