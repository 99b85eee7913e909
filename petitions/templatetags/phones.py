"""Writes a telephone number as a device dials it."""

from __future__ import annotations

from django import template

register = template.Library()
_COUNTRY = "+1"


@register.filter
def dialed(number: str) -> str:
    """Return the digits of a Californian number, after those of the country: (510) 272-6600 is +15102726600."""
    return _COUNTRY + "".join(character for character in number if character.isdigit())
