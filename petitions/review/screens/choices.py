"""The policies as somebody chooses among them: what each does, and what the review is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.documents.figures.figure import Text
from petitions.review.options import FLOWS, policy_from
from petitions.review.policies.rules import OPEN_REASONS, Policy, Rule

OWN, LOS_ANGELES = "configurable", "los_angeles_2019_10"
POLICIES: Mapping[str, tuple[Text, Text]] = {
    OWN: (
        _("Your own choices"),
        _("You say which convictions are dismissed and which are reduced. The choices are below."),
    ),
    LOS_ANGELES: (
        _("Los Angeles, October 2019"),
        _(
            "How Los Angeles did it. Super strikes, sex offenses and two priors bar relief. What is unclear goes to hand review."
        ),
    ),
    "los_angeles_2019_06": (
        _("Los Angeles, June 2019"),
        _("The first trial in Los Angeles. It did not look at sex offenses or misdemeanors."),
    ),
    "sacramento_2019_06": (
        _("Sacramento, June 2019"),
        _("Dismiss after ten years without a conviction, or once the sentence is done. Reduce the rest."),
    ),
    "san_joaquin_2019_06": (
        _("San Joaquin, June 2019"),
        _("Also looks at lesser charges of the same arrest. Five years without a conviction."),
    ),
    "contra_costa_2019_06": (_("Contra Costa, June 2019"), _("The same rules as San Joaquin.")),
}
"""Name and explanation of each policy."""
assert set(POLICIES) == set(FLOWS)


@dataclass(frozen=True, slots=True)
class PolicyWords:
    """One policy in words: its name, and its rules in the order in which they are asked."""

    name: Text
    rules: tuple[str, ...]


def options_for(chosen: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a review is asked for: the chosen policy, and all others beside it, from one reading of the file."""
    return {**chosen, "also": [{"flow": flow} for flow in FLOWS if flow not in (OWN, chosen["flow"])]}


def policy_name(options: Mapping[str, Any]) -> str:
    """Return the name of a policy."""
    return str(POLICIES[str(options.get("flow", OWN))][0])


def in_words(options: Mapping[str, Any], *, on: date) -> PolicyWords:
    """Say what a policy does."""
    policy = policy_from({name: value for name, value in options.items() if name != "also"}, on=on)
    return PolicyWords(policy_name(options), tuple(_said(policy)))


def every_policy(*, on: date) -> Sequence[PolicyWords]:
    """Say what each policy of a county does, with its usual numbers."""
    return [in_words({"flow": flow}, on=on) for flow in FLOWS if flow != OWN]


def reason_words(policy: Policy) -> Callable[[str], str]:
    """Return what says a reason of the spreadsheet, which is in the older program's words, in ours and in the reader's language.

    A reason that the policy takes from the row itself is said by the one rule that does so; one of no rule stays as it is.
    """
    said = {reason: gettext(reason) for reason in OPEN_REASONS}
    of_the_row = ""
    for rule in policy.rules:
        if isinstance(rule.reason, str):
            said.setdefault(rule.reason, _rule_words(rule))
        else:
            of_the_row = _rule_words(rule)
    return lambda reason: said.get(reason) or (of_the_row if reason else "") or reason


def _said(policy: Policy) -> list[str]:
    return [_rule_words(rule) for rule in policy.rules]


def _rule_words(rule: Rule) -> str:
    return gettext(rule.says).format(**dict(rule.values))
