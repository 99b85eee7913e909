"""The words on cases that courts cleared in bulk: what is published, by unit, and what is left out."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.outcomes import Text

SENTENCES: dict[str, Text] = {
    "convictions (nearly)": _("%(when)s: the prosecutor asked to clear nearly %(number)s convictions here."),
    "convictions (more than)": _("%(when)s: more than %(number)s convictions here were cleared."),
    "convictions": _("%(when)s: the prosecutor moved to clear %(number)s convictions here."),
    "convictions recommended for reduction or dismissal": _(
        "%(when)s: the prosecutor asked to clear or lower %(number)s convictions here."
    ),
    "felony and misdemeanor cases": _("%(when)s: the prosecutor named about %(number)s more cases to clear."),
    "felony cases reduced to misdemeanors": _("%(when)s: a judge lowered %(number)s felonies here."),
    "misdemeanors reduced to infractions": _("%(when)s: a judge lowered %(number)s misdemeanors here."),
    "minor marijuana convictions": _("%(when)s: a judge cleared about %(number)s convictions here."),
    "cases dropped or reduced": _("%(when)s: the prosecutor dropped or lowered about %(number)s cases here."),
    "convictions cleared": _("%(when)s: %(number)s convictions here had been cleared."),
    "cleared in 2023": _("%(when)s: %(number)s convictions here were cleared that year."),
    "sealed in 2023": _("%(when)s: %(number)s convictions here were sealed that year."),
    "percent compliance": _("%(when)s: the state said this county had done %(number)s percent of the work."),
    "convictions not yet acted on": _("%(when)s: %(number)s convictions here were still waiting."),
}
"""By the unit of the published figure. Units that are not here are not shown."""

LEFT_OUT = frozenset(
    {
        None,
        "eligible convictions (about)",  # estimates before anything was done
        "eligible cases (roughly)",
        "potential convictions",
        "petitions granted",  # asked for one by one
    }
)
"""Units of a county that say nothing of what was cleared."""

STATEWIDE = _(
    "%(when)s: courts in the state had finished %(done)s of about %(all)s cases. Your county may be among them."
)
STATE_DONE = "resentencings or dismissals done"
STATE_ALL = "potential resentencings or dismissals"
