"""Addresses of signing in: of allauth's pages only those that staff need, so that nobody can sign up."""

from __future__ import annotations

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path, re_path
from django.views.decorators.http import require_http_methods, require_safe

from petitions.access.signing_in import views

form = require_http_methods(["GET", "HEAD", "POST"])

urlpatterns = [
    path("login/", form(account.login), name="account_login"),
    path("login/code/", form(mfa.authenticate), name="mfa_authenticate"),
    path("login/passkey/", form(webauthn.login_webauthn), name="mfa_login_webauthn"),
    path("logout/", views.sign_out, name="account_logout"),
    path("stay/", views.stay, name="staff_stay"),
    path("again/", form(account.reauthenticate), name="account_reauthenticate"),
    path("again/code/", form(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("again/passkey/", form(views.PasskeyAgain.as_view()), name="mfa_reauthenticate_webauthn"),
    path("password/", form(account.password_change), name="account_change_password"),
    path("password/forgotten/", form(views.forgotten), name="account_reset_password"),
    path(
        "password/forgotten/sent/",
        require_safe(account.password_reset_done),
        name="account_reset_password_done",
    ),
    re_path(
        r"^password/forgotten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>[0-9A-Za-z-]+)/$",
        form(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "password/forgotten/done/",
        require_safe(account.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    path("", require_safe(views.own), name="mfa_index"),
    path("app/", form(views.set_up_app), name="mfa_activate_totp"),
    path("app/remove/", form(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("codes/", require_safe(recovery.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("codes/new/", form(recovery.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path(
        "codes/recovery-codes.txt",
        require_safe(recovery.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("passkeys/", require_safe(webauthn.list_webauthn), name="mfa_list_webauthn"),
    path("passkeys/add/", form(views.AddPasskey.as_view()), name="mfa_add_webauthn"),
    path("passkeys/<int:pk>/remove/", form(views.RemovePasskey.as_view()), name="mfa_remove_webauthn"),
    path("passkeys/<int:pk>/name/", form(webauthn.edit_webauthn), name="mfa_edit_webauthn"),
]
