"""Names the sealed files of a review, and what each holds."""

from __future__ import annotations

PLAN = "plan"
"""Into how many shares the people are laid, and how large a piece is."""
PIECES, SHARES = "pieces", "shares"
"""What the units of a step are, for whoever takes one."""
JUDGED = "judged"
"""One table of all judged convictions."""
COUNTED = "counted"
"""One table of what is counted of each judged conviction, so that a change by staff is counted quickly."""
TALLY = "tally"
READS, DECISIONS = "reads", "decisions"
"""Where each piece and each share lies, for what is handed out."""
PROBLEMS = "problems"


def rows(piece: int) -> str:
    """Name what decides, of the rows of a piece, apart for each share."""
    return f"rows {piece}"


def read(piece: int) -> str:
    """Name the note that a piece is read."""
    return f"read {piece}"


def problems(piece: int) -> str:
    """Name the problems of a piece."""
    return f"problems {piece}"


def people(share: int) -> str:
    """Name all rows of the people of a share, with what was decided."""
    return f"people {share}"


def cells(share: int) -> str:
    """Name the cells that a share adds to the spreadsheets, apart for each piece."""
    return f"cells {share}"


def judged(share: int) -> str:
    """Name the judged convictions of a share."""
    return f"judged {share}"


def counted(share: int) -> str:
    """Name what is counted of the judged convictions of a share."""
    return f"counted {share}"


def decided(share: int) -> str:
    """Name the note that a share is decided."""
    return f"decided {share}"
