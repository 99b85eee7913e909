"""A review's workers are started while Django is loaded; no other command starts any."""

from __future__ import annotations

import os
from unittest.mock import patch

import pytest

from petitions.management.ahead import begin

USUAL = os.cpu_count() or 1
REVIEW = ["review", "file.csv", "--county", "LOS ANGELES"]


@pytest.mark.parametrize(
    ("words", "started"),
    [
        (REVIEW, USUAL),
        ([*REVIEW, "--workers", "1"], 1),
        ([*REVIEW, "--workers", "900"], USUAL),
        ([*REVIEW, "--workers", "0"], USUAL),
        ([*REVIEW, "--workers", "many"], USUAL),
        ([*REVIEW, "--workers"], USUAL),
    ],
)
def test_a_review_starts_as_many_as_are_asked_for_and_as_this_computer_can_use(
    words: list[str], started: int
) -> None:
    with patch("petitions.exchange.runs.worker.start_ahead") as start:
        begin(words)
    assert start.call_args.args == (started,)


@pytest.mark.parametrize(
    "words", [[], ["work"], ["packets", "review"], ["review", "--help"], ["review", "-h"]]
)
def test_whatever_else_is_asked_for_starts_none(words: list[str]) -> None:
    with patch("petitions.exchange.runs.worker.start_ahead") as start:
        begin(words)
    assert not start.called
