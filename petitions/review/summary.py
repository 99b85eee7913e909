"""Writes a tally as the summary that offices know from the peer, with our own numbers after."""

from __future__ import annotations

from typing import Any

from petitions.review.code_sections import SECTIONS
from petitions.review.options import Review
from petitions.review.policies.rules import DISMISS, REDUCE, Policy
from petitions.review.recounting import CHANGED, is_recounted
from petitions.review.tally import Tally
from petitions.review.tallying import AT_LEAST, AT_MOST, DISMISS_ALL, lane_names

_COUNTS = {
    "CountSubjectsNoFelony": "no felony",
    "CountSubjectsNoConviction": "no conviction",
    "CountSubjectsNoConvictionLast7Years": "no recent",
}
_CHARTS = ("section", "year", "age", "race", "level")
_MISDEMEANOR = "Misdemeanor or Infraction"


def summary(tally: Tally, *, review: Review, lines: int, seconds: float) -> dict[str, Any]:
    """Return what summary.json holds; ``lines`` are the rows of all files without headers."""
    lanes = lane_names(review)
    changed = (CHANGED,) if is_recounted(tally) else ()
    return {
        **_as_peer(tally, review=review, lane=lanes[0]),
        "lineCount": lines,
        "processingTimeInSeconds": seconds,
        **dict(review.policy.options),
        "reviewedOn": review.on.isoformat(),
        "people": _people_now(tally),
        "lanes": {lane: _lane(tally, lane) for lane in (*lanes, *changed, DISMISS_ALL, AT_LEAST, AT_MOST)},
    }


def _as_peer(tally: Tally, *, review: Review, lane: str) -> dict[str, Any]:
    sections = {one: tally.number("listed", one) for one in SECTIONS}
    return {
        "county": review.county,
        "earliestConviction": f"{tally.earliest.isoformat()}T00:00:00Z" if tally.earliest else None,
        "prop64ConvictionsCountInCountyByCodeSection": {one: n for one, n in sections.items() if n},
        "subjectsWithProp64ConvictionCountInCounty": tally.number("people listed"),
        "prop64FelonyConvictionsCountInCounty": tally.number("felonies listed"),
        "prop64NonFelonyConvictionsCountInCounty": tally.number("others listed"),
        "convictionDismissalCountByCodeSection": _by_section(tally, review.policy, lane=lane, gives=DISMISS),
        "convictionReductionCountByCodeSection": _by_section(tally, review.policy, lane=lane, gives=REDUCE),
        "convictionDismissalCountByAdditionalRelief": _further(tally, review.policy, lane=lane),
        "subjectsWithSomeReliefCount": tally.number("some relief", lane),
        "reliefWithCurrentEligibilityChoices": _reliefs(tally, lane),
        "reliefWithDismissAllProp64": _reliefs(tally, DISMISS_ALL),
    }


def _section_rules(policy: Policy) -> dict[str, tuple[str, str]]:
    """Return for the reason of each rule on a section what it gives, and the section."""
    return {
        str(rule.reason): (rule.gives, str(dict(rule.values)["section"]))
        for rule in policy.rules
        if "section" in dict(rule.values)
    }


def _by_section(tally: Tally, policy: Policy, *, lane: str, gives: str) -> dict[str, int]:
    return {
        section: tally.number("decided", lane, given, reason)
        for reason, (given, section) in _section_rules(policy).items()
        if given == gives
    }


def _further(tally: Tally, policy: Policy, *, lane: str) -> dict[str, int]:
    """Count the dismissals for any reason but a section's, and but the class."""
    by_section = {*_section_rules(policy), _MISDEMEANOR}
    return {
        words[0]: number
        for words, number in tally.table("decided", lane, DISMISS)
        if words[0] not in by_section
    }


def _reliefs(tally: Tally, lane: str) -> dict[str, int]:
    return {key: tally.number(kind, lane) for key, kind in _COUNTS.items()}


def _people_now(tally: Tally) -> dict[str, int]:
    return {
        "all": tally.number("people"),
        "withFelony": tally.number("has felony"),
        "withConviction": tally.number("has conviction"),
        "withConvictionLast7Years": tally.number("has recent"),
    }


def _lane(tally: Tally, lane: str) -> dict[str, Any]:
    return {
        **_reliefs(tally, lane),
        "subjectsWithSomeReliefCount": tally.number("some relief", lane),
        "decided": _nested(tally, "decided", lane),
        "convictionsBy": {kind: _nested(tally, "convictions by", kind, lane) for kind in _CHARTS},
        "peopleBy": {kind: _nested(tally, "people by", kind, lane) for kind in _CHARTS},
    }


def _nested(tally: Tally, *words: str) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for (label, outcome), number in tally.table(*words):
        found.setdefault(label, {})[outcome] = number
    return found
