"""In which language the script is read aloud: the petitioner's, or the one that was chosen on the page."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, get_language_info

from petitions.records.matters.models import Matter

_WORD = "in"


@dataclass(frozen=True, slots=True)
class Spoken:
    """The language that is read aloud, the volunteer's own, and the ways to read in another."""

    code: str
    own: str
    others: tuple[tuple[str, str, str], ...]
    """Code, its name in itself, and the query that chooses it."""

    @property
    def is_other(self) -> bool:
        """Say whether the volunteer reads another language than the page is in."""
        return self.code != self.own

    @property
    def name(self) -> str:
        """Return the language's name in itself."""
        return _name(self.code)


def chosen_in(request: HttpRequest) -> str:
    """Return the language that was chosen on the page; empty where none was."""
    given = request.GET.get(_WORD, "")
    return given if given in dict(settings.LANGUAGES) else ""


def spoken_in(request: HttpRequest, matter: Matter) -> Spoken:
    """Return the language to read in."""
    code, own = chosen_in(request) or matter.language, (get_language() or "en")[:2]
    others = tuple(
        (one, _name(one), urlencode({_WORD: one})) for one, _label in settings.LANGUAGES if one != code
    )
    return Spoken(code, own, others)


def in_the_chosen(request: HttpRequest, url: str) -> str:
    """Return an address that keeps the language that was chosen."""
    chosen = chosen_in(request)
    return f"{url}?{urlencode({_WORD: chosen})}" if chosen else url


def _name(code: str) -> str:
    return str(get_language_info(code)["name_local"]).capitalize()
