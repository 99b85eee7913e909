"""Measures work beside the pages and what is stored: bulk printing, review rows, bytes of a matter; Django must be set up."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.conf import settings
from django.db import connection

from benchmarks.capacity_measuring import Costs, asked, say
from benchmarks.capacity_processes import OWN, used_by
from benchmarks.invented_matters import answers_of_one
from benchmarks.invented_research_file import write_file
from petitions.clinic.printing.plan import Options
from petitions.clinic.printing.work import work
from petitions.clinic.summaries import summary
from petitions.interview.screening import today
from petitions.records.files.stores import PRINTS, REVIEWS
from petitions.records.matters.models import Matter
from petitions.records.matters.print_models import PrintJob, PrintPart, PrintState
from petitions.records.matters.printing import Wanted, ask_for_job
from petitions.records.reviews.keeping import vault_of
from petitions.review.kept.exports import all_results, judged_results
from tests.clinic.people import Member, matter_of, office
from tests.records.files.in_bucket import files_in
from tests.review.screens.offices import gathering, reviewer, run_here

_KEPT, _PRINTED, _WARM, _ROWS = 200, 40, 4, 100_000
_CASES = 2
"""Of each made-up person: one packet each."""
_SIZE = """SELECT coalesce(sum(pg_total_relation_size(oid)), 0)::bigint FROM pg_class
    WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname = ANY(%s)"""
_MATTER = ["petitions_matter", "petitions_interview", "petitions_mattername"]
_LOG = ["petitions_auditentry", "petitions_auditlink"]


def of_work(url: str) -> Costs:
    """Return the costs of work beside the pages, and the bytes of what is kept."""
    member = office().member("reviewer")
    costs = _log(url)
    matters, stored = _kept(url, member)
    return costs | stored | _prints(member, matters) | _review()


def _log(url: str) -> Costs:
    """Measure the log that the desk has written by now."""
    lines = asked(url, "SELECT count(*) FROM petitions_auditentry")
    return {"database_bytes_of_a_log_line": asked(url, _SIZE, _LOG) / lines}


def _kept(url: str, member: Member) -> tuple[list[Matter], Costs]:
    """Measure matters with their names and summaries, as the tables and the folder of keys hold them."""
    say(f"{_KEPT} matters kept")
    keys = Path(settings.ROW_KEYS_DIR)
    before, files = asked(url, _SIZE, _MATTER), _files(keys)
    matters = [matter_of(member, answers=answers_of_one(number)) for number in range(_KEPT)]
    for one in matters:
        summary(one)
    more = {name: value - files[name] for name, value in _files(keys).items()}
    return matters, {
        "database_bytes_of_a_matter": (asked(url, _SIZE, _MATTER) - before) / _KEPT,
        "key_files_of_a_matter": more["files"] / _KEPT,
        "key_bytes_of_a_matter": more["bytes"] / _KEPT,
    }


def _files(folder: Path) -> dict[str, int]:
    found = [one.stat() for one in folder.iterdir()] if folder.is_dir() else []
    return {"files": len(found), "bytes": sum(one.st_blocks * 512 for one in found)}


def _prints(member: Member, matters: list[Matter]) -> Costs:
    """Measure bulk printing as a worker does it, once it is warm."""
    say(f"{_PRINTED * _CASES} packets in a print job")
    work(_job(member, matters[:_WARM], token="warm"))
    job = _job(member, matters[_WARM : _WARM + _PRINTED], token="measured")
    used = used_by(lambda: work(job))
    job.refresh_from_db()
    if (
        job.state != PrintState.DONE
        or PrintPart.objects.filter(job=job).exclude(state=PrintState.DONE).exists()
    ):
        raise SystemExit("the print job came to nothing")
    size = _bytes_in(PRINTS, job.pk)
    packets = _PRINTED * _CASES
    return {
        "worker_seconds_of_a_packet": (used[OWN]) / packets,
        "database_seconds_of_a_packet": used["database"] / packets,
        "file_bytes_of_a_packet": size / packets,
    }


def _job(member: Member, matters: list[Matter], *, token: str) -> PrintJob:
    kept = {
        "print": Options(prosecutor=0, petitioner=1, court=1, separators=True).as_json(),
        "language": "en",
        "on": today().isoformat(),
    }
    return ask_for_job(
        [Wanted(one, 1, "") for one in matters],
        organization_id=member.organization.pk,
        user_id=member.user.pk,
        token=token,
        options=kept,
    )


def _review() -> Costs:
    """Measure a county review with all of its results."""
    say(f"a review of {_ROWS:,} rows")
    with tempfile.NamedTemporaryFile(suffix=".dat") as made:
        write_file(Path(made.name), rows=_ROWS)
        review = gathering(reviewer(), Path(made.name).read_bytes())

        def run() -> None:
            run_here(review)
            vault = vault_of(review)
            assert vault is not None
            for results in (judged_results, all_results):
                sum(map(len, results(vault, flow="configurable")))

        used = used_by(run)
    review.refresh_from_db()
    kept = _bytes_in(REVIEWS, review.pk)
    connection.close()
    return {
        "worker_seconds_of_a_thousand_rows": 1_000 * used[OWN] / review.rows,
        "file_bytes_of_a_row": kept / review.rows,
    }


def _bytes_in(store: str, folder: str) -> int:
    """Return how many bytes one folder of a store holds."""
    return sum(len(content) for name, content in files_in(store).items() if name.startswith(f"{folder}/"))
