"""What a page of other help is made of: ways, what each rests on and how sure that is, and who helps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.fallbacks import StepWords
from petitions.interview.wording.outcomes import Text


class Sure(StrEnum):
    """How well a way is known."""

    READ = "read"
    FORM = "form"
    SUMMARY = "summary"
    NOT_READ = "not_read"


_SAID: dict[Sure, Text] = {
    Sure.READ: _("We have read this in the law or on an official page."),
    Sure.FORM: _("We have read this on the court’s form of 2019. The form is newer now, so check it."),
    Sure.SUMMARY: _("We have read a summary, not the law itself. Check it before you rely on it."),
    Sure.NOT_READ: _("We have not read this law ourselves. Ask before you rely on it."),
}


@dataclass(frozen=True, slots=True)
class Way:
    """One thing that a person may be able to do, with its law; blank and None where no law is needed."""

    words: StepWords
    citation: str = ""
    sure: Sure | None = None

    @property
    def how_sure(self) -> Text:
        """Say how well it is known."""
        return _SAID[self.sure] if self.sure else ""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """One page. ``meaning`` is two sentences, ``citation`` what they rest on."""

    slug: str
    title: Text
    meaning: Text
    citation: str
    ways: tuple[Way, ...]
    helpers: tuple[StepWords, ...]
    in_california: bool = True
    """False where no court or public defender of a California county has anything to do."""
