"""A judge reads the courthouse as a person writes it, not the code of the state's file."""

from __future__ import annotations

import pytest

from petitions.review.papers.courthouses import courthouse_of

WRITTEN = {
    "CASCLOS ANGELES": "Los Angeles",
    "CASC LOS  ANGELES ": "Los Angeles",
    "CASCCONTRA COSTA CO": "Contra Costa",
    "CASC CITY OF INDUSTRY": "City of Industry",
    "CAMCVAN NUYS": "Van Nuys, formerly the Municipal Court",
    "CASCMCVAN NUYS": "Van Nuys, formerly the Municipal Court",
    "CAJC ARCATA": "Arcata, formerly the Justice Court",
    "CAJVSAN MATEO": "San Mateo, Juvenile Court",
    "CASCMCFARLAND": "Mcfarland",
    "Alhambra Courthouse": "Alhambra Courthouse",
    "CASC": "CASC",
    "   ": None,
}


@pytest.mark.parametrize(("stated", "written"), WRITTEN.items())
def test_a_courthouse_is_written_as_a_person_would(stated: str, written: str | None) -> None:
    assert courthouse_of(stated) == written
