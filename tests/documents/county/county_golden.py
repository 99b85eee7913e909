"""Golden pictures of the papers and the report of a county review: makes them anew (python -m tests.documents.county.county_golden)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from tests.documents import golden

FOLDER = Path(__file__).with_name("golden")


def papers_and_report() -> dict[str, bytes]:
    """Print what a county review prints, by its name: for both who may ask, and the report in both languages."""
    from petitions.documents.county.cases import Ground, Mover  # noqa: PLC0415 - needs Django set up
    from petitions.law.terms import Relief  # noqa: PLC0415
    from tests.documents.county.county_report import report  # noqa: PLC0415
    from tests.documents.county.county_samples import (  # noqa: PLC0415
        a_case,
        a_count,
        an_office,
        court_papers,
        papers,
        printed,
    )

    counts = (
        a_count(),
        a_count(section="11357", relief=Relief.MISDEMEANOR, ground=Ground.PRESUMED),
        a_count(conviction_date=None, level=None, ground=Ground.LAWFUL_TODAY),
    )
    cases = [a_case(*counts[: 1 + number % 3], case_number=f"BA{number}") for number in range(20)]
    defender = an_office(mover=Mover.DEFENDER, name="Public Defender", attorney=None, bar_number=None)
    presumed = a_case(a_count(ground=Ground.PRESUMED), sentence=None)
    made = {
        **papers(a_case(*counts)),
        **{f"defender-{kind}": paper for kind, paper in papers(presumed, office=defender).items()},
        **court_papers(*cases),
    }
    return {
        **{kind: printed(paper) for kind, paper in made.items()},
        **{f"report-{language}": report(language) for language in ("en", "es")},
    }


def pages() -> Iterator[tuple[str, Image.Image]]:
    """Draw every page of them."""
    for name, content in papers_and_report().items():
        yield from golden.drawn_pages(name, content)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clearrecord.settings")
    import django

    django.setup()
    golden.make_in(FOLDER, pages())
