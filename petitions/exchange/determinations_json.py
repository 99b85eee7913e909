"""Writes determinations as the contract's JSON (``determination.schema.json``)."""

from __future__ import annotations

from typing import Any

from petitions.law.determinations import CaseGroup, Determination, Determinations, Reason
from petitions.law.texts import SENTENCES


def determinations_json(determinations: Determinations, *, record_id: str | None) -> dict[str, Any]:
    """Return the JSON object for one record; ``id`` stands there only where the record had one."""
    named = {} if record_id is None else {"id": record_id}
    return {
        **named,
        "on": determinations.on.isoformat(),
        "law_version": determinations.law_version,
        "determinations": [_determination(one) for one in determinations.determinations],
        "cases": [_case(one) for one in determinations.cases],
    }


def _determination(one: Determination) -> dict[str, Any]:
    return {
        "conviction": one.conviction,
        "outcome": one.outcome.value,
        "status": one.status.value,
        "floor": one.floor.name,
        "ceiling": one.ceiling.name,
        "track": one.track.value,
        "needs": list(one.needs),
        "reasons": [_reason(reason) for reason in one.reasons],
        "fallbacks": list(one.fallbacks),
        "warnings": list(one.warnings),
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {"code": reason.code, "citations": list(reason.citations), "text": SENTENCES[reason.code]}


def _case(case: CaseGroup) -> dict[str, Any]:
    return {
        "county": case.county,
        "case_number": case.case_number,
        "track": case.track.value,
        "sections": list(case.sections),
    }
