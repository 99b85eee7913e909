"""Says how a count and its event stand after all updates: convicted of what, how grave, reduced, set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from petitions.rapsheet.meaning.lengths import in_days
from petitions.rapsheet.meaning.sentence_lengths import total_length
from petitions.rapsheet.sheet import (
    Count,
    Disposition,
    Event,
    EventKind,
    Outcome,
    Penalty,
    Read,
    Sentence,
    Severity,
    Sheet,
)

GRAVEST_FIRST = (Severity.FELONY, Severity.MISDEMEANOR, Severity.INFRACTION)


def convicted(count: Count) -> Disposition | None:
    """Return the first disposition that says so; what came later does not unsay it here."""
    return next(_of(count, Outcome.CONVICTED), None)


def after_conviction(count: Count) -> tuple[Disposition, ...]:
    """Return what the sheet says of the count behind its conviction."""
    found = convicted(count)
    return count.dispositions[count.dispositions.index(found) + 1 :] if found else ()


def severity(count: Count) -> Severity | None:
    """Return how grave the count was as convicted."""
    stated = severity_read(count)
    return stated.value if stated else None


def severity_read(count: Count) -> Read[Severity] | None:
    """Return the same with its line: the first that a conviction of the count states."""
    return next((one.severity for one in _of(count, Outcome.CONVICTED) if one.severity), None)


def current_severity(count: Count) -> Severity | None:
    """Return how grave it is now: the last of its conviction and the updates that say."""
    stated = [one for one in map(_severity_after, after_conviction(count)) if one]
    return stated[-1] if stated else severity(count)


def set_aside(count: Count) -> Disposition | None:
    """Return the dismissal under Pen. Code, § 1203.4 or one of its kin; the conviction stays on the sheet."""
    return next(_of(count, Outcome.PC1203_DISMISSED), None)


def reduced(count: Count) -> tuple[Disposition, ...]:
    """Return the reductions, by Pen. Code, § 17(b), Proposition 47 or another way."""
    return tuple(one for one in after_conviction(count) if one.outcome is Outcome.REDUCED)


def resentenced(count: Count) -> tuple[Disposition, ...]:
    """Return the updates that gave another sentence."""
    changes = (Outcome.RESENTENCED, Outcome.SENTENCE_MODIFIED)
    return tuple(one for one in after_conviction(count) if one.outcome in changes)


def probation_revoked(count: Count) -> bool:
    """Say whether probation was revoked."""
    return any(_of(count, Outcome.PROBATION_REVOKED))


def undone(count: Count) -> Disposition | None:
    """Return the dismissal or acquittal that came after the conviction, other than under § 1203.4 and its kin."""
    ends = (Outcome.DISMISSED, Outcome.ACQUITTED)
    return next((one for one in after_conviction(count) if one.outcome in ends), None)


def sentence(count: Count) -> Sentence | None:
    """Return the sentence that applies: the last one that a disposition gives."""
    given = [one.sentence for one in count.dispositions if one.sentence]
    return given[-1] if given else None


def convicted_counts(event: Event) -> tuple[Count, ...]:
    """Return the counts of a court event that ended in a conviction; other events hold none."""
    return tuple(one for one in event.counts if convicted(one)) if event.kind is EventKind.COURT else ()


def convictions(sheet: Sheet) -> tuple[Event, ...]:
    """Return the court events with a conviction, those set aside later among them."""
    return tuple(event for event in sheet.events if convicted_counts(event))


def event_severity(event: Event) -> Severity | None:
    """Return the gravest of the convictions."""
    return gravest(severity(count) for count in convicted_counts(event))


def gravest(severities: Iterable[Severity | None]) -> Severity | None:
    """Return the gravest; None stands for one that is not known."""
    known = set(severities)
    return next((one for one in GRAVEST_FIRST if one in known), None)


def event_sentence(event: Event) -> Sentence | None:
    """Return the sentence of the count with the longest one."""
    given = [one for one in map(sentence, event.counts) if one]
    return max(given, key=lambda one: in_days(total_length(one)), default=None)


def has_sentence_with(event: Event, *, penalty: Penalty) -> bool:
    """Say whether a count's sentence has such a part."""
    given = (one for one in map(sentence, event.counts) if one)
    return any(part.penalty is penalty for one in given for part in one.parts)


def is_set_aside(event: Event) -> bool:
    """Say whether a count was dismissed under Pen. Code, § 1203.4 or its kin."""
    return any(map(set_aside, event.counts))


def _of(count: Count, outcome: Outcome) -> Iterator[Disposition]:
    return (one for one in count.dispositions if one.outcome is outcome)


def _severity_after(update: Disposition) -> Severity | None:
    """A reduction that states no class is one to a misdemeanor, unless it names the infraction."""
    if update.severity:
        return update.severity.value
    if update.outcome is not Outcome.REDUCED:
        return None
    return Severity.INFRACTION if "INFRACTION" in update.text.value.upper() else Severity.MISDEMEANOR
