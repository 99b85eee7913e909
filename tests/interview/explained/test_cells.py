"""What a cell says, and that it refuses to say what the tables have not tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from petitions.interview.explained.facts import AGE, AMOUNT, HASH_WEIGHT, LEVEL, PLANTS, WHEN
from petitions.interview.explained.tried import Fact, Value, case
from petitions.interview.law_cells import cell_of

WORDS = Path(__file__).resolve().parents[3] / "petitions/interview/wording/law"
CASE = case("11357")
SAID = {
    "under 18": (AGE, ("17",), ["Under 18"]),
    "between": (AGE, ("18", "20"), ["18 to 20"]),
    "adults": (AGE, ("18", "20", "21"), ["18 or older"]),
    "all ages": (AGE, ("17", "18", "20", "21"), ["It makes no difference"]),
    "at a line": (AMOUNT, ("flower_to_28.5",), ["28.5 grams or less of marijuana"]),
    "over a line": (AMOUNT, ("flower_over_28.5",), ["More than 28.5 grams of marijuana"]),
    "between lines": (HASH_WEIGHT, ("hash_over_4", "hash_to_8"), ["More than 4 and up to 8 grams of hash"]),
    "two substances": (
        AMOUNT,
        ("flower_to_28.5", "hash_to_4", "hash_over_4", "hash_to_8"),
        ["28.5 grams or less of marijuana", "8 grams or less of hash"],
    ),
    "one whole substance": (
        AMOUNT,
        ("hash_to_4", "hash_over_4", "hash_to_8", "hash_over_8"),
        ["Hash, any weight"],
    ),
    "two ranges": (
        HASH_WEIGHT,
        ("hash_to_4", "hash_over_8"),
        ["4 grams or less of hash", "More than 8 grams of hash"],
    ),
    "plants": (PLANTS, ("plants_over_6",), ["More than 6 plants"]),
    "days": (
        WHEN,
        ("from_1976-01-01", "before_2011-01-01"),
        ["From Jan. 1, 1976 on, and before Jan. 1, 2011"],
    ),
    "names": (LEVEL, ("felony", "infraction"), ["Felony", "Infraction"]),
}


def chosen(fact: Fact, names: tuple[str, ...]) -> list[Value]:
    return [value for value in fact.values if value.name in names]


@pytest.mark.parametrize(("fact", "names", "said"), SAID.values(), ids=SAID)
def test_a_cell_names_what_the_row_holds_for(fact: Fact, names: tuple[str, ...], said: list[str]) -> None:
    assert len(chosen(fact, names)) == len(names)
    assert list(cell_of(fact, chosen(fact, names), case=CASE)) == said


@pytest.mark.parametrize(
    ("fact", "names"),
    [(AGE, ("18",)), (HASH_WEIGHT, ("hash_to_8", "hash_over_8")), (PLANTS, ("plants_over_6",))],
)
def test_a_line_of_the_law_that_is_tried_on_one_side_alone_fails(fact: Fact, names: tuple[str, ...]) -> None:
    one_more = Fact(fact.key, (*fact.values, Value("more", {}, {}, fact.values[0].kind, 9, over=True)))
    with pytest.raises(LookupError):
        cell_of(one_more, chosen(one_more, names), case=CASE)


def test_the_act_s_numbers_and_days_are_not_typed_again() -> None:
    typed = re.compile(
        r'_\(\s*"[^"]*(?:28\.5|(?<![\d(])[468] (?:grams|plants)|\b(?:19|20)\d\d\b|\bsix\b|November)'
    )
    found = [file.name for file in WORDS.glob("*.py") if typed.search(file.read_text(encoding="utf-8"))]
    assert list(WORDS.glob("*.py"))
    assert found == []
    assert typed.search('_("Up to 28.5 grams")') and typed.search('_("In 2016")')
