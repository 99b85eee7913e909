"""What a person sees on the sheet that is no answer of the interview: kept beside the answers, to show it again."""

from __future__ import annotations

from copy import deepcopy

from petitions.interview.answers import Answers
from petitions.interview.questions import Kind, Option, Question, Scope

Seen = str | list[str]
"""The card that was chosen, or the cards."""


def _(text: str) -> str:
    return text


def _look(
    key: str, *, heading: str, hint: str, options: tuple[Option, ...], kind: Kind = Kind.CHOICE
) -> Question:
    return Question(
        key=key,
        facts=(),
        scope=Scope.PETITIONER,
        kind=kind,
        heading=heading,
        short="",
        hint=hint,
        options=options,
    )


YES, NO = "yes", "no"
SAME, OTHER = "same", "other"
SHEET = _look(
    "sheet",
    heading=_("Does your paper begin like this?"),
    hint=_("Near the top of a RAP sheet, CII/ and NAM/ stand before your number and your name."),
    options=(
        Option(YES, _("Yes, I see CII/ and NAM/")),
        Option(NO, _("No, it looks different")),
    ),
)
NOTICES = _look(
    "notices",
    heading=_("Do you see one of these at the top?"),
    hint=_("Look above the first row of stars. Pick all that you see."),
    kind=Kind.MANY,
    options=(
        Option("none", _("None of these")),
        Option(
            "other-records",
            "III MULTIPLE SOURCE RECORD",
            _("There is a record in another state too. It is not on this sheet."),
        ),
        Option(
            "theft",
            "VICTIM OF IDENTITY THEFT",
            _("Someone may have used your name. Some cases may not be yours."),
        ),
        Option(
            "supervision",
            _("PROBATION: or PAROLE:"),
            _("You were on it when the sheet was printed. EXP is the day on which it was to end."),
        ),
    ),
)
EVENTS = _look(
    "events",
    heading=_("Do you see the word COURT?"),
    hint=_(
        "Each row of 4 stars begins a new cycle: an arrest and all that came of it. Dashes part the events in it. A conviction stands only below COURT."
    ),
    options=(
        Option(YES, _("Yes, I see COURT")),
        Option(NO, _("No, only other words"), _("Like ARR/DET/CITE, CUSTODY, or PROBATION.")),
    ),
)
ANOTHER = _look(
    "another",
    heading=_("Is there one more of these numbers below COURT?"),
    hint=_("Look for 11357, 11358, 11359, or 11360 in the rest of the sheet."),
    options=(
        Option(SAME, _("Yes, in the same COURT part"), _("It has its own CNT. We copy what is the same.")),
        Option(OTHER, _("Yes, in a different COURT part")),
        Option(NO, _("No, that was all")),
    ),
)


def seen_at(answers: Answers, key: str) -> Seen | None:
    """Return what was seen at a step; None: not said yet."""
    found: Seen | None = answers.get("guide", {}).get(key)
    return deepcopy(found)


def with_seen(answers: Answers, *, key: str, seen: Seen) -> Answers:
    """Return the answers with what was seen at a step."""
    changed = deepcopy(answers)
    changed.setdefault("guide", {})[key] = seen
    return changed


def is_seen(answers: Answers, key: str, *, card: str) -> bool:
    """Say whether this card was chosen at a step."""
    return card in (seen_at(answers, key) or ())
