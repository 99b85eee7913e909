"""Lists the keys of the contract's record, each with the reader of its value (``record.schema.json``)."""

from __future__ import annotations

from collections.abc import Mapping

from petitions.exchange.dates_in import day, span
from petitions.exchange.fields import NOT_AN_OBJECT
from petitions.exchange.numbers_in import age, amount, count
from petitions.exchange.words_in import (
    UNSURE,
    Reader,
    Wrong,
    choice,
    identifier,
    list_or,
    settled,
    some_of,
    stated,
    text,
)
from petitions.law import terms


def _(text: str) -> str:
    return text


DISCRETIONARY = "discretionary"
_YES_OR_NO = choice({"yes": True, "no": False, UNSURE: None})

NO_CONVICTION = _("Give at least one conviction.")
NO_ID = _("This is missing. Give each conviction an id of its own, in quotation marks.")
NO_DATE = _("This is missing. Give a date, or null where it is not known.")


def _read_further(value: object) -> object:
    """Leave a part that has a reading of its own."""
    return value


def _left_alone(value: object) -> None:
    """Check no more than that it is an object: the papers' command reads it (``filing``)."""
    if not isinstance(value, dict):
        raise Wrong(NOT_AN_OBJECT)


RECORD: Mapping[str, Reader] = {
    "id": identifier,
    "on": day,
    "petitioner": _read_further,
    "convictions": _read_further,
    "filing": _left_alone,
}
PETITIONER: Mapping[str, Reader] = {
    "date_of_birth": span,
    "super_strike": list_or("no", UNSURE),
    "sex_offense": list_or("no", UNSURE, DISCRETIONARY),
}
PRIOR: Mapping[str, Reader] = {"conviction_date": span, "court": settled(terms.PriorCourt)}
CONVICTION: Mapping[str, Reader] = {
    "id": identifier,
    "jurisdiction": stated(terms.Jurisdiction),
    "outcome": stated(terms.Disposition),
    "county": text,
    "case_number": text,
    "code": text,
    "section": text,
    "subdivision": text,
    "prefix": settled(terms.Prefix),
    "level": stated(terms.Level),
    "offense_date": span,
    "conviction_date": span,
    "age_at_offense": age(terms.AgeBracket),
    "drug_form": stated(terms.DrugForm),
    "flower_grams": amount(terms.FlowerBand),
    "concentrate_grams": amount(terms.ConcentrateBand),
    "plants": count(terms.PlantBand),
    "from_own_home_plants": _YES_OR_NO,
    "on_school_grounds": _YES_OR_NO,
    "conduct": stated(terms.Conduct),
    "recipient_age": stated(terms.Recipient),
    "sold_to_minor": _YES_OR_NO,
    "hired_under_21": _YES_OR_NO,
    "environmental_harm": _YES_OR_NO,
    "home_grow_lawful": _YES_OR_NO,
    "sentence_status": stated(terms.Sentence),
    "later_relief": some_of(terms.LaterRelief),
    "earlier_same_section": count(),
    "pleaded_down_from_marijuana": _YES_OR_NO,
}
NEEDED_OF_PRIOR: Mapping[str, str] = {"conviction_date": NO_DATE}
NEEDED_OF_CONVICTION: Mapping[str, str] = {"id": NO_ID}
