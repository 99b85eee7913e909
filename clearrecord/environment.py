"""Reads the settings that the environment may give, without ever repeating a value in an error."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ImproperlyConfigured

_YES = frozenset({"1", "true", "yes", "on"})
_NO = frozenset({"", "0", "false", "no", "off"})
_SHORTEST_TOKEN = 32


def text(values: Mapping[str, str], name: str, *, default: str = "") -> str:
    """Return a setting; the default when it is absent or empty."""
    return values.get(name, "").strip() or default


def secret(values: Mapping[str, str], name: str) -> str:
    """Return a token, or nothing; refuse one that could be guessed."""
    given = text(values, name)
    if given and (len(given) < _SHORTEST_TOKEN or not given.isascii() or not given.isprintable()):
        raise ImproperlyConfigured(f"{name}: write {_SHORTEST_TOKEN} or more random letters and digits.")
    return given


def names(values: Mapping[str, str], name: str, *, default: str = "") -> list[str]:
    """Return a list that is written with commas."""
    return [part.strip() for part in text(values, name, default=default).split(",") if part.strip()]


def flag(values: Mapping[str, str], name: str) -> bool:
    """Return a yes or no; refuse anything else."""
    given = text(values, name).lower()
    if given not in _YES | _NO:
        raise ImproperlyConfigured(f"{name}: write 1 for yes or 0 for no.")
    return given in _YES


def whole_number(values: Mapping[str, str], name: str, *, default: int) -> int:
    """Return a number of one or more; refuse anything else."""
    given = text(values, name, default=str(default))
    if not (given.isascii() and given.isdigit() and int(given) >= 1):
        raise ImproperlyConfigured(f"{name}: write a whole number of 1 or more.")
    return int(given)


def one_of(values: Mapping[str, str], name: str, *, choices: tuple[str, ...]) -> str:
    """Return one of the choices, the first by default; refuse anything else."""
    given = text(values, name, default=choices[0])
    if given not in choices:
        raise ImproperlyConfigured(f"{name}: write one of {', '.join(choices)}.")
    return given
