"""The forms of the second step: codes of an app, recovery codes, passkeys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from allauth.core import context
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as webauthn
from cryptography.exceptions import InvalidSignature
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from petitions.access.models import User
from petitions.access.signing_in.factors import AT_THE_DOOR, INSIDE, proved_by, step_of
from petitions.access.signing_in.fields import Plain, taken
from petitions.access.signing_in.pace import CODES

WRONG_CODE = _("This code is wrong or was used. Wait for the next one in your app, then type it.")


def _code_field() -> forms.CharField:
    return forms.CharField(
        max_length=20,
        widget=forms.TextInput(
            {"autocomplete": "one-time-code", "inputmode": "numeric", "spellcheck": "false"}
        ),
        error_messages={"max_length": WRONG_CODE},
    )


class _CodeForm(Plain, forms.Form):
    code = _code_field()
    kinds: Sequence[str] = AT_THE_DOOR
    reauthenticated = False

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_code(self) -> str:
        """Look at the code once."""
        tries = taken(f"member {self.user.pk}", CODES)
        code: str = self.cleaned_data["code"]
        self.authenticator = proved_by(self.user, code, kinds=self.kinds)
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

    kinds = INSIDE
    reauthenticated = True


class AppForm(Plain, forms.Form):
    """The first code of a new app, which shows that it has the secret."""

    code = _code_field()

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


class AddPasskeyForm(Plain, webauthn.AddWebAuthnForm):
    """A new passkey and its name."""

    def clean(self) -> dict[str, Any]:
        """Look at what the browser sent, which may be anything."""
        with _whatever_was_sent():
            cleaned: dict[str, Any] = super().clean()
        if not isinstance(cleaned.get("credential"), dict):  # allauth looks only at what is not false or 0
            raise get_adapter().validation_error("incorrect_code")
        return cleaned


class PasskeyForm(webauthn.AuthenticateWebAuthnForm):
    """A passkey at the sign-in."""

    def clean_credential(self) -> Authenticator:
        """Look at what the browser sent."""
        with _whatever_was_sent():
            return super().clean_credential()


class PasskeyAgainForm(PasskeyForm):
    """The same in the midst of a sitting."""

    reauthenticated = True


class PasskeyAloneForm(PasskeyForm):
    """A passkey in place of password and second step: the device asks for a finger, a face or a PIN, which is two."""

    passwordless = True

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, user=None, **kwargs)

    def clean_credential(self) -> Authenticator:
        """Refuse whoever left."""
        found: Authenticator = super().clean_credential()
        if not found.user.is_active:
            raise get_adapter().validation_error("incorrect_code")
        return found


class RenamePasskeyForm(Plain, webauthn.EditWebAuthnForm):
    """Another name of a passkey."""


@contextmanager
def _whatever_was_sent() -> Iterator[None]:
    """Refuse kindly what is no passkey at all: the libraries raise whatever their reading raises."""
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, InvalidSignature):
        raise get_adapter().validation_error("incorrect_code") from None
