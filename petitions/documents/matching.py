"""Matches the cases that a filing names to the cases of the record and to the county directory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from petitions.courts.directory import Directory, same_name
from petitions.courts.entries import Courthouse, Prosecutor, PublicDefender
from petitions.documents.filing import Filing, FilingCase, FilingProblems
from petitions.law.determinations import CaseGroup, Determinations


def _(text: str) -> str:
    return text


UNKNOWN_COUNTY = _("This is not a county of California. Check its spelling.")
UNKNOWN_COURTHOUSE = _("The directory has no courthouse of this name in this county. Say null if not sure.")
NO_SUCH_CASE = _("No conviction of the record has this county and case number.")
TOO_MANY_COUNTS = _("This case has more counts than one packet can hold. Ask a lawyer to file it.")
NAMED_TWICE = _("This case is named more than once. Name each case once.")

MOST_COUNTS = 200

Problem = tuple[str, str]
_Key = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class MatchedCase:
    """A case of the record, with what the filing and the directory say about it."""

    group: CaseGroup
    filing: Filing
    case: FilingCase
    courthouse: Courthouse
    court_name: str
    court_was_chosen: bool
    district_attorney: Prosecutor
    public_defender: PublicDefender | None


def match_cases(
    determinations: Determinations, *, filing: Filing, directory: Directory
) -> tuple[MatchedCase, ...]:
    """Match every case of the filing, in its order; raise FilingProblems naming each that cannot be."""
    problems: list[Problem] = [*_directory_problems(filing, directory=directory)]
    groups = _groups_by_case(filing, groups=determinations.cases, problems=problems)
    if problems:
        raise FilingProblems(*problems)
    return tuple(
        _matched(group, filing=filing, case=case, directory=directory)
        for case, case_groups in zip(filing.cases, groups, strict=True)
        for group in case_groups
    )


def _directory_problems(filing: Filing, *, directory: Directory) -> Iterator[Problem]:
    for index, case in enumerate(filing.cases):
        path = f"filing.cases[{index}]"
        if directory.county(case.county) is None:
            yield f"{path}.county", UNKNOWN_COUNTY
        elif case.courthouse and directory.courthouse(case.county, case.courthouse) is None:
            yield f"{path}.courthouse", UNKNOWN_COURTHOUSE


def _groups_by_case(
    filing: Filing, *, groups: tuple[CaseGroup, ...], problems: list[Problem]
) -> list[tuple[CaseGroup, ...]]:
    keys = [_key(case.county, case.case_number) for case in filing.cases]
    found: list[tuple[CaseGroup, ...]] = []
    for index, key in enumerate(keys):
        of_case = tuple(group for group in groups if _key(group.county or "", group.case_number) == key)
        path = f"filing.cases[{index}]"
        shared = _share(of_case, earlier=keys[:index].count(key), later=keys[index + 1 :].count(key))
        if not shared:
            problems.append((path, NAMED_TWICE if of_case else NO_SUCH_CASE))
        if any(len(group.convictions) > MOST_COUNTS for group in shared):
            problems.append((path, TOO_MANY_COUNTS))
        found.append(shared)
    return found


def _share(groups: tuple[CaseGroup, ...], *, earlier: int, later: int) -> tuple[CaseGroup, ...]:
    """Give the cases of one key to their filing entries in order, and the rest to the last entry."""
    return groups[earlier : earlier + 1] if later else groups[earlier:]


def _key(county: str, case_number: str | None) -> _Key:
    number = "".join(case_number.casefold().split()) if case_number else None
    return same_name(county), number or None


def _matched(group: CaseGroup, *, filing: Filing, case: FilingCase, directory: Directory) -> MatchedCase:
    county, attorney = directory.county(case.county), directory.prosecutor(case.county)
    chosen = directory.courthouse(case.county, case.courthouse) if case.courthouse else None
    courthouse = chosen or directory.main_courthouse(case.county)
    assert county and attorney and courthouse
    return MatchedCase(
        group=group,
        filing=filing,
        case=case,
        courthouse=courthouse,
        court_name=county.court_name,
        court_was_chosen=chosen is not None,
        district_attorney=attorney,
        public_defender=directory.public_defender(case.county),
    )
