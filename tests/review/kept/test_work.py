"""A run over sealed files comes to what the command writes, goes on after a crash, and leaves nothing readable."""

from __future__ import annotations

import csv
import errno
import io
import json
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from petitions.records.files.stores import REVIEWS
from petitions.records.leases import Came
from petitions.records.reviews.deciding import decisions_of
from petitions.records.reviews.keeping import files_of, name_file, row_of, vault_of
from petitions.records.reviews.models import CountyReview, ReviewState, RunUnit
from petitions.records.reviews.running import begin_review, stop_run
from petitions.records.reviews.vault import Vault
from petitions.review.kept import deciding, names, reading
from petitions.review.kept import work as kept_work
from petitions.review.kept.exports import all_results, condensed_results, judged_results, problem_lines
from petitions.review.kept.results import history_of, judged_of, problems_of, tally_of
from petitions.review.kept.work import do_some, work
from petitions.review.running.order import Order
from petitions.review.running.run import run_review
from petitions.review.screens.choices import options_for
from tests.records.files.in_bucket import BUCKET_TAKES_LONG, files_in, put_in
from tests.review.screens.offices import ON, OWN, content, done, gathering, reviewer, run_here

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("each_store"), BUCKET_TAKES_LONG]
BAD = b"too,few\n"


class Crash(Exception):
    """The process ends here."""


def small_pieces() -> Any:
    return patch.multiple(reading, PIECE=3_000, _SHARE=4_000)


def sealed(review: CountyReview) -> Vault:
    vault = vault_of(review)
    assert vault is not None
    return vault


def written(review: CountyReview) -> dict[str, bytes]:
    vault = sealed(review)
    return {
        "All_Results.csv": b"".join(all_results(vault, flow="configurable")),
        "All_Results_Condensed.csv": b"".join(condensed_results(vault, flow="configurable")),
        "Prop64_Results.csv": b"".join(judged_results(vault, flow="configurable")),
    }


def by_command(folder: Path, *files: bytes) -> dict[str, bytes]:
    paths = []
    for number, each in enumerate(files):
        paths.append(folder / f"county-{number + 1}.dat")
        paths[-1].write_bytes(each)
    order = Order(
        files=tuple(paths),
        folder=folder / "out",
        options=json.dumps(options_for(OWN)),
        county="LOS ANGELES",
        on=ON,
        workers=1,
        strict=False,
        resume=False,
        spreadsheets=True,
    )
    run_review(order, tell=lambda _progress: None, papers=lambda *_: {})
    return {path.name: path.read_bytes() for path in (folder / "out").glob("*.csv")}


def test_what_is_handed_out_is_what_the_command_writes(tmp_path: Path) -> None:
    files = (content(40) + BAD, content(12).replace(b'"70', b'"80'))
    with small_pieces():
        review = run_here(gathering(reviewer(), *files))
        assert review.state == ReviewState.DONE
        ours = written(review)
    theirs = by_command(tmp_path, *files)
    for name, made in ours.items():
        assert made == theirs[name], name
    problems = b"".join(problem_lines(sealed(review), files=["county-1.dat", "county-2.dat"])).decode()
    expected = theirs["problems.csv"].decode().replace(f"{tmp_path}/", "")
    assert list(csv.reader(io.StringIO(problems))) == list(csv.reader(io.StringIO(expected)))


@pytest.mark.parametrize("step", ["_read", "_decide"])
@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_run_that_crashes_goes_on_and_comes_to_the_same(step: str, after: int) -> None:
    module = reading if step == "_read" else deciding
    whole, left = getattr(module, step), [after]

    def crashing(*given: Any, **named: Any) -> Any:
        if not left[0]:
            raise Crash
        left[0] -= 1
        return whole(*given, **named)

    review = gathering(reviewer(), content(40))
    with small_pieces():
        with patch.object(module, step, crashing):
            run_here(review)
        assert review.state == ReviewState.WORKING
        with patch.object(module, step, side_effect=whole) as again:
            run_here(review, begin=False)
        assert review.state == ReviewState.DONE
        other = done(reviewer("Other County"), content(40))
        assert judged_of(sealed(review)).drop("share").equals(judged_of(sealed(other)).drop("share"))
        assert tally_of(sealed(review)) == tally_of(sealed(other))
        assert again.call_count > 0


def test_after_three_tries_it_is_given_up() -> None:
    review = gathering(reviewer(), content())
    with patch.object(reading, "_read", side_effect=Crash):
        run_here(review)
        for _ in range(3):
            run_here(review, begin=False)
    assert (review.state, review.trouble) == (ReviewState.FAILED, "again")
    assert run_here(review).state == ReviewState.DONE


@pytest.mark.parametrize("step", ["_read", "_decide", "gather_judged"])
def test_a_full_disk_costs_no_try_however_long_it_is_full(step: str) -> None:
    review, full = gathering(reviewer(), content()), OSError(errno.ENOSPC, "No space left")
    module = {"_read": reading, "_decide": deciding, "gather_judged": kept_work}[step]
    with patch.object(module, step, side_effect=full):
        run_here(review)
        for _ in range(6):
            run_here(review, begin=False)
    assert review.state in (ReviewState.WORKING, ReviewState.WAITING)
    assert run_here(review, begin=False).state == ReviewState.DONE


def test_a_worker_that_lost_it_writes_no_result() -> None:
    review = gathering(reviewer(), content())
    begin_review(review)
    whole = reading._read

    def stopped_meanwhile(*given: Any, **named: Any) -> Any:
        stop_run(review)
        return whole(*given, **named)

    with patch.object(reading, "_read", stopped_meanwhile):
        run_here(review, begin=False)
    assert review.state == ReviewState.STOPPED


def test_two_workers_never_read_the_same_piece() -> None:
    review = gathering(reviewer(), content(40))
    begin_review(review)
    read: list[int] = []
    whole = reading._read

    def other_comes(vault: Vault, plan: Any, piece: Any) -> Any:
        read.append(piece.number)
        if len(read) == 1:
            assert work(review)
        return whole(vault, plan, piece)

    with small_pieces(), patch.object(reading, "_read", other_comes):
        run_here(review, begin=False)
        pieces = len(read)
    assert review.state == ReviewState.DONE
    assert pieces > 3 and sorted(read) == list(range(pieces))


def test_whoever_ends_last_goes_on_to_the_next_step() -> None:
    review = gathering(reviewer(), content(40))
    begin_review(review)
    steps: list[str] = []
    with small_pieces(), patch("petitions.review.kept.held_run._HOLD_EVERY", 3600):
        for _time in range(100):
            came = do_some(review)
            steps.append(f"{came.value} {row_of(review).get().step}")
            if came == Came.OVER:
                break
    told = list(dict.fromkeys(steps))
    assert told == ["next read", "on read", "next decide", "on decide", "over "]
    assert row_of(review).get().state == ReviewState.DONE and not RunUnit.objects.exists()


def test_a_file_without_a_row_fails_with_what_to_do() -> None:
    review = run_here(gathering(reviewer(), BAD))
    assert (review.state, review.trouble) == (ReviewState.FAILED, "no_rows")


def test_a_changed_file_fails_and_is_not_read_as_something_else() -> None:
    review = gathering(reviewer(), content(40))
    [(name, content_)] = files_in(REVIEWS).items()
    broken = bytearray(content_)
    broken[500] ^= 1
    put_in(REVIEWS, name, bytes(broken))
    assert run_here(review).trouble == "files"


def test_a_file_of_the_server_is_copied_and_sealed(tmp_path: Path, settings: Any) -> None:
    settings.COUNTY_REVIEW_FOLDER = str(tmp_path)
    (tmp_path / "county.dat").write_bytes(content())
    review = gathering(reviewer())
    name_file(review, sealed(review), name="county.dat", size=1)
    assert run_here(review).state == ReviewState.DONE
    assert sealed(review).get(files_of(review)[0].place) == content()


def test_a_file_of_the_server_that_is_gone_is_told(tmp_path: Path, settings: Any) -> None:
    settings.COUNTY_REVIEW_FOLDER = str(tmp_path)
    review = gathering(reviewer())
    name_file(review, sealed(review), name="county.dat", size=1)
    assert run_here(review).trouble == "no_file"


def test_a_finished_review_keeps_only_what_its_pages_need_and_nothing_of_it_is_readable() -> None:
    review = run_here(gathering(reviewer(), content(40)))
    vault = sealed(review)
    assert not vault.has(names.rows(0))
    assert not vault.has(names.judged(0))
    for kept in files_in(REVIEWS).values():
        assert not any(word in kept for word in (b"DOE,JAN", b"700000", b"HS-POSSESS", b"Eligible"))


def test_one_persons_history_is_whole_and_in_order() -> None:
    review = done(reviewer(), content(40))
    vault = sealed(review)
    first = judged_of(vault).row(0, named=True)
    history = history_of(vault, first)
    assert [one["STP_EVENT_DATE"] for one in history] == ["19800101", "19850311", "19850311"]
    assert {one["SUBJECT_ID"] for one in history} == {first["SUBJECT_ID"]}
    assert not problems_of(vault)
    assert not decisions_of(review).exists()
    assert row_of(review).exists()
