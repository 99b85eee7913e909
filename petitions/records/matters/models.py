"""The rows of a clinic: matters, what became of their cases, comments, looks. Words of a person are sealed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import TextChoices

from petitions.records.models import Interview

ORGANIZATION = "petitions.Organization"
"""By name: organizations stand above the records, and every row here belongs to one."""


class MatterState(TextChoices):
    """Where a matter stands at the clinic. Whether an approval still holds is told by its version and hash."""

    INTAKE = "intake"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    CLOSED = "closed"


class Matter(models.Model):
    """A clinic's file for one petitioner. The answers are those of ``interview``, which is kept with the matter.

    ``summary`` is sealed: what lists show, made from the answers of ``summary_version``.
    """

    id = models.CharField(primary_key=True, max_length=32)
    organization = models.ForeignKey(ORGANIZATION, on_delete=models.CASCADE)
    number = models.PositiveIntegerField()
    interview = models.OneToOneField(Interview, on_delete=models.CASCADE)
    state = models.CharField(max_length=12, choices=MatterState.choices, default=MatterState.INTAKE)
    language = models.CharField(max_length=2, default="en")
    summary = models.BinaryField(default=bytes)
    summary_key_id = models.CharField(max_length=32, blank=True)
    summary_version = models.PositiveIntegerField(default=0)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    attorney = models.ForeignKey(
        "petitions.AttorneyProfile", null=True, blank=True, on_delete=models.SET_NULL
    )
    """Who files; None: the petitioner does."""
    agreed_text = models.CharField(max_length=40, blank=True)
    """The version of the words to which the petitioner agreed; blank: not yet."""
    agreed_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)
    approved_version = models.PositiveIntegerField(null=True, blank=True)
    approved_hash = models.CharField(max_length=64, blank=True)
    approved_courts = models.CharField(max_length=64, blank=True, default="", db_default="")
    """The digest of what the directory of courts gave the papers; blank: approved before it was kept."""
    approved_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        app_label = "petitions"
        constraints = (models.UniqueConstraint(fields=("organization", "number"), name="one_number_each"),)
        indexes = (
            models.Index(fields=("organization", "-changed_at", "id"), name="matters_by_change"),
            models.Index(fields=("organization", "state", "-changed_at", "id"), name="matters_by_state"),
            models.Index(fields=("organization", "opened_at", "id"), name="matters_by_opening"),
            models.Index(fields=("organization", "closed_at", "id"), name="matters_by_closing"),
        )

    def __str__(self) -> str:
        """Return the kind of row and the office's own file number."""
        return f"matter {self.number}"


def row_of(matter: Matter) -> models.QuerySet[Matter]:
    """Return the query that changes one matter; it names the organization, as every query here does."""
    return Matter.objects.filter(pk=matter.pk, organization_id=matter.organization_id)


class OfMatter(models.Model):
    """What belongs to a matter carries its organization too, so that every query can name it."""

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE)
    organization = models.ForeignKey(ORGANIZATION, on_delete=models.CASCADE)

    class Meta:
        abstract = True


class MatterName(OfMatter):
    """One word of a petitioner's names as a keyed hash, by which the same name is found within an organization."""

    mark = models.CharField(max_length=64)

    class Meta:
        app_label = "petitions"
        indexes = (models.Index(fields=("organization", "mark"), name="names_by_mark"),)
        constraints = (models.UniqueConstraint(fields=("matter", "mark"), name="one_mark_each"),)

    def __str__(self) -> str:
        """Return the kind of row."""
        return "name of a matter"


class Look(OfMatter):
    """What a reviewer saw last: the answers of then, sealed, so that what changed since can be shown."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    version = models.PositiveIntegerField()
    content = models.BinaryField()
    key_id = models.CharField(max_length=32)
    at = models.DateTimeField()

    class Meta:
        app_label = "petitions"
        constraints = (models.UniqueConstraint(fields=("matter", "user"), name="one_look_each"),)

    def __str__(self) -> str:
        """Return the kind of row."""
        return "look"


class Comment(OfMatter):
    """What a member wrote on a matter, sealed."""

    id = models.CharField(primary_key=True, max_length=32)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    content = models.BinaryField()
    key_id = models.CharField(max_length=32)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row."""
        return "comment"


class CaseStatus(TextChoices):
    """How far the papers of one case are, in their order."""

    READY = "ready"
    PRINTED = "printed"
    SIGNED = "signed"
    FILED = "filed"
    SERVED = "served"
    ANSWERED = "answered"
    DECIDED = "decided"
    VERIFIED = "verified"
    """The record was looked at and shows it."""


class CaseStep(OfMatter):
    """One step of one case: the place of the case among the answers, when it was, and what came of it."""

    place = models.CharField(max_length=8)
    status = models.CharField(max_length=10, choices=CaseStatus.choices)
    on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=12, blank=True)
    """Of an answer or a decision: a word of ``petitions.clinic``'s own list."""
    hearing_on = models.DateField(null=True, blank=True)
    hearing_at = models.TimeField(null=True, blank=True)
    department = models.CharField(max_length=40, blank=True)
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    noted_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        app_label = "petitions"
        constraints = (models.UniqueConstraint(fields=("matter", "place", "status"), name="one_step_each"),)
        indexes = (models.Index(fields=("organization", "status", "on"), name="steps_by_status"),)

    def __str__(self) -> str:
        """Return the kind of row."""
        return "case step"


class CheckoutTick(OfMatter):
    """One line of a matter's checklist that is done: signed, copied, in the envelope."""

    item = models.CharField(max_length=20)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    at = models.DateTimeField()

    class Meta:
        app_label = "petitions"
        constraints = (models.UniqueConstraint(fields=("matter", "item"), name="one_tick_each"),)

    def __str__(self) -> str:
        """Return the kind of row."""
        return "tick"


class Told(OfMatter):
    """A message that went to a petitioner: which one and how, never what it says or to which address."""

    id = models.CharField(primary_key=True, max_length=32)
    place = models.CharField(max_length=8)
    status = models.CharField(max_length=10)
    by = models.CharField(max_length=8)
    """``email`` or ``sms``."""
    is_sent = models.BooleanField(default=False)
    at = models.DateTimeField()

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row."""
        return "message"


class ImportDraft(models.Model):
    """Rows of a file between its dry run and the yes of whoever handed it in, sealed; gone within hours."""

    id = models.CharField(primary_key=True, max_length=32)
    organization = models.ForeignKey(ORGANIZATION, on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    content = models.BinaryField()
    key_id = models.CharField(max_length=32)
    created_at = models.DateTimeField(db_index=True)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row."""
        return "import draft"


class Transfer(OfMatter):
    """A matter that one organization offers another, because the petitioner asked for it."""

    id = models.CharField(primary_key=True, max_length=32)
    to = models.ForeignKey(ORGANIZATION, on_delete=models.CASCADE, related_name="+")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)
    is_accepted = models.BooleanField(null=True)

    class Meta:
        app_label = "petitions"

    def __str__(self) -> str:
        """Return the kind of row."""
        return "transfer"
