"""A share of lines that is too small is told, and ends the checks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.covered import main


def file(*, missing: list[int], branches: list[list[int]], covered: int = 99) -> dict[str, Any]:
    return {
        "missing_lines": missing,
        "missing_branches": branches,
        "summary": {
            "covered_lines": covered,
            "missing_lines": len(missing),
            "covered_branches": 0,
            "missing_branches": len(branches),
        },
    }


WHOLE = file(missing=[], branches=[])
LAW, REST = "petitions/law/walk.py", "petitions/apps.py"


@pytest.mark.parametrize(
    ("found", "ends_with"),
    [
        ({LAW: WHOLE, REST: WHOLE}, 0),
        ({LAW: file(missing=[7], branches=[]), REST: WHOLE}, 1),
        ({LAW: file(missing=[], branches=[[3, 5]]), REST: WHOLE}, 1),
        ({LAW: WHOLE, REST: file(missing=[1, 2, 3, 4, 5], branches=[], covered=95)}, 0),
        ({LAW: WHOLE, REST: file(missing=[1, 2, 3, 4, 5], branches=[], covered=94)}, 1),
        ({LAW: WHOLE, REST: file(missing=[], branches=[[1, 2]] * 6, covered=94)}, 1),
        ({REST: WHOLE}, 1),
        ({LAW: WHOLE}, 1),
    ],
    ids=["all", "a line of the law", "a branch of the law", "95 %", "less", "branches", "no law", "no rest"],
)
def test_all_of_the_law_and_95_percent_of_the_rest_must_be_reached(
    tmp_path: Path, found: dict[str, Any], ends_with: int
) -> None:
    path = tmp_path / "covered.json"
    path.write_text(json.dumps({"files": found}))

    assert main([str(path)]) == ends_with


def test_what_is_not_reached_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "covered.json"
    path.write_text(json.dumps({"files": {LAW: file(missing=[7, 9], branches=[[3, 5]]), REST: WHOLE}}))
    main([str(path)])

    first, *shares = capsys.readouterr().out.splitlines()
    assert first == "petitions/law/walk.py: 7, 9, 3->5"
    assert [one.partition(":")[0] for one in shares] == ["the law", "the rest"]
