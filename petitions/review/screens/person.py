"""One person's history as a page shows it: who it is, and each row in order, the judged ones with their decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.documents.figures.figure import Text
from petitions.interview.wording.needs import need_words
from petitions.interview.wording.sentences import reason_sentence
from petitions.review.added import CEILING, DIFFERS, FLOOR, NEEDS, OUTCOME
from petitions.review.added import REASON as LAW_REASON
from petitions.review.columns import ROW
from petitions.review.corrections import SENTENCES
from petitions.review.differs import Code
from petitions.review.papers.final import numbers_in
from petitions.review.policies import columns
from petitions.review.policies.rules import Policy
from petitions.review.running.decide_work import JUDGED
from petitions.review.screens.choices import reason_words
from petitions.review.screens.words import day_text, determination_word, law_words, level_word, marks_of

_RELIEFS: Mapping[str, Text] = {
    "NONE": _("no relief"),
    "MISDEMEANOR": _("made a misdemeanor"),
    "INFRACTION": _("made an infraction"),
    "DISMISS_SEAL": _("dismissed and sealed"),
}
_FACTS: Mapping[str, Text] = {
    columns.STRIKES: _("Super strikes on record"),
    columns.SEX: _("Sex offenses on record (Penal Code 290)"),
    columns.REGISTERS: _("Registered as a sex offender"),
    columns.SINCE_THIS: _("Years since this conviction"),
    columns.SINCE_ANY: _("Years since the latest conviction"),
    columns.LISTED: _("Marijuana convictions on record"),
    columns.DECEASED: _("Has died"),
}
"""Cells of the spreadsheet, in its order, as staff read them."""
_ANSWERS: Mapping[str, Text] = {"-": _("none found"), "Yes": _("yes"), "Deceased": _("yes")}


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the history."""

    row: int
    case: str
    """The first six signs of the count key: rows of one case stand together."""
    day: str
    what: str
    county: str
    offense: str
    level: str
    disposition: str
    sentence: str
    comment: str
    determination: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Who it is, the conviction that is looked at, and the whole history."""

    name: str
    born: str
    count: str
    offense: str
    day: str
    level: str
    case_numbers: str
    determination: str
    reason: str
    law: str
    law_range: str
    law_reasons: tuple[str, ...]
    law_needs: tuple[str, ...]
    marks: tuple[str, ...]
    corrections: tuple[str, ...]
    """Why the answer is not that of the older program."""
    facts: tuple[tuple[str, str], ...]
    """The other cells that the spreadsheet adds."""
    steps: tuple[Step, ...]

    @property
    def has_to_choose(self) -> bool:
        """Say whether staff must say which case number stands on the papers."""
        return len(numbers_in(self.case_numbers)) != 1


def person_of(history: Sequence[Mapping[str, Any]], judged: Mapping[str, Any], *, policy: Policy) -> Person:
    """Return the person of a judged conviction."""
    here = judged[ROW]
    return Person(
        name=judged["PRI_NAME"],
        born=day_text(judged["PRI_DOB"]),
        count=judged.get(columns.CONVICTIONS, ""),
        offense=judged["OFFENSE_DESCR"],
        day=day_text(judged[columns.DATE]) or gettext("not known"),
        level=level_word(is_felony=judged["felony"]),
        case_numbers=judged[columns.CASE],
        determination=determination_word(judged[columns.DETERMINATION]),
        reason=reason_words(policy)(judged[columns.REASON]),
        law=law_words(judged[OUTCOME]),
        law_range=_range(judged[FLOOR], judged[CEILING]),
        law_reasons=tuple(reason_sentence(code) for code in _codes(judged[LAW_REASON])),
        law_needs=tuple(str(need_words(fact).name) for fact in _codes(judged[NEEDS])),
        marks=marks_of(judged),
        corrections=tuple(gettext(SENTENCES[Code(code)]) for code in _codes(judged[DIFFERS])),
        facts=tuple(_facts(judged)),
        steps=tuple(_step(row, is_here=row[ROW] == here) for row in history),
    )


def _codes(cell: str) -> list[str]:
    return [code for code in cell.split(";") if code]


def _facts(judged: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the other cells that the spreadsheet adds, named and answered in the reader's language."""
    return [
        (str(name), str(_ANSWERS.get(judged[cell], judged[cell])))
        for cell, name in _FACTS.items()
        if judged.get(cell)
    ]


def _range(floor: str, ceiling: str) -> str:
    """Say what the law gives at least, and at most."""
    if not floor or not ceiling:
        return ""
    told = {"least": _RELIEFS[floor], "most": _RELIEFS[ceiling]}
    return (
        str(told["least"]) if floor == ceiling else gettext("At least: %(least)s. At most: %(most)s.") % told
    )


def _step(row: Mapping[str, Any], *, is_here: bool) -> Step:
    sentence = f"{row['SENT_LENGTH']} {row['SENT_TIME_CODE']}".strip()
    return Step(
        row=row[ROW],
        case=row["CNT_ORDER"][:6],
        day=day_text(row["STP_EVENT_DATE"]),
        what=row["STP_TYPE_DESCR"],
        county=row["STP_ORI_CNTY_NAME"],
        offense=row["OFFENSE_DESCR"],
        level=row["CONV_STAT_DESCR"] or row["OFFENSE_TOC"],
        disposition=row["DISP_DESCR"],
        sentence=sentence,
        comment=row["COMMENT_TEXT"],
        determination=determination_word(row[columns.DETERMINATION] or "") if row[JUDGED] else "",
        is_here=is_here,
    )
