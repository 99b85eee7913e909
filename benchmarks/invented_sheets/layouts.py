"""The ways in which invented sheets are printed: ten of them, each with the habits of one office or program."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Habit(Enum):
    """What a layout has often; others have it now and then."""

    RANGES = auto()
    LONG_COMMENTS = auto()
    MANY_DISPOSITIONS = auto()
    BANNERS = auto()
    LATER_REGISTRATIONS = auto()
    MANY_BIRTHS = auto()


class TypeOfCharge(Enum):
    """Where ``TOC:F`` stands."""

    NOWHERE = auto()
    OWN_LINE = auto()
    BEHIND_CHARGE = auto()
    BEHIND_AGENCY = auto()


class Preamble(Enum):
    """What stands before the identification."""

    CLETS = auto()
    PLAIN = auto()
    RECORD_REVIEW = auto()
    NOTICES = auto()


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is printed. ``lines``: of a page, furniture included; ``size``: of the type, in points."""

    preamble: Preamble = Preamble.CLETS
    lines: int = 60
    size: float = 10.0
    margin: int = 0
    spaced: bool = True
    """A blank line between counts and around separators."""
    digits: int = 2
    charge_indent: int = 2
    detail_indent: int = 3
    dispo: str = "*DISPO:"
    other_dispo: str = " DISPO:"
    cycle: str = "* * * *"
    event: str = "- - - -"
    end: str = "     *    *    *    END OF MESSAGE    *    *    *"
    zeros: bool = False
    """Lengths as ``012 MONTHS``."""
    toc: TypeOfCharge = TypeOfCharge.NOWHERE
    name_below: bool = False
    agency_below: bool = False
    case_below: bool = False
    dispo_beside_date: bool = False
    identification: tuple[str, ...] = ("CII", "DOB", "BODY", "NAM", "REST")
    top: tuple[str, ...] = ()
    bottom: tuple[str, ...] = ()
    habits: frozenset[Habit] = frozenset()


_URL = "https://clets.example.gov/rapsheet/print?id=00000000{page:02d}            9/20/18, 5:03 PM"
_FILE = "file:///Users/sample/sheets/example_rap_sheet.txt                 11/02/21, 9:41 AM"

LAYOUTS: dict[str, Layout] = {
    "clets_browser": Layout(bottom=(_URL,)),
    "route_print": Layout(
        preamble=Preamble.NOTICES,
        top=("            Page {page} of {pages}", "", "    Route  Print", ""),
        bottom=("", _FILE),
        habits=frozenset({Habit.BANNERS}),
    ),
    "record_review": Layout(
        preamble=Preamble.RECORD_REVIEW,
        top=("", "                                                        PAGE {page} OF {pages}", ""),
        digits=3,
        charge_indent=1,
        detail_indent=1,
        zeros=True,
        toc=TypeOfCharge.BEHIND_CHARGE,
        size=9.5,
    ),
    "toc_own_line": Layout(digits=3, zeros=True, toc=TypeOfCharge.OWN_LINE, dispo=" DISPO:", lines=62),
    "toc_agency": Layout(
        digits=3, charge_indent=0, detail_indent=0, dispo="DISPO:", other_dispo="DISPO:",
        toc=TypeOfCharge.BEHIND_AGENCY, preamble=Preamble.PLAIN,
    ),
    "tight": Layout(
        spaced=False, charge_indent=1, detail_indent=2, cycle="****", event="----",
        preamble=Preamble.PLAIN, lines=66, size=9.5,
    ),
    "blank_led": Layout(
        dispo="    *DISPO: ", other_dispo="     DISPO: ", detail_indent=8, charge_indent=4, case_below=True,
        cycle="*  *  *  *", event="-  -  -  -", dispo_beside_date=True,
    ),
    "wrapped": Layout(
        habits=frozenset({Habit.RANGES, Habit.LONG_COMMENTS, Habit.MANY_DISPOSITIONS}),
        agency_below=True,
        bottom=(_FILE,),
    ),
    "other_order": Layout(
        identification=("NAM", "BODY", "DOB", "CII", "REST"), name_below=True, preamble=Preamble.NOTICES,
        habits=frozenset({Habit.MANY_BIRTHS, Habit.LATER_REGISTRATIONS}), cycle="* * **",
    ),
    "wide": Layout(
        margin=9, size=9.0, lines=46, habits=frozenset({Habit.BANNERS, Habit.LATER_REGISTRATIONS}), event="- - - - -",
        top=("Page {page} of {pages}",),
    ),
}  # fmt: skip
