"""The numbers of an organization: what stands where, what the law gives, how long it takes, and how many came when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import quantiles

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.clinic.after.cases import FollowedCase
from petitions.clinic.after.words import NOT_READY, STATUSES, Text
from petitions.clinic.state_words import state_word
from petitions.clinic.summaries import CountLine, Summary
from petitions.courts.directory import load_directory
from petitions.documents.figures.figure import Cell, Figure, Line
from petitions.documents.figures.suppression import FEWEST, protected_line
from petitions.interview.wording.outcomes import words_of
from petitions.law.terms import Outcome
from petitions.records.matters.models import CaseStatus

_SECTION = re.compile(r"\d{4,5}(\.\d+)?(\([a-z0-9]+\))*")
_BETWEEN = (
    (CaseStatus.PRINTED, CaseStatus.FILED),
    (CaseStatus.FILED, CaseStatus.SERVED),
    (CaseStatus.FILED, CaseStatus.ANSWERED),
    (CaseStatus.FILED, CaseStatus.DECIDED),
    (CaseStatus.DECIDED, CaseStatus.VERIFIED),
)
_MOST_DAYS = 31


@dataclass(frozen=True, slots=True)
class Span:
    """The days between two steps; None: fewer than 11 cases, or none."""

    label: str
    number: int | None
    days: tuple[int, int, int] | None
    """A quarter is faster than the first, half than the second, three quarters than the third."""


@dataclass(frozen=True, slots=True)
class Figures:
    """All of them."""

    counted: tuple[Figure, ...]
    spans: tuple[Span, ...]


def figures(summaries: Sequence[Summary], cases: Sequence[FollowedCase]) -> Figures:
    """Return the numbers as they are; for whoever may not see every matter, ``for_others`` hides the small ones."""
    counts = [count for one in summaries for count in one.counts]
    return Figures(
        counted=(
            Figure("states", _("Matters by state"), _("State"), (_line("", map(_state, summaries)),)),
            Figure("statuses", _("Cases by status"), _("Status"), (_line("", map(_status, cases)),)),
            _by_outcome("sections", _("Outcomes by section"), _("Section"), counts, _section),
            _by_outcome("counties", _("Outcomes by county"), _("County"), counts, _county),
            Figure("intake", _("Intake per day"), _("Day"), (_intake(summaries),)),
        ),
        spans=tuple(_span(cases, *pair) for pair in _BETWEEN),
    )


def for_others(found: Figures) -> Figures:
    """Return the numbers in which nobody can be found again."""
    return Figures(
        counted=tuple(
            replace(one, lines=tuple(protected_line(line) for line in one.lines)) for one in found.counted
        ),
        # How many cases a span rests on stays out: together with the cases by status it could give away a hidden one
        spans=tuple(
            Span(one.label, None, one.days if (one.number or 0) >= FEWEST else None) for one in found.spans
        ),
    )


def _line(name: str, labels: Iterable[str]) -> Line:
    """Count labels in the order in which they first come."""
    return Line(name, tuple(Cell(label, number) for label, number in Counter(labels).items()))


def _state(one: Summary) -> str:
    return str(state_word(one))


def _status(one: FollowedCase) -> str:
    return str(STATUSES[one.status] if one.status else NOT_READY)


def _by_outcome(
    key: str, title: Text, about: Text, counts: Iterable[CountLine], label: Callable[[CountLine], str]
) -> Figure:
    """Count for each outcome, which is a total of its own."""
    found: dict[Outcome, list[str]] = {}
    for count in counts:
        found.setdefault(count.outcome, []).append(label(count))
    return Figure(
        key,
        title,
        about,
        tuple(
            _line(str(words_of(outcome).headline), sorted(found[outcome]))
            for outcome in Outcome
            if outcome in found
        ),
    )


def _section(count: CountLine) -> str:
    """Return the section; what is no section may be anything that somebody typed."""
    return count.section if _SECTION.fullmatch(count.section) else gettext("Another section")


def _county(count: CountLine) -> str:
    return count.county if load_directory().county(count.county) else gettext("Not known")


def _intake(summaries: Iterable[Summary]) -> Line:
    days = Counter(timezone.localdate(one.matter.opened_at) for one in summaries)
    newest = sorted(days)[-_MOST_DAYS:]
    earlier = sum(number for day, number in days.items() if day not in newest)
    first = [Cell(gettext("Earlier"), earlier)] if earlier else []
    return Line("", (*first, *(Cell(date_format(day, "j M Y"), days[day]) for day in newest)))


def _span(cases: Iterable[FollowedCase], first: CaseStatus, then: CaseStatus) -> Span:
    found = [days for case in cases if (days := _days(case, first, then)) is not None]
    label = gettext("%(first)s to %(then)s") % {"first": STATUSES[first], "then": STATUSES[then]}
    return Span(label, len(found) or None, _quarters(found))


def _days(case: FollowedCase, first: CaseStatus, then: CaseStatus) -> int | None:
    begun, ended = _on(case, first), _on(case, then)
    return (ended - begun).days if begun and ended and ended >= begun else None


def _on(case: FollowedCase, status: CaseStatus) -> date | None:
    return case.steps[status].on if status in case.steps else None


def _quarters(days: Sequence[int]) -> tuple[int, int, int] | None:
    if len(days) < 2:
        return (days[0],) * 3 if days else None
    low, middle, high = quantiles(days, n=4, method="inclusive")
    return round(low), round(middle), round(high)
