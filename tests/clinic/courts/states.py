"""The states of the pages of the directory of courts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from petitions.courts.changing import Change, confirmations
from petitions.courts.edits import Edit
from petitions.courts.facts import find_entry
from petitions.courts.tables import Place, Table, shipped_tables
from petitions.interview.screening import today
from petitions.records.court_edits.writing import add_edits, take_back
from tests.access.signing_in.members import just_proved
from tests.clinic.people import Member, office
from tests.pages.state import Scene, State

AT = "/clinic/courts/"
DA = Place(Table.PROSECUTORS, "Alpine")
DA_PAGE = f"{AT}alpine/district-attorney/"
NO_PAGE: dict[str, str] = {
    "court_changes": "is a ZIP file",
    "court_confirm": "only leads back to the county",
    "court_take_back": "only leads back to the county",
}
GOOD: Mapping[str, str] = {
    "name": "Alpine County District Attorney's Office",
    "street": "100 Sample Street",
    "city": "Markleeville",
    "zip": "96120",
    "phone": "530-555-0100",
    "website": "",
    "confidence": "high",
    "source": "The office, by phone",
}


def states() -> Iterator[State]:
    """Give them all."""
    yield State("courts", "court_directory", staff=lambda: Scene(keeper().client, AT))
    yield State("courts-changed", "court_directory", staff=lambda: _changed(""))
    yield State("courts-county", "court_county", staff=lambda: Scene(keeper().client, f"{AT}alameda/"))
    yield State("courts-county-changed", "court_county", staff=lambda: _changed("alpine/"))
    yield State("courts-county-confirmed", "court_county", staff=_confirmed)
    yield State("courts-edit", "court_edit", staff=lambda: _edit("alpine/district-attorney/"))
    yield State(
        "courts-edit-courthouse",
        "court_edit",
        staff=lambda: _edit("alameda/rene-c-davidson-courthouse/"),
    )
    yield State("courts-edit-look", "court_edit", staff=lambda: _edit("alpine/district-attorney/", **GOOD))
    yield State(
        "wrong-courts-edit",
        "court_edit",
        staff=lambda: _edit(
            "alpine/district-attorney/",
            **{**GOOD, "zip": "9", "phone": "none", "source": "", "checked": "soon"},
        ),
    )
    yield State("empty-courts-edit", "court_edit", staff=lambda: _edit("alpine/public-defender/"), sent={})


def keeper() -> Member:
    """Return a member who may change the directory."""
    return office().keeper()


def change(value: str = "(530) 555-0100", *, user_id: int | None = None, field: str = "phone") -> str:
    """Note something of the district attorney of Alpine; return the name of the change."""
    day = today() - timedelta(days=1)
    edit = Edit(DA, field, value, "https://www.alpinecountyca.gov/da", day)
    (row,) = add_edits([Change(edit, "")], user_id=user_id)
    return row.change


def _edit(page: str, **sent: str) -> Scene:
    return Scene(
        just_proved(keeper()), f"{AT}{page}", {"checked": f"{today():%m/%d/%Y}", **sent} if sent else None
    )


def _changed(page: str) -> Scene:
    member = keeper()
    first = change(user_id=member.user.pk)
    change("100 Sample Street", user_id=member.user.pk, field="street")
    take_back(first, county="Alpine", user_id=member.user.pk)
    return Scene(member.client, f"{AT}{page}")


def _confirmed() -> Scene:
    member, place = keeper(), Place(Table.COURTHOUSES, "Alpine", "Alpine County Courthouse")
    entry = find_entry(place, shipped=shipped_tables(), edits=())
    assert entry
    add_edits(confirmations(entry, checked=today()), user_id=member.user.pk)
    return Scene(member.client, f"{AT}alpine/")
