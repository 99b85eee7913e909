"""Whatever JSON is given, the reader answers: with a record, or with BadInput that repeats none of it."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from petitions.exchange import checks, dates_in, numbers_in, reading
from petitions.exchange.reading import BadInput, read_record
from petitions.exchange.record_keys import CONVICTION, PETITIONER, PRIOR
from petitions.exchange.record_keys import RECORD as RECORD_KEYS
from tests.exchange.record_samples import RECORD

CANARY = "CANARY7"
STRICTER = {
    checks.BEFORE_THE_ACT,
    checks.STILL_TO_COME,
    checks.CONVICTED_FIRST,
    checks.BEFORE_BIRTH,
    checks.SAME_ID,
    dates_in.NO_SUCH_DAY,
    numbers_in.NOT_FINITE,
    reading.TOO_MANY,
}
"""What clarification C16 and common sense refuse beyond the schema."""
KEYS = sorted({*RECORD_KEYS, *PETITIONER, *PRIOR, *CONVICTION})
WORDS = (
    "unsure", "no", "yes", "discretionary", "felony", "convicted", "none", "adult", "under_18", "at_most_6",
    "at_most_8", "at_most_28.5", "prop_47", "flower", "sold", "completed", "c1", "x" * 201, "",
    "2005", "2005-02", "2005-02-03", "2005-02-30", "2999", "1970", "2016-11-08", "2005-2-3", "0000",
)  # fmt: skip
NUMBERS = (0, 1, -1, 6.0, 6.5, 120, 121, 120.0, -0.0, 1e300, 10**400, -(10**400), float("inf"), float("nan"))

secrets = st.text(max_size=8).map(lambda text: f"{CANARY}{text}")
leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(NUMBERS)


def json_of(texts: st.SearchStrategy[str], keys: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    """Return JSON values that may well have the shape of a record, or of a part of one."""
    return st.recursive(
        leaves | texts,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4),
        max_leaves=12,
    )


anything = json_of(secrets, secrets | st.sampled_from(KEYS))
likely = json_of(st.sampled_from(WORDS) | st.text(max_size=3), st.sampled_from((*KEYS, "other")))


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every part of a JSON value."""
    yield path
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inner:
        yield from places(part, (*path, key))


PLACES = list(places(RECORD))


@st.composite
def records(draw: st.DrawFn, values: st.SearchStrategy[Any]) -> Any:
    """Return a good record in which some parts are replaced, and perhaps keys are added or taken out."""
    record: Any = copy.deepcopy(RECORD)
    for path in draw(st.lists(st.sampled_from(PLACES), max_size=3)):
        record = replaced(record, path, draw(values))
    for keys in (record, record.get("petitioner")) if isinstance(record, dict) else ():
        if isinstance(keys, dict) and keys and draw(st.booleans()):
            del keys[draw(st.sampled_from(sorted(keys)))]
    return record


def replaced(record: Any, path: tuple[Any, ...], value: Any) -> Any:
    """Return the record with one part replaced, where that part is still there."""
    if not path:
        return value
    part = record
    try:
        for key in path[:-1]:
            part = part[key]
        part[path[-1]] = value
    except (KeyError, IndexError, TypeError):
        return record
    return record


def told_of(data: object, *, on: date | None = None) -> tuple[tuple[str, str], ...] | None:
    """Return the problems of a record; None where it is read."""
    try:
        read_record(data, on=on)
    except BadInput as bad:
        return bad.problems
    return None


def is_refused(data: object) -> bool:
    """Say whether a record is refused for what the schema too forbids."""
    told = told_of(data, on=date(2026, 11, 24))
    return told is not None and not {sentence for _, sentence in told} <= STRICTER


@given(anything | records(anything))
@settings(deadline=None)
def test_any_json_is_a_record_or_bad_input_that_repeats_none_of_it(data: object) -> None:
    told = told_of(data)
    assert told != () and CANARY not in repr(told)


@pytest.fixture(scope="module")
def schema(shared: Path) -> Draft202012Validator:
    """Return the contract's schema of a record."""
    text = (shared / "contracts" / "record.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def test_the_reader_and_the_schema_refuse_alike(schema: Draft202012Validator) -> None:
    @given(likely | records(likely))
    @settings(deadline=None, max_examples=400)
    def check(data: object) -> None:
        assert is_refused(data) is not schema.is_valid(data)

    check()


def test_the_reader_and_the_schema_know_the_same_keys(schema: Draft202012Validator) -> None:
    record = schema.schema["properties"]
    assert record.keys() == RECORD_KEYS.keys()
    assert record["petitioner"]["properties"].keys() == PETITIONER.keys()
    assert record["convictions"]["items"]["properties"].keys() == CONVICTION.keys()
    assert schema.schema["$defs"]["strikes"]["anyOf"][1]["items"]["properties"].keys() == PRIOR.keys()


@pytest.mark.parametrize("key", sorted(CONVICTION))
def test_each_word_the_schema_allows_is_read_and_no_other(schema: Draft202012Validator, key: str) -> None:
    everything = {*WORDS, *_words(schema.schema)}
    for value in (*everything, None, True, 6.0, 6.5, -1, [], ["prop_47"], ["x"], {}, "2005\t"):
        record = {"convictions": [{"id": "c1", key: value}]}
        assert is_refused(record) is not schema.is_valid(record), value


def _words(part: Any) -> Iterator[str]:
    """Yield every word of the schema's enumerations."""
    if isinstance(part, dict):
        yield from (word for word in part.get("enum", ()) if isinstance(word, str))
        for inner in part.values():
            yield from _words(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _words(inner)
