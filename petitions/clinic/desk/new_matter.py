"""Opens a matter for a new petitioner: the name, the language, who files, and the consent; all else follows on its page."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.db import IntegrityError
from django.utils.translation import gettext_lazy as _

from petitions.access.actors import Actor
from petitions.access.audit import note_made
from petitions.access.organizations.profiles import attorneys_of
from petitions.clinic.desk.changes import apply_cells
from petitions.clinic.ending.agreement import VERSION
from petitions.exchange.plain_text import plain_text, unprintable
from petitions.interview.answers import new_answers
from petitions.interview.forms.base import refuse
from petitions.interview.screening import today
from petitions.records.matters.models import Matter
from petitions.records.matters.writing import open_matter

_LONGEST = 200
LANGUAGES = (("en", _("English")), ("es", _("Spanish")))
SELF = ""


class NewMatterForm(forms.Form):
    """What opens a matter. ``token`` is of one page, so that pressing twice opens one matter."""

    use_required_attribute = False
    name = forms.CharField(
        label=_("Name on the court papers"),
        help_text=_("As the court wrote it, even if it was wrong."),
        max_length=_LONGEST,
        error_messages={
            "required": _("Type the name"),
            "max_length": _("This is too long. Please make it shorter"),
        },
    )
    language = forms.ChoiceField(
        label=_("The person’s language"),
        choices=LANGUAGES,
        help_text=_("For the guide and for what is read aloud. Court papers are in English."),
    )
    attorney = forms.ChoiceField(label=_("Who files?"), required=False)
    agreed = forms.BooleanField(
        label=_("The person heard this and agreed"),
        error_messages={"required": _("Read the text to the person. Tick this once they agree")},
    )
    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(self, actor: Actor, data: Any = None) -> None:
        attorneys = list(attorneys_of(actor.organization_id))
        usual = next((one.pk for one in attorneys if one.is_usual), SELF)
        super().__init__(data, initial={"token": secrets.token_hex(16), "attorney": usual})
        choices = [(SELF, _("The person files it"))]
        self.fields["attorney"].choices = [*choices, *((one.pk, one.name) for one in attorneys)]  # type: ignore[attr-defined]
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True

    def clean_name(self) -> str:
        """Clean the name, and refuse letters that no paper can print."""
        name = plain_text(self.cleaned_data["name"])
        problem = unprintable(name)
        if problem:
            raise refuse(problem)
        return name


def opened(form: NewMatterForm, *, actor: Actor) -> str:
    """Open the matter of a valid form; return its id, also where this very form has opened it before."""
    given = form.cleaned_data
    matter_id = _id_of(given["token"], actor)
    sent = {"you.name-on-case": {"part_name_on_case": given["name"]}}
    answers = apply_cells(new_answers(), sent, on=today()).answers
    try:
        matter: Matter = open_matter(
            answers,
            organization_id=actor.organization_id,
            user_id=actor.user_id,
            language=given["language"],
            agreed_text=VERSION,
            attorney_id=given["attorney"] or None,
            matter_id=matter_id,
        )
    except IntegrityError:
        return matter_id
    note_made(actor, matter, what=f"agreed {VERSION}")
    return matter.pk


def _id_of(token: str, actor: Actor) -> str:
    """Return the id that this form gives, for this member only; without a token it is a new one."""
    about = f"{token or secrets.token_hex(16)}\n{actor.organization_id}\n{actor.user_id}"
    return hashlib.sha256(about.encode()).hexdigest()[:32]
