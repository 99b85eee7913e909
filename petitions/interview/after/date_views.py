"""Views of the dates to remember: a day for a call, the calendar file, and the wish for a mail."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from petitions.interview import sessions
from petitions.interview.after.asking import ask_for_mail, may_ask
from petitions.interview.after.calendar import calendar_file, title_of_day
from petitions.interview.after.cases import title_of
from petitions.interview.after.date_forms import AddressForm, CallForm
from petitions.interview.after.dates import KeptDay, kept_days
from petitions.interview.after.saving import save_call_on
from petitions.interview.answers import Answers
from petitions.interview.screening import today
from petitions.interview.views import with_answers


@require_http_methods(["GET", "POST"])
@with_answers
def after_dates(request: HttpRequest) -> HttpResponse:
    """Show the days to keep in mind, and choose one for a call."""
    answers = sessions.load(request)
    form = CallForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, answers, call=form, address=AddressForm())
    save_call_on(request, form.day(today()))
    return redirect("after_dates")


@require_safe
@with_answers
def after_calendar(request: HttpRequest) -> HttpResponse:
    """Send the days as a calendar file with a name that tells nothing."""
    content = calendar_file(kept_days(sessions.load(request), on=today()), now=timezone.now())
    headers = {"Content-Disposition": 'attachment; filename="dates.ics"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


@require_http_methods(["GET", "POST"])
@with_answers
def after_mail(request: HttpRequest) -> HttpResponse:
    """Ask for reminders by mail."""
    answers = sessions.load(request)
    if request.method != "POST" or not may_ask(answers, on=today()):
        return redirect("after_dates")
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _page(request, answers, call=CallForm(), address=form)
    ask_for_mail(request, answers, form.cleaned_data["address"])
    return redirect("after_mail_asked")


@require_safe
@with_answers
def after_mail_asked(request: HttpRequest) -> HttpResponse:
    """Say to look in the inbox; the page is the same whether or not a mail went out."""
    sessions.load(request)
    return render(request, "after/mail_asked.html")


def _page(request: HttpRequest, answers: Answers, *, call: CallForm, address: AddressForm) -> HttpResponse:
    days = kept_days(answers, on=today())
    context = {
        "call": call,
        "address": address,
        "form": call if call.errors else address,
        "days": [_line(answers, day) for day in days],
        "offers_mail": may_ask(answers, on=today()),
    }
    return render(request, "after/dates.html", context)


def _line(answers: Answers, day: KeptDay) -> tuple[object, str, str]:
    """Return the day, what a calendar calls it, and which case it is about."""
    return day.on, title_of_day(day.kind), title_of(answers, day.place) if day.place else ""
