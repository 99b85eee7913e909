"""Views of one's own sign-in that are ours: what there is, a new app, passkeys, staying, signing out."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.logout import logout
from allauth.account.views import password_reset
from allauth.mfa.adapter import get_adapter as get_mfa_adapter
from allauth.mfa.totp.internal.auth import generate_totp_secret
from allauth.mfa.webauthn.views import AddWebAuthnView, ReauthenticateWebAuthnView, RemoveWebAuthnView
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from petitions.access.models import User
from petitions.access.qr_code import qr_code
from petitions.access.signing_in.again import fresh
from petitions.access.signing_in.factors import forget_old_steps, keep_app, must_enrol_anew, second_steps
from petitions.access.signing_in.own_page import in_groups, own_sign_in
from petitions.access.signing_in.second_step_forms import AppForm
from petitions.access.signing_in.sittings import seconds_left, unattended, use_sitting

_PENDING = "new_app"


def own(request: HttpRequest) -> HttpResponse:
    """Show how the member signs in; before there is a second step, let them choose one."""
    page = own_sign_in(_member(request), anew=must_enrol_anew(request))
    name = "account/enrol.html" if page.must_enrol else "account/own.html"
    return render(request, name, {"page": page})


@fresh
def set_up_app(request: HttpRequest) -> HttpResponse:
    """Show the secret of a new app; keep the app once it has shown a right code, in place of another."""
    user, secret = _member(request), _pending_secret(request)
    form = AppForm(request.POST if request.method == "POST" else None, user=user, secret=secret)
    if request.method == "POST" and form.is_valid():
        keep_app(request, user, secret=secret, step=form.step)
        del request.session[_PENDING]
        record_authentication(request, user, "mfa")
        get_adapter().send_notification_mail("", user)
        return redirect("mfa_view_recovery_codes")
    address = get_mfa_adapter().build_totp_url(user, secret)
    context = {"form": form, "secret": in_groups(secret), "address": address, "picture": qr_code(address)}
    return render(request, "mfa/totp/activate_form.html", context)


class AddPasskey(AddWebAuthnView):
    """Adds a passkey; after a recovery code it takes the place of all that there was."""

    def form_valid(self, form: Any) -> HttpResponse:
        """Keep it."""
        with transaction.atomic():
            if must_enrol_anew(self.request):
                forget_old_steps(self.request, self.request.user)
            return super().form_valid(form)


class PasskeyAgain(ReauthenticateWebAuthnView):
    """Takes a passkey as a fresh proof."""

    def form_invalid(self, form: Any) -> HttpResponse:
        """Say on the same page that it did not work."""
        return self.render_to_response({**self.get_context_data(), "webauthn_form": form})


class RemovePasskey(RemoveWebAuthnView):
    """Removes a passkey, but not the last second step."""

    def get_queryset(self) -> QuerySet[Any]:
        """Find the member's own."""
        found: QuerySet[Any] = super().get_queryset()
        return found if len(second_steps(self.request.user)) > 1 else found.none()


@login_not_required
def forgotten(request: HttpRequest) -> HttpResponse:
    """Send a link to whoever forgot their password, where this site sends mail at all."""
    if not settings.MAIL_OFFERED:
        return render(request, "account/no_mail.html")
    return password_reset(request)


@unattended
@require_http_methods(["GET", "POST"])
@login_not_required
def stay(request: HttpRequest) -> HttpResponse:
    """Say how many seconds are left of the sitting; a POST begins them anew."""
    if request.method == "POST" and seconds_left(request):
        use_sitting(request)
    return JsonResponse({"seconds": seconds_left(request)})


@require_POST
@login_not_required
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session, and have the browser forget the pages."""
    logout(request, show_message=False)
    request.session.flush()
    response = redirect("account_login")
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _pending_secret(request: HttpRequest) -> str:
    """Return the secret of the app that is being set up; a page that is opened twice shows the same."""
    adapter = get_mfa_adapter()
    if _PENDING not in request.session:
        request.session[_PENDING] = adapter.encrypt(generate_totp_secret())
    secret: str = adapter.decrypt(request.session[_PENDING])
    return secret


def _member(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # every view here that asks wants a sign-in
    return request.user
