"""What to know before acting: by the code of a warning."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.outcomes import Text
from petitions.interview.wording.sentences import sentence_of


@dataclass(frozen=True, slots=True)
class WarningWords:
    """A thing to know: its name, and what it means."""

    title: Text
    text: Text
    on_paper: Text = ""
    """The same for a sheet with little room; empty: the same words."""

    @property
    def paper_text(self) -> Text:
        """Say what it means in few words."""
        return self.on_paper or self.text


FOR_EVERY_CASE: dict[str, WarningWords] = {
    "IMMIGRATION": WarningWords(
        _("Not a U.S. citizen? See an immigration lawyer first"),
        _(
            "Federal law may still count this conviction after a court here changes it. Do not file, and do "
            "not admit anything, before you talk to one."
        ),
    ),
    "FIREARMS": WarningWords(
        _("Guns"),
        _(
            "This may not give back a right to have a gun. Federal law and other state laws may still forbid "
            "it. Ask a lawyer before you touch one."
        ),
        on_paper=_("This may not give back a right to have a gun. Ask a lawyer first."),
    ),
    "DNA": WarningWords(
        _("DNA"),
        _("If the state took your DNA, lowering the conviction does not remove it from their files."),
    ),
}
"""Warnings that the page shows once, whichever conviction they came with."""

FOR_ONE_CASE: dict[str, WarningWords] = {
    "PUBLIC_DEFENDER_FIRST": WarningWords(
        _("Talk to the public defender first"),
        _(
            "You are still serving this sentence, so there may be a hearing. The public defender can speak "
            "for you, and it is free."
        ),
    ),
    "PUBLIC_SAFETY": WarningWords(
        _("The judge can say no for one reason"),
        _(
            "While you still serve the sentence, the judge may refuse. But only if there is proof of a real "
            "danger that you would commit a very serious, violent crime."
        ),
    ),
    "PETITION_NO_SEALING": WarningWords(
        _("Dismissed, but maybe not sealed"),
        _(
            "While you serve the sentence, the law speaks of dismissal only. Once it is over, "
            "ask the court to seal the record too."
        ),
    ),
    "PRIORS_COUNTED": WarningWords(
        _("Did you add all your convictions?"),
        _(
            "The answer can change if you were convicted of the same crime two or more times before. "
            "Add those convictions too."
        ),
    ),
    "WHICH_ORDER": WarningWords(
        _("Find out which order it was"),
        _(
            "“Dismissed” is better than “lowered.” If it was only lowered, a court may still do more. "
            "Ask the clerk for a copy, then change your answer."
        ),
    ),
    "CHECK_FIRST": WarningWords(
        _("Check first if it is done already"),
        _("You told us that you are not sure if a court changed it. See below how to check."),
    ),
    "SAME_CLASS_REVIEW": WarningWords(
        _("The penalty is lighter today"),
        _(
            "It is still in the same class, but the penalty went down. It is not clear if a court can help. "
            "Ask a lawyer."
        ),
    ),
    "MIXED": WarningWords(
        _("Other crimes in the same case stay"),
        _("The court changes only the marijuana part. Sealing may not cover the whole case."),
    ),
}
"""Warnings that stand on the card of the conviction."""

ALL = {**FOR_EVERY_CASE, **FOR_ONE_CASE}


_MORE_TO_KNOW = _("There is more to know")
_ASK = _("A lawyer or legal aid can tell you what it means for you.")


def warning_words(code: str) -> WarningWords:
    """Return the words of a warning; a new code gets the law's own sentence, or else whom to ask."""
    return ALL.get(code) or WarningWords(_MORE_TO_KNOW, sentence_of(code) or _ASK)
