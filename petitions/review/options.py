"""Reads the options of a review: a policy with its choices, ours or as the peer's own file has them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from petitions.review.code_sections import SECTIONS
from petitions.review.policies import configurable, los_angeles_2019_10
from petitions.review.policies.contra_costa_2019_06 import contra_costa_2019_06
from petitions.review.policies.los_angeles_2019_06 import los_angeles_2019_06
from petitions.review.policies.rules import Policy
from petitions.review.policies.sacramento_2019_06 import sacramento_2019_06
from petitions.review.policies.san_joaquin_2019_06 import san_joaquin_2019_06


def _(text: str) -> str:
    return text


_NOT_OPTIONS = _(
    "The options must be a list of named choices. Look at the sample in docs/county-review-files.md and try again."
)
_NO_SUCH_FLOW = _("There is no such policy. Choose one of: %(flows)s.")
_BAD_AGE = _("The age must be from 40 to 65, or 0 to leave it out.")
_BAD_YEARS = _("The years must be from 1 to 15, or 0 to leave them out: %(key)s.")
_BAD_SECTION = _("A section must be one of 11357, 11358, 11359 and 11360.")
_BAD_LIST = _("The sections to dismiss or reduce must be a list.")
_BAD_SWITCH = _("This choice must be true or false: %(key)s.")
_BAD_NUMBER = _("This choice must be a whole number from 0 to 120: %(key)s.")


class BadOptions(Exception):
    """Options that cannot be used; ``sentence`` says what to change, with ``values`` for its places."""

    def __init__(self, sentence: str, **values: str) -> None:
        super().__init__(sentence % values if values else sentence)
        self.sentence = sentence
        self.values = values


@dataclass(frozen=True)
class Review:
    """One review: whose convictions, on which day, by which policy; ``also`` are tallied beside it."""

    county: str
    on: date
    policy: Policy
    also: tuple[Policy, ...] = ()

    @property
    def flow(self) -> str:
        """Return the name of the policy."""
        return self.policy.flow

    @property
    def policies(self) -> tuple[Policy, ...]:
        """Return all policies, the one that is printed first."""
        return (self.policy, *self.also)

    @property
    def looks_beside(self) -> bool:
        """Say whether a policy asks what else was charged in the cycle of a conviction."""
        return any(policy.looks_at("beside_prop64") for policy in self.policies)


def review_from(data: Mapping[str, Any], *, county: str, on: date) -> Review:
    """Return the review that the options ask for; raise BadOptions with one sentence."""
    if not isinstance(data, Mapping):
        raise BadOptions(_NOT_OPTIONS)
    also = data.get("also", ())
    if not isinstance(also, list | tuple):
        raise BadOptions(_NOT_OPTIONS)
    return Review(county, on, policy_from(data, on=on), tuple(policy_from(one, on=on) for one in also))


def policy_from(data: Mapping[str, Any], *, on: date) -> Policy:
    """Return one policy with its choices."""
    if not isinstance(data, Mapping):
        raise BadOptions(_NOT_OPTIONS)
    flow = data.get("flow", configurable.FLOW)
    make = FLOWS.get(flow) if isinstance(flow, str) else None
    if make is None:
        raise BadOptions(_NO_SUCH_FLOW, flows=", ".join(FLOWS))
    return make(data, on)


def _configurable(data: Mapping[str, Any], on: date) -> Policy:
    base, further = _part(data, "baselineEligibility"), _part(data, "additionalRelief")
    choices = configurable.Choices(
        dismiss=_sections(base.get("dismiss")),
        reduce=_sections(base.get("reduce")),
        under_21_at_conviction=_switch(further, "subjectUnder21AtConviction"),
        age=_age(further, "subjectAgeThreshold"),
        years_since_conviction=_years(further, "yearsSinceConvictionThreshold"),
        years_crime_free=_years(further, "yearsCrimeFreeThreshold"),
        only_prop64=_switch(further, "subjectHasOnlyProp64Charges"),
        is_deceased=_switch(further, "subjectIsDeceased"),
    )
    return configurable.configurable(choices, on=on)


def _los_angeles(data: Mapping[str, Any], on: date) -> Policy:
    usual = los_angeles_2019_10.Choices()
    choices = los_angeles_2019_10.Choices(
        individual_age=_number(data, "individual_age", usual.individual_age),
        years_conviction_free=_number(data, "years_conviction_free", usual.years_conviction_free),
    )
    return los_angeles_2019_10.los_angeles_2019_10(choices, on=on)


FLOWS: Mapping[str, Callable[[Mapping[str, Any], date], Policy]] = {
    configurable.FLOW: _configurable,
    los_angeles_2019_10.FLOW: _los_angeles,
    "los_angeles_2019_06": lambda _data, on: los_angeles_2019_06(on=on),
    "sacramento_2019_06": lambda _data, on: sacramento_2019_06(on=on),
    "san_joaquin_2019_06": lambda _data, on: san_joaquin_2019_06(on=on),
    "contra_costa_2019_06": lambda _data, on: contra_costa_2019_06(on=on),
}
"""The policies by name."""


def _part(data: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = data.get(key) or {}
    if not isinstance(found, Mapping):
        raise BadOptions(_NOT_OPTIONS)
    return found


def _sections(found: object) -> tuple[str, ...]:
    if found is None:
        return ()
    if not isinstance(found, list):
        raise BadOptions(_BAD_LIST)
    if any(one not in SECTIONS for one in found):
        raise BadOptions(_BAD_SECTION)
    return tuple(dict.fromkeys(found))


def _switch(data: Mapping[str, Any], key: str) -> bool:
    found = data.get(key)
    if found is None:
        return False
    if not isinstance(found, bool):
        raise BadOptions(_BAD_SWITCH, key=key)
    return found


def _number(data: Mapping[str, Any], key: str, usual: int) -> int:
    found = data.get(key)
    if found is None:
        return usual
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found <= 120:
        raise BadOptions(_BAD_NUMBER, key=key)
    return found


def _age(data: Mapping[str, Any], key: str) -> int:
    found = data.get(key) or 0
    if found and (not isinstance(found, int) or isinstance(found, bool) or not 40 <= found <= 65):
        raise BadOptions(_BAD_AGE)
    return int(found)


def _years(data: Mapping[str, Any], key: str) -> int:
    found = data.get(key) or 0
    if found and (not isinstance(found, int) or isinstance(found, bool) or not 1 <= found <= 15):
        raise BadOptions(_BAD_YEARS, key=key)
    return int(found)
