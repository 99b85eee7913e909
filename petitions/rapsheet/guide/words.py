"""What the words and letters on a sheet mean."""

from __future__ import annotations

from dataclasses import dataclass


def _(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class SheetWord:
    """A word as it is printed, and its meaning; ``key`` is its place on the page of words."""

    key: str
    printed: str
    meaning: str


@dataclass(frozen=True, slots=True)
class WordGroup:
    """Words that stand in one part of a sheet."""

    title: str
    words: tuple[SheetWord, ...]


GROUPS = (
    WordGroup(
        _("At the top"),
        (
            SheetWord("rap-sheet", "RAP", _("The record of your arrests and cases: the whole sheet.")),
            SheetWord("cii", "CII/", _("The number that the state gave your record.")),
            SheetWord("nam", "NAM/, NAM:01", _("A name, with its number in the list of your names.")),
            SheetWord("dob", "DOB/", _("Birth date: year, month, day.")),
            SheetWord(
                "iii",
                "III",
                _(
                    "A list that all states share. MULTIPLE SOURCE means: there is a record in another state too."
                ),
            ),
            SheetWord("exp", "EXP", _("The day when probation or parole was to end.")),
        ),
    ),
    WordGroup(
        _("How it is parted"),
        (
            SheetWord("cycle", "* * * *", _("Here begins a new cycle: an arrest and all that came of it.")),
            SheetWord("event", "- - - -", _("Here begins the next event in the same cycle.")),
            SheetWord(
                "arr-det-cite",
                "ARR/DET/CITE",
                _("Arrest, being held, or a ticket. It is not a conviction."),
            ),
            SheetWord("court", "COURT", _("What the court did. Only here can a conviction stand.")),
            SheetWord("custody", "CUSTODY", _("Time in jail or prison.")),
            SheetWord("probation", "PROBATION", _("When probation began, or what came of it.")),
            SheetWord("applicant", "APPLICANT", _("Fingerprints for a job or a license. No crime.")),
            SheetWord(
                "registration", "REGISTRATION", _("When someone had to register. 290 PC is for a sex crime.")
            ),
        ),
    ),
    WordGroup(
        _("In a count"),
        (
            SheetWord("cnt", "CNT:01", _("Count 1: one crime of the case. Each crime has its own count.")),
            SheetWord(
                "number-sign", "#", _("The case number stands behind it. Below ARR it is a police number.")
            ),
            SheetWord("hs", "HS", _("Health and Safety Code: the book of law for drug crimes.")),
            SheetWord("pc", "PC", _("Penal Code: the book of law for most other crimes.")),
            SheetWord("attempted", "-ATTEMPTED, 664", _("It was tried, but not done.")),
            SheetWord(
                "toc", "TOC:F, M, I, N", _("Type of charge: felony, misdemeanor, infraction, or not known.")
            ),
            SheetWord("com", "COM", _("A comment.")),
            SheetWord(
                "scn", "SCN, DCN", _("Numbers of the office that sent the line in. You do not need them.")
            ),
        ),
    ),
    WordGroup(
        _("How it ended"),
        (
            SheetWord("dispo", "DISPO", _("Disposition: how the count ended.")),
            SheetWord("convicted", "CONVICTED", _("A conviction, after a plea or a trial.")),
            SheetWord("dismissed", "DISMISSED", _("The court dropped the count.")),
            SheetWord("acquitted", "ACQUITTED", _("You won at trial.")),
            SheetWord("pros-rej", "PROS REJ", _("The prosecutor did not file charges.")),
            SheetWord("diversion", "DIVERSION", _("You did a program in place of a sentence.")),
            SheetWord(
                "conv-status",
                "CONV STATUS",
                _("What the conviction was: felony, misdemeanor, or infraction."),
            ),
            SheetWord("sen", "SEN", _("The sentence. YR is years, MO months, DS days, JL jail.")),
            SheetWord("ss", "SS, IMP SEN SS", _("Suspended: you did not have to do this part at that time.")),
            SheetWord("cc", "CC", _("At the same time as another sentence.")),
            SheetWord(
                "set-aside",
                "CONV SET ASIDE & DISM",
                _("The conviction was dismissed later, mostly after probation."),
            ),
            SheetWord("revoked", "PROBATION REVOKED", _("Probation was ended because a rule was broken.")),
            SheetWord("modified", "SENTENCE MODIFIED", _("The court changed the sentence.")),
        ),
    ),
    WordGroup(
        _("Courts and offices"),
        (
            SheetWord("casc", "CASC", _("A superior court in California: the county court.")),
            SheetWord(
                "camc",
                "CAMC, CAJC",
                _("A municipal or justice court. They are now part of the county court."),
            ),
            SheetWord("cajv", "CAJV", _("A juvenile court in California.")),
            SheetWord("mc", "MC", _("A branch of the court that was a municipal court.")),
            SheetWord("co", "CO", _("County, as in ORANGE CO.")),
            SheetWord("sn", "SN, SNTA", _("San and Santa, as in SN JOSE and SNTA ANA.")),
            SheetWord("capd", "CAPD, CASO", _("City police, and the county sheriff.")),
            SheetWord("capr", "CAPR, CAPA", _("Probation office, and parole office.")),
        ),
    ),
)

_WORDS = {word.key: word for group in GROUPS for word in group.words}


def words_of(keys: tuple[str, ...]) -> tuple[SheetWord, ...]:
    """Return the words with these keys."""
    return tuple(_WORDS[key] for key in keys)
