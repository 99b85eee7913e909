"""Each construct of a sheet by a sample of a few lines: what is read, and what is shown for checking."""

from __future__ import annotations

from datetime import date

import pytest

from petitions.rapsheet.grammar import MOST_COUNTS, read_sheet
from petitions.rapsheet.pages import TextLine, pages_of
from petitions.rapsheet.sheet import EventKind, Length, Notice, Outcome, Penalty, Severity
from tests.rapsheet.sheets import END, HEAD, count_of, court, event_of, sheet_of

CONVICTED = "  11359 HS-POSSESS MARIJUANA FOR SALE\n*DISPO:CONVICTED\n   CONV STATUS:FELONY\n"


@pytest.mark.parametrize(
    ("line", "code_section", "attempted"),
    [
        ("11357(B) HS-POSSESS MARIJUANA", "HS 11357(b)", False),
        ("11357 (B) (2) HS-POSSESS MARIJUANA", "HS 11357(b)(2)", False),
        ("11360(A)HS-SELL/FURNISH", "HS 11360(a)", False),
        ("11359HS-POSSESS", "HS 11359", False),
        ("664/11359 HS-POSSESS", "HS 11359", True),
        ("11359-664 HS-POSSESS", "HS 11359", True),
        ("66411359 HS-POSSESS", None, False),
        ("664459 PC-BURGLARY", "PC 459", True),
        ("1203.4A PC-SOMETHING", "PC 1203.4a", False),
        ("18 2113(A) US-BANK ROBBERY", "US 18 2113(a)", False),
        ("11359 H5-POSSESS", "HS 11359", False),
        ("1I359 HS-POSSESS", "HS 11359", False),
        ("487(D) CP-GRAND THEFT", "PC 487(d)", False),
        ("PUBLIC-INTOXICATION", None, False),
        ("DRUNK IN PUBLIC", None, False),
    ],
)
def test_a_charge(line: str, code_section: str | None, attempted: bool) -> None:
    charge = count_of(f"  {line}\n").charge
    assert (charge.value.code_section if charge else None) == code_section
    assert (charge.value.attempted if charge else False) == attempted


def test_each_part_of_a_joined_charge_is_a_section_of_its_own() -> None:
    charge = count_of("  594(A)-(B)(2)(A) PC-VANDALISM\n").charge
    assert charge is not None
    assert charge.value.sections == ("594(a)", "594(b)(2)(a)")


@pytest.mark.parametrize(
    ("words", "outcome", "statute"),
    [
        ("CONVICTED", Outcome.CONVICTED, None),
        ("CONVICTED-PROB/JAIL", Outcome.CONVICTED, None),
        ("NOLO CONTENDERE/CONVICTED", Outcome.CONVICTED, None),
        ("CONVlCTFD", Outcome.CONVICTED, None),
        ("NOT CONVICTED", Outcome.OTHER, None),
        ("CONVICTION CERT BY CLERK OF THE COURT", Outcome.OTHER, None),
        ("CONV SET ASIDE & DISM PER 1203.4 PC", Outcome.PC1203_DISMISSED, "1203.4"),
        ("CONV SET ASIDE & DISM PER 1203.4A PC", Outcome.PC1203_DISMISSED, "1203.4A"),
        ("CONV SET ASIDE & DISM PER l203,425 PC", Outcome.PC1203_DISMISSED, "1203.425"),
        ("DISM PER 1203.49", Outcome.PC1203_DISMISSED, "1203.49"),
        ("CONV SET ASIDE & DISM PER PC", Outcome.PC1203_DISMISSED, None),
        ("CONV SET ASIDE & DISM PER 11361.8 HS", Outcome.DISMISSED, None),
        ("1203.4 PC RELIEF DENIED", Outcome.OTHER, None),
        ("DISMISSED/FURTHERANCE OF JUSTICE", Outcome.DISMISSED, None),
        ("1385 PC-DISMISSED", Outcome.DISMISSED, None),
        ("PROS REJ-OTHER", Outcome.PROSECUTOR_REJECTED, None),
        ("SENTENCE MODIFIED", Outcome.SENTENCE_MODIFIED, None),
        ("RESENTENCED", Outcome.RESENTENCED, None),
        ("PROBATION REVOKED", Outcome.PROBATION_REVOKED, None),
        ("ACQUITTED", Outcome.ACQUITTED, None),
        ("NOT GUILTY", Outcome.ACQUITTED, None),
        ("REDUCED TO MISDEMEANOR", Outcome.REDUCED, None),
        ("RELEASED/DETENTION ONLY", Outcome.OTHER, None),
    ],
)
def test_a_disposition(words: str, outcome: Outcome, statute: str | None) -> None:
    first = count_of(f"  496 PC-RECEIVE\n DISPO:{words}\n").dispositions[0]
    assert (first.outcome, first.statute) == (outcome, statute)


def test_a_disposition_that_goes_on_in_the_next_line_is_read_whole() -> None:
    count = count_of(CONVICTED + "20060101\n DISPO:CONV SET ASIDE & DISM PER\n   1203.4 PC\n")
    assert [one.outcome for one in count.dispositions] == [Outcome.CONVICTED, Outcome.PC1203_DISMISSED]
    assert count.dispositions[1].on is not None
    assert count.dispositions[1].on.value == date(2006, 1, 1)


@pytest.mark.parametrize(
    ("text", "parts", "details"),
    [
        ("3 YEARS PROBATION, 30 DAYS JAIL,\n        FINE, RESTN", [("probation", Length(years=3)), ("jail", Length(days=30))], ["fine", "restitution"]),
        ("1 YEAR 6 MONTHS JAIL", [("jail", Length(years=1, months=6))], []),
        ("52 WEEKS JAIL", [("jail", Length(weeks=52))], []),
        ("O12 MONTHS PROBATlON", [("probation", Length(months=12))], []),
        ("3 YEARSPROBATION", [("probation", Length(years=3))], []),
        ("1 YR PRISON SS", [], ["1 yr prison ss"]),
        ("JAIL", [("jail", Length())], []),
        ("2 YEARS PRISON, FINE\n        SS", [("prison", Length(years=2))], ["fine ss"]),
    ],
)  # fmt: skip
def test_a_sentence(text: str, parts: list[tuple[str, Length]], details: list[str]) -> None:
    sentence = count_of(f"{CONVICTED}   SEN: {text}\n").dispositions[0].sentence
    assert sentence is not None
    assert [(one.penalty.value, one.length) for one in sentence.parts] == parts
    assert list(sentence.details) == details


def test_a_sentence_with_signs_of_another_shape_is_to_be_checked() -> None:
    worn, clean = (
        count_of(f"{CONVICTED}   SEN: {text} PROBATION\n").dispositions[0].sentence
        for text in ("O3 YEARS", "3 YEARS")
    )
    assert worn is not None
    assert clean is not None
    assert (worn.needs_check, clean.needs_check) == (True, False)


def test_life_is_prison_without_an_end() -> None:
    sentence = count_of(f"{CONVICTED}   SEN: 25 YEARS TO LIFE\n").dispositions[0].sentence
    assert sentence is not None
    assert sentence.is_for_life
    assert sentence.lengths(Penalty.PRISON) == (Length(years=25),)


def test_a_sentence_of_custody_stands_on_the_count() -> None:
    event = event_of(
        "CUSTODY:CDC NAM:01\n20040102 CASD CORRECTIONS\nCNT:01 #X1\n  459 PC-BURGLARY\n   SEN: 2 YEARS PRISON\n"
    )
    assert event.subtype == "CDC"
    assert event.counts[0].sentence is not None


def test_a_repaired_value_says_so_and_keeps_its_line() -> None:
    event = event_of(court("CNT:0l #1\n" + CONVICTED, on="l9840918"))
    assert event.on is not None
    assert (event.on.value, event.on.repaired, event.on.place.raw) == (
        date(1984, 9, 18),
        True,
        "l9840918  CASC SAN FRANCISCO",
    )
    assert event.counts[0].number == 1


def test_a_doubtful_line_makes_its_values_doubtful() -> None:
    lines = (HEAD + "* * * *\n" + court("CNT:01 #1\n" + CONVICTED)).split("\n")
    sheet = read_sheet([[TextLine(line, doubtful="STATUS" in line) for line in lines]])
    severity = sheet.events[0].counts[0].dispositions[0].severity
    assert severity is not None
    assert severity.needs_check


@pytest.mark.parametrize(
    "separator", ["kK kk Kk *", "x x x x", "*\n*\n*\n*", "****", " . * *, * *.", "大 大 大 大"]
)
def test_stars_in_any_form_begin_a_cycle(separator: str) -> None:
    text = f"{HEAD}{separator}\n{court('CNT:01 #1')}\n{separator}\n{court('CNT:01 #2')}\n"
    assert [cycle.inferred for cycle in read_sheet(pages_of(text)).cycles] == [False, False]


def test_without_separators_an_arrest_begins_a_cycle_and_a_court_stays_in_it() -> None:
    arrest = "ARR/DET/CITE: NAM:01\n20031201  CAPD CONCORD\nCNT:01 #9\n  11359 HS-POSSESS\n"
    sheet = read_sheet(pages_of(HEAD + arrest + court("CNT:01 #1\n" + CONVICTED) + arrest + END))
    assert [[event.kind.value for event in cycle.events] for cycle in sheet.cycles] == [
        ["arrest", "court"],
        ["arrest"],
    ]
    assert all(cycle.inferred for cycle in sheet.cycles)


def test_a_court_event_whose_header_is_lost_is_still_of_a_court() -> None:
    sheet = sheet_of(
        court("CNT:01 #1\n" + CONVICTED) + "- - - -\n~~~\n20050607  CASC LOS ANGELES\nCNT:01 #2\n" + CONVICTED
    )
    assert [(event.kind, event.on.value if event.on else None) for event in sheet.events] == [
        (EventKind.COURT, date(2004, 1, 2)),
        (EventKind.COURT, date(2005, 6, 7)),
    ]


def test_a_count_whose_number_is_lost_becomes_a_count_of_its_own_to_be_checked() -> None:
    event = event_of(court("CNT:01 #1\n" + CONVICTED + "  459 PC-BURGLARY\n*DISPO:DISMISSED\n"))
    assert [
        (one.charge.value.code_section if one.charge else None, one.please_check) for one in event.counts
    ] == [
        ("HS 11359", False),
        ("PC 459", True),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "FOUND CONVICTED BY JURY",
        " DISPO:NOT CONVICTED",
        "COM: CONVICTED IN ABSENTIA",
        "XX C0NVICTED XX",
        "CONV STATUS:FELONY",
    ],
)
def test_a_conviction_that_is_not_understood_is_to_be_checked(line: str) -> None:
    assert count_of(f"  459 PC-BURGLARY\n{line}\n").please_check


def test_a_comment_named_like_a_header_begins_no_event() -> None:
    event = event_of(
        court("CNT:01 #1\n  459 PC-BURGLARY\n   COM: SENT TO\nCOURT: FILE\nCNT:02\n" + CONVICTED)
    )
    assert len(event.counts) == 2


def test_dashes_inside_a_count_do_not_cut_it() -> None:
    event = event_of(
        court(
            "CNT:01 #1\n  11359 HS-POSSESS\n*DISPO:CONVICTED\n- - - -\n   CONV STATUS:FELONY\n20060101\n DISPO:DISMISSED\n"
        )
    )
    severity = event.counts[0].dispositions[0].severity
    assert severity is not None
    assert severity.value is Severity.FELONY
    assert len(event.counts[0].dispositions) == 2


def test_an_update_with_a_date_that_is_none_is_kept_without_it() -> None:
    sheet = sheet_of(court("CNT:01 #1\n" + CONVICTED + "20060231\n DISPO:DISMISSED\n"))
    update = sheet.events[0].counts[0].dispositions[1]
    assert (update.outcome, update.on, update.is_update) == (Outcome.DISMISSED, None, True)
    assert len(sheet.warnings) == 1


def test_a_conviction_outside_a_court_is_a_warning() -> None:
    sheet = sheet_of("CUSTODY:JAIL NAM:01\n20040102 CASO MARTINEZ\nCNT:01 #1\n" + CONVICTED)
    assert any("not of a court" in warning for warning in sheet.warnings)


def test_counts_without_any_event_are_kept() -> None:
    sheet = sheet_of("CNT:01 #1\n" + CONVICTED)
    assert [event.kind for event in sheet.events] == [EventKind.OTHER]
    assert sheet.events[0].counts[0].dispositions[0].outcome is Outcome.CONVICTED


@pytest.mark.parametrize(
    ("line", "notice"),
    [
        ("III MULTIPLE SOURCE RECORD", Notice.MULTIPLE_SOURCES),
        ("III CALIFORNIA ONLY SOURCE RECORD", Notice.CALIFORNIA_ONLY),
        ("**DECEASED HOMICIDE", Notice.DECEASED),
        ("THIS PERSON HAS BEEN IDENTIFIED AS A VICTIM OF IDENTITY THEFT,", Notice.IDENTITY_THEFT),
        ("THE FOLLOWING CII NUMBER(S) IS BEING CONSOLIDATED WITH THIS CII RECORD:", Notice.CONSOLIDATED),
        ("PROBATION:   EXP:19990503", Notice.SUPERVISION),
        ("PAROLE:  CDC", Notice.SUPERVISION),
    ],
)
def test_a_notice(line: str, notice: Notice) -> None:
    sheet = read_sheet(pages_of(f"{HEAD}{line}\n* * * *\n{court('CNT:01 #1')}\n"))
    assert [one.value for one in sheet.notices] == [notice]
    assert len(sheet.events) == 1


def test_a_death_among_the_events_is_a_notice() -> None:
    sheet = sheet_of("DECEASED: NAM:01\n20130817 CACO SAN FRANCISCO\nCNT:01 #1\n  DECEASED\n")
    assert [one.value for one in sheet.notices] == [Notice.DECEASED]


def test_the_banner_marks_the_event_before_it() -> None:
    banner = "* * * * * * * * *\n** POTENTIAL FELONY STRIKE ENTRY **\n* * * * * * * * *\n"
    sheet = sheet_of(court("CNT:01 #1\n" + CONVICTED) + banner, court("CNT:01 #2"))
    assert [event.potential_strike for event in sheet.events] == [True, False]


@pytest.mark.parametrize(
    ("agency", "name", "county", "is_guess"),
    [
        ("CASC SN JOSE", "CASC San Jose", "Santa Clara", False),
        ("CASC MCRICHMOND", "CASC MC Richmond", "Contra Costa", False),
        ("CASC OAKLAN D", "CASC Oakland", "Alameda", False),
        ("CASC MODOC CO", "CASC Modoc Co", "Modoc", False),
        ("CAMC L05 ANGELES METRO", "CAMC Los Angeles Metro", "Los Angeles", True),
        ("CASC SN JOSE CENTRAL", None, None, False),
        ("CASC ANYTOWN", None, None, False),
    ],
)
def test_a_courthouse(agency: str, name: str | None, county: str | None, is_guess: bool) -> None:
    found = event_of(court("CNT:01 #1", agency=agency)).court
    assert (found.value.name if found else None, found.value.county if found else None) == (name, county)
    assert (found.repaired if found else False) == is_guess


def test_a_range_of_counts_has_an_end() -> None:
    assert len(event_of(court("CNT:001-999 #1\n  459 PC-BURGLARY\n")).counts) == 99
    assert len(event_of(court("CNT:09-03 #1\n  459 PC-BURGLARY\n")).counts) == 1


def test_what_has_no_place_is_kept_with_page_and_line() -> None:
    text = f"{HEAD}* * * *\n{court('CNT:01 #1')}\n  459 PC-BURGLARY\n*DISPO:CONVICTED\n\f\nWHO KNOWS WHAT THIS SAYS\n"
    assert [(one.page, one.line, one.raw) for one in read_sheet(pages_of(text)).problems] == [
        (2, 2, "WHO KNOWS WHAT THIS SAYS")
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a letter\nto someone", "no_cycle"),
        ("RECORD ERROR - REFER TO THE MANUAL\n" + END, "record_error"),
        ("", "no_cycle"),
        ("x" * 2_000_001, "too_long"),
        (HEAD + "* * * *\n" + court("CNT:01-99 #1\n" * (MOST_COUNTS // 99 + 2)), "too_long"),
    ],
)
def test_a_text_that_is_no_sheet_gives_an_empty_one_with_the_reason(text: str, reason: str) -> None:
    sheet = read_sheet(pages_of(text))
    assert (sheet.reason, sheet.cycles, sheet.personal) == (reason, (), None)


def test_what_stands_behind_the_end_of_the_message_is_not_read() -> None:
    text = f"{HEAD}* * * *\n{court('CNT:01 #1')}\n{END}* * * *\n{court('CNT:01 #2')}"
    assert len(read_sheet(pages_of(text)).events) == 1


def test_what_a_browser_prints_around_a_page_is_not_read() -> None:
    first = f"5/29/2018 sheet.txt\n{HEAD}* * * *\n{court('CNT:01 #1')}\n  459 PC-BURGLARY\n   COM: SENT TO\nhttps://example.com/a\n1/2"
    second = f"5/29/2018, 10:14 AM\n        COUNTY\n*DISPO:CONVICTED\n{END}file:///a/b 2/2"
    sheet = read_sheet(pages_of(f"{first}\f{second}"))
    assert sheet.problems == ()
    assert [one.value for one in sheet.events[0].counts[0].comments] == ["SENT TO COUNTY"]
    assert sheet.events[0].counts[0].dispositions[0].outcome is Outcome.CONVICTED


def test_the_sides_of_a_frame_end_no_cycle() -> None:
    frame = (
        "*" * 40
        + "\n**                                    **\n** FOR CURRENT REGISTRANT ADDRESS **\n"
        + "*" * 40
    )
    sheet = sheet_of(
        f"REGISTRATION: NAM:01\n20010101 CASO SAN DIEGO\nCNT:01\n  290 PC-REGISTRATION\n{frame}\n- - - -\n"
        "20020202 CASO SAN DIEGO\nCNT:01\n  290 PC-REGISTRATION\n"
    )
    assert [(event.kind.value, event.on.repaired if event.on else None) for event in sheet.events] == [
        ("registration", False)
    ] * 2


@pytest.mark.parametrize(
    ("agency", "is_worn"),
    [
        ("CASC L0NG BEACH", True),
        ("CAPD FRANCISC0", True),
        ("CASC LONG BEACH", False),
        ("CASD UNIT 12", False),
    ],
)
def test_a_digit_inside_the_word_of_an_agency_is_to_be_checked(agency: str, is_worn: bool) -> None:
    found = event_of(court("CNT:01 #1", agency=agency)).agency
    assert found is not None
    assert found.needs_check == is_worn


def test_a_frame_of_the_preamble_that_looks_like_stars_between_cycles_loses_no_one() -> None:
    notice = (
        "TO: X\n* * * *\nTHE FOLLOWING CII NUMBER(S) IS BEING CONSOLIDATED WITH THIS CII RECORD:\n* * * *\n"
    )
    sheet = read_sheet(pages_of(f"{notice}{HEAD}* * * *\n{court('CNT:01 #1')}\n{END}"))
    assert sheet.personal is not None
    assert sheet.personal.names == (("01", "SAMPLE,PAT"),)
    assert [one.value for one in sheet.notices] == [Notice.CONSOLIDATED]
    assert (len(sheet.cycles), len(sheet.events), sheet.problems) == (1, 1, ())


def test_the_person_s_data_are_read_without_the_blanks_between_them() -> None:
    head = "CII/A99000099\nDOB/19700315SEX/MRAC/BLACK\nNAM/01SAMPLE,PAT\n0.2 SAMPLE,P\n"
    personal = read_sheet(pages_of(f"{head}* * * *\n{court('CNT:01 #1')}")).personal
    assert personal is not None
    assert (personal.sex, personal.race) == ("M", "BLACK")
    assert personal.names == (("01", "SAMPLE,PAT"), ("02", "SAMPLE,P"))
    assert personal.date_of_birth is not None
