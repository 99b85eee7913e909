"""The rows of import and export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from petitions.access.roles import Action
from petitions.clinic.lists.files import Table
from petitions.clinic.lists.views import draft_content
from petitions.records.matters.importing import keep_draft
from petitions.records.matters.models import ImportDraft
from tests.access.rows.shape import NOT_ALLOWED, OK, StaffRow, World

LIST = Table(("Name", "Code"), (("Testa Example", "11359"), ("Testa Second", "weed")))


def of_draft(world: World) -> Mapping[str, Any]:
    """Hand a list in, as the admin; it is that member's alone."""
    admin = world.ours.member("admin")
    found = ImportDraft.objects.filter(user=admin.user).first()
    draft = found or keep_draft(
        draft_content(LIST), organization_id=admin.organization.pk, user_id=admin.user.pk
    )
    return {"draft": draft.pk}


ROWS = (
    StaffRow("lists", Action.IMPORT),
    StaffRow("import_template", Action.IMPORT, parts=lambda _world: {"kind": "csv"}, names=False),
    StaffRow("import_file", Action.IMPORT, get="/clinic/lists/", post=OK),
    StaffRow("import_draft", Action.IMPORT, post="/clinic/lists/import/", parts=of_draft, only="admin"),
    StaffRow("import_bad", Action.IMPORT, parts=of_draft, only="admin"),
    StaffRow("export_plain", Action.EXPORT, get=NOT_ALLOWED, post=OK),
    StaffRow("export_identified", Action.EXPORT, post=OK, fresh=True),
)
