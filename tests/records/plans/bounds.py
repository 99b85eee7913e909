"""How much a statement of each path may touch, with a reason for whatever may touch more than the usual."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tests.records.plans.filling import LINES, MATTERS, OFFICES

SMALL = frozenset(
    {
        "django_content_type",
        "mfa_authenticator",
        "petitions_apitoken",
        "petitions_attorneyprofile",
        "petitions_auditchain",
        "petitions_beat",
        "petitions_breakglass",
        "petitions_countyreview",
        "petitions_courtedit",
        "petitions_endedkey",
        "petitions_heldsheet",
        "petitions_importdraft",
        "petitions_invitation",
        "petitions_membership",
        "petitions_organization",
        "petitions_refusals",
        "petitions_reviewfile",
        "petitions_reviewpapers",
        "petitions_rununit",
        "petitions_user",
    }
)
"""Tables that grow with offices and members, or whose rows go within hours: PostgreSQL reads them in whole, and is right."""
_OFFICE = MATTERS // OFFICES


@dataclass(frozen=True, slots=True)
class Bound:
    """The most rows and blocks of 8 kB that one statement looks at, and tables beside the small ones that it may walk through."""

    rows: int = 1_500
    blocks: int = 2_500
    walked: frozenset[str] = frozenset()
    why: str = ""


USUAL = Bound()
_WHOLE_OFFICE = (
    "shows or counts all matters of one office, whose names are sealed; its rows lie apart, one block each"
)
BOUNDS: Mapping[str, Bound] = {
    "list_of_matters": Bound(
        rows=_OFFICE + 100, blocks=_OFFICE // 2, why="says how many pages there are: counts in an index"
    ),
    "list_of_a_volunteer": Bound(
        rows=_OFFICE + 500,
        why="meets the index of the office with those of the member: no row of another is read",
    ),
    "review": Bound(rows=2 * _OFFICE + 500, blocks=_OFFICE + 500, why=_WHOLE_OFFICE),
    "board": Bound(rows=2 * _OFFICE + 2_500, blocks=_OFFICE + 500, why=_WHOLE_OFFICE),
    "figures": Bound(rows=2 * _OFFICE + 500, blocks=_OFFICE + 500, why=_WHOLE_OFFICE),
    "print_pages": Bound(rows=2 * _OFFICE + 500, blocks=_OFFICE + 500, why=_WHOLE_OFFICE),
    "endings": Bound(rows=3_000, why="lists two hundred closed and two hundred open matters"),
    "log": Bound(rows=_OFFICE + 1_500, why="says how many pages there are: counts in an index"),
    "log_search": Bound(
        rows=2 * _OFFICE + 1_500,
        blocks=_OFFICE + 1_500,
        why="looks for a word within every line of one office's log; an admin does so now and then",
    ),
    "beat": Bound(rows=2_500, walked=frozenset({"petitions_printjob"}), why="print jobs stay a day"),
    "figures_of_the_site": Bound(
        rows=25_000,
        walked=frozenset({"petitions_printjob", "petitions_printpart"}),
        why="print jobs and their parts stay a day",
    ),
    "purge": Bound(
        rows=2 * LINES + 10_000,
        blocks=100_000,
        walked=frozenset(
            {"django_tasks_database_dbtaskresult", "petitions_auditentry", "petitions_printjob"}
        ),
        why="once a day every line of the log is looked at for a missing link, in the order of two indexes; tasks stay a day",
    ),
    "purge_again": Bound(
        rows=125_000,
        blocks=10_000,
        walked=frozenset({"django_tasks_database_dbtaskresult", "petitions_printjob"}),
        why="tasks stay a day, in a table of a package; of the log some hours are looked at",
    ),
}
"""By the name of the path."""
