"""The steps of the guide: what each asks, and which part of the sample it marks."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.interview.questions import Question
from petitions.rapsheet.guide import questions as asked
from petitions.rapsheet.guide import sample, seen
from petitions.rapsheet.guide.sample import Drawing, drawing_of


@dataclass(frozen=True, slots=True)
class SheetStep:
    """One page: its question, the lines that are drawn, the parts marked, and the words to look up."""

    key: str
    question: Question
    lines: tuple[str, ...]
    marked: tuple[str, ...]
    words: tuple[str, ...] = ()

    @property
    def sets_facts(self) -> bool:
        """Say whether the answer is one of the interview's."""
        return bool(self.question.facts)

    @property
    def drawing(self) -> Drawing:
        """Return the drawing."""
        return drawing_of(self.lines, marked=self.marked)


_CASE = (*sample.ARREST[1:], *sample.COURT[:4])
_COUNT = sample.COURT
_COUNT_ON = (*sample.COURT[2:], *sample.LATER)

TOP = (
    SheetStep("sheet", seen.SHEET, sample.TOP, ("number", "name"), ("rap-sheet", "cii", "nam", "dob")),
    SheetStep("notices", seen.NOTICES, sample.TOP, ("notice",), ("iii", "exp")),
    SheetStep(
        "events",
        seen.EVENTS,
        (*sample.ARREST, *sample.COURT, *sample.END),
        ("stars", "dashes", "court-event"),
        ("cycle", "event", "arr-det-cite", "court", "custody", "probation", "applicant"),
    ),
)
"""Asked once, of the whole sheet."""

COUNT = (
    SheetStep("code", asked.CODE, _COUNT, ("code",), ("cnt", "hs", "attempted")),
    SheetStep("dispo", asked.RESULT, _COUNT, ("result",), ("dispo", "convicted", "dismissed", "pros-rej")),
    SheetStep("status", asked.STATUS, _COUNT, ("status",), ("conv-status", "toc")),
    SheetStep("court", asked.LETTERS, _COUNT, ("letters",), ("casc", "camc", "cajv")),
    SheetStep("town", asked.TOWN, _COUNT, ("town",), ("casc", "mc", "co", "sn")),
    SheetStep("case-number", asked.CASE, _COUNT, ("case-number",), ("number-sign", "cnt")),
    SheetStep("court-date", asked.COURT_DAY, _COUNT, ("court-day",), ("court",)),
    SheetStep("arrest-date", asked.ARREST_DAY, _CASE, ("arrest", "arrest-day"), ("arr-det-cite", "capd")),
    SheetStep("sen", asked.SENTENCE, _COUNT, ("sentence",), ("sen", "ss", "com")),
    SheetStep("later", asked.LATER, _COUNT_ON, ("later",), ("set-aside", "revoked", "modified")),
)
"""Asked of each count."""

ANOTHER = SheetStep(
    "another",
    seen.ANOTHER,
    (*sample.COURT[:4], *sample.SECOND_COUNT, *sample.END),
    ("next-count", "next-code"),
    ("cnt", "court", "cycle"),
)
OF_THE_CASE = ("court", "town", "case-number", "court-date", "arrest-date", "sen")
"""Steps that are not asked again for another count of the same case."""
NOTES = ("other-paper", "no-court", "no-code", "rest")
"""Pages that only tell."""

_STEPS = {step.key: step for step in (*TOP, *COUNT, ANOTHER)}


def step_of(key: str) -> SheetStep | None:
    """Find a step by its key."""
    return _STEPS.get(key)


def number_of(step: SheetStep) -> int:
    """Return which step this is, counted from 1."""
    return list(_STEPS).index(step.key) + 1


def how_many() -> int:
    """Return how many steps there are."""
    return len(_STEPS)


def is_place(place: str, key: str, *, you: str) -> bool:
    """Say whether a page of the guide can stand there: the steps of a count at a count, all others at ``you``."""
    of_count = key in {step.key for step in (*COUNT, ANOTHER)} or key == "no-code"
    return (place != you) is of_count
