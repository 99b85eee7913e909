"""Decides whether settings are safe enough to serve people, and refuses to start where they are not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.core.exceptions import ImproperlyConfigured

from clearrecord import development

_REFUSAL = "This site does not start, because it would not be safe:"
_SHORTEST_SECRET = 50
_FEWEST_CHARACTERS = 5


def refuse_unsafe(*, debug: bool, secret: str, hosts: Sequence[str], keys: str) -> None:
    """Raise ImproperlyConfigured with every problem at once; no value is repeated."""
    problems = [*_problems(debug=debug, secret=secret, hosts=hosts, keys=keys)]
    if problems:
        raise ImproperlyConfigured("\n".join([_REFUSAL, *problems]))


def _problems(*, debug: bool, secret: str, hosts: Sequence[str], keys: str) -> Iterator[str]:
    if debug:
        yield "- DEBUG is on. Unset it."
    if _is_weak(secret):
        yield "- SECRET_KEY is missing, short or a default. Set 50 or more random characters."
    if not hosts:
        yield "- ALLOWED_HOSTS is missing. Name the hosts of this site, with commas."
    if any("*" in host for host in hosts):
        yield "- ALLOWED_HOSTS has a *. Name each host."
    if not keys:
        yield "- CLEARRECORD_KEYS is missing. Set NAME:KEY, where KEY is 32 random bytes in base64."
    if _has_development_key(keys):
        yield "- CLEARRECORD_KEYS has a development key. Make a key for this site alone."


def _is_weak(secret: str) -> bool:
    is_default = secret.startswith((development.SECRET_PREFIX, "django-insecure"))
    return is_default or len(secret) < _SHORTEST_SECRET or len(set(secret)) < _FEWEST_CHARACTERS


def _has_development_key(keys: str) -> bool:
    return any(part.strip().startswith(f"{development.KEY_ID}:") for part in keys.split(","))
