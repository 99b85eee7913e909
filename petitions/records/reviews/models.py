"""The rows of county reviews: what was asked, which files, how far, and what staff decided. Words on a person are sealed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import TextChoices

ORGANIZATION = "petitions.Organization"
"""By name: organizations stand above the records, and every row here belongs to one."""


class ReviewState(TextChoices):
    """How far a review is."""

    GATHERING = "gathering"
    """Files are handed in."""
    WAITING = "waiting"
    WORKING = "working"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"


class Run(models.Model):
    """Work that goes on apart from its page: how far it is, and the worker that leads from one step to the next and holds it until ``lease``."""

    state = models.CharField(max_length=10, choices=ReviewState.choices, default=ReviewState.GATHERING)
    worker = models.CharField(max_length=64, blank=True)
    lease = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    told_at = models.DateTimeField(null=True, blank=True)
    """When a worker was last told of it, or did some of it."""
    asked_at = models.DateTimeField(null=True, blank=True)
    """When somebody asked for it, or to go on with it."""
    trouble = models.CharField(max_length=20, blank=True)
    """A word of ours that says why it came to nothing."""
    step = models.CharField(max_length=10, blank=True)
    done = models.BigIntegerField(default=0)
    """How much the step is through with, of ``whole``."""
    whole = models.BigIntegerField(default=0)
    step_began_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class CountyReview(Run):
    """One research file under one policy. ``content`` seals the key of all its files."""

    id = models.CharField(primary_key=True, max_length=32)
    organization = models.ForeignKey(ORGANIZATION, on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    county = models.CharField(max_length=40)
    on = models.DateField()
    """The day on which ages and years are reckoned."""
    options = models.JSONField(default=dict)
    """The policy and its choices: words of ours, never of a person."""
    content = models.BinaryField()
    key_id = models.CharField(max_length=32)
    rows = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(db_index=True)
    until = models.DateTimeField(db_index=True)
    """When all of it is deleted."""
    version = models.PositiveIntegerField(default=1)
    """Grows with each decision of staff, so that nobody signs what they have not seen."""
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    signed_at = models.DateTimeField(null=True, blank=True)
    reopened_at = models.DateTimeField(null=True, blank=True)
    """A change after it was signed opened it again."""

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row."""
        return "county review"


class OfReview(models.Model):
    """What belongs to a review carries its organization too, so that every query can name it."""

    review = models.ForeignKey(CountyReview, on_delete=models.CASCADE)
    organization = models.ForeignKey(ORGANIZATION, on_delete=models.CASCADE)

    class Meta:
        abstract = True


class ReviewFile(OfReview):
    """One file of a review. ``content`` seals the name it had; ``place`` names the sealed file."""

    position = models.PositiveSmallIntegerField()
    place = models.CharField(max_length=32)
    content = models.BinaryField()
    size = models.BigIntegerField()
    is_taken = models.BooleanField(default=True)
    """False: it stands in the folder of the server, and is copied when the review begins."""

    class Meta:
        app_label = "petitions"
        constraints = (models.UniqueConstraint(fields=("review", "position"), name="one_place_each"),)

    def __str__(self) -> str:
        """Return the kind of row."""
        return "review file"


class ReviewDecision(OfReview):
    """What staff decided on one conviction: ``content`` seals an outcome of theirs with its reason."""

    row = models.BigIntegerField()
    content = models.BinaryField(default=bytes)
    is_changed = models.BooleanField(default=False)
    """Staff chose another outcome than the policy."""
    is_looked_at = models.BooleanField(default=False)
    """The hand review is done."""
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        app_label = "petitions"
        constraints = (models.UniqueConstraint(fields=("review", "row"), name="one_decision_each"),)

    def __str__(self) -> str:
        """Return the kind of row."""
        return "review decision"


class PapersKind(TextChoices):
    """What papers are made."""

    BULK = "bulk"
    """For each court one motion with an exhibit that lists the cases."""
    CASES = "cases"
    """For each case a motion and an order."""


class ReviewPapers(Run, OfReview):
    """The papers of a signed review, made once; others take their place. Their files are sealed beside the review's."""

    kind = models.CharField(max_length=10, choices=PapersKind.choices)
    mover = models.CharField(max_length=20)
    """Who asks the court."""
    review_version = models.PositiveIntegerField()
    """The review as it was signed; papers of another one are not handed out."""
    begun_at = models.DateTimeField()
    cases = models.BigIntegerField(default=0)
    """Those that have papers."""
    without = models.JSONField(null=True, blank=True)
    """How many cases have none, by what they lack; None where it was not counted."""
    size = models.BigIntegerField(default=0)
    """Bytes of the ZIP file."""

    class Meta:
        app_label = "petitions"
        constraints = (models.UniqueConstraint(fields=("review",), name="papers_of_a_review_once"),)

    def __str__(self) -> str:
        """Return the kind of row."""
        return "papers of a review"


class RunUnit(OfReview):
    """What one worker does at a time of a step of a review, or of its papers; whoever does it holds it until ``lease``."""

    papers = models.ForeignKey(ReviewPapers, null=True, on_delete=models.CASCADE)
    """Of which papers; None for the review itself."""
    step = models.CharField(max_length=10)
    number = models.PositiveIntegerField()
    size = models.BigIntegerField()
    """How much of the step it is, in what the step is counted in."""
    rows = models.BigIntegerField(default=0)
    is_done = models.BooleanField(default=False)
    worker = models.CharField(max_length=64, blank=True)
    lease = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)

    class Meta:
        app_label = "petitions"
        constraints = (models.UniqueConstraint(fields=("review", "step", "number"), name="one_unit_each"),)

    def __str__(self) -> str:
        """Return the kind of row."""
        return "unit of a run"
