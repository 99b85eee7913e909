"""Views of the pages around the interview: start, what we keep, the language, and "cleared"."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language
from django.views.decorators.http import require_POST, require_safe

from petitions.courts.directory import shipped_directory
from petitions.courts.slugs import county_of, slug_of
from petitions.interview.kept_figures import kept_figures

NO_COUNTY = "no-county"
"""What stands in the address in place of a county that nobody knows."""


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Say what this is, and start."""
    return render(request, "pages/start.html")


@require_safe
def start_in(request: HttpRequest, county: str) -> HttpResponse:
    """Start with the county that a link of another site names: shown there, and free to change. Nothing is kept yet."""
    found = county_of(county)
    if found is None and county != NO_COUNTY:
        return redirect("start_in", county=NO_COUNTY)  # no page repeats what its address was given
    if found and county != slug_of(found.name):
        return redirect("start_in", county=slug_of(found.name))
    own = reverse("start_in", args=(county,)) if found else reverse("start")
    context = {
        "counties": [one.name for one in shipped_directory().counties],
        "preset": found.name if found else "",
        "canonical": request.build_absolute_uri(own),
    }
    return render(request, "pages/start.html", context)


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """Say what is kept, for how long, and what is never asked."""
    return render(request, "pages/privacy.html", {"kept": kept_figures()})


@require_safe
def cleared(request: HttpRequest) -> HttpResponse:
    """Say that the answers are gone from here."""
    return render(request, "pages/cleared.html", {"is_kept": request.GET.get("code") == "kept"})


@require_safe
def clinics(request: HttpRequest) -> HttpResponse:
    """Say how clinics and lawyers use this site."""
    return render(request, "pages/clinics.html")


@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Remember the language in a cookie, and go back to the page that the person was on."""
    response = redirect(_page_before(request))
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES) and check_for_language(language):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=settings.LANGUAGE_COOKIE_AGE,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=settings.LANGUAGE_COOKIE_HTTPONLY,
            samesite="Lax",
        )
    return response


def _page_before(request: HttpRequest) -> str:
    """Return the page to go back to, only ever one of this site."""
    page = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(page, allowed_hosts=None, require_https=request.is_secure())
    return page if is_ours and page.startswith("/") else reverse("start")
