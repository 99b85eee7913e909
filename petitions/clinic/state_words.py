"""The words for where a matter stands at the clinic."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from petitions.clinic.summaries import Summary
from petitions.interview.wording.outcomes import Text
from petitions.records.matters.models import MatterState

STATES: Mapping[str, Text] = {
    MatterState.INTAKE: _("Intake"),
    MatterState.IN_REVIEW: _("In review"),
    MatterState.APPROVED: _("Approved"),
    MatterState.CLOSED: _("Closed"),
}


def state_word(one: Summary) -> Text:
    """Say where a matter stands; an approval that a change has ended is told."""
    return _("Approved, then changed") if one.is_reopened else STATES[one.matter.state]
