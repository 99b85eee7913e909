"""What the forms of signing in share: their words, how they are drawn, and that each try is counted first."""

from __future__ import annotations

from math import ceil
from typing import Any

from allauth.core import context
from crispy_forms.helper import FormHelper
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from petitions.access.signing_in.pace import MustWait, Pace, Tries

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
    "login": _("User name or email address"),
    "password": _("Password"),
    "oldpassword": _("Password now"),
    "password1": _("New password"),
    "password2": _("New password again"),
    "email": _("Email address"),
    "code": _("Code"),
    "name": _("Name of this passkey"),
    "passwordless": _("Sign in with it alone"),
}
_HINTS = {
    "password1": _NEW_PASSWORD,
    "name": _("For you alone, to tell one from another: “My laptop”."),
    "passwordless": _("Then you need no password. Your device must ask for a finger, a face or a PIN."),
}
_MISSING = {
    "login": _("Type your user name or your email address."),
    "password": _("Type your password."),
    "oldpassword": _("Type the password that you have now."),
    "password1": _("Type a new password."),
    "password2": _("Type the new password once more."),
    "email": _("Type your email address."),
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
