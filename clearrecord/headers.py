"""Tells browsers and proxies to keep no copy of a page, to give a page no device, and to run nothing of a file."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponseBase

_REFUSED = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "display-capture",
    "encrypted-media",
    "fullscreen",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "screen-wake-lock",
    "serial",
    "usb",
    "web-share",
    "xr-spatial-tracking",
)
_OURS = ("publickey-credentials-create", "publickey-credentials-get")
"""What a page of this site alone may ask for: a passkey of staff."""
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        [*(f"{feature}=()" for feature in _REFUSED), *(f"{feature}=(self)" for feature in _OURS)]
    ),
}
_OF_A_FILE = "default-src 'none'; sandbox"
"""A file to download that a browser shows all the same runs nothing, and is of no site."""
_SHOWN, _NOTHING_HERE = "noarchive", "noindex, noarchive"
"""What a search may do with a page: keep a copy of none, and list none that says that nothing is here, as each page
with answers says to whoever comes without the person's cookie."""


class PrivatePagesMiddleware:
    """Marks every page that Django makes; static files are answered before it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, then mark the answer."""
        response = self.get_response(request)
        for name, value in _HEADERS.items():
            response.headers[name] = value
        if response.headers.get("Content-Disposition", "").startswith("attachment"):
            response.headers["Content-Security-Policy"] = _OF_A_FILE
        response.headers["X-Robots-Tag"] = _SHOWN if response.status_code == HTTPStatus.OK else _NOTHING_HERE
        return response
