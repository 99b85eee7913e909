"""Gathers the models of all packages where Django looks for them."""

from __future__ import annotations

from petitions.access.api_tokens.models import ApiToken
from petitions.access.chain.models import AuditChain, AuditLink
from petitions.access.models import User, WrongTries
from petitions.access.organizations.models import (
    AttorneyProfile,
    AuditEntry,
    BreakGlass,
    Invitation,
    Membership,
    Organization,
    Refusals,
)
from petitions.records.court_edits.models import CourtEdit
from petitions.records.held.models import HeldSheet
from petitions.records.matters.models import (
    CaseStep,
    CheckoutTick,
    Comment,
    ImportDraft,
    Look,
    Matter,
    MatterName,
    Told,
    Transfer,
)
from petitions.records.matters.print_models import PrintJob, PrintPart
from petitions.records.models import Beat, EndedKey, Interview, KeptAnswers
from petitions.records.reminders.models import MailCount, Reminder
from petitions.records.reviews.models import (
    CountyReview,
    ReviewDecision,
    ReviewFile,
    ReviewPapers,
    RunUnit,
)

__all__ = [
    "ApiToken",
    "AttorneyProfile",
    "AuditChain",
    "AuditEntry",
    "AuditLink",
    "Beat",
    "BreakGlass",
    "CaseStep",
    "CheckoutTick",
    "Comment",
    "CountyReview",
    "CourtEdit",
    "EndedKey",
    "HeldSheet",
    "ImportDraft",
    "Interview",
    "Invitation",
    "KeptAnswers",
    "Look",
    "MailCount",
    "Matter",
    "MatterName",
    "Membership",
    "Organization",
    "PrintJob",
    "PrintPart",
    "Refusals",
    "Reminder",
    "ReviewDecision",
    "ReviewFile",
    "ReviewPapers",
    "RunUnit",
    "Told",
    "Transfer",
    "User",
    "WrongTries",
]
