"""Gives the words of a paper to the site, which leaves the measuring of typed text to the worker."""

from __future__ import annotations

from dataclasses import astuple

from petitions.documents.forms.official_petition import OfficialPetition
from petitions.documents.framing import Reply
from petitions.documents.official.measured import AttachedLine, SetTexts, set_texts
from petitions.documents.official.placing import Placed
from petitions.documents.packet import Paper
from petitions.documents.pages import twin
from petitions.documents.worker import NotPrinted, run


def words_of(paper: Paper) -> str:
    """Return the twin of a paper; raise NotPrinted where the worker ends early."""
    return twin(paper, set_by=_set_in_worker)


def set_every_text(content: OfficialPetition) -> Reply:
    """Set the texts of a form; the job of the worker."""
    texts = set_texts(content)
    return Reply({"placed": [*map(astuple, texts.placed)], "attached": [*map(astuple, texts.attached)]})


def _set_in_worker(content: OfficialPetition) -> SetTexts:
    head = run(set_every_text, content).head
    try:
        placed = tuple(Placed(int(place), str(text), float(size)) for place, text, size in head["placed"])
        attached = tuple(
            AttachedLine(int(number), str(label), str(text)) for number, label, text in head["attached"]
        )
    except (KeyError, TypeError, ValueError):
        raise NotPrinted from None
    return SetTexts(placed, attached)
