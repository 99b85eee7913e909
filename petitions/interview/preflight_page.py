"""What the check page shows of pre-flight: each reason once, with its cases and where to change the answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from petitions.documents.filing import FilingProblems
from petitions.documents.forms.cover_sheet import CoverSheet
from petitions.documents.packet import Packets
from petitions.interview.flow import Page
from petitions.interview.links import page_url
from petitions.interview.paper_list import case_title
from petitions.interview.preflight import Finding, State
from petitions.interview.questions import question_for
from petitions.interview.wording.outcomes import Text
from petitions.interview.wording.preflight import words_of


@dataclass(frozen=True, slots=True)
class Where:
    """One case that a reason is about, and where its answer is changed; blanks where there is none."""

    case: str
    change_url: str


@dataclass(frozen=True, slots=True)
class PreflightLine:
    """One reason, and the cases that it is about."""

    title: Text
    text: Text
    where: tuple[Where, ...] = ()


@dataclass(frozen=True, slots=True)
class PreflightPage:
    """The reasons by how they stand. ``guide`` is what the guide is made of: it knows which form is used."""

    stops: tuple[PreflightLine, ...]
    yours: tuple[PreflightLine, ...]
    by_hand: tuple[PreflightLine, ...]
    good: tuple[PreflightLine, ...]
    guide: CoverSheet | None = None


def preflight_page(findings: Iterable[Finding], *, packets: Packets) -> PreflightPage:
    """Return the lines for findings; cases are named where there are several."""
    found = list(findings)
    titles = _titles(packets)
    lines = {state: _lines((one for one in found if one.state is state), titles=titles) for state in State}
    guides = (case.papers[0].content for case in packets.cases)
    return PreflightPage(
        stops=lines[State.STOP],
        yours=lines[State.YOU],
        by_hand=lines[State.HAND],
        good=lines[State.GOOD],
        guide=next((one for one in guides if isinstance(one, CoverSheet)), None),
    )


def problems_page(problems: FilingProblems) -> PreflightPage:
    """Return the page where no papers can be put together at all."""
    title = gettext("Something does not fit")
    stops = tuple(PreflightLine(title, gettext(sentence)) for _path, sentence in problems.problems)
    return PreflightPage(stops, (), (), ())


def _titles(packets: Packets) -> Mapping[str, str]:
    """Return the title of each case by the first of its counts that is filed; none where there is one case."""
    if len(packets.cases) < 2:
        return {}
    return {count.conviction: case_title(case) for case in packets.cases for count in case.sheet.counts}


def _lines(findings: Iterable[Finding], *, titles: Mapping[str, str]) -> tuple[PreflightLine, ...]:
    by_words: dict[tuple[str, tuple[tuple[str, str], ...]], list[Finding]] = {}
    for one in findings:
        by_words.setdefault((one.code, one.values), []).append(one)
    return tuple(_line(found, titles=titles) for found in by_words.values())


def _line(found: list[Finding], *, titles: Mapping[str, str]) -> PreflightLine:
    words, values = words_of(found[0].code), dict(found[0].values)
    text = str(words.text) % values if values else words.text
    where = (Where(titles.get(one.case, ""), _change_url(one)) for one in found)
    return PreflightLine(words.title, text, tuple(one for one in where if one.case or one.change_url))


def _change_url(finding: Finding) -> str:
    question = question_for(finding.fact) if finding.fact else None
    return page_url(Page(finding.place, question), back_to="check") if question else ""
