"""Writes a sheet as JSON: what was read, what follows from it, and what could not be placed."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from petitions.rapsheet.meaning.registrations import Registered, registrations
from petitions.rapsheet.meaning.sentence_lengths import one_line
from petitions.rapsheet.meaning.standing import (
    convicted_counts,
    convictions,
    event_sentence,
    event_severity,
    is_set_aside,
)
from petitions.rapsheet.meaning.super_strikes import super_strike
from petitions.rapsheet.sheet import Event, EventKind, PersonalData, Place, Read, Sheet
from petitions.rapsheet.to_facts import to_facts
from petitions.rapsheet.written.count_json import count_json, letter
from petitions.rapsheet.written.facts_json import facts_json

NO_SHEET = {
    "no_cycle": "no cycle delimiter found",
    "record_error": "the text is an error message of the register, without a record",
    "too_long": "the text is too long for one sheet",
}


def sheet_json(sheet: Sheet, *, on: date | None = None) -> dict[str, Any]:
    """Return the JSON of a sheet, or the reason why the text is none; no date of its facts is after ``on``."""
    if sheet.reason:
        return {"error": "unparseable", "reason": NO_SHEET.get(sheet.reason, sheet.reason)}
    return {
        "personal_info": _personal(sheet.personal) if sheet.personal else None,
        "cycles": [
            {"events": [_event(event, inferred=cycle.inferred) for event in cycle.events]}
            for cycle in sheet.cycles
        ],
        "derived": _derived(sheet),
        "notices": [notice.value.value for notice in sheet.notices],
        "problems": [_problem(place) for place in sheet.problems],
        "warnings": list(sheet.warnings),
        **facts_json(to_facts(sheet, on=on)),
    }


def _personal(personal: PersonalData) -> dict[str, Any]:
    return {
        "cii": _value(personal.cii),
        "names": dict(personal.names),
        "date_of_birth": _day(personal.date_of_birth),
        "sex": personal.sex,
        "race": personal.race,
        "other_dates_of_birth": [one.isoformat() for one in personal.other_dates_of_birth],
        "consolidated_cii": list(personal.consolidated_cii),
    }


def _event(event: Event, *, inferred: bool) -> dict[str, Any]:
    return {
        "type": event.kind.value,
        "subtype": event.subtype,
        "date": _day(event.on),
        "agency": _agency(event),
        "name_code": event.name_code,
        **(_court_only(event) if event.kind is EventKind.COURT else {}),
        "potential_strike": event.potential_strike,
        "inferred_cycle": inferred,
        "counts": [count_json(one) for one in event.counts],
    }


def _agency(event: Event) -> str:
    """A court has the name of the directory, unless that is a guess; every other agency what is printed."""
    if event.kind is EventKind.COURT and event.court and not event.court.repaired:
        return event.court.value.name
    return event.agency.value if event.agency else ""


def _court_only(event: Event) -> dict[str, Any]:
    sentence = event_sentence(event)
    return {
        "case_number": _value(event.case_number),
        "derived": {
            "convicted": bool(convicted_counts(event)),
            "severity": letter(event_severity(event)),
            "sentence_text": one_line(sentence) if sentence else None,
            "dismissed_by_pc1203": is_set_aside(event),
        },
    }


def _derived(sheet: Sheet) -> dict[str, Any]:
    events = convictions(sheet)
    counts = [one for event in events for one in convicted_counts(event)]
    charges = [one.charge.value for one in counts if one.charge]
    return {
        "convictions": len(events),
        "convicted_counts": len(counts),
        "superstrikes": [one.code_section for one in charges if super_strike(one)],
        "sex_offender_registration": bool(registrations(sheet, kind=Registered.SEX_OFFENDER)),
        "narcotics_offender_registration": bool(registrations(sheet, kind=Registered.NARCOTICS_OFFENDER)),
        "event_types": dict(Counter(event.kind.value for event in sheet.events)),
    }


def _problem(place: Place) -> dict[str, Any]:
    return {"page": place.page, "line": place.line, "text": place.raw}


def _value(read: Read[str] | None) -> str | None:
    return read.value if read else None


def _day(read: Read[date] | None) -> str | None:
    return read.value.isoformat() if read else None
