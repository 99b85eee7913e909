"""Holds what was read of some whole persons, by ours and by the peer's reckoning."""

from __future__ import annotations

from dataclasses import dataclass, replace

import polars as pl

from petitions.review.around import case_numbers, prop64_cycles
from petitions.review.counts import Counts, convictions_of, counts_of
from petitions.review.differs import causes_of
from petitions.review.facts import OURS, PEERS, Reckoning, as_peers, facts_of
from petitions.review.options import Review
from petitions.review.people import people_of
from petitions.review.policies.rules import Policy


@dataclass(frozen=True, slots=True)
class Known:
    """One side's convictions and persons, the numbers of cases, and which cycles hold a Proposition 64 charge."""

    convictions: pl.DataFrame
    people: pl.DataFrame
    numbers: pl.DataFrame
    cycles: pl.DataFrame
    reckoning: Reckoning = OURS

    def judged(self, policy: Policy, *, review: Review) -> pl.DataFrame:
        """Return the judged convictions of a policy with their facts, ``determination`` and ``reason``."""
        facts = facts_of(
            self.convictions,
            self.people,
            judged=(pl.col("county") == review.county) & policy.judges,
            policy=policy,
            on=review.on,
            reckoning=self.reckoning,
        )
        facts = facts.join(self.numbers, on=["person", "case"], how="left", maintain_order="left")
        beside = facts.join(self.cycles, on=["person", "cycle"], how="left", maintain_order="left")
        facts = beside.with_columns(pl.col("beside_prop64").fill_null(value=False))
        return facts.hstack(policy.decide(facts))


@dataclass(frozen=True, slots=True)
class Both:
    """Our side of all persons, the peer's of those of whom it may think otherwise, and why it may."""

    ours: Known
    peers: Known
    causes: pl.DataFrame


def read(rows: pl.DataFrame, *, review: Review) -> Both:
    """Read all rows of some whole persons."""
    counts = counts_of(rows)
    people = people_of(rows, wanted=counts.ours.select("person").unique())
    numbers = case_numbers(rows, cases=_cases(counts, county=review.county))
    cycles = prop64_cycles(rows, is_wanted=review.looks_beside)
    causes = causes_of(counts.ours, people, slips=counts.slips, cycles=cycles)
    ours = Known(counts.ours, people, numbers, _side(cycles, "ours"))
    peers = _of_suspects(
        replace(ours, cycles=_side(cycles, "peers")), counts, causes.select("person").unique()
    )
    return Both(ours, peers, causes)


def read_ours(rows: pl.DataFrame, *, review: Review) -> Known:
    """Read what counts on our side alone: without the numbers of cases, which are only shown."""
    convictions = convictions_of(rows)
    people = people_of(rows, wanted=convictions.select("person").unique())
    numbers = case_numbers(rows.clear(), cases=convictions.clear().select("person", "case"))
    cycles = prop64_cycles(rows, is_wanted=review.looks_beside)
    return Known(convictions, people, numbers, _side(cycles, "ours"))


def _cases(counts: Counts, *, county: str) -> pl.DataFrame:
    """Return the cases of the county in which either side may judge a conviction."""
    names = ("section", "peer_section")
    may_be = pl.any_horizontal(*(pl.col(one) != "" for one in names), "related", "peer_related")
    both = (one.filter((pl.col("county") == county) & may_be) for one in (counts.ours, counts.peers))
    return pl.concat([one.select("person", "case") for one in both]).unique()


def _side(cycles: pl.DataFrame, side: str) -> pl.DataFrame:
    return cycles.select("person", "cycle", beside_prop64=side)


def _of_suspects(known: Known, counts: Counts, suspects: pl.DataFrame) -> Known:
    theirs, them = (
        one.join(suspects, on="person", how="semi", maintain_order="left")
        for one in (counts.peers, known.people)
    )
    convictions, people = as_peers(theirs, them)
    return replace(known, convictions=convictions, people=people, reckoning=PEERS)
