"""Counts the decided convictions of whole persons, and the people whom each lane leaves without a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import polars as pl

from petitions.review.added import CEILING, FLOOR, OUTCOME
from petitions.review.chart_labels import labels
from petitions.review.code_sections import SECTIONS
from petitions.review.dates import years_before
from petitions.review.options import Review
from petitions.review.policies.rules import DISMISS, REDUCE
from petitions.review.tally import Tally, name


def _(text: str) -> str:
    return text


YEARS_BACK = 7
"""What many background checks look at; counted back from the day of the review."""
DISMISS_ALL, AT_LEAST, AT_MOST = "dismiss_all", "statute_at_least", "statute_at_most"
STATUTE = "statute"
UNDETERMINED = _("Undetermined")


@dataclass(frozen=True, slots=True)
class Lane:
    """One way to decide: the judged convictions with ``outcome``, and Booleans ``dismissed`` and ``relieved``."""

    name: str
    judged: pl.DataFrame


def lane_names(review: Review) -> tuple[str, ...]:
    """Return a name for each policy of a review: its flow, with a number where a flow stands twice."""
    flows = [policy.flow for policy in review.policies]
    return tuple(
        flow if flows.index(flow) == place else f"{flow} {flows[: place + 1].count(flow)}"
        for place, flow in enumerate(flows)
    )


def tally_of(
    convictions: pl.DataFrame, decided: list[pl.DataFrame], law: pl.DataFrame, *, review: Review
) -> Tally:
    """Count: ``decided`` are the judged convictions of each policy in order, ``law`` the statute's cells."""
    listed = decided[0].filter(pl.col("section") != "")
    lanes = [
        *(policy_lane(one, lane=lane) for lane, one in zip(lane_names(review), decided, strict=True)),
        *_by_law(listed, law),
    ]
    people = sums_of_people(convictions, on=review.on)
    counts: dict[str, int] = {}
    for found in (
        _totals(convictions, listed),
        _records(people),
        *(lane_counts(lane, people, on=review.on) for lane in lanes),
    ):
        counts.update(found)
    return Tally(counts, listed["date"].min())  # type: ignore[arg-type]  # a column of dates


def policy_lane(decided: pl.DataFrame, *, lane: str) -> Lane:
    """Return the lane of a policy; ``decided`` are its judged convictions with ``determination`` and ``reason``."""
    gives = pl.col("determination")
    outcome = pl.when(gives == "").then(pl.lit(UNDETERMINED)).otherwise(gives)
    return Lane(
        lane,
        decided.with_columns(
            outcome=outcome, dismissed=gives == DISMISS, relieved=gives.is_in([DISMISS, REDUCE])
        ),
    )


def _by_law(listed: pl.DataFrame, law: pl.DataFrame) -> Iterator[Lane]:
    """Yield what is certain under the law, what is possible, and that every conviction is dismissed."""
    judged = listed.drop("reason").join(law, on="row", how="left", maintain_order="left")
    for lane, column in ((AT_LEAST, FLOOR), (AT_MOST, CEILING)):
        yield Lane(
            lane,
            judged.with_columns(
                outcome=pl.col(column),
                dismissed=pl.col(column) == "DISMISS_SEAL",
                relieved=pl.col(column) != "NONE",
                reason=pl.col(OUTCOME),
            ),
        )
    true = pl.lit(value=True)
    yield Lane(DISMISS_ALL, listed.with_columns(outcome=pl.lit(DISMISS), dismissed=true, relieved=true))


def _totals(convictions: pl.DataFrame, listed: pl.DataFrame) -> dict[str, int]:
    sections = {name("listed", one): (listed["section"] == one).sum() for one in SECTIONS}
    felonies = int(listed["felony"].sum())
    return {
        "people": convictions["person"].n_unique(),
        "convictions": convictions.height,
        "people listed": listed["person"].n_unique(),
        "felonies listed": felonies,
        "others listed": listed.height - felonies,
        **{key: int(number) for key, number in sections.items()},
    }


def _recent(on: date) -> pl.Expr:
    """Say whether a conviction is, or being undated may be, of the last seven years."""
    return (pl.col("day") > years_before(on, years=YEARS_BACK)).fill_null(value=True)


def sums_of_people(convictions: pl.DataFrame, *, on: date) -> pl.DataFrame:
    """Sum up the convictions of each person, of every county and offense."""
    known = pl.col("day") > years_before(on, years=YEARS_BACK)
    return convictions.group_by("person").agg(
        all_felonies=pl.col("felony").sum(),
        all_convictions=pl.len(),
        all_recent=_recent(on).sum(),
        has_recent=known.any(),
    )


def _records(people: pl.DataFrame) -> dict[str, int]:
    return {
        "has felony": int((people["all_felonies"] > 0).sum()),
        "has conviction": people.height,
        "has recent": int(people["has_recent"].sum()),
    }


def lane_counts(lane: Lane, people: pl.DataFrame, *, on: date) -> dict[str, int]:
    """Return all numbers of a lane; ``people`` are the sums of each person in it."""
    return dict([*_reliefs(lane, people, on=on), *_reasons(lane), *_charts(lane)])


def _reliefs(lane: Lane, people: pl.DataFrame, *, on: date) -> Iterator[tuple[str, int]]:
    """Count people left without a felony, without a conviction, without one in seven years, and with some relief."""
    dismissed, relieved = pl.col("dismissed"), pl.col("relieved")
    each = lane.judged.group_by("person").agg(
        felonies=(pl.col("felony") & relieved).sum(),
        convictions=dismissed.sum(),
        recent=(dismissed & _recent(on)).sum(),
        some=relieved.any(),
    ).join(people, on="person", how="left")  # fmt: skip
    found = each.select(
        ((pl.col("all_felonies") > 0) & (pl.col("felonies") == pl.col("all_felonies")))
        .sum()
        .alias("no felony"),
        (pl.col("convictions") == pl.col("all_convictions")).sum().alias("no conviction"),
        (pl.col("has_recent") & (pl.col("recent") == pl.col("all_recent"))).sum().alias("no recent"),
        pl.col("some").sum().alias("some relief"),
    )
    for kind, number in found.row(0, named=True).items():
        yield name(kind, lane.name), int(number)


def _reasons(lane: Lane) -> Iterator[tuple[str, int]]:
    for outcome, reason, number in lane.judged.group_by("outcome", "reason").len().rows():
        yield name("decided", lane.name, outcome, reason), number


def _charts(lane: Lane) -> Iterator[tuple[str, int]]:
    """Count convictions and people by outcome within each section, year, age, race and class."""
    labelled = lane.judged.select("person", "outcome", *labels())
    for kind in ("section", "year", "age", "race", "level"):
        found = labelled.group_by(kind, "outcome").agg(pl.len(), pl.col("person").n_unique().alias("people"))
        for label, outcome, convictions, people in found.rows():
            yield name("convictions by", kind, lane.name, label, outcome), convictions
            yield name("people by", kind, lane.name, label, outcome), people
        for label, people in labelled.group_by(kind).agg(pl.col("person").n_unique()).rows():
            yield name("all people by", kind, lane.name, label), people
