"""The petitioner's choice between the court's own form and our paper, as it is kept with the answers."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from django.conf import settings

from petitions.documents.official.form import OfficialForm
from petitions.documents.official.store import form_in_use
from petitions.interview.answers import Answers

OFFICIAL, OURS = "official", "ours"
_FACT = "petition_form"


def installed_form() -> OfficialForm | None:
    """Return the court's form that this site has, if any."""
    return form_in_use(Path(settings.OFFICIAL_FORMS_DIR))


def chosen(answers: Answers) -> str:
    """Return what was chosen; the court's own form where nothing was."""
    return str(answers["filing"].get(_FACT, OFFICIAL))


def form_for_papers(answers: Answers) -> OfficialForm | None:
    """Return the form on which the papers are made; None: on our own paper."""
    return installed_form() if chosen(answers) == OFFICIAL else None


def with_choice(answers: Answers, choice: str) -> Answers:
    """Return the answers with this choice."""
    changed = deepcopy(answers)
    changed["filing"][_FACT] = choice
    return changed
