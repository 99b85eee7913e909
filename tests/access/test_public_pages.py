"""A page wants a sign-in unless it stands in the exact list of public ones; queries of tenants stay where they belong."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

from tests.access.rows.gathered import STAFF_ROWS
from tests.access.test_routes import ROWS

PETITIONS = Path(settings.BASE_DIR) / "petitions"
MAY_QUERY = ("records", "access", "migrations", "management")
"""Packages in which a model's manager may be used."""


def patterns(found: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for one in found:
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns)
        else:
            yield one


def test_the_public_pages_are_exactly_those_of_the_public_table() -> None:
    every = list(patterns(get_resolver().url_patterns))
    public = {str(one.name) for one in every if not getattr(one.callback, "login_required", True)}
    assert public == {row.name for row in ROWS}
    assert public.isdisjoint({row.name for row in STAFF_ROWS})


def is_query(node: ast.AST) -> bool:
    """Say whether this leads to rows: a manager, by whatever name the model goes, or the database itself."""
    if not isinstance(node, ast.Attribute):
        return False
    is_of_a_file = isinstance(node.value, ast.Name) and node.value.id == "pdf"  # whose parts are objects too
    return node.attr in ("_default_manager", "_base_manager", "cursor") or (
        node.attr == "objects" and not is_of_a_file
    )


def test_no_query_is_made_outside_of_records_and_access() -> None:
    found = [
        f"{path.relative_to(PETITIONS)}:{node.lineno}"
        for path in PETITIONS.rglob("*.py")
        if path.relative_to(PETITIONS).parts[0] not in MAY_QUERY
        for node in ast.walk(ast.parse(path.read_text()))
        if is_query(node)
    ]
    assert found == []


@pytest.mark.parametrize(
    "source",
    [
        "Matter.objects",
        "type(row)._default_manager",
        "models.Matter.objects",
        "connection.cursor",
        "row._base_manager",
    ],
)
def test_a_query_is_found_however_it_is_written(source: str) -> None:
    assert [node for node in ast.walk(ast.parse(source)) if is_query(node)]
