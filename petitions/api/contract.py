"""The schemas of what is sent and answered, as OpenAPI has them: the same files that describe the commands."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "schemas"
_LOCAL, _SHARED = "#/$defs/", "#/components/schemas/"
_SENTENCE = {"type": "string", "description": "What is wrong and what to do next; never what was sent."}
PROBLEMS = {
    "type": "object",
    "required": ["problems"],
    "properties": {
        "problems": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["path", "sentence"],
                "properties": {"path": {"type": "string"}, "sentence": _SENTENCE},
            },
        }
    },
}


@cache
def components() -> dict[str, Any]:
    """Return every schema by its name in the description of the API."""
    found: dict[str, Any] = {"Problems": PROBLEMS}
    for name in ("record", "determination"):
        schema = json.loads((_FOLDER / f"{name}.schema.json").read_text(encoding="utf-8"))
        title = name.capitalize()
        parts = {key: value for key, value in schema.items() if key not in ("$schema", "$defs")}
        found[title] = _pointed(parts, at=title)
        for part, value in schema["$defs"].items():
            found[f"{title}_{part}"] = _pointed(value, at=title)
    return found


def named(name: str) -> dict[str, str]:
    """Return the reference to a schema."""
    return {"$ref": _SHARED + name}


def answers(of: dict[str, Any], *, content_type: str = "application/json", said: str) -> dict[Any, Any]:
    """Return what an operation may answer."""
    problems = {"application/json": {"schema": named("Problems")}}
    return {
        200: {"description": said, "content": {content_type: {"schema": of}}},
        400: {"description": "Something that was sent cannot be used.", "content": problems},
        401: {"description": "The token is missing or works no more.", "content": problems},
        413: {"description": "More was sent than is taken at once.", "content": problems},
        429: {
            "description": "Too much was asked within a minute; Retry-After says when to go on.",
            "content": problems,
        },
        503: {"description": "The papers could not be printed now.", "content": problems},
    }


def body(schema: dict[str, Any]) -> dict[str, Any]:
    """Return what an operation takes."""
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def _pointed(value: Any, *, at: str) -> Any:
    if isinstance(value, dict):
        return {key: _pointed(part, at=at) for key, part in value.items()}
    if isinstance(value, list):
        return [_pointed(part, at=at) for part in value]
    return value.replace(_LOCAL, f"{_SHARED}{at}_") if isinstance(value, str) else value
