"""The busy paths of an office, page by page."""

from __future__ import annotations

import secrets

from petitions.interview.screening import today
from petitions.records.matters.models import CaseStatus
from petitions.records.matters.printing import stop_job
from petitions.records.matters.steps import note_step
from tests.access.signing_in.members import just_proved
from tests.records.plans.opening import opened
from tests.records.plans.stage import Stage


def list_of_matters(stage: Stage) -> None:
    """Look through the list in all of its orders, filtered, and at later pages."""
    for asked in (
        "",
        "?sort=number",
        "?sort=opened",
        "?state=in_review",
        "?state=closed&sort=opened",
        "?page=2",
    ):
        opened(stage.admin.client, f"/clinic/{asked}")


def list_of_a_volunteer(stage: Stage) -> None:
    """Look through the matters that are a volunteer's own."""
    for asked in ("", "?mine=1", "?state=intake&sort=number"):
        opened(stage.volunteer.client, f"/clinic/{asked}")


def find(stage: Stage) -> None:
    """Find a matter by the words of a name, and by its number."""
    for wanted in ("Testa Example", "17"):
        assert stage.admin.client.post("/clinic/", {"find": wanted}).status_code == 200


def new_matter(stage: Stage) -> None:
    """Open a matter, and see whether the name is known already."""
    token = secrets.token_hex(16)
    sent = {"name": "Testa Example", "language": "en", "agreed": "on", "token": token, "attorney": ""}
    answer = stage.volunteer.client.post("/clinic/matters/new/", sent)
    opened(stage.volunteer.client, answer.headers["Location"])


def desk(stage: Stage) -> None:
    """Open a matter and save a cell of it, and a row."""
    where, client = f"/clinic/matters/{stage.begun.pk}/", stage.volunteer.client
    opened(client, where)
    saved = client.post(f"{where}cells/", {"c1.case-number.text": f"BA{secrets.randbelow(10**6):06}"})
    assert saved.json()["saved"]
    client.post(f"{where}rows/", {"do": "add:c1"})


def review(stage: Stage) -> None:
    """Hand a matter over, open the queue, look at one, and send it back."""
    where, client = f"/clinic/matters/{stage.waiting.pk}/", stage.admin.client
    stage.volunteer.client.post(f"{where}hand-over/")
    opened(client, "/clinic/review/")
    opened(client, f"{where}review/")
    client.post(f"{where}comment/", {"text": "Is the year right?", "token": secrets.token_hex(8)})
    client.post(f"{where}review/take/")


def board(stage: Stage) -> None:
    """Open the board of cases, what is due, and the hearings."""
    for path in ("follow-up/", "follow-up/?status=printed", "follow-up/due/", "follow-up/hearings.ics"):
        opened(stage.admin.client, f"/clinic/{path}")


def step_of_a_case(stage: Stage) -> None:
    """Note a step of a case, and open its page."""
    note_step(stage.approved, place="c1", status=CaseStatus.FILED, on=today(), user_id=stage.admin.user.pk)
    opened(stage.admin.client, f"/clinic/matters/{stage.approved.pk}/follow-up/c1/")


def figures(stage: Stage) -> None:
    """Open the figures."""
    opened(stage.admin.client, "/clinic/figures/")


def print_pages(stage: Stage) -> None:
    """Open the print desk, the check-out, and a job; choose a matter to print."""
    job = stage.job(f"pages {secrets.token_hex(4)}")
    for path in ("print/", "print/check-out/", f"print/{job.pk}/", f"print/{job.pk}/now/"):
        opened(stage.admin.client, f"/clinic/{path}")
    stage.admin.client.post("/clinic/print/new/", {"matters": [stage.approved.pk], "token": "t"})
    stop_job(job)


def log(stage: Stage) -> None:
    """Open the audit log, the next page of it, and one member's lines of one kind."""
    member = stage.admin.user.pk
    for asked in ("", "?page=2", f"?member={member}", "?action=1"):
        opened(stage.admin.client, f"/clinic/audit-log/{asked}")


def log_search(stage: Stage) -> None:
    """Look for a file number in the audit log."""
    opened(stage.admin.client, "/clinic/audit-log/?about=17")


def office_pages(stage: Stage) -> None:
    """Open the pages of the office itself."""
    for path in ("office/", "lists/"):
        opened(stage.admin.client, f"/clinic/{path}")


def endings(stage: Stage) -> None:
    """See which matters end next."""
    opened(just_proved(stage.admin), "/clinic/endings/")
