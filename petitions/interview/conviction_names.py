"""What a conviction is called on the result page: what and when in plain words, the rest in small print."""

from __future__ import annotations

from django.utils.translation import gettext

from petitions.interview.wording import crimes as words
from petitions.interview.wording.outcomes import Text
from petitions.law.facts import Conviction, Span
from petitions.law.terms import Disposition, Prefix

_HEALTH_AND_SAFETY = ("HS", None)
_WITHOUT_CONVICTION: dict[Disposition | None, Text] = {
    Disposition.ARREST_ONLY: words.ARREST,
    Disposition.DIVERTED: words.DIVERSION,
}


def name_of(conviction: Conviction) -> str:
    """Say what and when, like "Growing marijuana, 2001"."""
    crime = str(_crime(conviction))
    year = _year(conviction.offense_date) or _year(conviction.conviction_date)
    return str(words.WITH_YEAR) % {"crime": crime, "year": year} if year else crime


def small_print(conviction: Conviction) -> str:
    """Say the county, the code, the prefix and the class, as far as they are known."""
    county = gettext("%(county)s County") % {"county": conviction.county} if conviction.county else ""
    prefix = words.PREFIXES.get(conviction.prefix) if conviction.prefix else None
    level = words.LEVELS[conviction.level] if conviction.level else None
    return " · ".join(str(part) for part in (county, _code(conviction), prefix, level) if part)


def _crime(conviction: Conviction) -> Text:
    if conviction.section is None:
        return _WITHOUT_CONVICTION.get(conviction.disposition, words.UNKNOWN_CRIME)
    if conviction.code not in _HEALTH_AND_SAFETY or conviction.prefix is Prefix.ACCESSORY:
        return words.OTHER_CRIME
    if conviction.section == "11360" and conviction.conduct:
        return words.BY_CONDUCT[conviction.conduct]
    if conviction.section == "11357" and conviction.drug_form in words.BY_FORM:
        return words.BY_FORM[conviction.drug_form]
    return words.BY_SECTION.get(conviction.section, words.OTHER_CRIME)


def _year(span: Span | None) -> str:
    return str(span.first.year) if span and span.first.year == span.last.year else ""


def _code(conviction: Conviction) -> str:
    if conviction.section is None:
        return ""
    letter = f"({conviction.subdivision})" if conviction.subdivision else ""
    return f"{conviction.code or ''} {conviction.section}{letter}".strip()
