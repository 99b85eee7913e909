"""The forms of an office: whom to invite, a member's role, how the office and its attorneys are named, how long it keeps."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from petitions.access.models import User
from petitions.access.organizations.invitations import LONGEST_ADDRESS
from petitions.access.organizations.models import FEWEST_DAYS, MOST_DAYS, AttorneyProfile, Organization
from petitions.access.organizations.profiles import ADDRESS, version_of
from petitions.access.roles import Role
from petitions.interview.forms.parts import TOO_LONG, PartField
from petitions.interview.questions import Part, question_of

WHOLE_ADDRESS = _("Give the whole address, or leave all of it blank")
NO_NAME = _("Type the name")
_NOW = _("Somebody else changed this meanwhile. It is now: %(now)s. Save again to keep yours")
_PLACE = ("street", "unit", "city", "state", "zip")
_DAYS = _("Type a number of days from %(least)d to %(most)d") % {"least": FEWEST_DAYS, "most": MOST_DAYS}


class Versioned(forms.Form):
    """A form that knows what its page showed, so that nobody overwrites what somebody else wrote meanwhile (S41)."""

    version = forms.CharField(widget=forms.HiddenInput, max_length=16, required=False)
    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        shown = dict(initial or {})
        more = {"version": version_of(shown), "token": secrets.token_hex(16)}
        super().__init__(data, initial={**shown, **more})
        self.shown = shown

    @property
    def values(self) -> dict[str, Any]:
        """Return what was typed, by column."""
        return {name: self.cleaned_data[name] for name in self._columns()}

    def is_stale(self, now: dict[str, Any]) -> bool:
        """Say whether the row is by now not what the page showed; then show both, and let saving again decide."""
        seen = self.cleaned_data["version"]
        if not seen or not self.shown or seen == version_of(now):
            return False
        self.data = {**{name: self.data[name] for name in self.data}, "version": version_of(now)}
        for name in self._columns():
            if name in now and now[name] != self.cleaned_data.get(name):
                self.add_error(name, _NOW % {"now": "–" if now[name] in ("", False) else now[name]})
        return bool(self.errors)

    def _columns(self) -> Iterable[str]:
        return [name for name in self.fields if name not in ("version", "token")]


class InviteForm(forms.Form):
    """Whom to invite, and as what. ``token`` is of one page, so that pressing twice invites once."""

    use_required_attribute = False
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=LONGEST_ADDRESS,
        error_messages={
            "max_length": TOO_LONG,
            "required": _("Type the e-mail"),
            "invalid": _("Type the e-mail like name@example.com"),
        },
    )
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.VOLUNTEER)
    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"token": secrets.token_hex(16)})


class ProgramForm(forms.Form):
    """What the office calls a program. ``token`` is of one page, so that pressing twice makes one."""

    use_required_attribute = False
    name = forms.CharField(
        label=_("Name of the program"),
        max_length=60,
        error_messages={"required": NO_NAME, "max_length": TOO_LONG},
    )
    token = forms.CharField(widget=forms.HiddenInput, max_length=64, required=False)

    def __init__(self, data: Any = None) -> None:
        super().__init__(data, initial={"token": secrets.token_hex(16)})


class RoleForm(forms.Form):
    """What a member does. ``shown`` is the role that the page showed."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    shown = forms.ChoiceField(choices=Role.choices, widget=forms.HiddenInput, required=False)

    def now_is(self, role: str) -> None:
        """Have the page show the role of now, so that saving again changes that."""
        self.data = {**{name: self.data[name] for name in self.data}, "shown": role}


class _PlaceForm(Versioned):
    """An address, whole or not at all, with phone and e-mail, checked as the interview checks them."""

    use_required_attribute = False

    def __init__(self, data: Any = None, *, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial=initial)
        for part in _parts():
            self.fields[part.key] = PartField(part)

    def clean(self) -> dict[str, Any]:
        """Refuse half an address; the state alone is none."""
        cleaned = super().clean() or self.cleaned_data
        given = [bool(cleaned.get(part)) for part in ADDRESS if part != "state"]
        if any(given) and not (all(given) and cleaned.get("state")):
            first = next((part for part in ADDRESS if not cleaned.get(part)), "street")
            self.add_error(first, WHOLE_ADDRESS)
        cleaned["state"] = (cleaned.get("state") or "").upper()
        return cleaned


class OfficeForm(_PlaceForm):
    """How the office is named and reached."""

    name = forms.CharField(
        label=_("Name of the office"), max_length=200, error_messages={"required": NO_NAME}
    )


class AttorneyForm(_PlaceForm):
    """How an attorney is named at the head of papers; the office's address fills a blank one."""

    name = forms.CharField(
        label=_("Lawyer’s full name"), max_length=200, error_messages={"required": NO_NAME}
    )
    bar_number = forms.CharField(label=_("State Bar number (optional)"), max_length=20, required=False)
    firm = forms.CharField(label=_("Firm, if not this office (optional)"), max_length=200, required=False)
    is_usual = forms.BooleanField(label=_("New matters begin with this lawyer"), required=False)


class RetentionForm(Versioned):
    """How long matters are kept."""

    use_required_attribute = False
    days_after_close = forms.IntegerField(
        label=_("Days after a matter is closed"),
        min_value=FEWEST_DAYS,
        max_value=MOST_DAYS,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _DAYS),
    )
    days_untouched = forms.IntegerField(
        label=_("Days after the last work on an open matter"),
        min_value=FEWEST_DAYS,
        max_value=MOST_DAYS,
        error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), _DAYS),
    )


class JoinForm(forms.Form):
    """Name and password of a new member."""

    use_required_attribute = False
    first_name = forms.CharField(label=_("First name"), max_length=150, error_messages={"required": NO_NAME})
    last_name = forms.CharField(label=_("Last name"), max_length=150, error_messages={"required": NO_NAME})
    password = forms.CharField(
        label=_("Password"),
        max_length=128,
        widget=forms.PasswordInput({"autocomplete": "new-password"}),
        error_messages={"required": _("Type a password"), "max_length": _("Use at most 128 signs")},
    )

    def __init__(self, email: str, data: Any = None) -> None:
        self.email = email
        super().__init__(data)

    def clean_password(self) -> str:
        """Refuse what is easy to guess."""
        password: str = self.cleaned_data["password"]
        about = User(username=self.email, email=self.email)
        about.first_name = self.cleaned_data.get("first_name", "")
        about.last_name = self.cleaned_data.get("last_name", "")
        try:
            validate_password(password, about)
        except ValidationError as refused:
            raise ValidationError(refused.messages[0]) from None
        return password


def place_of(one: Organization | AttorneyProfile) -> dict[str, Any]:
    """Return what a form of an address shows at first."""
    return {name: getattr(one, name) for name in (*_PLACE, "phone", "email", "name")}


def _parts() -> tuple[Part, ...]:
    question = question_of("lawyer")
    assert question is not None
    return tuple(part for part in question.parts if part.key in (*_PLACE, "phone", "email"))
