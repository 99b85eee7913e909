"""Made-up county reviews for the tests of their pages: a small research file, handed in and run."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Any
from unittest.mock import patch

from django.utils import timezone

from petitions.access.roles import Role
from petitions.records.files.stores import REVIEWS, row_keys, store
from petitions.records.own_keys import own_key_or_new, place_of
from petitions.records.reviews.keeping import files_of, keep_file, new_place, new_review, review_row, vault_of
from petitions.records.reviews.models import CountyReview, ReviewFile, ReviewPapers
from petitions.records.reviews.papers import begin_papers, papers_of, vault_of_papers
from petitions.records.reviews.running import begin_review
from petitions.records.reviews.vault import Vault
from petitions.review.kept.work import work
from petitions.review.options import Review, review_from
from petitions.review.papers.work import ZIP
from petitions.review.screens.choices import options_for
from tests.clinic.people import Member, office
from tests.review.made_files import HEADER, row

OWN: Mapping[str, Any] = {
    "flow": "configurable",
    "baselineEligibility": {"dismiss": ["11357", "11358"], "reduce": ["11359", "11360"]},
    "additionalRelief": {"yearsSinceConvictionThreshold": 10},
}
LOS_ANGELES: Mapping[str, Any] = {"flow": "los_angeles_2019_10"}
ON = date(2020, 7, 1)
NAMES = ("DOE,JAN Q", "SAMPLE,ALEX", "TESTER,KIM", "PERSON,PAT", "NOBODY,SAM")
RACES = ("BLACK", "HISPANIC", "WHITE", "OTHER")
OFFENSES = (
    "11357(A) HS-POSSESS MARIJUANA",
    "11358 HS-PLANT/CULTIVATE/ETC MARIJUANA/HASH",
    "11359 HS-POSSESS MARIJUANA FOR SALE",
    "11360(A) HS-GIVE/ETC MARIJUANA OVER 1 OZ/28.5 GRM",
)


def lines(people: int = 12) -> Iterator[bytes]:
    """Give the rows of some people: an arrest, a conviction, and for some an older conviction of another kind."""
    for number in range(people):
        who = {
            "SUBJECT_ID": f"70{number:04d}",
            "PRI_NAME": NAMES[number % len(NAMES)],
            "PRI_DOB": f"19{50 + number % 40}0{1 + number % 9}15",
            "GENDER": ("MALE", "FEMALE")[number % 2],
            "RACE_DESCR": RACES[number % len(RACES)],
        }
        what = {
            "OFFENSE_DESCR": OFFENSES[number % len(OFFENSES)],
            "STP_EVENT_DATE": f"{1985 + number % 33}0311",
        }
        arrest = {"STP_TYPE_DESCR": "ARREST/DETAINED/CITED", "DISP_DESCR": "", "CONV_STAT_DESCR": ""}
        if number % 3 == 0:
            older = {
                "OFFENSE_DESCR": "187 PC-MURDER",
                "STP_EVENT_DATE": "19800101",
                "CNT_ORDER": "101002001000",
            }
            yield row(**who, **older, OFN=f"9{number:05d}")
        yield row(**who, **what, **arrest, CNT_ORDER="102001001000")
        yield row(
            **who,
            **what,
            CNT_ORDER="102002001000",
            OFN=f"8{number:05d}",
            SENT_LENGTH="24",
            SENT_TIME_CODE="M",
        )


def content(people: int = 12) -> bytes:
    """Return a research file."""
    return b"\r\n".join((HEADER, *lines(people), b""))


def several_numbers() -> bytes:
    """Return a file of two people: one with a case that has two numbers and a case that has one, one with a case without any."""
    one = {"SUBJECT_ID": "700001", "PRI_NAME": NAMES[0], "CNT_ORDER": "102002001000"}
    two = {"SUBJECT_ID": "700002", "PRI_NAME": NAMES[1], "CNT_ORDER": "102002001000"}
    made = (
        row(**one, OFN="BA800001"),
        row(**one, OFN="BA800002"),
        row(**{**one, "CNT_ORDER": "103002001000"}, OFN="BA800001", OFFENSE_DESCR=OFFENSES[1]),
        row(**two),
    )
    return b"\r\n".join((HEADER, *made, b""))


def reviewer(name: str = "Example County") -> Member:
    """Return a member with the role of the county review."""
    return office(name).member(Role.COUNTY)


def gathering(
    member: Member, *files: bytes, options: Mapping[str, Any] = OWN, review_id: str | None = None
) -> CountyReview:
    """Make a review with files that has not begun."""
    review = new_review(
        organization_id=member.organization.pk,
        user_id=member.user.pk,
        county="LOS ANGELES",
        on=ON,
        options=options_for(options),
        key=review_id,
    )
    vault = vault_of(review)
    assert vault is not None
    for number, each in enumerate(files):
        place = new_place()
        draft = vault.draft(place)
        draft.write(each)
        keep_file(review, vault, draft, place=place, name=f"county-{number + 1}.dat")
    return review


def done(member: Member, *files: bytes, options: Mapping[str, Any] = OWN) -> CountyReview:
    """Make a review that was run. What was run once in this process is laid down again, as running takes its time."""
    given = files or (content(),)
    review_id = _free_id(given, options)
    if review_id not in _RUN:
        _RUN[review_id] = _run(member, given, options, review_id=review_id)
        return CountyReview.objects.get(pk=review_id)
    kept = _RUN[review_id]
    review = CountyReview.objects.create(
        **kept.row, organization_id=member.organization.pk, user_id=member.user.pk
    )
    for each in kept.files:
        ReviewFile.objects.create(**each, review=review, organization_id=member.organization.pk)
    row_keys().key_or(place_of(review_row(review_id)), lambda: kept.key)
    place = store(REVIEWS).folder(review_id)
    place.make()
    for name, content_ in kept.sealed.items():
        place.put(name, content_)
    return review


def run_here(review: CountyReview, *, begin: bool = True) -> CountyReview:
    """Run a review in this process, and return it as it stands then."""
    if begin:
        begin_review(review)
    with patch(
        "petitions.review.kept.held_run._HOLD_EVERY", 3600
    ):  # its thread sees another database than a test
        work(review)
    review.refresh_from_db()
    return review


def papers_made(review: CountyReview) -> ReviewPapers:
    """Lay down papers of a signed review as if they had been made, as making them takes its time."""
    begin_papers(review, kind="bulk", mover="prosecutor")
    papers = papers_of(review)
    assert papers is not None
    vault = vault_of_papers(papers)
    assert vault is not None
    vault.put(ZIP, b"PK made up")
    without = {"nothing": 31, "hand": 5, "number": 2}
    made = {"state": "done", "cases": 39, "without": without, "size": 10, "done_at": timezone.now()}
    ReviewPapers.objects.filter(pk=papers.pk).update(**made)
    papers.refresh_from_db()
    return papers


@dataclass(frozen=True)
class _Kept:
    row: dict[str, Any]
    files: list[dict[str, Any]]
    sealed: dict[str, bytes]
    key: bytes


_RUN: dict[str, _Kept] = {}
_OTHERS = ("organization_id", "user_id", "review_id", "signed_by_id")


def _free_id(files: tuple[bytes, ...], options: Mapping[str, Any]) -> str:
    for number in count():
        told = hashlib.sha256(repr((files, options, number)).encode()).hexdigest()[:32]
        if not (CountyReview.objects.filter(pk=told).exists() or store(REVIEWS).folder(told).is_there):
            return told
    raise AssertionError


def _run(member: Member, files: tuple[bytes, ...], options: Mapping[str, Any], *, review_id: str) -> _Kept:
    review = gathering(member, *files, options=options, review_id=review_id)
    assert run_here(review).state == "done", review.trouble
    place = store(REVIEWS).folder(review_id)
    sealed = {name: place.read(name) for name in place.names()}
    return _Kept(
        _columns(review),
        [_columns(one) for one in files_of(review)],
        sealed,
        own_key_or_new(review_row(review_id)),
    )


def _columns(row: CountyReview | ReviewFile) -> dict[str, Any]:
    found = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    skipped = (*_OTHERS, *(() if isinstance(row, CountyReview) else ("id",)))
    return {name: value for name, value in found.items() if name not in skipped}


def asked_of(review: CountyReview) -> Review:
    """Return what a review was asked for."""
    return review_from(review.options, county=review.county, on=review.on)


def vault_for(review: CountyReview) -> Vault:
    """Return the sealed files of a review."""
    found = vault_of(review)
    assert found is not None
    return found
