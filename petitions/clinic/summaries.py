"""What lists show of a matter: made from its answers once per version, and kept sealed beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from petitions.clinic.approval import Approval, CourtUsed, approval, courts_used, facts_hash
from petitions.clinic.papers import for_papers
from petitions.interview.answers import Answers, conviction_ids, conviction_of, first_count, shown_name
from petitions.interview.filed_cases import filed_cases, is_complete
from petitions.interview.screening import determinations_of, today
from petitions.law.determinations import Determinations
from petitions.law.terms import Outcome
from petitions.records.matters.models import Matter
from petitions.records.matters.names import keep_names
from petitions.records.matters.reading import MatterGone, answers_of, load_versions, summary_of
from petitions.records.matters.writing import keep_summary


@dataclass(frozen=True, slots=True)
class CountLine:
    """One count as lists and figures need it. ``case`` is the place under which its case is kept."""

    place: str
    case: str
    county: str
    case_number: str
    section: str
    outcome: Outcome
    is_filed: bool


@dataclass(frozen=True, slots=True)
class Summary:
    """One matter as lists show it."""

    matter: Matter
    name: str
    counts: tuple[CountLine, ...]
    is_complete: bool
    """Papers could be made now."""
    facts_hash: str
    courts: tuple[CourtUsed, ...]
    """What the papers take from the directory of courts."""

    @property
    def approval(self) -> Approval:
        """Say whether a reviewer's approval holds, and if not, why."""
        return approval(self.matter, facts=self.facts_hash, used=self.courts)

    @property
    def is_approved(self) -> bool:
        """Say whether a reviewer approved exactly these facts, with the courts' addresses as they are now."""
        return self.approval is Approval.HOLDS

    @property
    def is_reopened(self) -> bool:
        """Say whether it was approved, and its facts or the courts' addresses were changed since."""
        return self.approval not in (Approval.NONE, Approval.HOLDS)

    @property
    def initials(self) -> str:
        """Return the first letter of each word of the name."""
        return " ".join(f"{word[0]}." for word in self.name.split())

    @property
    def cases(self) -> tuple[str, ...]:
        """Return the places of the cases that get papers, in their order."""
        return tuple(dict.fromkeys(one.case for one in self.counts if one.is_filed))


def summaries_of(matters: QuerySet[Matter]) -> list[Summary]:
    """Return the summaries of matters in the order of the query; those whose answers are gone are left out."""
    rows = [*matters.select_related("attorney__organization")]
    load_versions(rows)
    return [one for one in map(summary, rows) if one is not None]


def summary(matter: Matter) -> Summary | None:
    """Return the summary of one matter; make it where it is older than the answers."""
    kept = summary_of(matter)
    if kept is None or "courts" not in kept:  # the version before kept none
        try:
            opened = answers_of(matter)
        except MatterGone:
            return None
        kept = summarized(matter, opened.answers, on=today())
        keep_summary(matter, kept, version=opened.version)
        keep_names(matter, names_of(opened.answers))
    return _read(matter, kept)


def summarized(matter: Matter, answers: Answers, *, on: date) -> dict[str, Any]:
    """Return what lists show of these answers, as it is kept."""
    found = determinations_of(answers, on=on) if conviction_ids(answers) else None
    filed = filed_cases(answers, found) if found else ()
    return {
        "name": shown_name(answers),
        "counts": [*_counts(answers, found, {case.place for case in filed})] if found else [],
        "is_complete": bool(filed) and is_complete(for_papers(matter, answers), filed),
        "facts_hash": facts_hash(answers),
        "courts": [*courts_used(answers)],
    }


def names_of(answers: Answers) -> list[str]:
    """Return every name that the answers give the petitioner."""
    filing = answers["filing"]
    given = [filing.get("name_on_case"), filing.get("name_now"), *(filing.get("other_names") or [])]
    return [name for name in given if name]


def _counts(answers: Answers, found: Determinations, filed: set[str]) -> Iterable[dict[str, Any]]:
    for one in found.determinations:
        known, case = conviction_of(answers, one.conviction), first_count(answers, one.conviction)
        yield {
            "place": one.conviction,
            "case": case,
            "county": known.get("county") or "",
            "case_number": known.get("case_number") or "",
            "section": known.get("section") or "",
            "outcome": one.outcome.value,
            "is_filed": case in filed,
        }


def _read(matter: Matter, kept: Mapping[str, Any]) -> Summary:
    counts = tuple(CountLine(**{**one, "outcome": Outcome(one["outcome"])}) for one in kept["counts"])
    courts = tuple(CourtUsed(*one) for one in kept["courts"])
    return Summary(matter, kept["name"], counts, kept["is_complete"], kept["facts_hash"], courts)
