"""What the sheet says of itself, and hints at single convictions, in sentences that a person can act on."""

from __future__ import annotations

from collections.abc import Mapping

from petitions.rapsheet.record.facts import Hint
from petitions.rapsheet.sheet import Notice


def _(text: str) -> str:
    return text


NOTICES: Mapping[Notice, str] = {
    Notice.MULTIPLE_SOURCES: _(
        "You may have a record in other states too. It is not on this sheet, and may matter."
    ),
    Notice.DECEASED: _(
        "The sheet says that the person has died. If that is you, ask a lawyer how to mend it."
    ),
    Notice.IDENTITY_THEFT: _(
        "Someone may have used your name. Check that each case is yours, and leave out what is not."
    ),
    Notice.CONSOLIDATED: _(
        "Two or more state records were joined here. Check that each case is yours, and leave out what is not."
    ),
    Notice.SUPERVISION: _(
        "The sheet says that you are or were on probation or parole. We will ask if that is over."
    ),
}
POTENTIAL_STRIKE = _("The sheet marks a case as a possible strike. We ask about serious crimes later.")
SAME_SECTION = _("You have more than one conviction of the same crime. The law counts them. Check each date.")
NOT_ALL_READ = _(
    "We did not understand every line. A conviction may be missing here. Compare with your sheet."
)
REGISTERED = _("The sheet says that you had to register as a sex offender. We will ask about it.")
HINTS: Mapping[Hint, str] = {
    Hint.OFFENSE_DATE_FROM_ARREST: _(
        "“When it happened” is the day of the arrest. If it was another day, change it."
    ),
    Hint.ARREST_NOT_CLEAR: _("We could not find the day of the arrest for this case."),
    Hint.ARREST_ON_WARRANT: _("You were arrested later, by a court’s order. So it happened before that day."),
    Hint.SEVERAL_SECTIONS: _("The sheet names more than one code here. Type the one for marijuana."),
    Hint.CODE_DOUBTFUL: _("The letters of the code look wrong. Marijuana crimes are HS."),
    Hint.PLEASE_CHECK: _("We did not understand how this case ended."),
    Hint.DISMISSED_LATER: _("It was dismissed later. It may be gone already."),
    Hint.PLEA_WITHDRAWN: _("You may have done a program, with no conviction in the end."),
    Hint.REDUCED_BY_UNKNOWN_LAW: _("It was lowered later. The sheet does not say by which law."),
    Hint.PROP_64_MENTIONED: _(
        "The sheet names Proposition 64 here. It may be done already, or it was denied."
    ),
}
REASONS: Mapping[str, str] = {
    "no_cycle": _("We found no case on these pages. Is this a California RAP sheet?"),
    "record_error": _(
        "The sheet itself says that there was an error. Ask the Department of Justice for a new one."
    ),
    "too_long": _("This is too long for us to read. Use the guide, and read it yourself."),
}
