"""Writes the screen of a sheet as rows of the table that county staff know."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from petitions.rapsheet.meaning.plea_bargain import Surroundings, surroundings
from petitions.rapsheet.meaning.registrations import Registered, registrations
from petitions.rapsheet.meaning.screening import (
    Background,
    background,
    courthouse,
    eligible_events,
    has_two_priors,
    potentially_eligible,
    remedy,
    screen,
    super_strikes_of,
)
from petitions.rapsheet.meaning.sentence_lengths import one_line
from petitions.rapsheet.meaning.standing import convicted_counts, event_sentence, severity
from petitions.rapsheet.sheet import Count, Event, EventKind, Severity, Sheet


def screening_rows(
    sheet: Sheet,
    *,
    courthouses: Collection[str],
    severities: Collection[Severity | None],
    file_name: str,
    on: date,
) -> Iterator[dict[str, str]]:
    """Yield a row for each count that the screen looks at, in the order of the sheet."""
    whole = {"Filename": file_name, **_of_sheet(sheet)}
    eligible, behind = eligible_events(sheet, courthouses=courthouses), background(sheet)
    for cycle in sheet.cycles:
        among = surroundings(cycle)
        for event in (one for one in cycle.events if one in eligible):
            for count in convicted_counts(event):
                if potentially_eligible(count, among=among, severities=severities):
                    yield (
                        whole
                        | _of_event(event, sheet=sheet, on=on)
                        | _of_count(count, among=among, behind=behind)
                    )


def _of_sheet(sheet: Sheet) -> dict[str, str]:
    registered = registrations(sheet, kind=Registered.SEX_OFFENDER)
    return {
        "Superstrikes": ", ".join(charge.code_section for charge in super_strikes_of(sheet)),
        "PC290": _word(bool(registered)),
        "Deceased": _word(any(event.kind is EventKind.DECEASED for event in sheet.events)),
    }


def _of_event(event: Event, *, sheet: Sheet, on: date) -> dict[str, str]:
    sentence = event_sentence(event)
    return {
        "Name": _name(event, sheet=sheet),
        "Date": event.on.value.isoformat() if event.on else "",
        "Case Number": event.case_number.value if event.case_number else "",
        "Courthouse": courthouse(event) or "",
        "Sentence": one_line(sentence) if sentence else "",
        "Remedy": remedy(event, on=on).value,
    }


def _of_count(count: Count, *, among: Surroundings, behind: Background) -> dict[str, str]:
    charge = count.charge.value if count.charge else None
    grave = severity(count)
    return {
        "Charge": charge.code_section if charge else "",
        "Severity": grave.value if grave else "",
        "2 prior convictions": _word(has_two_priors(charge, behind=behind)),
        "Eligible": screen(count, among=among, behind=behind).chance.value,
    }


def _name(event: Event, *, sheet: Sheet) -> str:
    """Return the name under which the person stood before this court; 1 and 001 are the same number."""
    names = sheet.personal.names if sheet.personal else ()
    code = (event.name_code or "").lstrip("0")
    return next((name for number, name in names if number.lstrip("0") == code), "")


def _word(holds: bool) -> str:  # noqa: FBT001 - the value itself is written
    return "true" if holds else "false"
