"""Sets the rules of this site in django-allauth: nobody signs up, no way leads off the site, secrets are sealed."""

from __future__ import annotations

import base64
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.access.actors import actor_of, first_page
from petitions.access.audit import note_changed, note_seen
from petitions.access.models import User
from petitions.access.signing_in.again import recently_proved
from petitions.access.signing_in.factors import second_steps
from petitions.records.encryption import Sealed, seal, unseal

_ROW = "second step"


class StaffAccounts(DefaultAccountAdapter):
    """Accounts of staff: made by an invitation or a command, never by whoever comes."""

    error_messages: ClassVar = {
        **DefaultAccountAdapter.error_messages,
        "enter_current_password": _("This is not your password now. Please type it again."),
        "incorrect_password": _("This is not your password. Please type it again."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Refuse."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Lead only to a page of this site, written as a path."""
        is_path = url.startswith("/") and url.isprintable() and "\\" not in url
        return is_path and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def login(self, request: HttpRequest, user: User) -> None:
        """Sign in, and have it stand in the log of the office."""
        super().login(request, user)
        actor = actor_of(request)
        if actor:
            note_seen(actor, user, what="signed in")

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the first page that the member's role opens."""
        return reverse(first_page(actor_of(request)))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead back to the page of one's sign-in."""
        return reverse("mfa_index")

    def is_reauthentication_required(self, *, app: str, **_more: Any) -> bool:
        """Take the sign-in itself as a proof while it is fresh."""
        return not recently_proved(self.request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count nothing here: the forms do, in the database."""

    def send_notification_mail(self, template_prefix: str, user: User, *_args: Any, **_more: Any) -> None:
        """Tell the member, and the log of the office, that something about the sign-in changed.

        The mail does not say what it protects.
        """
        actor = actor_of(self.request) if self.request else None
        if actor:
            note_changed(actor, user, what="changed their sign-in")
        if settings.MAIL_OFFERED and user.email:
            self.send_mail("account/email/changed", user.email, {})

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send plain words, which name neither the site's purpose nor the member."""
        subject = render_to_string(f"{template_prefix}_subject.txt").strip()
        body = render_to_string(f"{template_prefix}_message.txt", context).strip()
        EmailMessage(subject, body, to=[email]).send()


class StaffSecondSteps(DefaultMFAAdapter):
    """Second steps of staff: their secrets are sealed, and the last one stays."""

    error_messages: ClassVar = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("That did not work. Please try again."),
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        sealed = seal({"secret": text}, row=_ROW, keys=settings.RECORD_KEYS)
        return f"{sealed.key_id}:{base64.b64encode(sealed.content).decode('ascii')}"

    def decrypt(self, encrypted_text: str) -> str:
        """Open a secret."""
        key_id, _colon, content = encrypted_text.partition(":")
        opened = unseal(Sealed(base64.b64decode(content), key_id), row=_ROW, keys=settings.RECORD_KEYS)
        return str(opened["secret"])

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Keep the last one."""
        return len(second_steps(authenticator.user)) > 1

    def get_totp_issuer(self) -> str:
        """Name the site in the app."""
        return "ClearRecord"

    def get_totp_label(self, user: User) -> str:
        """Name the account in the app."""
        return user.get_username()

    def generate_authenticator_name(self, user: User, type: Authenticator.Type) -> str:  # noqa: A002 - allauth's
        """Name a passkey that the person gives no name."""
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return gettext("Passkey %(number)d") % {"number": number}
