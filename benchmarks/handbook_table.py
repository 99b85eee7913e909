"""The pictures of the handbooks: the file of each, and the state of which page it shows."""

from __future__ import annotations

from typing import NamedTuple

PHONE, WIDER_PHONE, DESK = 390, 660, 1280
PAPER = "petition"
"""The one picture of a paper: the first page of what ``manage.py packet`` makes of docs/record.json."""


class Picture(NamedTuple):
    """A picture in docs/pictures: a state of tests/pages/registry.py, in a language, at a width, cut off below.

    ``begins`` is a CSS selector of what stands at its upper edge; without one it is the top of the page.
    """

    name: str
    state: str
    height: int
    width: int = PHONE
    language: str = "en"
    begins: str = ""


def _for_people() -> tuple[Picture, ...]:
    steps = (
        ("start", "start", 700),
        ("question", "question-age", 640),
        ("result", "result-dismiss-seal", 760),
        ("papers", "papers", 700),
        ("clerk", "clerk", 760),
        ("after", "after-noted", 760),
    )
    return tuple(
        Picture(f"people-{name}-{language}", state, height, language=language)
        for language in ("en", "es")
        for name, state, height in steps
    )


PICTURES: tuple[Picture, ...] = (
    Picture("result", "result-dismiss-seal", 860, WIDER_PHONE),
    *_for_people(),
    Picture("clinic-office", "office", 760, DESK),
    Picture("clinic-invite", "office-invite", 480, DESK),
    Picture("clinic-new", "new-matter", 620, DESK),
    Picture("clinic-matter", "matter-several", 760, DESK),
    Picture("clinic-script", "script-es", 640, DESK),
    Picture("clinic-review", "review-several", 760, DESK),
    Picture("clinic-print", "print-new", 760, DESK),
    Picture("clinic-check-out", "print-checkout", 420, DESK),
    Picture("clinic-follow-up", "follow-up", 620, DESK),
    Picture("clinic-endings", "endings", 560, DESK),
    Picture("clinic-log", "audit-log", 560, DESK),
    Picture("county-files", "county-files", 640, DESK),
    Picture("county-results", "county-results", 1260, DESK),
    Picture("county-person", "county-person-hand", 760, DESK),
    Picture("county-sign", "county-signed", 580, DESK),
    Picture("county-papers", "county-papers-signed", 640, DESK),
    Picture("law-11357", "law-hs-11357", 760, DESK),
)
