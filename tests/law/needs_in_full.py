"""Records of which much is known, and the facts that are opened in them: what ``test_needs_in_full`` asks about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from petitions.exchange.reading import read_record
from petitions.law.determine import determine, open_needs, settling_facts
from tests.law.records import LEFT_OUT, OF_PERSON, ON, count, record

Facts = dict[str, Any]
LITTLE: Facts = {
    "section": "11357",
    "subdivision": "b",
    "level": "misdemeanor",
    "drug_form": "flower",
    "flower_grams": 10,
    "concentrate_grams": 0,
    "plants": 0,
    "earlier_same_section": 0,
    "home_grow_lawful": "yes",
    "date_of_birth": "1970-01-01",
    "recipient_age": "21_or_older",
    "conduct": "transported",
}
MOVING: Facts = LITTLE | {"section": "11360", "subdivision": "a", "level": "felony"}
GROWING: Facts = LITTLE | {"section": "11358", "level": "felony", "plants": 4}
FOR_SALE: Facts = LITTLE | {"section": "11359", "level": "felony"}
SERVING: Facts = {"sentence_status": "supervised"}
STRIKE = [{"conviction_date": "1990", "court": "juvenile"}]
BASES: dict[str, Facts] = {
    "concentrate": LITTLE
    | {
        "section": "11357",
        "subdivision": "a",
        "level": "felony",
        "drug_form": "concentrate",
        "flower_grams": 0,
        "concentrate_grams": 5,
    },
    "little": LITTLE,
    "little at 19, 2010": LITTLE
    | {
        "age_at_offense": 19,
        "date_of_birth": "1991-03-01",
        "offense_date": "2010-12-01",
        "conviction_date": "2011-02-01",
    },
    "much": LITTLE | {"section": "11357", "subdivision": "c", "flower_grams": 60},
    "at school": LITTLE | {"section": "11357", "subdivision": "d", "on_school_grounds": "yes"},
    "no letter": LITTLE | {"subdivision": LEFT_OUT},
    "few plants": GROWING,
    "many plants, serving": GROWING | SERVING | {"plants": 7},
    "for sale": FOR_SALE,
    "for sale, a strike in a juvenile court": FOR_SALE | {"super_strike": STRIKE, "age_at_offense": 35},
    "for sale, juvenile": FOR_SALE
    | {"jurisdiction": "california_juvenile", "age_at_offense": 16, "date_of_birth": "1989-01-01"},
    "attempt at a sale": FOR_SALE | {"prefix": "attempt"},
    "moved for oneself": MOVING,
    "sold": MOVING | {"conduct": "sold"},
    "given": MOVING
    | {"section": "11360", "subdivision": "b", "level": "misdemeanor", "conduct": "gave_away"},
    "brought in": MOVING | {"conduct": "imported", "flower_grams": 60},
    "moving, no letter": MOVING | {"subdivision": LEFT_OUT},
    "for sale, two before": FOR_SALE | {"earlier_same_section": LEFT_OUT},
    "lowered": FOR_SALE | {"later_relief": ["prop_64_redesignated"]},
    "pipe": LITTLE | {"section": "11364"},
    "burglary": LITTLE | {"code": "PC", "section": "459"},
    "conspiracy": GROWING | {"prefix": "conspiracy"},
}
OPENED: dict[str, tuple[str, ...]] = {
    "age": ("age_at_offense", "date_of_birth"),
    "birth": ("date_of_birth",),
    "offense date": ("offense_date",),
    "conviction date": ("conviction_date",),
    "dates": ("offense_date", "conviction_date", "age_at_offense"),
    "amounts": ("drug_form", "flower_grams", "concentrate_grams"),
    "weights": ("flower_grams", "concentrate_grams"),
    "act": ("conduct", "recipient_age", "sold_to_minor"),
    "growing": ("plants", "home_grow_lawful", "environmental_harm"),
    "place": ("on_school_grounds", "from_own_home_plants", "hired_under_21"),
    "record": ("level", "later_relief", "sentence_status"),
    "histories": ("super_strike", "sex_offense", "earlier_same_section"),
    "history and birth": ("super_strike", "date_of_birth"),
    "charge": ("code", "section", "subdivision", "prefix"),
    "section": ("section",),
    "letter and amounts": ("subdivision", "drug_form", "flower_grams", "concentrate_grams"),
    "ending": ("outcome", "jurisdiction"),
    "case": ("county", "case_number"),
    "code": ("code",),
    "letter": ("subdivision",),
    "level": ("level",),
    "orders": ("later_relief",),
    "sentence": ("sentence_status",),
    "strike": ("super_strike",),
    "sex offense": ("sex_offense",),
    "told": ("earlier_same_section",),
    "plea": ("pleaded_down_from_marijuana", "prefix", "subdivision"),
}


EARLIER = ("1999-02-01", "2001-02-01")
"""When the person was convicted of the same section before, where a base says "two before"."""
FIRST = ("outcome", "jurisdiction", "offense_date", "later_relief", "section")
"""What is asked before all else; one column says what is worth asking after it."""
TOGETHER = (
    "amounts + place", "act + amounts", "age + histories", "growing + histories", "record + age", "record + histories",
    "charge + plea + growing", "ending + charge + act", "dates + histories", "case + dates", "case",
)  # fmt: skip
TABLE = Path(__file__).with_suffix(".txt")
HEAD = """\
# What is asked of records in which some facts are not known. Each row: the facts that are opened (OPENED in needs_in_full.py);
# the records (BASES); what can change the answer; what is worth asking first; what after the first five questions
# were answered "not sure"; what would settle the answer. Where a record has no row, all four are nothing.
# python -m tests.law.needs_in_full  writes this table anew; look at each row that changes.
"""
Answers = tuple[str, str, str, str]


def opened(base: str, names: str) -> dict[str, Any]:
    """Return the record of a base in which these groups of facts are not known."""
    left_out = {key: LEFT_OUT for name in names.split(" + ") for key in OPENED[name]}
    facts = BASES[base] | left_out
    of_person = {key: value for key, value in facts.items() if key in OF_PERSON}
    first = {key: value for key, value in facts.items() if key not in of_person}
    return record(count(**first), *_earlier(base), **of_person)


def asked_of(base: str, names: str) -> Answers:
    """Return what the law asks of it, in the four columns of the table."""
    data = read_record(opened(base, names), on=ON)
    found = (
        determine(data, on=ON).determinations[0].needs,
        open_needs(data, on=ON, asked={})["c1"],
        open_needs(data, on=ON, asked={"c1": frozenset(FIRST)})["c1"],
        settling_facts(data, on=ON)["c1"],
    )
    first, second, third, fourth = map(" ".join, found)
    return first, second, third, fourth


def every_answer() -> dict[tuple[str, str], Answers]:
    """Return the answers for every base and group that has any."""
    found = {(names, base): asked_of(base, names) for names in (*OPENED, *TOGETHER) for base in BASES}
    return {key: answers for key, answers in found.items() if any(answers)}


def table() -> dict[tuple[str, str], Answers]:
    """Read the table."""
    rows: dict[tuple[str, str], Answers] = {}
    for row in TABLE.read_text("utf-8").splitlines():
        if row and row[0] != "#":
            names, bases, first, second, third, fourth = (cell.strip() for cell in row.split("|"))
            rows |= {(names, base): (first, second, third, fourth) for base in bases.split("; ")}
    return rows


def _earlier(base: str) -> list[dict[str, Any]]:
    days = EARLIER if base.endswith("two before") else ()
    sale = {"section": "11359", "level": "felony"}
    return [count(**sale, id=day, case_number=day, offense_date=day, conviction_date=day) for day in days]


def _written(answers: dict[tuple[str, str], Answers]) -> str:
    rows: dict[tuple[str, Answers], list[str]] = {}
    for (names, base), found in answers.items():
        rows.setdefault((names, found), []).append(base)
    lines = [" | ".join((names, "; ".join(bases), *found)) for (names, found), bases in rows.items()]
    return HEAD + "".join(f"{line}\n".replace("|  |", "| |").replace(" \n", "\n") for line in lines)


if __name__ == "__main__":
    TABLE.write_text(_written(every_answer()), "utf-8")
