"""The ways to get help beside this law, each with what it rests on and how sure that is (specification 4)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petitions.interview.other_help.shapes import Sure, Way
from petitions.interview.wording.fallbacks import FALLBACKS, OWN_RECORD, OWN_RECORD_NAME, StepWords
from petitions.interview.wording.steps import OPEN_CASE

# Beyond the specification, read in copies of November 2026: Pen. Code, §§ 851.87 and 851.91, and Health & Saf. Code,
# § 11361.7, subds. (a), (b), in full; the words of form CR-409 (which speak of § 851.93); the page of the federal
# pardon office on both proclamations. The rest has the specification's own marks.
_PARDONS = "Presidential Proclamations of October 6, 2022, and December 22, 2023"

OPEN = Way(OPEN_CASE)
SEAL_ARREST = Way(FALLBACKS["ARREST_SEALING_851_91"], "Pen. Code, § 851.91", Sure.READ)
SEALED_BY_STATE = Way(
    StepWords(
        _("See if the arrest is sealed already"),
        _("The state seals some arrests on its own. Your own record shows if it did."),
        OWN_RECORD,
        OWN_RECORD_NAME,
    ),
    "Pen. Code, § 851.93",
    Sure.SUMMARY,
)
DESTROY = Way(FALLBACKS["RECORD_DESTRUCTION_11361_5"], "Health & Saf. Code, § 11361.5", Sure.SUMMARY)
NOT_AGAINST_YOU = Way(
    StepWords(
        _("It should not count against you"),
        _("Two years later, no public office may hold a small marijuana case against you."),
    ),
    "Health & Saf. Code, § 11361.7, subd. (b)",
    Sure.READ,
)
UNDO_PLEA = Way(FALLBACKS["DIVERSION_1203_43"], "Pen. Code, § 1203.43", Sure.FORM)
SEAL_AFTER_PROGRAM = Way(
    StepWords(
        _("Ask to seal the arrest after a program"),
        _(
            "Did the prosecutor send you to a program before there were charges? If you finished it, you can ask "
            "the court to seal the arrest."
        ),
    ),
    "Pen. Code, § 851.87",
    Sure.READ,
)
TREATMENT = Way(
    StepWords(
        _("Was it drug treatment on probation?"),
        _("It is known as Proposition 36. It comes after a conviction, so tell us: “I was convicted.”"),
    ),
    "Pen. Code, § 1210.1",
    Sure.SUMMARY,
)
PARDON = Way(FALLBACKS["FEDERAL_PARDON"], _PARDONS, Sure.READ)
PARDON_LIMITS = Way(
    StepWords(
        _("What the pardon does not do"),
        _(
            "It is for having or using marijuana, not for selling it. It is for citizens and people who were here "
            "lawfully. It does not erase the record."
        ),
    ),
    _PARDONS,
    Sure.READ,
)
TRIBAL_OR_MILITARY = Way(
    StepWords(
        _("A tribal or military court"),
        _("Each has its own rules. Ask that court, or a lawyer who works with it."),
    )
)
OTHER_STATE = Way(FALLBACKS["OTHER_STATE_COURT"])
AFTER_PROBATION = Way(
    StepWords(
        _("You got probation"),
        _(
            "When it is over, you can ask the judge to dismiss the case. Not while you serve another sentence or face "
            "a new charge, and not for some sex crimes. The form is CR-180."
        ),
    ),
    "Pen. Code, § 1203.4",
    Sure.FORM,
)
WITHOUT_PROBATION = Way(
    StepWords(
        _("You got no probation, for a misdemeanor or an infraction"),
        _("One year after the sentence, you can ask the judge to dismiss the case. The form is CR-180."),
    ),
    "Pen. Code, § 1203.4a",
    Sure.FORM,
)
AFTER_JAIL = Way(
    StepWords(
        _("You were in county jail for a felony"),
        _("One or two years after you are done, you can ask. The judge may say no. The form is CR-180."),
    ),
    "Pen. Code, § 1203.41",
    Sure.FORM,
)
AFTER_PRISON = Way(
    StepWords(
        _("You were in state prison"),
        _("You may be able to ask two years after you are done. It depends on the crime and the year."),
    ),
    "Pen. Code, §§ 1203.41, 1203.42",
    Sure.NOT_READ,
)
DISMISSED_BY_STATE = Way(
    StepWords(
        _("See if the state cleared it already"),
        _("The state now clears some old convictions on its own. Your own record shows if it did."),
        OWN_RECORD,
        OWN_RECORD_NAME,
    ),
    "Pen. Code, § 1203.425",
    Sure.SUMMARY,
)
LOWER_FELONY = Way(
    FALLBACKS["REDUCE_17B"],
    "Pen. Code, § 17, subd. (b); People v. Medina (2018) 24 Cal.App.5th 61",
    Sure.FORM,
)
PROSECUTOR = Way(FALLBACKS["ASK_PROSECUTOR"])
CLEARED_IN_BULK = Way(FALLBACKS["ASK_AUTOMATIC_RELIEF"], "Health & Saf. Code, § 11361.9", Sure.SUMMARY)
COURT_FILE = Way(FALLBACKS["CHECK_COURT_FILE"])
