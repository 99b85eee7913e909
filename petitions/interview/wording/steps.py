"""What to do next, by outcome and by the ways to get help that the law named."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.fallbacks import FALLBACKS, OWN_RECORD, OWN_RECORD_NAME, StepWords
from petitions.interview.wording.sentences import sentence_of
from petitions.law.terms import Outcome, Track

_PAPERS = StepWords(
    _("Make your court papers"),
    _("Press the button below. You sign them, and you file them with the court. You do not need a lawyer."),
    on_paper=_("You can make them on this site, for free. You sign and file them. You do not need a lawyer."),
)
_PETITION_PAPERS = StepWords(
    _("Make your court papers"),
    _(
        "Call the public defender first. Then press the button below, and show them the papers before you file."
    ),
    on_paper=_("You can make them on this site, for free. Let the public defender see them before you file."),
)
_OPEN_PAPERS = StepWords(
    _("You can still make your court papers"),
    _("Press the button below. Show the papers to a lawyer before you file them."),
    on_paper=_("You can make them on this site, for free. Show them to a lawyer before you file them."),
)
_SETTLE = StepWords(
    _("Find out what is open"),
    _("See “What would settle it” above. Then change your answer, and this page may say more."),
    on_paper=_("See “What would settle it” above. Then answer again on this site. You may learn more."),
)
_PROOF = StepWords(
    _("Get proof"),
    _("Ask the court clerk for a certified copy of the order. Keep it. Some companies sell old records."),
)
_SEE_RECORD = StepWords(
    _("Check your own record"),
    _("Get your record from the Department of Justice. It should no longer show the old conviction."),
    OWN_RECORD,
    OWN_RECORD_NAME,
)
_JUVENILE_PAPERS = StepWords(
    _("Make your court papers"),
    _(
        "Press the button below. They go to the juvenile court of the county. Your old lawyer can help for free."
    ),
    on_paper=_(
        "You can make them on this site. They go to the juvenile court of the county. Your old lawyer can help for free."
    ),
)
OPEN_CASE = StepWords(
    _("Is the case still open?"),
    _("Then talk to your lawyer or the public defender first. Do not file anything on your own."),
)

_BY_OUTCOME: dict[Outcome, tuple[StepWords, ...]] = {
    Outcome.DISMISS_SEAL: (_PAPERS,),
    Outcome.REDUCE_TO_INFRACTION: (_PAPERS,),
    Outcome.REDUCE_TO_MISDEMEANOR: (_PAPERS,),
    Outcome.AT_LEAST_MISDEMEANOR_MAYBE_DISMISS: (_PAPERS,),
    Outcome.AT_LEAST_MISDEMEANOR_MAYBE_INFRACTION: (_PAPERS,),
    Outcome.AT_LEAST_INFRACTION_MAYBE_DISMISS: (_PAPERS,),
    Outcome.JUVENILE_REDUCE: (_JUVENILE_PAPERS,),
    Outcome.NEEDS_REVIEW: (FALLBACKS["ASK_LAWYER"],),
    Outcome.ALREADY_CLEARED: (_PROOF, _SEE_RECORD),
    Outcome.NOT_A_CONVICTION: (OPEN_CASE,),
}
_FILED = frozenset({Track.APPLICATION_E, Track.PETITION_A, Track.JUVENILE_M})
_LAST_RESORT = FALLBACKS["ASK_LAWYER"]


def steps_for(
    outcome: Outcome, fallbacks: Sequence[str], *, track: Track, has_needs: bool
) -> tuple[StepWords, ...]:
    """Return what to do, first things first; there is always at least one thing."""
    first = (_SETTLE,) if outcome is Outcome.NEEDS_REVIEW and has_needs else ()
    others = tuple(FALLBACKS.get(code) or _other_way(code) for code in fallbacks)
    every = (*first, *_by_outcome(outcome, track), *others)
    return tuple(dict.fromkeys(every)) or (_LAST_RESORT,)


def _by_outcome(outcome: Outcome, track: Track) -> tuple[StepWords, ...]:
    steps = _BY_OUTCOME.get(outcome, ())
    if outcome is Outcome.NEEDS_REVIEW and track in _FILED:
        return (*steps, _OPEN_PAPERS)
    if track is Track.PETITION_A:
        return tuple(_PETITION_PAPERS if step is _PAPERS else step for step in steps)
    return steps


def _other_way(code: str) -> StepWords:
    """Word a code that is new here: by the law's own sentence, or else by whom to ask."""
    sentence = sentence_of(code)
    return StepWords(_("Another way to get help"), sentence) if sentence else _LAST_RESORT
