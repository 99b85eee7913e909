"""The states of the staff pages, gathered from their parts."""

from __future__ import annotations

from collections.abc import Iterator

from tests.access.signing_in import states as signing_in
from tests.clinic.after import states as after
from tests.clinic.courts import states as courts
from tests.clinic.desk import states as desk
from tests.clinic.ending import states as ending
from tests.clinic.inside import states as inside
from tests.clinic.lists import states as lists
from tests.clinic.office import states as office
from tests.clinic.printing import states as printing
from tests.clinic.review import states as review
from tests.pages.state import State
from tests.review import states as county

_PARTS = (signing_in, desk, inside, review, printing, after, office, ending, lists, county, courts)
"""Each has ``states()``, and ``NO_PAGE``: the routes of the part that draw no page, and what they do instead."""

NO_STAFF_PAGE: dict[str, str] = {route: why for part in _PARTS for route, why in part.NO_PAGE.items()}


def staff_states() -> Iterator[State]:
    """Give them all."""
    for part in _PARTS:
        yield from part.states()
