"""What must be done before a person leaves with their papers."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.outcomes import Text

CHECKS: Mapping[str, Text] = {
    "signed": _("Signed"),
    "copied": _("Copies made"),
    "envelope": _("In the envelope"),
}
