"""The ways for three kinds of people: those who were under 18, those with a very old case, and families of the dead."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petitions.interview.other_help.shapes import Sure, Way
from petitions.interview.wording.fallbacks import FALLBACKS, StepWords

JUVENILE_LOWER = Way(
    StepWords(
        _("Ask the juvenile court to lower it"),
        _("Answer our questions, and we make the papers. The courts have a form for this too. It is JV-744."),
    ),
    "Health & Saf. Code, § 11361.8, subd. (m)",
    Sure.SUMMARY,
)
JUVENILE_SEAL = Way(FALLBACKS["JUVENILE_SEALING_781"], "Welf. & Inst. Code, §§ 781, 786", Sure.SUMMARY)
JUVENILE_DESTROY = Way(
    StepWords(
        _("Ask if the record was destroyed"),
        _(
            "The record of a small marijuana case at school had to be destroyed once you turned 18. Ask the court."
        ),
    ),
    "Health & Saf. Code, § 11361.5, subd. (a)",
    Sure.SUMMARY,
)
ADULT_COURT = Way(
    StepWords(
        _("Were you under 18, but in adult court?"),
        _("Then the papers go to the adult court. A lawyer should look at them first."),
    ),
    "Health & Saf. Code, § 11361.8, subds. (e), (m)",
    Sure.SUMMARY,
)
OLD_DESTROY = Way(
    StepWords(
        _("Ask to destroy the record of a case from before 1976"),
        _("This is for having marijuana, not for selling it. Ask the Department of Justice how to apply."),
    ),
    "Health & Saf. Code, § 11361.5, subd. (b); Younger v. Superior Court (1978) 21 Cal.3d 102",
    Sure.SUMMARY,
)
OLD_LAWYER = Way(
    StepWords(
        _("Ask a lawyer if Proposition 64 can reach it"),
        _("The law names the numbers of today. No court that we know of has said if the old ones count too."),
    ),
    "Health & Saf. Code, § 11361.8, subds. (a), (e)",
    Sure.READ,
)
DEAD_CLEARED = Way(
    StepWords(
        _("Ask if it was cleared already"),
        _(
            "Some prosecutors asked courts to clear many cases at once, even of people who had died. Ask the court "
            "clerk or the District Attorney."
        ),
    ),
    "Health & Saf. Code, § 11361.9",
    Sure.SUMMARY,
)
DEAD_LAWYER = Way(
    StepWords(
        _("Ask a lawyer if there is a way to ask the court"),
        _("We know of no form with which a family can ask. A lawyer or the public defender may know more."),
    )
)
