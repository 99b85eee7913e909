"""The law's sentences by code, in the person's language."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.needs import NEEDS

_UNKNOWN_FACT = "U_"
_DECIDES = _("The law decides this from what you told us.")
_STILL_OPEN = _("This is still open: %(fact)s.")


def sentence_of(code: str) -> str:
    """Return the law's sentence for a code; empty where it has none."""
    sentence = _sentences().get(code)
    return gettext(sentence) if sentence else ""


def reason_sentence(code: str) -> str:
    """Return the sentence of a reason; a code without one is said as plainly as its name allows."""
    fact = NEEDS.get(code.removeprefix(_UNKNOWN_FACT).lower()) if code.startswith(_UNKNOWN_FACT) else None
    if sentence := sentence_of(code):
        return sentence
    return str(_STILL_OPEN) % {"fact": fact.name} if fact else str(_DECIDES)


def _sentences() -> Mapping[str, str]:
    name = "petitions.law.texts"
    return import_module(name).SENTENCES if find_spec(name) else {}
