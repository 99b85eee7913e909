"""What came of a soak: which aims were missed, and its figures as they are printed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from benchmarks.soak_faults import LONGEST_RECOVERY, Fault
from benchmarks.soak_memory import Growth

SLOWEST, MOST_GROWTH = 1.0, 5.0
RED = ("database restarted", "disk filled")
"""What a load balancer is to be told of: nothing can be saved meanwhile."""


@dataclass(frozen=True)
class Come:
    """What came of it: how many are whole, what is wrong, how many parts were made again, and the longest wait in seconds."""

    jobs: int
    reviews: int
    wrong: tuple[str, ...]
    again: int
    longest: float


@dataclass
class Outcome:
    """What came of it."""

    requests: int = 0
    interviews: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    p50: float = 0.0
    p95: float = 0.0
    p99: float = 0.0
    failed_outside: list[str] = field(default_factory=list)
    dishonest: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    growths: list[Growth] = field(default_factory=list)
    canaries: list[str] = field(default_factory=list)
    work: Come | None = None
    is_filled: bool = False

    def missed(self) -> list[str]:
        """Name each aim that was missed."""
        found = {
            "answers lost": bool(self.lost),
            "p99 over a second outside the faults": self.p99 > SLOWEST * 1_000,
            "pages failed outside the faults": bool(self.failed_outside),
            "pages failed without saying so honestly": bool(self.dishonest),
            "recovery too slow": any(one.recovery > LONGEST_RECOVERY for one in self.faults),
            "workers too slow to recover": any(one.work_recovery > LONGEST_RECOVERY for one in self.faults),
            "work lost, doubled or not whole": self.work is None or bool(self.work.wrong),
            "health not red": any(not one.was_red for one in self.faults if one.name in RED),
            "memory grows": any(one.percent >= MOST_GROWTH for one in self.growths),
            "typed words in a log": bool(self.canaries),
        }
        return [name for name, is_missed in found.items() if is_missed]


def report(found: Outcome) -> None:
    """Print what came of it."""
    print(f"people    {found.interviews:,} interviews ended, {found.requests:,} requests")
    print(f"answers   {found.acknowledged:,} acknowledged, {len(found.lost)} lost")
    print(
        f"pages     outside the faults p50 {found.p50:.0f} ms, p95 {found.p95:.0f} ms, p99 {found.p99:.0f} ms (aim {SLOWEST * 1_000:.0f}), {len(found.failed_outside)} failed; {len(found.dishonest)} failed without an honest page"
    )
    for fault in found.faults:
        red = "health was red" if fault.was_red else "health stayed green"
        print(
            f"fault     {fault.name:<18} {fault.mended - fault.began:5.1f} s; pages again after {fault.recovery:4.1f} s, papers after {fault.work_recovery:4.1f} s (aim {LONGEST_RECOVERY:.0f}), {red} {fault.notes}"
        )
    if not found.is_filled:
        print("disk      not filled: no file system could be mounted here (root only)")
    _report_work(found)
    for one in found.growths:
        print(
            f"memory    {one.name}: {one.first:.1f} MB warm, {one.last:.1f} MB {one.seconds:.0f} s later: {one.percent:+.1f} % (aim < {MOST_GROWTH:.0f})"
        )
    if not found.growths:
        print("memory    no process lived long enough to tell")
    print(f"logs      {len(found.canaries)} lines with something typed")
    for what in (found.lost, found.failed_outside, found.dishonest):
        for name, times in Counter(what).most_common(5):
            print(f"  {times} x {name}")
    print("missed    " + (", ".join(found.missed()) or "nothing"))


def _report_work(found: Outcome) -> None:
    if found.work is None:
        return
    work = found.work
    print(
        f"work      {work.jobs} print jobs and {work.reviews} reviews acknowledged, {len(work.wrong)} lost, doubled or not whole; {work.again} parts made again, longest wait {work.longest:.1f} s"
    )
    for wrong, times in Counter(work.wrong).most_common(5):
        print(f"  {times} x {wrong}")
