"""What is published on cases that courts cleared in bulk, for the counties of a record, and how to check."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.formats import number_format

from petitions.courts.directory import Directory, MassRelief, Source
from petitions.interview.county_places import Clerk, clerk_of, county_names
from petitions.interview.said import date_in_words
from petitions.interview.wording import cleared as words
from petitions.law.determinations import Determination, Determinations
from petitions.law.facts import Record
from petitions.law.terms import Outcome, Track

_CHECK_FIRST = "CHECK_FIRST"
_WORTH_CHECKING = frozenset(Outcome) - {
    Outcome.NOT_A_CONVICTION,
    Outcome.NOT_COVERED_DATE,
    Outcome.NOT_COVERED_JURISDICTION,
    Outcome.NOT_COVERED_SECTION,
    Outcome.JUVENILE_REDUCE,
}


@dataclass(frozen=True, slots=True)
class Published:
    """One published figure in a sentence, with the page it was read on."""

    sentence: str
    site: str
    url: str


@dataclass(frozen=True, slots=True)
class AlreadyCleared:
    """What was cleared in bulk, and whom to ask."""

    published: tuple[tuple[str, tuple[Published, ...]], ...]
    """Per county that has figures, by name."""
    statewide: tuple[Published, ...]
    """Shown where no county has figures."""
    clerks: tuple[Clerk, ...]


def already_cleared(
    record: Record, determinations: Determinations, directory: Directory
) -> AlreadyCleared | None:
    """Return what to know; None where no conviction could have been cleared in bulk."""
    checked = worth_checking(determinations)
    if not checked:
        return None
    counties = county_names((one.county for one in record.convictions if one.id in checked), directory)
    published = tuple((county, _of_county(county, directory)) for county in counties)
    published = tuple((county, found) for county, found in published if found)
    return AlreadyCleared(
        published=published,
        statewide=() if published else _of_the_state(directory),
        clerks=tuple(clerk for county in counties if (clerk := clerk_of(county, directory))),
    )


def worth_checking(determinations: Determinations) -> frozenset[str]:
    """Return the ids of the convictions that a court may have changed on its own."""
    return frozenset(one.conviction for one in determinations.determinations if _is_worth_checking(one))


def _is_worth_checking(determination: Determination) -> bool:
    by_law = determination.outcome in _WORTH_CHECKING and determination.track is not Track.JUVENILE_M
    return by_law or _CHECK_FIRST in determination.warnings


def _of_county(county: str, directory: Directory) -> tuple[Published, ...]:
    shown = [one for one in directory.mass_relief(county) if one.unit in words.SENTENCES]
    return tuple(_published(one) for one in sorted(shown, key=lambda one: one.date))


def _published(one: MassRelief) -> Published:
    sentence = str(words.SENTENCES[one.unit or ""])
    said = {"when": _when(one), "number": _number(one.number)}
    return Published(sentence % said, *_page(one.source))


def _of_the_state(directory: Directory) -> tuple[Published, ...]:
    by_unit = {one.unit: one for one in directory.statewide_relief}
    done, every = by_unit.get(words.STATE_DONE), by_unit.get(words.STATE_ALL)
    if done is None or every is None:
        return ()
    said = {"when": _when(done), "done": _number(done.number), "all": _number(every.number)}
    return (Published(str(words.STATEWIDE) % said, *_page(done.source)),)


def _when(one: MassRelief) -> str:
    """Say the month: a day would promise more than the sources do."""
    return date_in_words(one.date[:7])


def _number(number: float | None) -> str:
    if number is None:
        return ""
    whole = int(number) if number == int(number) else number
    return str(number_format(whole, use_l10n=True, force_grouping=True))


def _page(source: Source) -> tuple[str, str]:
    """Return the site and the address of the first page that a source names; blanks where it names none."""
    urls = (part for part in source.text.split() if part.startswith("https://"))
    url = next(urls, "")
    return urlsplit(url).netloc.removeprefix("www."), url
