"""Writes matters as a table: without anything of a person, or as a list that can be handed in again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils import timezone

from petitions.clinic.desk.cells import crime_text, date_text
from petitions.clinic.lists.columns import COLUMNS
from petitions.clinic.summaries import Summary
from petitions.interview.answers import Answers, conviction_ids, conviction_of
from petitions.interview.wording.outcomes import words_of
from petitions.records.matters.reading import MatterGone, answers_of

PLAIN_HEADS = ("File", "Count", "County", "Section", "Outcome", "Filed", "State", "Opened", "Closed")
IDENTIFIED_HEADS = (*(column.head for column in COLUMNS), "Outcome")


def plain_rows(summaries: Iterable[Summary]) -> Iterator[list[str]]:
    """Give a row for each count, with nothing that names a person."""
    for one in summaries:
        matter = one.matter
        opened = timezone.localtime(matter.opened_at).date().isoformat()
        closed = timezone.localtime(matter.closed_at).date().isoformat() if matter.closed_at else ""
        for number, count in enumerate(one.counts, start=1):
            outcome, filed = str(words_of(count.outcome).headline), "yes" if count.is_filed else "no"
            yield [
                str(matter.number),
                str(number),
                count.county,
                count.section,
                outcome,
                filed,
                matter.state,
                opened,
                closed,
            ]


def identified_rows(summaries: Iterable[Summary]) -> Iterator[list[str]]:
    """Give a row for each count with everything that an import takes, and the outcome."""
    for one in summaries:
        try:
            answers = answers_of(one.matter).answers
        except MatterGone:
            continue
        person = _person(one, answers)
        outcomes = {count.place: str(words_of(count.outcome).headline) for count in one.counts}
        for place in conviction_ids(answers):
            yield [*person, *_count(answers, place), outcomes.get(place, "")]


def _person(one: Summary, answers: Answers) -> list[str]:
    filing = answers["filing"]
    mail = filing.get("mailing_address") or {}
    place = [str(mail.get(part) or "") for part in ("street", "unit", "city", "state", "zip")]
    named = [str(one.matter.number), str(filing.get("name_on_case") or ""), one.matter.language]
    return [*named, *place, str(filing.get("phone") or ""), str(filing.get("email") or "")]


def _count(answers: Answers, place: str) -> list[str]:
    known = conviction_of(answers, place)
    dates = [date_text(known.get("offense_date")), date_text(known.get("conviction_date"))]
    facts = [
        str(known.get(fact) or "")
        for fact in ("age_at_offense", "sentence_status", "outcome", "jurisdiction")
    ]
    start = [str(known.get("county") or ""), str(known.get("case_number") or ""), crime_text(known)]
    return [*start, str(known.get("level") or ""), *dates, *facts]
