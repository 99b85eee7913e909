"""The states of the pages of import and export."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from petitions.access.roles import Role
from petitions.clinic.lists.files import Table
from petitions.clinic.lists.views import draft_content
from petitions.records.matters.importing import keep_draft
from tests.access.signing_in.members import just_proved
from tests.clinic.people import answered, matter_of, office
from tests.pages.state import Scene, State

AT = "/clinic/lists/"
NO_PAGE: dict[str, str] = {
    "import_template": "is a file",
    "import_bad": "is a file",
    "export_plain": "is a file",
}
HEADS = ["File", "Name", "County", "Case number", "Code", "Offense date", "Age"]
ROWS = [
    ["1", "Anh Zuniga", "LA", "BA1", "11359", "3/2004", "33"],
    ["1", "Anh Zuniga", "LA", "BA1", "HS 11357(b)", "3/2004", "33"],
    ["2", "Testa Second", "Nowhere", "X2", "weed", "13/40/2005", "33"],
]


def states() -> Iterator[State]:
    """Give them all."""
    yield State("lists", "lists", staff=lambda: Scene(office().member(Role.REVIEWER).client, AT))
    yield State(
        "empty-import",
        "import_file",
        staff=lambda: Scene(office().member(Role.REVIEWER).client, f"{AT}import/"),
        sent={},
    )
    yield State("import-draft", "import_draft", staff=lambda: _draft(ROWS))
    yield State("import-draft-bad", "import_draft", staff=lambda: _draft(ROWS[2:]))
    yield State("import-draft-done", "import_draft", staff=_done)
    yield State("export-with-names", "export_identified", staff=_export)
    yield State("empty-export-with-names", "export_identified", staff=_export, sent={})


def _draft(rows: list[Any]) -> Scene:
    member = office().member(Role.REVIEWER)
    member.client.get(f"/clinic/matters/{matter_of(member, answers=answered()).pk}/")
    member.client.get("/clinic/")
    table = Table(tuple(HEADS), tuple(tuple(row) for row in rows))
    draft = keep_draft(draft_content(table), organization_id=member.organization.pk, user_id=member.user.pk)
    return Scene(member.client, f"{AT}import/{draft.pk}/")


def _done() -> Scene:
    scene = _draft(ROWS)
    scene.client.post(scene.path)
    return scene


def _export() -> Scene:
    return Scene(just_proved(office().member(Role.REVIEWER)), f"{AT}export/with-names/")
