"""What each outcome is called, and what it means for the person."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from petitions.law.terms import Outcome, Track

Text = str | Promise


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """The answer in one line, and what it means."""

    headline: Text
    meaning: Text


_PETITION_DISMISSAL = OutcomeWords(
    _("Dismissed"),
    _(
        "What you did is legal today. The judge can wipe out the conviction, even while you serve the sentence."
    ),
)

_WORDS: dict[Outcome, OutcomeWords] = {
    Outcome.DISMISS_SEAL: OutcomeWords(
        _("Dismissed and sealed"),
        _(
            "What you did is legal today. The court should wipe out the conviction and seal its record. "
            "After that, no one may open the record without a court order."
        ),
    ),
    Outcome.REDUCE_TO_INFRACTION: OutcomeWords(
        _("Lowered to an infraction"),
        _("An infraction is like a traffic ticket. It stays on your record, but as a minor matter."),
    ),
    Outcome.REDUCE_TO_MISDEMEANOR: OutcomeWords(
        _("Lowered to a misdemeanor"),
        _("It will no longer count as a felony. It stays on your record as a misdemeanor."),
    ),
    Outcome.AT_LEAST_MISDEMEANOR_MAYBE_DISMISS: OutcomeWords(
        _("Lowered to a misdemeanor, maybe dismissed"),
        _("The court should make it a misdemeanor. It may wipe it out. That rests on what is not known yet."),
    ),
    Outcome.AT_LEAST_MISDEMEANOR_MAYBE_INFRACTION: OutcomeWords(
        _("Lowered to a misdemeanor, maybe to an infraction"),
        _("The court should make it a misdemeanor. It may go lower, to something like a traffic ticket."),
    ),
    Outcome.AT_LEAST_INFRACTION_MAYBE_DISMISS: OutcomeWords(
        _("Lowered to an infraction, maybe dismissed"),
        _("An infraction is like a traffic ticket. The court may even wipe it out."),
    ),
    Outcome.NEEDS_REVIEW: OutcomeWords(
        _("A lawyer should look at this"),
        _("This is not a no. The law may help you, but something is open, so we cannot promise it."),
    ),
    Outcome.FELONY_EXCEPTION: OutcomeWords(
        _("It may stay a felony. A lawyer should look"),
        _("From what you said, the court may still treat it as a felony. It does not have to. Ask for help."),
    ),
    Outcome.NO_LESSER_OFFENSE: OutcomeWords(
        _("This law does not lower it"),
        _("Today’s law still puts this act in the same class as before. Other laws may help you."),
    ),
    Outcome.NOT_COVERED_SECTION: OutcomeWords(
        _("This law does not cover this crime"),
        _("Proposition 64 names only some crimes, and this is not one of them. Other laws may help you."),
    ),
    Outcome.NOT_COVERED_DATE: OutcomeWords(
        _("This law is only for older cases"),
        _(
            "It happened after the new law began on November 9, 2016. The court used the new, lighter "
            "rules already. Other laws may still help you."
        ),
    ),
    Outcome.NOT_COVERED_JURISDICTION: OutcomeWords(
        _("A California court cannot change this one"),
        _("Only the kind of court that convicted you can change it. There are other ways to get help."),
    ),
    Outcome.NOT_A_CONVICTION: OutcomeWords(
        _("You were not convicted"),
        _("That is good news. There is no conviction to clear. You may be able to clear the arrest."),
    ),
    Outcome.JUVENILE_REDUCE: OutcomeWords(
        _("Lowered to an infraction, in juvenile court"),
        _("You were under 18. Today this is no more than an infraction, like a traffic ticket."),
    ),
    Outcome.ALREADY_CLEARED: OutcomeWords(
        _("A court has changed this already"),
        _("You may need no new papers. Get proof, and check that your record shows it."),
    ),
}


def words_of(outcome: Outcome, *, track: Track | None = None) -> OutcomeWords:
    """Return the words for an outcome; a petition speaks of dismissal only, not of sealing."""
    if outcome is Outcome.DISMISS_SEAL and track is Track.PETITION_A:
        return _PETITION_DISMISSAL
    return _WORDS[outcome]
