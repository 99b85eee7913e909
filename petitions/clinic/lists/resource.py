"""Reads the rows of a list one by one, with django-import-export: what each says, or why it cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

import tablib
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from import_export import resources
from import_export.instance_loaders import BaseInstanceLoader
from import_export.results import RowResult

from petitions.clinic.desk.changes import apply_cells
from petitions.clinic.desk.pasting import read_choice
from petitions.clinic.lists.columns import PERSON, column_named
from petitions.clinic.lists.files import Table
from petitions.interview.answers import new_answers

NO_NAME = _("Give the name on the case")
_LANGUAGES = {"es": "es", "spanish": "es", "espanol": "es", "español": "es"}


@dataclass
class ListedCount:
    """One row: whose it is, in which language, and the cells it fills, of the person and of the count."""

    reference: str = ""
    name: str = ""
    language: str = "en"
    person: dict[str, dict[str, str]] = field(default_factory=dict)
    count: dict[str, dict[str, str]] = field(default_factory=dict)

    @property
    def owner(self) -> str:
        """Return what tells one petitioner from another within the file."""
        place = self.person.get("mail", {})
        return self.reference.casefold() or "|".join((self.name, *map(str, place.values()))).casefold()


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row with what was read of it, or the sentences why it cannot be, by head."""

    number: int
    texts: tuple[str, ...]
    count: ListedCount | None
    errors: Mapping[str, str]


class CountResource(resources.Resource):
    """Turns rows into counts; a row of which one cell cannot be read is invalid as a whole. It stores nothing itself."""

    class Meta:
        instance_loader_class = BaseInstanceLoader
        skip_diff = True
        use_transactions = False
        store_instance = True

    def __init__(self, *, on: date) -> None:
        super().__init__()
        self.on = on

    def get_or_init_instance(self, _loader: Any, _row: Any) -> tuple[ListedCount, bool]:
        """Begin a count."""
        return ListedCount(), True

    def import_instance(self, instance: ListedCount, row: Mapping[str, str], **_named: Any) -> None:
        """Fill it from the cells of the row; raise ValidationError with a sentence for each bad head."""
        heads = {head: text for head, text in row.items() if text}
        for head, text in heads.items():
            _take(instance, head, text)
        _whole_address(instance)
        errors = {} if instance.name else {"Name": str(NO_NAME)}
        errors |= _unread(instance, heads, on=self.on)
        if errors:
            raise ValidationError(errors)

    def validate_instance(
        self, instance: ListedCount, import_validation_errors: Any = None, **_named: Any
    ) -> None:
        """Refuse the row where a cell could not be read."""
        if import_validation_errors:
            raise ValidationError(import_validation_errors)

    def save_instance(self, *_: Any, **__: Any) -> None:
        """Store nothing: a petitioner is stored with all their rows, on a yes."""

    def save_m2m(self, *_: Any, **__: Any) -> None:
        """Store nothing."""


def read_rows(table: Table, *, on: date) -> tuple[ReadRow, ...]:
    """Read every row of a table."""
    heads = _unique(table.heads)
    width = len(heads)
    data = tablib.Dataset(*[(*row, *[""] * width)[:width] for row in table.rows], headers=heads)
    result = CountResource(on=on).import_data(data, dry_run=True, raise_errors=False)
    return tuple(
        _read(number, row, found)
        for number, (row, found) in enumerate(zip(table.rows, result.rows, strict=True), start=1)
    )


def kept_row(row: ReadRow) -> dict[str, Any]:
    """Return a row as a draft keeps it."""
    return asdict(row)


def row_kept(kept: Mapping[str, Any]) -> ReadRow:
    """Return the row that a draft keeps."""
    count = ListedCount(**kept["count"]) if kept["count"] else None
    return ReadRow(kept["number"], tuple(kept["texts"]), count, kept["errors"])


def _read(number: int, texts: tuple[str, ...], found: RowResult) -> ReadRow:
    if found.import_type == RowResult.IMPORT_TYPE_NEW:
        return ReadRow(number, texts, found.instance, {})
    if found.validation_error is not None:
        told = found.validation_error.message_dict
        return ReadRow(number, texts, None, {head: sentences[0] for head, sentences in told.items()})
    return ReadRow(
        number, texts, None, {"": gettext("We could not read this row. Check it, and hand it in again")}
    )


def _take(instance: ListedCount, head: str, text: str) -> None:
    column = column_named(head)
    if column is None:
        return
    if column.key == "reference":
        instance.reference = text
    elif column.key == "language":
        instance.language = _LANGUAGES.get(text.casefold(), "en")
    elif column.question in PERSON:
        instance.person.setdefault(column.question, {})[column.control] = text
        instance.name = text if column.key == "name" else instance.name
    else:
        control = read_choice(column.question, text) if column.control == "answer" else text
        instance.count.setdefault(column.question, {})[column.control] = control


def _whole_address(instance: ListedCount) -> None:
    """Say that there is an address, where one is given; California where the state is left out."""
    mail = instance.person.get("mail")
    if mail:
        mail["answer"] = "yes"
        mail.setdefault("part_state", "CA")


def _unread(instance: ListedCount, heads: Mapping[str, str], *, on: date) -> dict[str, str]:
    """Return the sentence for each cell that cannot be read, by the head under which it stands."""
    sent: dict[str, Mapping[str, Any]] = {f"you.{key}": cell for key, cell in instance.person.items()}
    sent |= {f"c1.{key}": cell for key, cell in instance.count.items()}
    found = apply_cells(new_answers(), sent, on=on)
    told: dict[str, str] = {}
    for cell, sentence in found.errors.items():
        key = cell.partition(".")[2]
        head = next((one for one in heads if (column := column_named(one)) and column.question == key), key)
        told[head] = sentence
    return told


def _unique(heads: tuple[str, ...]) -> list[str]:
    """Return the heads, numbered where one stands twice; a blank one says nothing."""
    seen: dict[str, int] = {}
    found = []
    for head in heads:
        seen[head] = seen.get(head, 0) + 1
        found.append(head if seen[head] == 1 else f"{head} {seen[head]}")
    return found
