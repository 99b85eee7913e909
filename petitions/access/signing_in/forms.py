"""The forms of signing in, in this site's words; each try is counted before it is looked at."""

from __future__ import annotations

from math import ceil
from typing import Any

from allauth.account import forms as account
from allauth.account.adapter import get_adapter
from allauth.account.models import Login
from allauth.core import context
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.webauthn import forms as webauthn
from crispy_forms.helper import FormHelper
from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from petitions.access.models import User
from petitions.access.signing_in.backend import account_named
from petitions.access.signing_in.factors import proved_by, step_of
from petitions.access.signing_in.pace import CODES, PASSWORDS, RESETS, MustWait, Pace, Tries

WRONG_SIGN_IN = _("The name or the password is wrong. Please check both and try again.")
WRONG_CODE = _("This code is wrong or was used. Wait for the next one in your app, then type it.")
_TYPE_IT = _("Type the code.")
_NEW_PASSWORD = _("At least 10 characters. A few words in a row are easy to keep in mind and hard to guess.")


class Plain:
    """What all of these forms share: no placeholders, and the site's own way to draw them."""

    use_required_attribute = False
    is_single = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag, self.helper.disable_csrf = False, True
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            field.widget.attrs.pop("placeholder", None)
            field.label = _LABELS.get(name, field.label)
            field.help_text = _HINTS.get(name, "")
            field.error_messages["required"] = _MISSING.get(name, field.error_messages["required"])


_LABELS = {
    "login": _("User name or mail address"),
    "password": _("Password"),
    "oldpassword": _("Password now"),
    "password1": _("New password"),
    "password2": _("New password again"),
    "email": _("Mail address"),
    "code": _("Code"),
    "name": _("Name of this passkey"),
}
_HINTS = {
    "password1": _NEW_PASSWORD,
    "name": _("For you alone, to tell one from another: “My laptop”."),
}
_MISSING = {
    "login": _("Type your user name or your mail address."),
    "password": _("Type your password."),
    "oldpassword": _("Type the password that you have now."),
    "password1": _("Type a new password."),
    "password2": _("Type the new password once more."),
    "email": _("Type your mail address."),
    "code": _TYPE_IT,
    "name": _("Type a name."),
}


def taken(owner: str, pace: Pace) -> Tries:
    """Count a try; raise ValidationError with the time to wait where it comes too early."""
    tries = Tries(context.request, owner, pace)
    try:
        tries.take()
    except MustWait as early:
        raise ValidationError(_wait_sentence(ceil(early.wait.total_seconds())), code="too_early") from None
    return tries


def _wait_sentence(seconds: int) -> str:
    if seconds <= 90:
        sentence = ngettext(
            "There were too many wrong tries. Please wait %(seconds)d second, then try again.",
            "There were too many wrong tries. Please wait %(seconds)d seconds, then try again.",
            seconds,
        )
        return sentence % {"seconds": seconds}
    return gettext("There were too many wrong tries. Please wait %(minutes)d minutes, then try again.") % {
        "minutes": ceil(seconds / 60)
    }


class SignInForm(Plain, account.LoginForm):  # type: ignore[misc]
    """User name or mail address, and password."""

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
        name = self.cleaned_data["login"]
        tries = taken(account_named(name), PASSWORDS)
        user = authenticate(context.request, username=name, password=self.cleaned_data["password"])
        if user is None:
            raise ValidationError(WRONG_SIGN_IN)
        tries.was_right()
        self.user, self._login = user, Login(user=user)
        return self.cleaned_data

    def user_credentials(self) -> dict[str, Any]:
        """Return what allauth passes on; the typed name is not kept in the session."""
        return {"password": self.cleaned_data["password"]}


class _CodeForm(Plain, forms.Form):
    code = forms.CharField(
        max_length=20,
        widget=forms.TextInput(
            {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        ),
        error_messages={"max_length": WRONG_CODE},
    )
    reauthenticated = False

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_code(self) -> str:
        """Look at the code once."""
        tries = taken(f"member {self.user.pk}", CODES)
        code: str = self.cleaned_data["code"]
        self.authenticator = proved_by(self.user, code)
        if self.authenticator is None:
            raise ValidationError(WRONG_CODE)
        tries.was_right()
        return code

    def save(self) -> None:
        """Note the proof."""
        post_authentication(context.request, self.authenticator, reauthenticated=self.reauthenticated)


class SecondStepForm(_CodeForm):
    """A code of the app, or a recovery code, at the sign-in."""


class SecondStepAgainForm(_CodeForm):
    """The same in the midst of a sitting."""

    reauthenticated = True


class AppForm(Plain, forms.Form):
    """The first code of a new app, which shows that it has the secret."""

    code = forms.CharField(
        max_length=20,
        widget=forms.TextInput(
            {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        ),
    )

    def __init__(self, data: Any = None, *, user: User, secret: str) -> None:
        self.user, self.secret = user, secret
        super().__init__(data)
        self.fields["code"].label = _("Code that your app shows")

    def clean_code(self) -> str:
        """Find the time step of the code."""
        tries = taken(f"member {self.user.pk}", CODES)
        step = step_of(self.secret, self.cleaned_data["code"])
        if step is None:
            raise ValidationError(
                _("This is not the code that we wait for. Type the one that your app shows now.")
            )
        tries.was_right()
        self.step = step
        return self.secret


class PasswordAgainForm(Plain, account.ReauthenticateForm):  # type: ignore[misc]
    """The password once more, in the midst of a sitting."""

    def clean_password(self) -> str:
        """Look at it, and count."""
        return _own_password(self.user, self.cleaned_data["password"], wrong="incorrect_password")


class ChangePasswordForm(Plain, account.ChangePasswordForm):  # type: ignore[misc]
    """The password now, and a new one twice."""

    def clean_oldpassword(self) -> str:
        """Look at it, and count."""
        return _own_password(self.user, self.cleaned_data["oldpassword"], wrong="enter_current_password")

    def clean(self) -> dict[str, Any]:
        """Compare the two."""
        return _compared(self)


class NewPasswordForm(Plain, account.ResetPasswordKeyForm):  # type: ignore[misc]
    """A new password twice, by whoever has the link of a mail; it signs nobody in."""

    def clean(self) -> dict[str, Any]:
        """Compare the two."""
        return _compared(self)


class ForgottenForm(Plain, account.ResetPasswordForm):  # type: ignore[misc]
    """The mail address to which a link goes, if a member has it."""

    def clean_email(self) -> str:
        """Find the members; nothing says whether there are any."""
        email: str = self.cleaned_data["email"]
        taken(f"mail {email.lower()}", RESETS)
        self.users = [*User.objects.filter(email__iexact=email, is_active=True)]
        return email


class AddPasskeyForm(Plain, webauthn.AddWebAuthnForm):  # type: ignore[misc]
    """A new passkey and its name."""

    def clean(self) -> dict[str, Any]:
        """Look at what the browser sent, which may be anything."""
        try:
            cleaned: dict[str, Any] = super().clean()
        except (ValueError, TypeError, KeyError, AttributeError):
            raise get_mfa_adapter().validation_error("incorrect_code") from None
        return cleaned


class RenamePasskeyForm(Plain, webauthn.EditWebAuthnForm):  # type: ignore[misc]
    """Another name of a passkey."""


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
