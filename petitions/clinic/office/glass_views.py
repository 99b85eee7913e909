"""The page on which whoever runs the site breaks the glass of an organization; for everyone else there is none."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from petitions.access.models import User
from petitions.access.organizations.break_glass import break_glass, end_glass, every_organization, opened_by
from petitions.access.signing_in.again import fresh
from petitions.clinic.office.mails import tell_admins

_SHORTEST = 10
View = Callable[..., HttpResponseBase]


class GlassForm(forms.Form):
    """Which organization, and why; the organization reads the reason."""

    use_required_attribute = False
    organization = forms.ChoiceField(label=_("Organization"))
    reason = forms.CharField(
        label=_("Why do you need to look?"),
        help_text=_("The office reads this. Write no name of a petitioner."),
        min_length=_SHORTEST,
        max_length=500,
        widget=forms.Textarea({"rows": "3"}),
        error_messages=dict.fromkeys(("required", "min_length"), _("Write the reason in a sentence")),
    )

    def __init__(self, data: Any = None) -> None:
        super().__init__(data)
        self.found = {one.pk: one for one in every_organization()}
        self.fields["organization"].choices = [(pk, one.name) for pk, one in self.found.items()]  # type: ignore[attr-defined]


def of_the_site(view: View) -> View:
    """Let a view be opened by whoever runs the site; for everyone else there is no such page."""

    @wraps(view)
    def guarded(request: HttpRequest) -> HttpResponseBase:
        if not (isinstance(request.user, User) and request.user.is_superuser):
            raise Http404
        return view(request, request.user)

    return guarded


@require_http_methods(["GET", "POST"])
@of_the_site
def break_the_glass(request: HttpRequest, user: User) -> HttpResponseBase:
    """Open an organization to look into for an hour, or end that early."""
    if "end" in request.POST:
        end_glass(user.pk)
        return redirect("break_glass")
    return _ask(request, user)


@fresh
def _ask(request: HttpRequest, user: User) -> HttpResponse:
    """Ask for the reason, then open it."""
    form = GlassForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        organization = form.found[form.cleaned_data["organization"]]
        glass = break_glass(organization, user_id=user.pk, reason=form.cleaned_data["reason"])
        tell_admins(glass)
        return redirect("matters")
    context = {"form": form, "glass": opened_by(user.pk)}
    return render(request, "clinic/office/break_glass.html", context)
