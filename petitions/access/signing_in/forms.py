"""The forms of the first step: name and password, a new password, a forgotten one."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.account.models import Login
from allauth.core import context
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from petitions.access.models import User
from petitions.access.signing_in.backend import account_named
from petitions.access.signing_in.fields import Plain, taken
from petitions.access.signing_in.pace import PASSWORDS, RESETS

WRONG_SIGN_IN = _("The name or the password is wrong. Please check both and try again.")


class SignInForm(Plain, account.LoginForm):
    """User name or email address, and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= {
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
        }

    def clean(self) -> dict[str, Any]:
        """Find the member; unknown names and wrong passwords look the same."""
        if self.errors:
            return self.cleaned_data
        try:
            self._look_at(self.cleaned_data["login"], self.cleaned_data["password"])
        except ValidationError as wrong:
            self.add_error("password", wrong)
        return self.cleaned_data

    def _look_at(self, name: str, password: str) -> None:
        tries = taken(account_named(name), PASSWORDS)
        user = authenticate(context.request, username=name, password=password)
        if user is None:
            raise ValidationError(WRONG_SIGN_IN)
        tries.was_right()
        self.user, self._login = user, Login(user=user)

    def user_credentials(self) -> dict[str, Any]:
        """Return what allauth passes on; the typed name is not kept in the session."""
        return {"password": self.cleaned_data["password"]}


class PasswordAgainForm(Plain, account.ReauthenticateForm):
    """The password once more, in the midst of a sitting."""

    def clean_password(self) -> str:
        """Look at it, and count."""
        return _own_password(self.user, self.cleaned_data["password"], wrong="incorrect_password")


class ChangePasswordForm(Plain, account.ChangePasswordForm):
    """The password now, and a new one twice."""

    def clean_oldpassword(self) -> str:
        """Look at it, and count."""
        return _own_password(self.user, self.cleaned_data["oldpassword"], wrong="enter_current_password")

    def clean(self) -> dict[str, Any]:
        """Compare the two."""
        return _compared(self)


class NewPasswordForm(Plain, account.ResetPasswordKeyForm):
    """A new password twice, by whoever has the link of a mail; it signs nobody in."""

    def clean(self) -> dict[str, Any]:
        """Compare the two."""
        return _compared(self)


class ForgottenForm(Plain, account.ResetPasswordForm):
    """The email address to which a link goes, if a member has it."""

    def clean_email(self) -> str:
        """Find the members; nothing says whether there are any."""
        email: str = self.cleaned_data["email"]
        taken(f"mail {email.lower()}", RESETS)
        self.users = [*User.objects.filter(email__iexact=email, is_active=True)]
        return email


def _own_password(user: User, password: str, *, wrong: str) -> str:
    tries = taken(f"member {user.pk}", PASSWORDS)
    if authenticate(context.request, username=user.get_username(), password=password) != user:
        raise get_adapter().validation_error(wrong)
    tries.was_right()
    return password


def _compared(form: Any) -> dict[str, Any]:
    data: dict[str, Any] = form.cleaned_data
    if data.get("password1") and data.get("password2") and data["password1"] != data["password2"]:
        form.add_error("password2", _("The two new passwords differ. Type the same one twice."))
    return data
