"""Goes through all migrations of a new database, with a row of each kind at each step: there, back one, and there again.

``main`` runs in a process of its own, once Django is set up: DATABASE_URL names the database, which is empty.
"""

from __future__ import annotations

import base64
import hashlib
from datetime import timedelta
from typing import Any

from django.db import connection, models
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

Kept = dict[str, list[dict[str, Any]]]
OURS = "petitions"


def main() -> None:
    """Go through."""
    before: Kept = {}
    steps = names()
    migrate(None)
    for number, name in enumerate(steps):
        state = migrate(name)
        assert missing(before, rows(state)) == [], (name, missing(before, rows(state)))
        fill(state)
        before = rows(state)
        if number:
            earlier = steps[number - 1]
            back = rows(migrate(earlier))
            assert set(back) <= set(before), (name, earlier)
            assert missing(back, before) == [], (name, earlier, missing(back, before))
            assert all(len(back[kind]) == len(before[kind]) for kind in back), (name, earlier)
            state = migrate(name)
            assert missing(back, rows(state)) == [], (name, "again")
            fill(state)
            before = rows(state)
        print(name, len(before), sum(map(len, before.values())))
    migrate(None)
    left = [table for table in connection.introspection.table_names() if table.startswith(OURS)]
    assert not left, left


def names() -> list[str]:
    """Return our migrations in their order."""
    graph = MigrationExecutor(connection).loader.graph
    [last] = graph.leaf_nodes(OURS)
    return [name for app, name in graph.forwards_plan(last) if app == OURS]


def migrate(name: str | None) -> Any:
    """Go to a migration, or to none; return the models as they are there."""
    executor = MigrationExecutor(connection)
    executor.migrate([(OURS, name)])
    return MigrationExecutor(connection).loader.project_state([(OURS, name)]).apps if name else None


def kinds(state: Any) -> list[Any]:
    """Return our models, each after those that it points to."""
    left, found = [one for one in state.get_models() if one._meta.app_label == OURS], []
    while left:
        ready = [one for one in left if not needed(one) & {*left} - {one}]
        assert ready, left
        found += ready
        left = [one for one in left if one not in ready]
    return found


def needed(model: Any) -> set[Any]:
    return {one.related_model for one in model._meta.concrete_fields if one.is_relation and not one.null}


def fill(state: Any) -> None:
    """Have a row of each kind."""
    for model in kinds(state):
        first_of(model)


def first_of(model: Any) -> Any:
    """Return a row of a kind; make it where there is none."""
    made = model.objects.first()
    fields = model._meta.concrete_fields
    return made or model.objects.create(**{one.name: value for one in fields for value in values(one)})


def values(field: Any) -> list[Any]:
    """Return a value for a field; none where it makes one itself."""
    if isinstance(field, models.AutoField) or field.null:
        return []
    if field.is_relation:
        return [first_of(field.related_model)]
    if field.choices:
        return [field.choices[0][0]]
    return [plain(field)]


def plain(field: Any) -> Any:
    """Return a value that says which field it is for."""
    mark = hashlib.sha256(field.name.encode()).hexdigest()
    made = {
        models.BinaryField: mark.encode(),
        models.BooleanField: True,
        models.DateTimeField: timezone.now() + timedelta(days=1),
        models.DateField: timezone.localdate(),
        models.JSONField: {"mark": mark},
        models.UUIDField: mark[:32],
        models.EmailField: f"{mark[:8]}@example.org",
        models.IntegerField: 3,
        models.CharField: mark[: field.max_length or 64],
        models.TextField: mark,
    }
    return next(value for kind, value in made.items() if isinstance(field, kind))


def rows(state: Any) -> Kept:
    """Return all of our rows, by kind."""
    return {
        one.__name__: [readable(row) for row in one.objects.order_by("pk").values()] for one in kinds(state)
    }


def readable(row: dict[str, Any]) -> dict[str, Any]:
    return {
        name: base64.b64encode(bytes(value)) if isinstance(value, bytes | memoryview) else value
        for name, value in row.items()
    }


def missing(before: Kept, after: Kept) -> list[str]:
    """Name each value that was there and is not any more, where its kind and its field still exist."""
    found = []
    for kind, old in before.items():
        now = {row_id(row): row for row in after.get(kind, [])}
        for row in old if kind in after else []:
            there = now.get(row_id(row))
            if there is None:
                found.append(f"{kind} is lost")
                continue
            found += [f"{kind}.{name}" for name in row.keys() & there.keys() if row[name] != there[name]]
    return found


def row_id(row: dict[str, Any]) -> Any:
    return next(iter(row.values()))
