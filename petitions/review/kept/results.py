"""Opens what a finished review came to: the judged convictions, the history of one person, and the problems."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from petitions.records.reviews.vault import Vault
from petitions.review.columns import ROW
from petitions.review.kept import names
from petitions.review.kept.deciding import SHARE
from petitions.review.kept.sealed_tables import get_note, get_table
from petitions.review.options import Review
from petitions.review.recounting import recounted
from petitions.review.tally import Tally


@dataclass(frozen=True, slots=True)
class Problem:
    """A row with a problem: the number of its file (from 0), its line, and the code."""

    file: int
    line: int
    code: str


def judged_of(vault: Vault) -> pl.DataFrame:
    """Return the judged convictions in the order of the files; raise VaultGone where there are none kept."""
    return get_table(vault, names.JUDGED)


def judged_row(vault: Vault, row: int) -> dict[str, Any] | None:
    """Return one judged conviction; None where the row is none."""
    found = judged_of(vault).filter(pl.col(ROW) == row)
    return found.row(0, named=True) if found.height else None


def history_of(vault: Vault, judged: dict[str, Any]) -> list[dict[str, Any]]:
    """Return all rows of the person who has a judged conviction, in the order of their steps."""
    people = get_table(vault, names.people(judged[SHARE]))
    theirs = people.filter(pl.col("SUBJECT_ID") == judged["SUBJECT_ID"])
    return theirs.sort("CNT_ORDER", ROW).to_dicts()


def tally_of(vault: Vault) -> Tally:
    """Return the numbers of the whole file; raise VaultGone where there are none kept."""
    tally: Tally = get_note(vault, names.TALLY)
    return tally


def tally_with(vault: Vault, changes: Mapping[int, str], *, review: Review) -> Tally:
    """Return them with those of the policy with what staff changed beside the others, where they changed anything."""
    tally = tally_of(vault)
    if not changes or not vault.has(names.COUNTED):  # a review of an earlier version has no such table
        return tally
    return recounted(tally, get_table(vault, names.COUNTED), changes, review=review)


def problems_of(vault: Vault) -> list[Problem]:
    """Return the rows that have a problem, in the order of the files."""
    return [Problem(*one) for one in get_note(vault, names.PROBLEMS)]
