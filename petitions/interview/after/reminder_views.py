"""The page behind the link in a mail: start or stop reminders. It needs no session and says nothing of the site."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, override
from django.views.decorators.http import require_http_methods

from petitions.records.reminders.writing import confirm, stop, wish

_START, _STOP = "start", "stop"


@require_http_methods(["GET", "POST"])
def reminder(request: HttpRequest, code: str) -> HttpResponse:
    """Show the buttons, or do what one says. Opening the link alone changes nothing: mail programs open links too."""
    now = timezone.now()
    if request.method == "POST":
        if request.POST.get("do") == _START:
            confirm(code, now=now)
        elif request.POST.get("do") == _STOP:
            stop(code)
        return redirect("reminder", code=code)
    found = wish(code, now=now)
    with override(found.language if found else get_language()):
        return render(request, "reminders/reminder.html", {"wish": found})
