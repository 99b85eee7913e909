"""Every page tells the browser to run nothing foreign and to keep nothing."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client

pytestmark = pytest.mark.urls("tests.ground.site_urls")


def test_pages_allow_only_this_site_and_nothing_inline() -> None:
    policy = Client().get("/fine/").headers.get("Content-Security-Policy", "")
    parts = {part.strip() for part in policy.split(";")}
    assert parts == {
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    }
    assert "unsafe" not in policy


def test_pages_are_kept_by_nobody_and_framed_by_nobody() -> None:
    headers = Client().get("/fine/").headers
    assert headers.get("Cache-Control", "") == "no-store"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]


def test_cookies_are_out_of_reach_of_scripts_and_other_sites() -> None:
    for name in ("SESSION", "CSRF", "LANGUAGE"):
        assert getattr(settings, f"{name}_COOKIE_HTTPONLY")
        assert getattr(settings, f"{name}_COOKIE_SAMESITE") == "Lax"


def test_sessions_are_on_the_server_and_end_within_a_week() -> None:
    assert settings.SESSION_ENGINE.endswith(".db")
    assert settings.SESSION_COOKIE_AGE <= 7 * 24 * 3600
