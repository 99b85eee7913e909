"""What a run says of how far it is."""

from __future__ import annotations

import io

import pytest

from petitions.exchange.packet_run.progress import Progress
from petitions.exchange.packet_run.reporting import report
from petitions.exchange.runs.reporting import Reporter


@pytest.mark.parametrize(
    ("progress", "seconds", "said"),
    [
        (Progress(0, 0, 0), 1, "0 of 0 records, 0 with problems, all done before: nothing was changed"),
        (Progress(60, 0, 0), 1, "0 of 60 records, 0 with problems"),
        (Progress(60, 10, 0), 1, "10 of 60 records, 0 with problems"),
        (Progress(60, 9, 1, now=10), 20, "10 of 60 records, 1 with problems, 30 a minute, about 2 min left"),
        (Progress(60, 50, 0, now=50), 10, "50 of 60 records, 0 with problems, 5 a second, less than a minute left"),
        (Progress(66_000, 1_000, 0, now=1_000), 1, "1,000 of 66,000 records, 0 with problems, 1,000 a second, about 1 min left"),
        (Progress(60, 58, 2, now=60), 10, "60 of 60 records, 2 with problems, 6 a second"),
        (Progress(60, 60, 0, now=60), 0, "60 of 60 records, 0 with problems, 60,000 a second"),
        (Progress(60, 58, 2), 10, "60 of 60 records, 2 with problems, all done before: nothing was changed"),
        (Progress(900, 900, 0, volumes=4, joined=1), 10, "900 of 900 records, 0 with problems, 1 of 4 volumes joined"),
        (Progress(900, 900, 0, now=900, for_courts=9, courts_done=2), 10, "900 of 900 records, 0 with problems, 2 of 9 jobs for courts"),
        (Progress(900, 900, 0, now=900, for_courts=9, courts_done=9), 10, "900 of 900 records, 0 with problems, 90 a second"),
    ],
)  # fmt: skip
def test_a_report_says_how_far_how_fast_and_how_long(progress: Progress, seconds: float, said: str) -> None:
    assert report(progress, seconds) == said


def test_a_log_gets_a_line_now_and_then_and_one_at_the_end() -> None:
    stream = io.StringIO()
    reporter = Reporter(stream, report=report)
    for done in range(50):
        reporter.tell(Progress(60, done, 0, now=done))
    reporter.end(Progress(60, 60, 0, now=60))
    assert [line.partition(",")[0] for line in stream.getvalue().splitlines()] == ["60 of 60 records"]


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_one_line_is_written_over() -> None:
    stream = Terminal()
    reporter = Reporter(stream, report=report)
    reporter._said -= 5
    reporter.tell(Progress(60, 50, 0, now=50))
    reporter.end(Progress(60, 60, 0, now=60))
    first, second = stream.getvalue().split("\r")
    assert first.startswith("50 of 60 records") and second.startswith("60 of 60 records")
    assert len(first) <= len(second.rstrip("\n"))
