"""What the pages that explain the law say around their tables."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.crimes import BY_SECTION, LEVELS
from petitions.interview.wording.outcomes import Text
from petitions.interview.wording.scale import STAYS
from petitions.law.terms import Level, Offense, Relief

INDEX = _("The law, explained")
INDEX_LEAD = _("What the marijuana laws were, what they are now, and who gets what from Proposition 64.")
SECTION_TITLE = _("Section %(section)s: %(crime)s")
SECTION_NAMES: Mapping[str, Text] = {
    section: BY_SECTION[section] for section in ("11357", "11358", "11359", "11360")
}
OTHER = _("Other crimes, courts, and dates")
ANSWERS = _("All answers, reasons, and sources")
ANSWERS_LEAD = _("All that this site can answer, the reasons, and the law behind them.")

THEN = _("What the law was")
THEN_LEAD = _(
    "This was the law until %(last_day)s. The letters meant other things than they do now. The state’s site shows only the new text."
)
THEN_WITHOUT_LETTERS = _(
    "This was the law until %(last_day)s. The section had no letters then. The state’s site shows only the new text."
)
NOW = _("What it is now")
NOW_LEAD = _(
    "This is the law since %(first_day)s. The part “Who gets what” says when it may still be a felony."
)
WHO = _("Who gets what")
WHO_LEAD = _(
    "If a table does not say otherwise: it happened by %(last_day)s, and an adult court decided. The sentence is over. No other crime or order counts."
)
READ = _("Find the row that fits the case. It says what the act is today, what the law gives, and why.")
MADE_BY = _("No one wrote these tables by hand. The site’s own program was asked about each case in them.")
CHECKED = _("Sources checked on %(day)s. Version of the rules: %(version)s.")
ADVICE = _("This is not legal advice. A judge makes the decision.")
STATE_SITE = _("Section %(section)s on the state’s site")
PAPER = _("In each row that gives something: %(sentence)s")

OUTCOMES = _("All answers")
REASONS = _("All reasons")
HELP = _("Other ways to get help")
WARNINGS = _("What to know first")
SOURCES = _("All sources")
SOURCES_LEAD = _("Sections of law lead to the state’s own site. Court decisions are named, without a link.")

CLASSES: Mapping[Offense, Text] = {
    Offense.LAWFUL: _("legal"),
    Offense.INFRACTION: LEVELS[Level.INFRACTION],
    Offense.MISDEMEANOR: LEVELS[Level.MISDEMEANOR],
    Offense.FELONY: LEVELS[Level.FELONY],
}
RELIEFS: Mapping[Relief, Text] = {
    Relief.NONE: STAYS[None],
    Relief.MISDEMEANOR: LEVELS[Level.MISDEMEANOR],
    Relief.INFRACTION: LEVELS[Level.INFRACTION],
    Relief.DISMISS_SEAL: _("Dismissed and sealed"),
}
DISMISSED = _("Dismissed")
BETWEEN = _("The least: %(floor)s. The most: %(ceiling)s.")
