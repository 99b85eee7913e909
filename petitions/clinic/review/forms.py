"""The forms of the review: a comment, and to whom a matter is given."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from petitions.access.actors import Actor
from petitions.access.assigning import assign, colleagues
from petitions.access.once import key_of
from petitions.exchange.plain_text import unprintable
from petitions.interview.forms.base import refuse
from petitions.records.matters.comments import add_comment
from petitions.records.matters.models import Matter

_LONGEST = 2000


class CommentForm(forms.Form):
    """What a member writes. ``token`` is of one page, so that pressing twice writes one comment."""

    text = forms.CharField(
        label=_("Comment"),
        max_length=_LONGEST,
        widget=forms.Textarea({"rows": "3"}),
        error_messages={
            "required": _("Write the comment first"),
            "max_length": _("This is too long. Please make it shorter"),
        },
    )
    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def clean_text(self) -> str:
        """Refuse signs that nothing can show."""
        text: str = self.cleaned_data["text"]
        problem = unprintable(" ".join(text.split()))
        if problem:
            raise refuse(problem)
        return text

    def save(self, matter: Matter, *, actor: Actor) -> None:
        """Keep it once."""
        key = key_of(self.cleaned_data["token"], matter.pk, actor.user_id)
        add_comment(matter, self.cleaned_data["text"], user_id=actor.user_id, comment_id=key)


class AssignForm(forms.Form):
    """To whom a matter is given."""

    to = forms.ChoiceField(label=_("Given to"), required=False)

    def __init__(self, actor: Actor, matter: Matter, data: Any = None) -> None:
        super().__init__(data, initial={"to": matter.assigned_to_id or ""})
        found = [(one.user_id, f"{one.name} ({one.role})") for one in colleagues(actor.organization_id)]
        self.fields["to"].choices = [("", _("Nobody")), *found]  # type: ignore[attr-defined]

    def save(self, matter: Matter) -> bool:
        """Give it; say whether that could be done."""
        chosen = self.cleaned_data["to"]
        return assign(matter, int(chosen) if chosen else None)
