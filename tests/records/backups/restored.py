"""Run in a process of its own: an office with a matter before a backup, and what is left of it after a restore."""

from __future__ import annotations

import hashlib
import sys

import django

django.setup()

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from django.test.utils import setup_test_environment

from petitions.clinic.printing.making import make
from petitions.clinic.printing.plan import Options
from petitions.documents.bulk.lane import BulkLane
from petitions.documents.bulk.store import Store
from petitions.records.matters.comments import add_comment, comments_of
from petitions.records.matters.models import Matter
from petitions.records.matters.reading import MatterGone, answers_of
from petitions.records.matters.writing import delete_matter
from petitions.records.reviews.keeping import vault_of
from petitions.records.reviews.models import CountyReview
from tests.clinic.people import answered, matter_of, office
from tests.review.screens.offices import content, gathering, reviewer

ON = date(2026, 3, 2)


def make_them() -> None:
    """Make a matter that stays, one that is deleted after the backup, and a review; tell of them."""
    setup_test_environment()
    member = office().member("attorney")
    for _each in range(2):
        add_comment(matter_of(member, answers=answered()), "Call back", user_id=member.user.pk)
    gathering(reviewer(), content())
    tell()


def delete_one() -> None:
    """Delete the second matter."""
    delete_matter(Matter.objects.order_by("number")[1])


def tell() -> None:
    """Print the digest of the papers of the first matter, and whether the second and the review can be read."""
    first, *others = Matter.objects.order_by("number")
    with TemporaryDirectory() as shelf:
        lane = BulkLane(Store(Path(shelf)))
        made = make(first, answers_of(first).answers, options=Options(), language="en", on=ON, lane=lane)
    print(hashlib.sha256(made.content).hexdigest())
    print([_read(one) for one in others], vault_of(CountyReview.objects.get()) is not None)


def _read(matter: Matter) -> str:
    try:
        return f"readable {answers_of(matter).version}"
    except MatterGone:
        return f"gone {[one.text for one in comments_of(matter)]}"


if __name__ == "__main__":
    {"make": make_them, "delete": delete_one, "tell": tell}[sys.argv[1]]()
