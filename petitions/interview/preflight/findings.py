"""What pre-flight finds: a code, how it stands, which case it is about, and which answer decides it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from petitions.documents.packet import CasePacket
from petitions.interview.answers import Answers, first_count


class State(StrEnum):
    """How a reason stands: no papers yet, a look is needed, a thing to do by hand, or checked."""

    STOP = "stop"
    YOU = "you"
    HAND = "hand"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason. ``place`` and ``fact`` name the answer that decides it; ``values`` fill in its words."""

    code: str
    state: State
    case: str = ""
    """The first count of the case that it is about; empty: about all of them."""
    place: str = ""
    fact: str = ""
    values: tuple[tuple[str, str], ...] = field(default=())


def case_place(answers: Answers, case: CasePacket) -> str:
    """Return where the answers of a case are kept."""
    return first_count(answers, case.sheet.counts[0].conviction)
