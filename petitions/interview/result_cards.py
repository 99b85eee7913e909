"""The card of one conviction on the result page: what the law gives it, why, and what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from petitions.courts.directory import Directory
from petitions.interview.conviction_names import name_of, small_print
from petitions.interview.county_places import PublicDefender, defender_of
from petitions.interview.other_help.choice import help_for
from petitions.interview.other_help.shapes import HelpPage
from petitions.interview.questions import question_for
from petitions.interview.relief_scale import Scale, scale_of
from petitions.interview.wording.fallbacks import StepWords
from petitions.interview.wording.needs import need_words
from petitions.interview.wording.outcomes import Text, words_of
from petitions.interview.wording.sentences import reason_sentence
from petitions.interview.wording.steps import steps_for
from petitions.interview.wording.warnings import FOR_EVERY_CASE, WarningWords, warning_words
from petitions.law.determinations import Determination, Reason
from petitions.law.facts import Conviction
from petitions.law.terms import Outcome, Status, Track

ChangeUrl = Callable[[str, str], str]
Answered = Mapping[str, str]
_DEFENDER_FIRST = "PUBLIC_DEFENDER_FIRST"


@dataclass(frozen=True, slots=True)
class Said:
    """An answer that decided something, and where to change it."""

    name: str
    answer: str
    change_url: str


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason: its sentence, what it rests on, and the answers that decided it."""

    sentence: str
    citation: str
    said: tuple[Said, ...]
    is_opening: bool = False
    """True where it says that a fact is open."""


@dataclass(frozen=True, slots=True)
class OpenFact:
    """A fact that would settle the answer: its name, where to find it, and where to answer."""

    name: Text
    where: Text
    change_url: str


@dataclass(frozen=True, slots=True)
class ConvictionCard:
    """Everything that the page says of one conviction."""

    number: int
    title: str
    small_print: str
    status: Status
    headline: Text
    meaning: Text
    scale: Scale | None
    reasons: tuple[ReasonLine, ...]
    open_facts: tuple[OpenFact, ...]
    notes: tuple[WarningWords, ...]
    defender: PublicDefender | None
    steps: tuple[StepWords, ...]
    help_page: HelpPage | None


@dataclass(frozen=True, slots=True)
class CardSources:
    """What cards are made from beside the determination, by conviction id: what was said, what would settle it."""

    directory: Directory
    answered: Mapping[str, Answered]
    settling: Mapping[str, tuple[str, ...]]
    change_url: ChangeUrl


def card_of(
    determination: Determination, conviction: Conviction, *, number: int, sources: CardSources
) -> ConvictionCard:
    """Return the card of one conviction."""
    words = words_of(determination.outcome, track=determination.track)
    open_facts = _open_facts(determination, sources)
    return ConvictionCard(
        number=number,
        title=name_of(conviction),
        small_print=small_print(conviction),
        status=determination.status,
        headline=words.headline,
        meaning=words.meaning,
        scale=scale_of(determination, conviction),
        reasons=tuple(_reason(reason, conviction.id, sources) for reason in determination.reasons),
        open_facts=open_facts,
        notes=_notes(determination),
        defender=_defender(determination, conviction, sources.directory),
        steps=steps_for(
            determination.outcome,
            determination.fallbacks,
            track=determination.track,
            has_needs=bool(open_facts),
        ),
        help_page=help_for(determination, conviction),
    )


def _reason(reason: Reason, conviction: str, sources: CardSources) -> ReasonLine:
    answers = sources.answered.get(conviction, {})
    said = (_said(fact, conviction, answers, sources.change_url) for fact in reason.facts)
    by_page = {one.change_url: one for one in said if one}
    return ReasonLine(
        sentence=reason_sentence(reason.code),
        citation="; ".join(reason.citations),
        said=tuple(by_page.values()),
        is_opening=reason.code.startswith("U_"),
    )


def _said(fact: str, conviction: str, answers: Answered, change_url: ChangeUrl) -> Said | None:
    question, url = question_for(fact), change_url(conviction, fact)
    if question is None or not url or not answers.get(fact):
        return None
    return Said(gettext(question.short), answers[fact], url)


def _open_facts(determination: Determination, sources: CardSources) -> tuple[OpenFact, ...]:
    """Return what would settle it, the most decisive first; facts of one page only once."""
    if not _is_open(determination):
        return ()
    found: dict[str, OpenFact] = {}
    for fact in sources.settling.get(determination.conviction, ()):
        words, url = need_words(fact), sources.change_url(determination.conviction, fact)
        found.setdefault(str(words.name), OpenFact(words.name, words.where, url))
    return tuple(found.values())


def _is_open(determination: Determination) -> bool:
    """Say whether one more fact could still change what the card says."""
    is_range = determination.floor is not determination.ceiling
    for_review = determination.outcome is Outcome.NEEDS_REVIEW or determination.track is Track.NEEDS_REVIEW
    return is_range or for_review


def _notes(determination: Determination) -> tuple[WarningWords, ...]:
    """Return the warnings of this card; the public defender has a place of its own."""
    codes = (code for code in determination.warnings if code not in (*FOR_EVERY_CASE, _DEFENDER_FIRST))
    return tuple(dict.fromkeys(warning_words(code) for code in codes))


def _defender(
    determination: Determination, conviction: Conviction, directory: Directory
) -> PublicDefender | None:
    """Return whom to call first while a sentence is still served."""
    if determination.track is not Track.PETITION_A and _DEFENDER_FIRST not in determination.warnings:
        return None
    county = directory.county(conviction.county or "")
    return defender_of(county.name if county else "", directory)
