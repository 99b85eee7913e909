"""The cards on the page of the papers that ask which request to file, where there is more than one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.documents.official.values import fits_the_form
from petitions.documents.packet import Packets
from petitions.interview.answers import Answers
from petitions.interview.forms.choices import PICK_ONE
from petitions.interview.forms.widgets import Cards
from petitions.interview.paper_list import case_title
from petitions.interview.petition_choice import OFFICIAL, OURS, chosen, installed_form

# A sign of its own joins the number of the form, so that no line ends within it.
_CHOICES = (
    (OFFICIAL, _("The court’s own form CR‑400 (courts must take it)")),
    (OURS, _("A request that we wrote, with your facts in it")),
)
_OLD_CHOICES = ((OFFICIAL, _("The court’s own form CR‑400, an old edition")), _CHOICES[1])
_HINTS = {
    OFFICIAL: _("It is short, and clerks know it."),
    OURS: _("It tells the judge the dates and the facts of each conviction."),
}
_OLD_HINTS = {
    **_HINTS,
    OFFICIAL: _("It is short, and clerks know it. Ask the clerk if they take this edition."),
}
_NOW = {
    OFFICIAL: _("Your papers now have the court’s own form."),
    OURS: _("Your papers now have the request that we wrote."),
}


class PetitionForm(forms.Form):
    """Two cards, the one that holds now marked."""

    use_required_attribute = False

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, now: str = OFFICIAL, old: bool = False
    ) -> None:
        super().__init__(data, initial={"request": now})
        choices = _OLD_CHOICES if old else _CHOICES
        self.fields["request"] = forms.ChoiceField(
            label=_("Which one do you want to file?"),
            choices=choices,
            widget=Cards(),
            error_messages={"required": PICK_ONE, "invalid_choice": PICK_ONE},
        )
        self.fields["request"].widget.hints = _OLD_HINTS if old else _HINTS
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True


@dataclass(frozen=True, slots=True)
class PetitionChoice:
    """What the page shows: the cards, what holds now, and the cases that have no choice."""

    form: PetitionForm
    now: str | Promise
    without_choice: tuple[str, ...]


def petition_choice(answers: Answers, packets: Packets) -> PetitionChoice | None:
    """Return the choice where this site has the court's form and it fits at least one case."""
    installed = installed_form()
    unfit = [case for case in packets.cases if not fits_the_form(case.sheet)]
    if installed is None or len(unfit) == len(packets.cases):
        return None
    now = chosen(answers)
    return PetitionChoice(
        form=PetitionForm(now=now, old=installed.edition.is_old),
        now=_NOW[now],
        without_choice=tuple(_without_choice(case_title(case)) for case in unfit),
    )


def _without_choice(title: str) -> str:
    return gettext("%(case)s: the court’s form does not fit it, so we wrote this request.") % {"case": title}
