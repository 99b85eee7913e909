"""The pages of other help, in the order of the list."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petitions.interview.other_help import helpers, more_ways, ways
from petitions.interview.other_help.shapes import HelpPage

_RELIEF = "Health & Saf. Code, § 11361.8, subds. (a), (e)"
_COURT = "Health & Saf. Code, § 11361.8, subds. (a), (e), (i)"
_OTHER_LAWS = (
    ways.AFTER_PROBATION,
    ways.WITHOUT_PROBATION,
    ways.AFTER_JAIL,
    ways.AFTER_PRISON,
    ways.DISMISSED_BY_STATE,
)
_NEAR = (helpers.COURT_HELP, helpers.DEFENDER, helpers.LEGAL_HELP)

ARREST_ONLY = HelpPage(
    slug="arrest-only",
    title=_("You were arrested, but not convicted"),
    meaning=_(
        "There is no conviction to clear. But the arrest can still show up, and you can ask to have it sealed."
    ),
    citation=_RELIEF,
    ways=(ways.OPEN, ways.SEAL_ARREST, ways.SEALED_BY_STATE, ways.DESTROY, ways.NOT_AGAINST_YOU),
    helpers=(*_NEAR, helpers.STATE_RECORD),
)
DIVERSION = HelpPage(
    slug="diversion",
    title=_("You did a program and were not convicted"),
    meaning=_(
        "There is no conviction, so Proposition 64 has nothing to change. But an old plea or the arrest may show up."
    ),
    citation=_RELIEF,
    ways=(
        ways.UNDO_PLEA,
        ways.SEAL_AFTER_PROGRAM,
        ways.SEAL_ARREST,
        ways.DESTROY,
        ways.NOT_AGAINST_YOU,
        ways.TREATMENT,
    ),
    helpers=(*_NEAR, helpers.STATE_RECORD),
)
FEDERAL = HelpPage(
    slug="federal",
    title=_("A federal, tribal, or military court"),
    meaning=_(
        "A California court cannot change what such a court has done. We know of no federal law that clears old "
        "marijuana cases as California’s does."
    ),
    citation=_COURT,
    ways=(ways.PARDON, ways.PARDON_LIMITS, ways.TRIBAL_OR_MILITARY),
    helpers=(helpers.PARDON_OFFICE, helpers.LEGAL_HELP),
    in_california=False,
)
OTHER_STATE = HelpPage(
    slug="other-state",
    title=_("A court in another state"),
    meaning=_(
        "A California court cannot change this case. But many states now have laws of their own for it."
    ),
    citation=_COURT,
    ways=(ways.OTHER_STATE,),
    helpers=(helpers.OTHER_STATES,),
    in_california=False,
)
AFTER_2016 = HelpPage(
    slug="after-2016",
    title=_("It happened on or after November 9, 2016"),
    meaning=_(
        "The lighter law was there already, so Proposition 64 has nothing to change. Other laws may still clear the case."
    ),
    citation=_RELIEF,
    ways=(*_OTHER_LAWS, ways.DESTROY),
    helpers=(*_NEAR, helpers.STATE_RECORD),
)
NOT_COVERED = HelpPage(
    slug="not-covered",
    title=_("Proposition 64 may not change this conviction"),
    meaning=_(
        "The crime is not in this law, or it may be as serious today as it was then. Other laws may still help you."
    ),
    citation=_RELIEF,
    ways=(*_OTHER_LAWS, ways.LOWER_FELONY, ways.PROSECUTOR, ways.CLEARED_IN_BULK),
    helpers=_NEAR,
)
JUVENILE = HelpPage(
    slug="juvenile",
    title=_("You were under 18"),
    meaning=_(
        "For marijuana from before November 9, 2016, you can ask the juvenile court to lower the case to an "
        "infraction. You can also ask it to seal your whole record."
    ),
    citation="Health & Saf. Code, §§ 11357–11360, 11361.8, subd. (m)",
    ways=(
        more_ways.JUVENILE_LOWER,
        more_ways.JUVENILE_SEAL,
        more_ways.JUVENILE_DESTROY,
        more_ways.ADULT_COURT,
    ),
    helpers=(helpers.PROBATION_OFFICE, *_NEAR),
)
OLD_SECTIONS = HelpPage(
    slug="old-sections",
    title=_("The code is 11530, 11530.1, 11530.5, or 11531"),
    meaning=_(
        "Marijuana crimes had these numbers until the early 1970s. Proposition 64 does not name them, so a lawyer "
        "should look."
    ),
    citation=_RELIEF,
    ways=(more_ways.OLD_LAWYER, ways.COURT_FILE, more_ways.OLD_DESTROY, ways.AFTER_PROBATION),
    helpers=(*_NEAR, helpers.STATE_RECORD),
)
SOMEONE_WHO_DIED = HelpPage(
    slug="someone-who-died",
    title=_("The person has died"),
    meaning=_(
        "The court’s form is for the person who was convicted, or their lawyer. So we can only make papers for "
        "someone who is alive."
    ),
    citation=_RELIEF,
    ways=(more_ways.DEAD_CLEARED, more_ways.DEAD_LAWYER),
    helpers=(helpers.DEFENDER, helpers.LEGAL_HELP),
)

PAGES = (
    ARREST_ONLY,
    DIVERSION,
    FEDERAL,
    OTHER_STATE,
    AFTER_2016,
    NOT_COVERED,
    JUVENILE,
    OLD_SECTIONS,
    SOMEONE_WHO_DIED,
)


def page_of(slug: str) -> HelpPage | None:
    """Return the page with this address."""
    return next((page for page in PAGES if page.slug == slug), None)
