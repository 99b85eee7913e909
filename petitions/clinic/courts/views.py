"""Views of the directory of courts: what is stale, one county, a change with its source, still right, taken back, out as files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from petitions.access.actors import Actor, staff
from petitions.access.audit import note_changed, note_seen
from petitions.access.once import key_of
from petitions.access.organizations.profiles import version_of
from petitions.access.roles import Action
from petitions.access.signing_in.again import fresh
from petitions.clinic.courts.forms import EntryForm, before_and_after, still_right
from petitions.clinic.courts.pages import cautions, county_lines, county_panels, history
from petitions.clinic.courts.words import place_name
from petitions.courts.changing import Change, confirmations
from petitions.courts.directory import County
from petitions.courts.edits import Edit
from petitions.courts.facts import Entry, entries_of
from petitions.courts.patches import PATCH, all_files, patch
from petitions.courts.slugs import county_of, entry_named, slug_of
from petitions.courts.tables import shipped_tables
from petitions.interview.screening import today
from petitions.records.court_edits.models import CourtEdit
from petitions.records.court_edits.reading import newest_edits, rows_of_county
from petitions.records.court_edits.writing import ChangedMeanwhile, add_edits, parts_of, take_back

FILE_NAME = "court-changes.zip"
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@require_safe
@staff(Action.EDIT_COURTS)
def court_directory(request: HttpRequest, actor: Actor) -> HttpResponse:
    """List the counties, what is stale first."""
    edits = newest_edits().edits
    lines = county_lines(edits, on=today())
    context = {
        "lines": lines,
        "stale": sum(one.stale for one in lines),
        "known": sum(one.known for one in lines),
        "changed": len(edits),
        "differs": bool(patch(shipped_tables(), edits)),
    }
    return render(request, "clinic/courts/directory.html", context)


@require_safe
@staff(Action.EDIT_COURTS)
def court_changes(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Send the data files as they would be, and the patch for the project."""
    shipped, edits = shipped_tables(), newest_edits().edits
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {PATCH: patch(shipped, edits), **all_files(shipped, edits)}.items():
            archive.writestr(zipfile.ZipInfo(name, _ZIP_TIME), text, zipfile.ZIP_DEFLATED)
    note_seen(actor, actor.organization, what="court changes")
    headers = {"Content-Disposition": f'attachment; filename="{FILE_NAME}"', "Cache-Control": "no-store"}
    return HttpResponse(stream.getvalue(), content_type="application/zip", headers=headers)


@require_safe
@staff(Action.EDIT_COURTS)
def court_county(request: HttpRequest, actor: Actor, county: str) -> HttpResponse:
    """Show each fact of one county with its source and its day, and what was changed."""
    found = _county(county)
    panels = county_panels(found.name, newest_edits().edits, on=today())
    context = {
        "county": found.name,
        "slug": slug_of(found.name),
        "main": [one for one in panels if one.is_main],
        "others": [one for one in panels if not one.is_main],
        "cautions": cautions(found.name),
        "history": history(rows_of_county(found.name)),
    }
    return render(request, "clinic/courts/county.html", context)


@require_http_methods(["GET", "POST"])
@staff(Action.EDIT_COURTS)
@fresh
def court_edit(request: HttpRequest, actor: Actor, county: str, entry: str) -> HttpResponse:
    """Change facts of one row: first show what they are and what they would be, then save."""
    found = _county(county)
    row = _entry(found, entry, newest_edits().edits)
    form = EntryForm(row, request.POST if request.method == "POST" else None, on=today())
    is_good = form.is_bound and form.is_valid() and not form.is_stale({**row.values, "checked": today()})
    if is_good and "save" in request.POST and request.POST.get("looked") == form.mark:
        key = key_of(form.cleaned_data["token"], actor.user_id, found.name, entry)
        if _saved(request, actor, form.changes, key=key, what=found.name):
            return redirect("court_county", county=slug_of(found.name))
    context = {
        "form": form,
        "county": found.name,
        "slug": slug_of(found.name),
        "title": place_name(row.place),
        "differences": before_and_after(form) if is_good else [],
        "still_right": still_right(form) if is_good else [],
        "mark": form.mark if is_good else "",
    }
    return render(request, "clinic/courts/edit.html", context)


@require_POST
@staff(Action.EDIT_COURTS)
def court_confirm(request: HttpRequest, actor: Actor, county: str, entry: str) -> HttpResponse:
    """Note that all known facts of a row are still right today, with the sources that they have."""
    found = _county(county)
    row = _entry(found, entry, newest_edits().edits)
    if request.POST.get("version") != version_of(row.values):
        messages.warning(request, gettext("It was changed meanwhile. Look at it again."))
    else:
        _saved(request, actor, confirmations(row, checked=today()), key=None, what="still right")
    return redirect("court_county", county=slug_of(found.name))


@require_POST
@staff(Action.EDIT_COURTS)
def court_take_back(request: HttpRequest, actor: Actor, county: str, change: str) -> HttpResponse:
    """Take a change back; it stays in the history."""
    found = _county(county)
    try:
        rows = take_back(change[:24], county=found.name, user_id=actor.user_id)
    except ChangedMeanwhile:
        rows = []
    if rows:
        _note(actor, rows, what="court change taken back")
        messages.success(request, gettext("Taken back. What held before holds again."))
    return redirect("court_county", county=slug_of(found.name))


def _county(slug: str) -> County:
    found = county_of(slug)
    if found is None:
        raise Http404
    return found


def _entry(county: County, slug: str, edits: Sequence[Edit]) -> Entry:
    entry = entry_named(slug, entries_of(county.name, shipped=shipped_tables(), edits=edits))
    if entry is None:
        raise Http404
    return entry


def _saved(
    request: HttpRequest, actor: Actor, changes: Sequence[Change], *, key: str | None, what: str
) -> bool:
    """Save changes and note them; say so to the person, also where somebody else was faster."""
    try:
        rows = add_edits(changes, user_id=actor.user_id, change=key)
    except ChangedMeanwhile:
        messages.warning(request, gettext("It was changed meanwhile. Look at it again."))
        return False
    if rows:
        _note(actor, rows, what=what)
    messages.success(request, gettext("Saved. Papers made from now on say so."))
    return True


def _note(actor: Actor, rows: Sequence[CourtEdit], *, what: str) -> None:
    note_changed(actor, rows[0], parts=parts_of(rows), what=what)
