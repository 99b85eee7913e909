"""Who helps, for free: what each does, and how to reach them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.fallbacks import (
    FALLBACKS,
    LEGAL_AID,
    LEGAL_AID_NAME,
    OWN_RECORD,
    OWN_RECORD_NAME,
    SELF_HELP,
    SELF_HELP_NAME,
    StepWords,
)

COURT_HELP = StepWords(
    _("The court’s self-help center"),
    _("Every county has one. It is free. It gives you forms and shows you how to fill them in."),
    SELF_HELP,
    SELF_HELP_NAME,
)
DEFENDER = StepWords(
    _("The public defender"),
    _("Many help to clear a record for free, also years later. Call the one in the county of your case."),
)
LEGAL_HELP = StepWords(
    _("Legal aid"),
    _("Free lawyers for people with a low income. Ask for “record clearing.”"),
    LEGAL_AID,
    LEGAL_AID_NAME,
)
STATE_RECORD = StepWords(
    _("The California Department of Justice"),
    _("It sends you your own state record, so that you see what is on it."),
    OWN_RECORD,
    OWN_RECORD_NAME,
)
PARDON_OFFICE = StepWords(
    _("The federal pardon office"),
    _("It gives you the paper that proves a pardon."),
    FALLBACKS["FEDERAL_PARDON"].link,
    FALLBACKS["FEDERAL_PARDON"].link_name,
)
OTHER_STATES = StepWords(
    _("Legal aid in each state"),
    _("Choose the state where you were convicted."),
    "https://www.lawhelp.org/",
    _("Find legal aid by state"),
)
PROBATION_OFFICE = StepWords(
    _("The county’s probation office"),
    _("It can ask the juvenile court to seal your record. Ask for “juvenile record sealing.”"),
)
