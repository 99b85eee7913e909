"""The effect of a review on people: who is left without a felony, without a conviction, without one in seven years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.documents.figures.figure import Text
from petitions.documents.figures.suppression import FEWEST, protected
from petitions.review.options import Review
from petitions.review.recounting import CHANGED, is_recounted
from petitions.review.tally import Tally
from petitions.review.tallying import AT_LEAST, AT_MOST, DISMISS_ALL, lane_names

LAW: Mapping[str, Text] = {
    AT_LEAST: _("The law, what is certain"),
    AT_MOST: _("The law, what is possible"),
    DISMISS_ALL: _("Dismiss all"),
}


@dataclass(frozen=True, slots=True)
class Effect:
    """What one lane does for people: how many get each of the four; None: hidden."""

    lane: str
    name: str
    some_relief: int | None
    no_felony: int | None
    no_conviction: int | None
    no_recent: int | None

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """Return the four in the order of the table."""
        return (self.some_relief, self.no_felony, self.no_conviction, self.no_recent)


@dataclass(frozen=True, slots=True)
class Now:
    """People as their records are today."""

    listed: int | None
    """With a conviction that the review looks at."""
    felony: int | None
    conviction: int | None
    recent: int | None

    @property
    def numbers(self) -> tuple[int | None, ...]:
        """Return the four in the order of the table."""
        return (self.listed, self.felony, self.conviction, self.recent)


@dataclass(frozen=True, slots=True)
class Impact:
    """All lanes beside each other; the first is the policy of the review, the second with changes of staff if any."""

    now: Now
    effects: tuple[Effect, ...]
    convictions: int | None
    felonies: int | None
    others: int | None

    def effect(self, lane: str) -> Effect:
        """Return the effect of a lane. Raises StopIteration where the review has no such lane."""
        return next(one for one in self.effects if one.lane == lane)


def lanes_of(tally: Tally, *, review: Review) -> dict[str, str]:
    """Return the name of each lane: the policy, with what staff changed where they did, the others, then the law."""
    names = {lane: gettext(one.title) for lane, one in zip(lane_names(review), review.policies, strict=True)}
    law = {lane: str(name) for lane, name in LAW.items()}
    if not is_recounted(tally):
        return {**names, **law}
    lane, policy = next(iter(names.items()))
    both = {
        lane: gettext("%(policy)s, as the policy decided") % {"policy": policy},
        CHANGED: gettext("%(policy)s, with changes by staff") % {"policy": policy},
    }
    return {**both, **{one: name for one, name in names.items() if one != lane}, **law}


def final_lane(tally: Tally, *, review: Review) -> str:
    """Return the lane of what will happen: the policy with what staff changed, where they changed anything."""
    return CHANGED if is_recounted(tally) else lane_names(review)[0]


def impact_of(tally: Tally, *, review: Review) -> Impact:
    """Return the effect of all lanes with every number."""
    return Impact(
        now=Now(
            tally.number("people listed"),
            tally.number("has felony"),
            tally.number("has conviction"),
            tally.number("has recent"),
        ),
        effects=tuple(_effect(tally, lane, name) for lane, name in lanes_of(tally, review=review).items()),
        convictions=tally.number("felonies listed") + tally.number("others listed"),
        felonies=tally.number("felonies listed"),
        others=tally.number("others listed"),
    )


def impact_for_public(found: Impact) -> Impact:
    """Return it without any number under 11, and without one from which such a number could be computed.

    What will happen stands first, so that of two numbers that are too near each other it is the one that stays.
    """
    now = found.now
    wholes = now.numbers
    ordered = sorted(found.effects, key=lambda one: one.lane != CHANGED)
    effects = tuple(Effect(one.lane, one.name, *map(_public, one.numbers, wholes)) for one in _apart(ordered))
    classes = protected([found.felonies or 0, found.others or 0]) or [None, None]
    return Impact(Now(*map(_large, wholes)), effects, _large(found.convictions), *classes)


def _effect(tally: Tally, lane: str, name: str) -> Effect:
    kinds = ("some relief", "no felony", "no conviction", "no recent")
    return Effect(lane, name, *(tally.number(kind, lane) for kind in kinds))


def _large(number: int | None) -> int | None:
    """Hide a number that is small."""
    return None if number is None or 0 < number < FEWEST else number


def _public(number: int | None, whole: int | None) -> int | None:
    """Hide a number that is small, or that leaves a small rest of the whole."""
    if number is None or whole is None or 0 < number < FEWEST or 0 < whole - number < FEWEST:
        return None
    return number


def _apart(effects: Sequence[Effect]) -> tuple[Effect, ...]:
    """Hide, of two lanes that differ by a few people, the number of the later one: the difference would tell of these."""
    kept: list[Effect] = []
    for one in effects:
        numbers = [
            None if any(_is_near(number, other.numbers[place]) for other in kept) else number
            for place, number in enumerate(one.numbers)
        ]
        kept.append(Effect(one.lane, one.name, *numbers))
    return tuple(kept)


def _is_near(number: int | None, other: int | None) -> bool:
    return number is not None and other is not None and 0 < abs(number - other) < FEWEST
