"""Says where and why our answer is not the peer's: the codes of the column ``Differs From Peer``."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

import polars as pl

from petitions.review.added import DIFFERS
from petitions.review.policies import columns as shown
from petitions.review.policies.rules import Policy


class Code(StrEnum):
    """The corrections, in the order in which they are named."""

    UNKNOWN_DATE = "UNKNOWN_DATE"
    SECTION_FALSE_HIT = "SECTION_FALSE_HIT"
    ATTEMPT_LOST = "ATTEMPT_LOST"
    ATTEMPT_PRIOR = "ATTEMPT_PRIOR"
    PC290_MISSED = "PC290_MISSED"
    PC290_FALSE_HIT = "PC290_FALSE_HIT"
    SUPERSTRIKE_FALSE_HIT = "SUPERSTRIKE_FALSE_HIT"
    GANG_UNDATED = "GANG_UNDATED"
    REGISTRATION_UNDATED = "REGISTRATION_UNDATED"
    RELATED_FALSE_HIT = "RELATED_FALSE_HIT"
    SENTENCE_OVERFLOW = "SENTENCE_OVERFLOW"
    SENTENCE_PART_MISPLACED = "SENTENCE_PART_MISPLACED"
    DUPLICATE_ROW = "DUPLICATE_ROW"
    COUNT_ROWS_DISAGREE = "COUNT_ROWS_DISAGREE"


_STRIKES = (Code.SUPERSTRIKE_FALSE_HIT, Code.GANG_UNDATED, Code.UNKNOWN_DATE)
_SEX = (Code.PC290_MISSED, Code.PC290_FALSE_HIT, Code.REGISTRATION_UNDATED, Code.UNKNOWN_DATE)
_SECTIONS = (Code.SECTION_FALSE_HIT, Code.ATTEMPT_LOST)
_SENTENCES = (Code.SENTENCE_OVERFLOW, Code.SENTENCE_PART_MISPLACED, Code.DUPLICATE_ROW, Code.UNKNOWN_DATE)
_OF_CELLS: dict[str, tuple[Code, ...]] = {
    shown.STRIKES: (Code.SUPERSTRIKE_FALSE_HIT,),
    shown.SEX: (Code.PC290_MISSED, Code.PC290_FALSE_HIT),
    shown.DATE: (Code.UNKNOWN_DATE,),
    shown.SINCE_ANY: (Code.UNKNOWN_DATE,),
    shown.LISTED: _SECTIONS,
    **dict.fromkeys(shown.BY_SECTION, _SECTIONS),
}
"""What can make a cell of the spreadsheet differ."""
_OF_FACTS: dict[str, tuple[Code, ...]] = {
    "strikes_before": _STRIKES,
    "has_strikes": _STRIKES,
    "sex_before": _SEX,
    "two_priors": (Code.ATTEMPT_PRIOR, *_SECTIONS, Code.UNKNOWN_DATE),
    "all_ended": _SENTENCES,
    "ended": _SENTENCES,
    "only_prop64": _SECTIONS,
    **dict.fromkeys(("in_11357", "in_11358", "in_11359", "in_11360", "section", "beside_prop64"), _SECTIONS),
    "related": (Code.RELATED_FALSE_HIT,),
    **dict.fromkeys(("day", "latest_day", "latest_date", "undated"), (Code.UNKNOWN_DATE,)),
    **dict.fromkeys(("born_first", "born_last", "birth_first", "birth_last"), (Code.UNKNOWN_DATE,)),
}
"""What can make a fact differ on which a rule looks."""


def causes_of(
    convictions: pl.DataFrame, people: pl.DataFrame, *, slips: pl.DataFrame, cycles: pl.DataFrame
) -> pl.DataFrame:
    """Return for each person (and code) what can make the peer answer otherwise."""
    found = [*_in_convictions(convictions), _in_people(people), _in_slips(slips), *_in_cycles(cycles)]
    return pl.concat(found).unique()


def _in_convictions(convictions: pl.DataFrame) -> Iterator[pl.DataFrame]:
    own, theirs = pl.col("section"), pl.col("peer_section")
    conditions = {
        Code.UNKNOWN_DATE: pl.col("day").is_null(),
        Code.SECTION_FALSE_HIT: (theirs != "") & (theirs != own),
        Code.ATTEMPT_LOST: (own != "") & (theirs == ""),
        Code.ATTEMPT_PRIOR: (own != "") & (theirs != "") & (pl.col("peer_alike") != own),
        Code.PC290_MISSED: pl.col("sex") & ~pl.col("peer_sex"),
        Code.PC290_FALSE_HIT: pl.col("peer_sex") & ~pl.col("sex"),
        Code.SUPERSTRIKE_FALSE_HIT: (pl.col("peer_strike") & ~pl.col("strike"))
        | (pl.col("peer_gang_offense") & ~pl.col("gang_offense"))
        | (pl.col("peer_gang_finding") & ~pl.col("gang_finding")),
        Code.GANG_UNDATED: pl.col("gang_finding"),
        Code.RELATED_FALSE_HIT: pl.col("peer_related") & ~pl.col("related"),
        Code.COUNT_ROWS_DISAGREE: pl.col("disagrees"),
    }
    for code, condition in conditions.items():
        yield convictions.filter(condition).select("person", code=pl.lit(code.value))


def _in_people(people: pl.DataFrame) -> pl.DataFrame:
    born, registers = pl.col("born_first"), pl.col("registers_person")
    unknown = born.is_null() | (born != pl.col("born_last")) | pl.col("first_birth").is_null()
    return pl.concat(
        people.filter(condition).select("person", code=pl.lit(code.value))
        for code, condition in ((Code.UNKNOWN_DATE, unknown), (Code.REGISTRATION_UNDATED, registers))
    )


def _in_slips(slips: pl.DataFrame) -> pl.DataFrame:
    names = {
        "overflow": Code.SENTENCE_OVERFLOW.value,
        "misplaced": Code.SENTENCE_PART_MISPLACED.value,
        "doubled": Code.DUPLICATE_ROW.value,
    }
    return slips.select("person", code=pl.col("slip").replace_strict(names, return_dtype=pl.String))


def _in_cycles(cycles: pl.DataFrame) -> Iterator[pl.DataFrame]:
    """A related charge stands beside what one side alone takes for a Proposition 64 charge."""
    yield cycles.filter(~pl.col("ours")).select("person", code=pl.lit(Code.SECTION_FALSE_HIT.value))
    yield cycles.filter(~pl.col("peers")).select("person", code=pl.lit(Code.ATTEMPT_LOST.value))


def differing(
    ours: pl.DataFrame, peers: pl.DataFrame, *, causes: pl.DataFrame, policy: Policy
) -> pl.DataFrame:
    """Return ``row`` and the codes for the rows where what we print is not what the peer prints.

    Both tables hold facts and cells; a row of only one of them is judged by that side alone.
    """
    had = causes.with_columns(has=pl.lit(value=True)).pivot("code", index="person", values="has")
    suspects = ours.join(causes, on="person", how="semi")
    both = suspects.join(peers, on="row", how="full", coalesce=True, suffix=" (peer)")
    wide = both.with_columns(person=pl.coalesce("person", "person (peer)")).join(had, on="person", how="left")
    known = [code for code in Code if code.value in had.columns]
    says = [
        pl.when(pl.col(code.value).fill_null(value=False) & _is_due_to(code, policy=policy)).then(
            pl.lit(code.value)
        )
        for code in known
    ]
    if not says:
        return wide.select("row", pl.lit("").alias(DIFFERS)).clear()
    found = wide.select("row", pl.concat_str(says, separator=";", ignore_nulls=True).alias(DIFFERS))
    return found.filter(pl.col(DIFFERS) != "")


def _is_due_to(code: Code, *, policy: Policy) -> pl.Expr:
    """Say whether a cell, or the decision, differs in something that this cause touches."""
    ours_alone, peers_alone = pl.col("n (peer)").is_null(), pl.col("n").is_null()
    one_sided = ours_alone | peers_alone
    if code is Code.COUNT_ROWS_DISAGREE:
        shown_cells = [_differs(cell) for cell in policy.columns if cell in _CELLS]
        return pl.any_horizontal(one_sided, _decision_differs(), *shown_cells)
    cells = [_differs(cell) for cell, codes in _OF_CELLS.items() if code in codes and cell in policy.columns]
    facts = [_differs(fact) for fact, codes in _OF_FACTS.items() if code in codes and policy.looks_at(fact)]
    because = pl.any_horizontal(pl.lit(value=False), *cells, *(_decision_differs() & fact for fact in facts))
    if code is Code.ATTEMPT_LOST:
        return ours_alone | (~one_sided & because)
    takes_up = code is Code.SECTION_FALSE_HIT or (
        code is Code.RELATED_FALSE_HIT and policy.looks_at("related")
    )
    return (peers_alone & pl.lit(takes_up)) | (~one_sided & because)


_CELLS = (*_OF_CELLS, shown.SINCE_THIS, shown.AFTER, shown.CASE)


def _differs(name: str) -> pl.Expr:
    return pl.col(name).ne_missing(pl.col(f"{name} (peer)"))


def _decision_differs() -> pl.Expr:
    return _differs(shown.DETERMINATION) | _differs(shown.REASON)
