"""The filled form as words, for whoever cannot see its page: its items in their order, then what is attached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.template.loader import render_to_string

from petitions.documents.forms.official_petition import OfficialPetition
from petitions.documents.official.items import BLANK_LABELS, BOX_LABELS, LABELS, SECTIONS, Item, Kind
from petitions.documents.official.measured import SetTexts

STAMP, SIGNATURE = "Stamp of the clerk", "Signature"
"""Places without an item: every edition prints them, and nothing is ever put there."""
_LABELS = {**LABELS, **BOX_LABELS, **BLANK_LABELS}
_MARKED = {True: "marked", False: "not marked"}
_GROUPS: tuple[tuple[str, tuple[Item | str, ...]], ...] = (
    (
        "Who files",
        (
            Item.NAME,
            Item.BAR_NUMBER,
            Item.FIRM,
            Item.STREET,
            Item.CITY,
            Item.STATE,
            Item.ZIP,
            Item.PHONE,
            Item.FAX,
            Item.EMAIL,
            Item.ATTORNEY_FOR,
        ),
    ),
    ("The court", (Item.COUNTY, Item.COURT_STREET, Item.COURT_MAILING_ADDRESS, Item.COURT_CITY_ZIP)),
    ("The case", (Item.DEFENDANT, Item.CASE_NUMBER)),
    ("Title", (Item.TITLE_PETITION, Item.TITLE_APPLICATION)),
    ("For the court to fill in", (STAMP, Item.COURT_DATE, Item.COURT_TIME, Item.COURT_DEPARTMENT)),
    ("1. Sections of the convictions", tuple(SECTIONS.values())),
    ("2. Request", (Item.REQUEST_PETITION, Item.REQUEST_APPLICATION)),
    ("3. Judge", (Item.WAIVE_ORIGINAL_JUDGE,)),
    ("4. Hearing", (Item.WAIVE_APPEARANCE,)),
    ("Signature", (Item.SIGNATURE_DATE, Item.PRINTED_NAME, SIGNATURE)),
)


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """One item with its value; ``text`` None: its place is blank. ``is_typed``: the value is the petitioner's."""

    label: str
    text: str | None
    is_typed: bool = False


@dataclass(frozen=True, slots=True)
class SpokenGroup:
    """The items that stand together on the form."""

    heading: str
    lines: tuple[SpokenLine, ...]


def official_words(content: OfficialPetition, *, texts: SetTexts) -> str:
    """Write the items and the attachment as HTML, as a part of a page."""
    said = {content.form.places[one.place][0]: one.text for one in texts.placed}
    return render_to_string(
        "documents/official_form_words.html",
        {"paper": content, "groups": tuple(_groups(content, said=said)), "attached": texts.attached},
    )


def _groups(content: OfficialPetition, *, said: dict[Item, str]) -> Iterator[SpokenGroup]:
    """Leave out what this edition does not print."""
    for heading, items in _GROUPS:
        lines = tuple(_lines(items, content=content, said=said))
        if lines:
            yield SpokenGroup(heading, lines)


def _lines(
    items: Iterable[Item | str], *, content: OfficialPetition, said: dict[Item, str]
) -> Iterator[SpokenLine]:
    for item in items:
        if not isinstance(item, Item):
            yield SpokenLine(item, None)
        elif item.kind is Kind.BLANK:
            yield SpokenLine(_LABELS[item], None)
        elif item not in content.form.items:
            continue
        elif item.kind is Kind.BOX:
            yield SpokenLine(_LABELS[item], _MARKED[item in content.ticks])
        else:
            yield SpokenLine(_LABELS[item], said.get(item), is_typed=True)
