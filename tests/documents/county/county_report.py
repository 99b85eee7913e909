"""The report of a made-up county review, in which staff changed something."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from random import Random

from petitions.documents.render import render
from petitions.review.decide import decide_to_recount
from petitions.review.options import FLOWS, review_from
from petitions.review.policies.rules import DISMISS
from petitions.review.recounting import recounted
from petitions.review.report.report import report_page
from tests.review.deciding.given import random_rows, table


@lru_cache
def report(language: str) -> bytes:
    """Print it."""
    own = {"baselineEligibility": {"dismiss": ["11357", "11358"], "reduce": ["11359", "11360"]}}
    also = [{"flow": flow} for flow in FLOWS if flow != "configurable"]
    review = review_from({**own, "also": also}, county="LOS ANGELES", on=date(2020, 7, 1))
    decided, counted = decide_to_recount(table(random_rows(Random(11), people=700)), review=review)
    changes = dict.fromkeys(counted["row"].to_list()[::9], DISMISS)
    tally = recounted(decided.tally, counted, changes, review=review)
    return render(report_page(tally, review=review, rows=2_345, problems={"WIDTH": 3}, language=language))
