"""The words of each step: its question, its answers, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from petitions.interview.after.trackers import Step

Text = str | Promise
NOT_YET = "not_yet"
UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class StepWords:
    """What a page asks about one step. ``cards``: the value, its name, and the words under it."""

    heading: Text
    hint: Text
    cards: tuple[tuple[str, Text, Text], ...]
    when: Text


STEP_WORDS: Mapping[Step, StepWords] = {
    Step.FILED: StepWords(
        _("Did you file the papers?"),
        _("Filed means that the court clerk has them. The clerk stamps your copy."),
        (("done", _("Yes"), ""),),
        _("When did you file them?"),
    ),
    Step.SERVED: StepWords(
        _("Did the prosecutor get a copy?"),
        _("An adult who is not part of the case gives or mails it. Then that person signs the proof."),
        (("done", _("Yes"), ""),),
        _("When did the copy go out?"),
    ),
    Step.ANSWERED: StepWords(
        _("Did the prosecutor or the court answer?"),
        _("It may come by mail. It may never come: then the judge can still decide."),
        (
            ("agreed", _("The prosecutor agrees"), ""),
            ("objected", _("The prosecutor objects"), _("That means: they ask the judge to say no.")),
            ("hearing", _("There will be a hearing"), _("Someone asked for it, or the court set a day.")),
            (UNSURE, _("There is an answer, but I’m not sure what it says"), ""),
        ),
        _("When did the answer come?"),
    ),
    Step.DECIDED: StepWords(
        _("Did the judge decide?"),
        _("The judge signs a paper. It is called an order."),
        (
            ("granted", _("Yes. The judge gave all that I asked for"), ""),
            ("part", _("Yes. The judge gave a part of it"), ""),
            ("denied", _("Yes. The judge said no"), ""),
        ),
        _("What day is on the order?"),
    ),
    Step.CORRECTED: StepWords(
        _("Does your state record show it?"),
        _("That is the record that the Department of Justice keeps. You can ask for a copy."),
        (("done", _("Yes, it is right now"), ""),),
        _("When did you see that it was right?"),
    ),
}

SAID: Mapping[str, Text] = {
    "agreed": _("The prosecutor agrees"),
    "objected": _("The prosecutor objects"),
    "hearing": _("There will be a hearing"),
    UNSURE: _("Not sure what it says"),
    "granted": _("Granted"),
    "part": _("Granted in part"),
    "denied": _("Denied"),
}
"""What a step says beside its day."""

SERVE = _(
    "Ask an adult who is not part of the case to give or mail a copy to the prosecutor. "
    "That person signs the proof. The clerk needs the proof too."
)
FILE = _(
    "Take or mail the papers to the court clerk. Your guide has the address. Ask for a stamp on your copy."
)
WAIT = _("Now you wait. The law sets no number of days. If you hear nothing, call the clerk.")
MAY_BE_HEARING = _("There may be a hearing. The court tells you when.")
AGREED = _("That is good news. The judge still decides. If you hear nothing, call the clerk.")
OBJECTED = _(
    "Do not give up. The law takes it that you qualify, and the other side must prove that you do not. "
    "Show the paper to the public defender. It is free."
)
HEARING = _(
    "Call the public defender before that day. Bring all your papers. "
    "If you cannot come, or need someone who speaks your language, tell the clerk now."
)
READ_IT = _("Show the paper to the public defender or a legal aid office. They can tell you what it says.")
GRANTED = _(
    "Ask the clerk for a certified copy of the order. Keep it for good. Then see if your state record shows it."
)
PART = _(
    "Ask the clerk for a certified copy of the order. Read what the judge gave and what not. "
    "Ask the public defender about the rest."
)
DENIED = _(
    "Get the order and read the reason. Call the public defender right away. "
    "You may be able to appeal, and the time for that can be short."
)
DONE = _(
    "You are done. Keep the order for good. An old background check may still be wrong: see the letters below."
)
