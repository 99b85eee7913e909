"""Writes the facts of a sheet as JSON: the record, and beside it the lines and hints of each conviction."""

from __future__ import annotations

from typing import Any

from petitions.rapsheet.record.facts import Facts, FoundPrior, Source, Stated


def facts_json(facts: Facts) -> dict[str, Any]:
    """Return the keys of a sheet's JSON that hold its facts; ``facts`` null: no conviction to ask about."""
    return {
        "facts": facts.record,
        "fact_sources": {
            "petitioner": _lines(facts.petitioner),
            "hints": [hint.value for hint in facts.hints],
            "super_strikes": [_prior(one) for one in facts.super_strikes],
            "sex_offenses": [_prior(one) for one in facts.sex_offenses],
            "convictions": [_source(one) for one in facts.convictions],
        },
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "id": source.id,
        "lines": _lines(source.stated),
        "hints": [hint.value for hint in source.hints],
    }


def _lines(stated: tuple[Stated, ...]) -> dict[str, Any]:
    """Return page and line by key; ``check``: read with doubt, or concluded from something else."""
    return {
        one.key: {"at": [[place.page, place.line] for place in one.places], "check": one.needs_check}
        for one in stated
    }


def _prior(prior: FoundPrior) -> dict[str, Any]:
    """``condition`` null: the section alone puts it on the list."""
    charge = prior.count.charge
    return {
        "code_section": charge.value.code_section if charge else None,
        "at": [charge.place.page, charge.place.line] if charge else None,
        "citation": prior.entry.citation,
        "condition": prior.entry.condition,
    }
