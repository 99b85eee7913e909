"""What a person should know before papers are made: who to see first, and what stays as it is."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.courts.directory import Directory
from petitions.interview.filed_cases import FiledCase
from petitions.law.determinations import Determinations
from petitions.law.terms import Outcome, Track


@dataclass(frozen=True, slots=True)
class Defender:
    """A county's public defender; None: not known."""

    county: str | None
    phone: str | None
    website: str | None


@dataclass(frozen=True, slots=True)
class Before:
    """The notes that apply."""

    defenders: tuple[Defender, ...]
    """For each county with a sentence still served; empty where there is none."""
    needs_review: bool
    is_juvenile: bool
    has_papers: bool
    has_some_without: bool


def before_papers(
    determinations: Determinations, cases: tuple[FiledCase, ...], directory: Directory
) -> Before:
    """Return the notes for these cases."""
    serving = {case.county for case in cases if case.track is Track.PETITION_A}
    filed = {conviction for case in cases for group in case.groups for conviction in group.convictions}
    outcomes = {one.outcome for one in determinations.determinations if one.conviction in filed}
    return Before(
        defenders=tuple(
            _defender(county, directory) for county in sorted(serving, key=lambda name: name or "")
        ),
        needs_review=Outcome.NEEDS_REVIEW in outcomes,
        is_juvenile=any(case.track is Track.JUVENILE_M for case in cases),
        has_papers=bool(cases),
        has_some_without=len(filed) < len(determinations.determinations),
    )


def _defender(county: str | None, directory: Directory) -> Defender:
    found = directory.public_defender(county) if county else None
    return Defender(county, found.phone if found else None, found.website if found else None)
