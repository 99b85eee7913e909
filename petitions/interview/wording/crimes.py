"""What each crime is called in plain words."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.outcomes import Text
from petitions.law.terms import Conduct, DrugForm, Level, Prefix

BY_SECTION: dict[str, Text] = {
    "11357": _("Having marijuana"),
    "11358": _("Growing marijuana"),
    "11359": _("Having marijuana to sell"),
    "11360": _("Selling, giving, or moving marijuana"),
    "11361": _("A marijuana crime with someone under 18"),
    "11366": _("Keeping a place for drugs"),
    "11530": _("Having marijuana"),
    "11530.1": _("Growing marijuana"),
    "11530.5": _("Having marijuana to sell"),
    "11531": _("Selling, giving, or moving marijuana"),
}
"""By section of the Health and Safety Code."""

BY_FORM: dict[DrugForm, Text] = {
    DrugForm.CONCENTRATE: _("Having hash"),
    DrugForm.BOTH: _("Having marijuana and hash"),
}

BY_CONDUCT: dict[Conduct, Text] = {
    Conduct.SOLD: _("Selling marijuana"),
    Conduct.OFFERED_TO_SELL: _("Offering to sell marijuana"),
    Conduct.TRANSPORTED_FOR_SALE: _("Moving marijuana to sell"),
    Conduct.TRANSPORTED: _("Moving marijuana"),
    Conduct.GAVE_AWAY: _("Giving away marijuana"),
    Conduct.IMPORTED: _("Bringing marijuana into California"),
    Conduct.EXPORTED: _("Taking marijuana out of California"),
}

OTHER_CRIME = _("A different crime")
UNKNOWN_CRIME = _("A conviction")
ARREST = _("An arrest")
DIVERSION = _("A case with a program")
WITH_YEAR = _("%(crime)s, %(year)s")

PREFIXES: dict[Prefix, Text] = {
    Prefix.ATTEMPT: _("attempt"),
    Prefix.CONSPIRACY: _("conspiracy"),
    Prefix.ACCESSORY: _("accessory"),
}

LEVELS: dict[Level, Text] = {
    Level.FELONY: _("felony"),
    Level.MISDEMEANOR: _("misdemeanor"),
    Level.INFRACTION: _("infraction"),
}
