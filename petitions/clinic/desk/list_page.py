"""The list of matters: which of them, in which order, a page at a time; found by number or by the words of a name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from petitions.access.actors import Actor
from petitions.clinic.state_words import STATES, state_word
from petitions.clinic.summaries import Summary, summary
from petitions.interview.wording.outcomes import Text, words_of
from petitions.records.matters.comments import open_comments
from petitions.records.matters.models import Matter
from petitions.records.matters.names import matters_named
from petitions.records.matters.reading import load_versions

ON_A_PAGE = 50
SORTS: Mapping[str, tuple[str, Text]] = {
    "changed": ("-changed_at", _("Last changed")),
    "number": ("-number", _("File number")),
    "opened": ("opened_at", _("Longest open")),
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the member wants to see; words of ours, but for what they look for, which stands in no address."""

    state: str = ""
    mine: bool = False
    sort: str = "changed"
    page: str = "1"
    find: str = ""


@dataclass(frozen=True, slots=True)
class ListRow:
    """One matter in the list."""

    summary: Summary
    state: Text
    outcomes: tuple[tuple[str, Text], ...]
    """Section and outcome of each count."""
    counties: tuple[str, ...]
    comments: int


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of the list."""

    rows: tuple[ListRow, ...]
    page: Page[Matter]
    chosen: Chosen


def list_page(actor: Actor, chosen: Chosen) -> ListPage:
    """Return the page that the member asked for."""
    pages = Paginator(_matters(actor, chosen), ON_A_PAGE)
    page = pages.get_page(chosen.page)
    rows = [*page.object_list]
    load_versions(rows)
    comments = open_comments((one.pk for one in rows), organization_id=actor.organization_id)
    summaries = [one for one in map(summary, rows) if one is not None]
    return ListPage(tuple(_row(one, comments) for one in summaries), page, chosen)


def _matters(actor: Actor, chosen: Chosen) -> QuerySet[Matter]:
    found = actor.matters()
    if chosen.state in STATES:
        found = found.filter(state=chosen.state)
    if chosen.mine:
        found = found.filter(assigned_to_id=actor.user_id)
    if chosen.find:
        found = _found(found, chosen.find, actor)
    order = SORTS.get(chosen.sort, SORTS["changed"])[0]
    return found.select_related("assigned_to").order_by(order, "pk")


def _found(matters: QuerySet[Matter], find: str, actor: Actor) -> QuerySet[Matter]:
    """Find by file number, or by every word of a name."""
    if find.isascii() and find.isdigit():
        return matters.filter(number=int(find[:9]))
    words = len(find.split())
    ids = matters_named([find], organization_id=actor.organization_id, shared=words)
    return matters.filter(pk__in=ids)


def _row(one: Summary, comments: Mapping[str, int]) -> ListRow:
    return ListRow(
        summary=one,
        state=state_word(one),
        outcomes=tuple((count.section or "?", words_of(count.outcome).headline) for count in one.counts),
        counties=tuple(dict.fromkeys(count.county for count in one.counts if count.county)),
        comments=comments.get(one.matter.pk, 0),
    )
