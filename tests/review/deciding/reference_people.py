"""Plain bookkeeping of one person's rows, written from the description of the file; the product's code is not used."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from tests.review.deciding.reference_texts import Text, as_ours, as_peer

Row = dict[str, str]
YEAR_ONE = date(1, 1, 1)


@dataclass
class Conviction:
    """One count."""

    row: int
    count: str
    day: date | None
    text: Text
    felony: bool
    county: str
    registers: bool
    disagrees: bool
    hours: int = 0

    @property
    def section(self) -> str:
        return self.text.sections[0] if self.text.sections else ""


@dataclass
class Person:
    """One person, as one side sees the rows."""

    births: list[date]
    convictions: list[Conviction]
    registrations: list[date | None]
    deceased: bool
    numbers: dict[str, str] = field(default_factory=dict)
    cycles: set[str] = field(default_factory=set)


def to_day(text: str) -> date | None:
    """Read YYYYMMDD."""
    if len(text) != 8 or not text.isascii() or not text.isdigit():
        return None
    try:
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    except ValueError:
        return None


def source(row: Row) -> str:
    """Return the text of the offense."""
    is_elsewhere = row["OFFENSE_DESCR"].strip() in ("", "SEE COMMENT FOR CHARGE")
    return row["COMMENT_TEXT"] if is_elsewhere else row["OFFENSE_DESCR"]


def felony(row: Row) -> bool:
    return row["CONV_STAT_DESCR"] == "FELONY" or (row["CONV_STAT_DESCR"] == "" and row["OFFENSE_TOC"] == "F")


def hours(row: Row, *, wraps: bool) -> int:
    """Return the length of one sentence part."""
    unit = {"D": 24, "M": 732, "Y": 8784}.get(row["SENT_TIME_CODE"], 0)
    try:
        length = int(row["SENT_LENGTH"])
    except ValueError:
        return 0
    if not wraps:
        return length * unit
    nanoseconds = length * unit * 3600 * 10**9
    while nanoseconds >= 2**63:
        nanoseconds -= 2**64
    return nanoseconds // (3600 * 10**9)


def person_of(rows: list[tuple[int, Row]], *, peer: bool) -> Person:
    """Gather the rows of one person, in file order."""
    read = as_peer if peer else as_ours
    convicted = [(n, row) for n, row in rows if row["DISP_DESCR"].startswith("CONVICTED")]
    registered = [
        row
        for _, row in rows
        if row["STP_TYPE_DESCR"] == "REGISTRATION" and row["OFFENSE_DESCR"].startswith("290")
    ]
    return Person(
        births=_births([row for _, row in rows], peer=peer),
        convictions=_as_first_seen(convicted) if peer else _settled(convicted),
        registrations=[None if peer else to_day(row["STP_EVENT_DATE"]) for row in registered],
        deceased=any(row["STP_TYPE_DESCR"] == "DECEASED" for _, row in rows),
        numbers=_numbers([row for _, row in rows]),
        cycles={row["CNT_ORDER"][:3] for _, row in rows if read(source(row)).sections},
    )


def _births(rows: list[Row], *, peer: bool) -> list[date]:
    if peer:
        return [to_day(rows[0]["PRI_DOB"]) or YEAR_ONE]
    return [day for day in (to_day(row["PRI_DOB"]) for row in rows) if day]


def _numbers(rows: list[Row]) -> dict[str, str]:
    found: dict[str, list[str]] = {}
    for row in rows:
        numbers = found.setdefault(row["CNT_ORDER"][:6], [])
        if row["STP_TYPE_DESCR"] == "COURT ACTION" and row["OFN"] and row["OFN"] not in numbers:
            numbers.append(row["OFN"])
    return {case: "; ".join(numbers) for case, numbers in found.items()}


def _conviction(number: int, row: Row, *, peer: bool, disagrees: bool = False) -> Conviction:
    day = to_day(row["STP_EVENT_DATE"])
    return Conviction(
        number,
        row["CNT_ORDER"],
        (day or YEAR_ONE) if peer else day,
        (as_peer if peer else as_ours)(source(row)),
        felony(row),
        row["STP_ORI_CNTY_NAME"],
        row["STP_TYPE_DESCR"] == "REGISTRATION" and row["OFFENSE_DESCR"].startswith("290"),
        disagrees,
    )


def _as_first_seen(rows: list[tuple[int, Row]]) -> list[Conviction]:
    """Each count by its first row; a later row adds its sentence to the last conviction of the list."""
    found: list[Conviction] = []
    for number, row in rows:
        if row["CNT_ORDER"] not in [one.count for one in found]:
            found.append(_conviction(number, row, peer=True))
        found[-1].hours += hours(row, wraps=True)
    return found


def _settled(rows: list[tuple[int, Row]]) -> list[Conviction]:
    """Each count by rows that agree; of rows that do not, one that no order changes, marked."""
    counts: dict[str, list[tuple[int, Row]]] = {}
    for number, row in rows:
        counts.setdefault(row["CNT_ORDER"], []).append((number, row))
    found = []
    for of_count in counts.values():
        number, row = min(of_count, key=lambda one: (*_said(one[1]), one[0]))
        disagrees = len({_said(one) for _, one in of_count}) > 1
        conviction = _conviction(number, row, peer=False, disagrees=disagrees)
        parts = {(one["SENT_ORDER"], one["SENT_LENGTH"], one["SENT_TIME_CODE"]): one for _, one in of_count}
        conviction.hours = sum(hours(one, wraps=False) for one in parts.values())
        found.append(conviction)
    return sorted(found, key=lambda one: one.row)


def _said(row: Row) -> tuple[bool, bool, int, str, str, str, str]:
    """What all rows of one count should say alike; one with a section of ours, and one with a date, come first."""
    day = to_day(row["STP_EVENT_DATE"])
    return (
        not as_ours(source(row)).sections,
        day is None,
        day.toordinal() if day else 0,
        source(row),
        row["CONV_STAT_DESCR"],
        row["OFFENSE_TOC"],
        row["STP_ORI_CNTY_NAME"],
    )


def end(conviction: Conviction) -> datetime | None:
    """Return when the sentence ends."""
    if conviction.day is None:
        return None
    start = datetime(conviction.day.year, conviction.day.month, conviction.day.day)  # noqa: DTZ001 - days have no zone
    try:
        return start + timedelta(hours=conviction.hours)
    except OverflowError:
        return datetime.max if conviction.hours > 0 else datetime.min  # noqa: DTZ901
