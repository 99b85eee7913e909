"""The petition or application on the court's own form: what is drawn in it."""

from __future__ import annotations

from dataclasses import dataclass

from petitions.documents.case_sheet import CaseSheet
from petitions.documents.official.form import OfficialForm
from petitions.documents.official.items import Item
from petitions.documents.official.values import texts, ticks

TITLE = "Petition/Application (Health and Safety Code, § 11361.8), Adult Crimes"


@dataclass(frozen=True, slots=True)
class OfficialPetition:
    """The form, the text of each item and the boxes to mark; where a text is set follows from its width."""

    form: OfficialForm
    texts: tuple[tuple[Item, str], ...]
    ticks: tuple[Item, ...]
    defendant: str
    case_number: str | None

    @property
    def title(self) -> str:
        """Return the name of the form."""
        return TITLE


def official_petition(sheet: CaseSheet, *, form: OfficialForm) -> OfficialPetition:
    """Fill the form for one case."""
    found = texts(sheet, items=form.items)
    return OfficialPetition(
        form=form,
        texts=tuple(found.items()),
        ticks=ticks(sheet),
        defendant=found[Item.DEFENDANT],
        case_number=found.get(Item.CASE_NUMBER),
    )
