"""Everything that a reviewer looks at before they approve a matter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from petitions.clinic.conflicts import Conflict, conflicts_for
from petitions.clinic.papers import for_papers
from petitions.clinic.review.differences import Difference, differences
from petitions.clinic.summaries import names_of
from petitions.courts.directory import load_directory
from petitions.documents.filing import FilingProblems
from petitions.documents.packet import Packets
from petitions.interview.answers import Answers, conviction_ids
from petitions.interview.filed_cases import filed_cases
from petitions.interview.lists import Card, case_card, conviction_cards, person_card, person_screening_card
from petitions.interview.packet import NotReady, assembled
from petitions.interview.paper_list import case_title
from petitions.interview.preflight import held_back, preflight
from petitions.interview.preflight_page import PreflightLine, preflight_page
from petitions.interview.results import ResultPage, result_page
from petitions.interview.said import said_by_conviction
from petitions.interview.screening import determinations_of, record_of, settling_of
from petitions.records.matters.comments import ReadComment, comments_of
from petitions.records.matters.models import Matter
from petitions.records.matters.reviewing import last_look

NOT_READY = _("Some answers that the papers need are still open.")


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """What the page shows. ``changes`` None: this reviewer has not seen the matter yet."""

    result: ResultPage | None
    cards: tuple[Card, ...]
    conflicts: tuple[Conflict, ...]
    comments: tuple[ReadComment, ...]
    changes: tuple[Difference, ...] | None
    problems: tuple[str, ...]
    """Why there are no papers."""
    findings: tuple[PreflightLine, ...]
    """What a clerk or a prosecutor might send back."""
    papers: tuple[tuple[str, tuple[str, ...]], ...]
    """Each case with its papers."""

    @property
    def can_approve(self) -> bool:
        """Say whether there are papers to approve."""
        return bool(self.papers) and not self.problems


def review_page(matter: Matter, answers: Answers, *, user_id: int, on: date) -> ReviewPage:
    """Gather the page for one reviewer."""
    before = last_look(matter, user_id=user_id)
    packets, problems, findings = _papers(matter, answers, on=on)
    names = names_of(answers)
    conflicts = (
        conflicts_for(names, organization_id=matter.organization_id, besides=matter.pk) if names else []
    )
    return ReviewPage(
        result=_result(answers, on=on),
        cards=_cards(answers, on=on),
        conflicts=tuple(conflicts),
        comments=tuple(comments_of(matter)),
        changes=differences(before, answers) if before else None,
        problems=problems,
        findings=findings,
        papers=_titles(packets) if packets else (),
    )


def _titles(packets: Packets) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((case_title(case), tuple(paper.title for paper in case.papers)) for case in packets.cases)


def _papers(
    matter: Matter, answers: Answers, *, on: date
) -> tuple[Packets | None, tuple[str, ...], tuple[PreflightLine, ...]]:
    """Return the papers, or the sentences that say why there are none, and what a clerk might stumble over."""
    try:
        packets = assembled(for_papers(matter, answers), on=on, language=matter.language)
    except NotReady:
        return None, (str(NOT_READY),), ()
    except FilingProblems as found:
        return None, _sentences(found), ()
    findings = preflight(answers, packets, record=record_of(answers))
    stops, lines = held_back(findings), preflight_page(findings, packets=packets)
    return packets, _sentences(stops) if stops else (), lines.yours


def _sentences(found: FilingProblems) -> tuple[str, ...]:
    return tuple(gettext(sentence) for _path, sentence in found.problems)


def _result(answers: Answers, *, on: date) -> ResultPage | None:
    if not conviction_ids(answers):
        return None
    return result_page(
        record_of(answers),
        determinations_of(answers, on=on),
        load_directory(),
        answered=said_by_conviction(answers),
        settling=settling_of(answers, on=on),
        change_url=lambda _place, _fact: "",
    )


def _cards(answers: Answers, *, on: date) -> tuple[Card, ...]:
    cases = filed_cases(answers, determinations_of(answers, on=on)) if conviction_ids(answers) else ()
    return (
        person_card(answers, back_to=""),
        person_screening_card(answers, back_to=""),
        *conviction_cards(answers, back_to=""),
        *(case_card(answers, case, back_to="") for case in cases),
    )
