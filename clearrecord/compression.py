"""Sends pages compressed, where that gives nothing away; files that are compressed already are left alone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_WORTH_IT = "text/html"


class CompressedPagesMiddleware(GZipMiddleware):
    """Compresses pages.

    The size of a compressed page can tell a listener what is in it, who can also put guesses into it (BREACH). So: each
    form token is masked anew, each page is of another length by chance (Django adds up to 100 characters), cookies do
    not follow a call from another site, and no page that is opened by its address repeats any of that address.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Compress a page for a browser that takes it so."""
        is_page = response.headers.get("Content-Type", "").startswith(_WORTH_IT)
        return super().process_response(request, response) if is_page else response
