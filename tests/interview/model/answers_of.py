"""What the made-up person of the model answers: several good answers to each question."""

from __future__ import annotations

from collections.abc import Mapping

from tests.interview.walk import FILING, SIMPLE, Fields, card, crime, when

OTHERS: Mapping[str, tuple[Fields, ...]] = {
    "ending": (card("not_convicted"), card("diversion")),
    "court": (card("california_juvenile"), card("federal"), card("unsure")),
    "crime": (
        crime("HS 11357(b)"),
        crime("HS 11358"),
        crime("HS 11359"),
        crime("HS 11360(a)"),
        crime("weed"),
    ),
    "when": (when("1999", "5", "6"), when("2017"), when("2999"), {"unsure": "on"}),
    "age": (card("18_to_20"), card("under_18"), card("unsure")),
    "sentence": (card("serving"), card("unsure")),
    "county": (card("Alameda"), card("Los Angeles"), card("nowhere")),
    "convicted-when": (when("2006"), when("1990")),
    "level": (card("misdemeanor"), card("infraction"), card("unsure")),
    "serious-crimes": (card("yes"), card("unsure")),
    "registration": (card("yes"), card("unsure")),
    "earlier": (card("1"), card("2_or_more"), card("unsure")),
    "changed": ({"answer": ["prop_47"]}, {"answer": ["none", "prop_47"]}),
    "case-number": (card("unsure"), {"answer": "yes", "part_case_number": "CR-99-1"}),
    "name-on-case": ({"part_name_on_case": "Testa Person"}, {"part_name_on_case": ""}),
    "other-names": ({"answer": ""}, {"answer": "T. Person"}),
    "contact": ({"part_phone": "510-555-0101", "part_email": "t@example.org"}, {"part_phone": "x"}),
}
"""Besides those of the simple walk; some are refused by the form, which is an answer too."""
CHOICES: Mapping[str, tuple[Fields, ...]] = {
    key: (fields, *OTHERS.get(key, ()))
    for key, fields in {**SIMPLE, "crime": crime("HS 11357(b)"), **FILING}.items()
}
COMPLETE: Mapping[str, Fields] = {**SIMPLE, "crime": crime("HS 11357(b)")}
