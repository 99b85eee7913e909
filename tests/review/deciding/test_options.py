"""Options are taken as the peer's file has them or under the name of a policy; what cannot be is said kindly."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from petitions.review.options import FLOWS, BadOptions, Review, review_from
from tests.review.deciding.given import ABSENT, CASES, options

ON = date(2020, 7, 1)


def read(data: Any) -> Review:
    return review_from(data, county="LOS ANGELES", on=ON)


def _rules(data: Any) -> list[str]:
    return [rule.name for rule in read(data).policy.rules]


def test_the_peers_own_file_is_taken_as_it_is() -> None:
    data = {
        "baselineEligibility": {"dismiss": ["11358", "11357"], "reduce": ["11359"]},
        "additionalRelief": {"subjectAgeThreshold": 57, "yearsCrimeFreeThreshold": 5, "somethingElse": 1},
    }
    expected = ["not_a_felony", "dismiss_11358", "dismiss_11357", "age", "crime_free", "reduce_11359"]
    assert _rules(data) == expected == _rules({"flow": "configurable", **data})


def test_all_further_relief_can_be_chosen() -> None:
    relief = {
        "subjectUnder21AtConviction": True,
        "subjectAgeThreshold": 40,
        "yearsSinceConvictionThreshold": 15,
        "yearsCrimeFreeThreshold": 1,
        "subjectHasOnlyProp64Charges": True,
        "subjectIsDeceased": True,
    }
    rules = ["not_a_felony", "under_21", "age", "long_ago", "crime_free", "only_prop64", "deceased"]
    assert _rules({"additionalRelief": relief}) == rules


def test_nothing_chosen_leaves_misdemeanors_alone_to_be_dismissed() -> None:
    off = {"subjectAgeThreshold": 0, "yearsSinceConvictionThreshold": None, "subjectIsDeceased": False}
    assert _rules({}) == _rules({"additionalRelief": off}) == ["not_a_felony"]


def test_los_angeles_takes_an_age_and_years() -> None:
    policy = read({"flow": "los_angeles_2019_10", "individual_age": 40, "years_conviction_free": 5}).policy
    reasons = [rule.reason for rule in policy.rules]
    assert "40 years or older" in reasons and "No convictions in past 5 years" in reasons


@pytest.mark.parametrize("flow", FLOWS)
def test_each_policy_has_a_title_and_explains_each_rule(flow: str) -> None:
    policy = read({"flow": flow}).policy
    assert policy.flow == flow and policy.title
    for rule in policy.rules:
        assert rule.says.format(**dict(rule.values)).endswith(".")
    assert len({rule.name for rule in policy.rules}) == len(policy.rules)


def test_policies_can_be_laid_side_by_side() -> None:
    review = read({"flow": "configurable", "also": [{"flow": "los_angeles_2019_10"}]})
    assert [policy.flow for policy in review.policies] == ["configurable", "los_angeles_2019_10"]


BAD: list[tuple[Any, str]] = [
    ([], "list of named choices"),
    ({"also": 1}, "list of named choices"),
    ({"also": [1]}, "list of named choices"),
    ({"flow": "alameda"}, "no such policy"),
    ({"flow": 1}, "no such policy"),
    ({"baselineEligibility": [1]}, "list of named choices"),
    ({"baselineEligibility": {"dismiss": "11357"}}, "must be a list"),
    ({"baselineEligibility": {"dismiss": ["11357(a)"]}}, "one of 11357"),
    ({"baselineEligibility": {"reduce": [11357]}}, "one of 11357"),
    ({"additionalRelief": {"subjectAgeThreshold": 39}}, "from 40 to 65"),
    ({"additionalRelief": {"subjectAgeThreshold": 66}}, "from 40 to 65"),
    ({"additionalRelief": {"subjectAgeThreshold": "50"}}, "from 40 to 65"),
    ({"additionalRelief": {"subjectAgeThreshold": True}}, "from 40 to 65"),
    ({"additionalRelief": {"yearsCrimeFreeThreshold": 16}}, "from 1 to 15"),
    ({"additionalRelief": {"yearsSinceConvictionThreshold": -1}}, "from 1 to 15"),
    ({"additionalRelief": {"subjectIsDeceased": "yes"}}, "true or false"),
    ({"flow": "los_angeles_2019_10", "individual_age": 400}, "whole number"),
    ({"flow": "los_angeles_2019_10", "years_conviction_free": "10"}, "whole number"),
]  # fmt: skip


@pytest.mark.parametrize(("data", "says"), BAD)
def test_options_that_cannot_be_are_refused_with_one_sentence(data: Any, says: str) -> None:
    with pytest.raises(BadOptions) as refused:
        read(data)
    assert says in str(refused.value)
    assert str(refused.value).count(". ") <= 1 and "%" not in str(refused.value)


@pytest.mark.skipif(not CASES.is_dir(), reason=ABSENT)
@pytest.mark.parametrize("name", sorted(one.name for one in CASES.glob("bad_option_*")))
def test_the_bad_options_of_the_golden_cases_are_refused(name: str) -> None:
    stated = json.loads((CASES / name / "options.json").read_text())
    with pytest.raises(BadOptions):
        review_from(options(stated), county=stated["county"], on=ON)


def test_the_sample_that_a_refusal_names_is_in_the_documents_and_can_be_used() -> None:
    with pytest.raises(BadOptions) as refused:
        read([])
    [place] = re.findall(r"docs/[a-z-]+\.md", str(refused.value))
    told = (Path(__file__).parents[3] / place).read_text(encoding="utf-8")
    samples = re.findall(r"```json\n(.*?)```", told, flags=re.DOTALL)
    assert len(samples) == 2
    assert [read(json.loads(one)).flow for one in samples] == ["configurable", "los_angeles_2019_10"]
