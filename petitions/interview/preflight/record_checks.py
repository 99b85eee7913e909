"""The checks that look across the cases: counts that are left out, one case typed twice, one number in two counties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from petitions.documents.packet import CasePacket, Packets
from petitions.interview.answers import Answers, conviction_ids, counts_of_case, first_count
from petitions.interview.preflight.findings import Finding, State, case_place
from petitions.law.facts import Record
from petitions.law.priors import case_key


def record_findings(answers: Answers, packets: Packets, *, record: Record) -> Iterator[Finding]:
    """Yield what there is to say of the cases together."""
    filed = {count.conviction for case in packets.cases for count in case.sheet.counts}
    for case in packets.cases:
        yield from _left_out(answers, case, filed=filed)
    yield from _same_numbers(answers, record, filed=filed)


def _left_out(answers: Answers, case: CasePacket, *, filed: set[str]) -> Iterator[Finding]:
    place = case_place(answers, case)
    if set(counts_of_case(answers, place)) - filed:
        yield Finding("OTHER_COUNTS", State.YOU, case=place)


def _same_numbers(answers: Answers, record: Record, *, filed: set[str]) -> Iterator[Finding]:
    places: dict[tuple[str | None, str], set[str]] = defaultdict(set)
    counties: dict[str, set[str | None]] = defaultdict(set)
    for one in record.convictions:
        county, number = case_key(one)
        if number and one.id in filed:
            places[county, number].add(first_count(answers, one.id))
            counties[number].add(county)
    order = conviction_ids(answers)
    for found in places.values():
        if len(found) > 1:
            place = max(found, key=order.index)
            yield Finding("CASE_TWICE", State.YOU, case=place, place=place, fact="case_number")
    for number, found_in in counties.items():
        if len(found_in) > 1:
            last = [first_count(answers, one.id) for one in record.convictions if case_key(one)[1] == number][
                -1
            ]
            yield Finding("NUMBER_TWICE", State.YOU, case=last, place=last, fact="case_number")
