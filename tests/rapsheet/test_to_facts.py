"""What of a sheet becomes a conviction of the record, what it says, and what stays unsure."""

from __future__ import annotations

import pytest

from tests.rapsheet.texts import ARREST, CHARGE, COURT, HEAD, conviction_of, court, facts_of, hints_of

WARRANT_ARREST = ARREST + "\n   COM: WARRANT NBR A-400000"
SECOND_ARREST = ARREST.replace("20031220", "20031221")
LATER_ARREST = ARREST.replace("20031220", "20050101")
UNDATED_ARREST = ARREST.replace("20031220 ", "")


@pytest.mark.parametrize(
    ("charge", "code", "section", "letter", "prefix"),
    [
        ("11357 HS-POSSESS MARIJUANA", "HS", "11357", None, "none"),
        ("11357(B)(2) HS-POSSESS MARIJUANA", "HS", "11357", "b", "none"),
        ("11360(A) HS-TRANSPORT/SELL MARIJUANA", "HS", "11360", "a", "none"),
        ("11361(A) HS-SELL TO MINOR", "HS", "11361", "a", "none"),
        ("11362.1 HS-POSSESS", "HS", "11362.1", None, "none"),
        ("11530 HS-POSSESS MARIJUANA", "HS", "11530", None, "none"),
        ("664/11359 HS-POSSESS F/SALE", "HS", "11359", None, "attempt"),
        ("664/11359 PC-ATTEMPT", "HS", "11359", None, "attempt"),
        ("182(A)(1)/11360(A) PC-CONSPIRACY", "HS", "11360", "a", "conspiracy"),
        ("32/11358 PC-ACCESSORY", "HS", "11358", None, "accessory"),
        ("11359-11360(A) HS-MARIJUANA", "HS", None, None, "none"),
        ("11359/11378 HS-POSSESS F/SALE", "HS", "11359", None, "none"),
        ("11359 PC-POSSESS MARIJUANA", None, "11359", None, "none"),
    ],
)
def test_a_marijuana_charge_enters(
    charge: str, code: str | None, section: str | None, letter: str | None, prefix: str
) -> None:
    found = conviction_of(court(charge))
    assert [found[key] for key in ("code", "section", "subdivision", "prefix")] == [
        code,
        section,
        letter,
        prefix,
    ]


@pytest.mark.parametrize(
    "charge", ["459 PC-BURGLARY", "11350(A) HS-POSSESS", "32 PC-ACCESSORY", "11590 HS-REG"]
)
def test_another_charge_does_not_enter(charge: str) -> None:
    assert facts_of(court(charge)).record is None


@pytest.mark.parametrize(
    ("charge", "section", "prefix"),
    [
        ("11364 HS-PARAPHERNALIA", "11364", "none"),
        ("32 PC-ACCESSORY", "32", "accessory"),
        ("182 PC-CONSPIRACY", "182", "conspiracy"),
    ],
)
def test_what_may_stand_for_marijuana_enters_where_marijuana_was_charged(
    charge: str, section: str, prefix: str
) -> None:
    found = conviction_of(f"{ARREST}\n- - - -\n{court(charge)}")
    assert (found["section"], found["prefix"]) == (section, prefix)
    assert found["pleaded_down_from_marijuana"] == "unsure"


@pytest.mark.parametrize(
    ("more", "hint"),
    [("", "plea_likely"), ("\nCNT:02\n  459 PC-BURGLARY", "plea_possible")],
)
def test_a_plea_bargain_is_a_hint(more: str, hint: str) -> None:
    assert hint in hints_of(f"{ARREST}{more}\n- - - -\n{court('32 PC-ACCESSORY')}")


def test_a_count_without_a_section_enters_where_its_words_say_marijuana() -> None:
    found = conviction_of(court("POSSESS MARIJUANA"))
    assert (found["code"], found["section"]) == (None, None)
    assert facts_of(court("TRAFFIC VIOLATION")).record is None


def test_a_federal_charge_enters_where_its_words_say_marijuana() -> None:
    found = conviction_of(court("21 844(A) US-POSSESS MARIJUANA", at="COURT:\n20040102 USFD SAN FRANCISCO"))
    assert (found["jurisdiction"], found["code"]) == ("federal", "US")


def test_only_convictions_enter() -> None:
    assert facts_of(ARREST, f"{COURT}\nCNT:01\n  {CHARGE}\n DISPO:DISMISSED").record is None


def test_convictions_keep_their_order_and_ids() -> None:
    record = facts_of(court("11357 HS-A"), court("11358 HS-B"), court("459 PC-C"), court("11359 HS-D")).record
    assert record is not None
    assert [(one["id"], one["section"]) for one in record["convictions"]] == [
        ("c1", "11357"),
        ("c2", "11358"),
        ("c3", "11359"),
    ]


def test_each_key_names_its_lines() -> None:
    (only,) = facts_of(f"{ARREST}\n- - - -\n{court()}").convictions
    assert {one.key: [place.raw.strip() for place in one.places] for one in only.stated} == {
        "jurisdiction": ["20040102 CASC ALAMEDA CO"],
        "outcome": ["*DISPO:CONVICTED"],
        "county": ["20040102 CASC ALAMEDA CO"],
        "case_number": ["CNT:01 #C123"],
        "code": [CHARGE],
        "section": [CHARGE],
        "prefix": [CHARGE],
        "level": ["CONV STATUS:FELONY"],
        "offense_date": ["20031220 CAPD OAKLAND"],
        "conviction_date": ["20040102 CASC ALAMEDA CO"],
    }
    assert [one.key for one in only.stated if one.needs_check] == ["offense_date"]


@pytest.mark.parametrize(
    ("agency", "kind"),
    [
        ("CASC ALAMEDA CO", "california_adult"),
        ("CAMC HAYWARD", "california_adult"),
        ("CAJV ALAMEDA CO", "california_juvenile"),
        ("CASC JUV COURT OAKLAND", "california_juvenile"),
        ("USFD SAN FRANCISCO", "federal"),
        ("NVDC RENO", "other_state"),
        ("SOMEWHERE", "unsure"),
    ],
)
def test_the_agency_tells_the_court(agency: str, kind: str) -> None:
    assert conviction_of(court(at=f"COURT: NAM:01\n20040102 {agency}"))["jurisdiction"] == kind


@pytest.mark.parametrize(
    ("before", "day", "hint"),
    [
        (ARREST, "2003-12-20", "offense_date_from_arrest"),
        (
            f"{ARREST}\n- - - -\n{ARREST.replace('ARR/DET/CITE', 'SUPPLEMENTAL ARR')}",
            "2003-12-20",
            "offense_date_from_arrest",
        ),
        (f"{ARREST}\n- - - -\n{SECOND_ARREST}", None, "arrest_not_clear"),
        (f"{ARREST}\n- - - -\n{UNDATED_ARREST}", None, "arrest_not_clear"),
        (UNDATED_ARREST, None, "arrest_not_clear"),
        (WARRANT_ARREST, None, "arrest_on_warrant"),
        (LATER_ARREST, None, "arrest_not_clear"),
        (f"{ARREST}\n- - - -\n{LATER_ARREST}", "2003-12-20", "offense_date_from_arrest"),
    ],
)
def test_the_only_arrest_before_the_court_dates_the_offense(before: str, day: str | None, hint: str) -> None:
    cycle = f"{before}\n- - - -\n{court()}"
    assert conviction_of(cycle)["offense_date"] == day
    assert hint in hints_of(cycle)


def test_an_arrest_of_another_cycle_dates_nothing() -> None:
    assert conviction_of(ARREST, court())["offense_date"] is None


def test_a_cycle_without_bounds_dates_nothing() -> None:
    text = f"{court('459 PC-BURGLARY')}\n{ARREST}\n{court()}"
    assert conviction_of(text)["offense_date"] is None


def test_a_level_that_is_not_said_is_unsure() -> None:
    assert conviction_of(court().replace("   CONV STATUS:FELONY", ""))["level"] == "unsure"


@pytest.mark.parametrize(
    ("day", "words", "relief", "hint"),
    [
        ("20060101", "CONV SET ASIDE & DISM PER 1203.4 PC", ["dismissed_1203"], None),
        ("20060101", "CONV SET ASIDE & DISM PER 1203.4A PC", ["dismissed_1203"], None),
        ("20060101", "CONV SET ASIDE & DISM PER 1203.43 PC", "unsure", "plea_withdrawn"),
        ("20060101", "REDUCED TO MISDEMEANOR PER 17(B) PC", ["reduced_17b"], None),
        ("20060101", "REDUCED TO MISDEMEANOR", ["reduced_17b"], None),
        ("20170301", "REDUCED TO MISDEMEANOR", "unsure", "reduced_by_unknown_law"),
        ("20060101", "REDUCED TO INFRACTION", "unsure", "reduced_by_unknown_law"),
        ("20150301", "RESENTENCED PER 1170.18 PC", ["prop_47"], None),
        ("20150301", "PETITION DENIED PER 1170.18 PC", "unsure", None),
        ("20170301", "RESENTENCED PER 11361.8 HS", ["prop_64_redesignated"], None),
        ("20170301", "REDESIGNATED AS MISDEMEANOR 11361.8(F) HS", ["prop_64_redesignated"], None),
        ("20170301", "CONV DISMISSED PER 11361.8 HS", ["prop_64_dismissed"], None),
        ("20200301", "DISM PER 11361.9 HS", ["prop_64_dismissed"], None),
        ("20200301", "PROP 64 RELIEF GRANTED", ["prop_64_order"], None),
        ("20170301", "PETITION DENIED PER 11361.8 HS", "unsure", "prop_64_mentioned"),
        ("20170301", "DISMISSED/FURTHERANCE OF JUSTICE", "unsure", "dismissed_later"),
        ("20170301", "CONV SET ASIDE & DISM PER 11361.8 HS", ["prop_64_dismissed"], None),
        ("20060101", "CONV SET ASIDE & DISM", "unsure", "dismissed_later"),
        ("20060101", "SENTENCE MODIFIED", "unsure", "resentenced"),
        ("20060101", "PROBATION REVOKED", "unsure", "probation_revoked"),
    ],
)
def test_an_update_is_the_relief_that_it_names(
    day: str, words: str, relief: object, hint: str | None
) -> None:
    text = court(CHARGE, "", day, f" DISPO:{words}")
    assert conviction_of(text)["later_relief"] == relief
    assert hint is None or hint in hints_of(text)


def test_no_update_proves_nothing() -> None:
    assert conviction_of(court())["later_relief"] == "unsure"


def test_several_orders_stand_side_by_side() -> None:
    text = court(
        CHARGE,
        "",
        "20060101",
        " DISPO:REDUCED TO MISDEMEANOR PER 17(B) PC",
        " DISPO:CONV SET ASIDE & DISM PER 1203.4 PC",
    )
    assert conviction_of(text)["later_relief"] == ["reduced_17b", "dismissed_1203"]


def test_a_doubt_makes_lesser_orders_unsure_but_not_one_under_the_act() -> None:
    lesser = court(
        CHARGE, "", "20060101", " DISPO:CONV SET ASIDE & DISM PER 1203.4 PC", "20170101", " DISPO:DISMISSED"
    )
    under_the_act = court(
        CHARGE, "", "20170101", " DISPO:RESENTENCED PER 11361.8 HS", "20180101", " DISPO:DISMISSED"
    )
    assert conviction_of(lesser)["later_relief"] == "unsure"
    assert conviction_of(under_the_act)["later_relief"] == ["prop_64_redesignated"]


def test_the_act_in_a_comment_is_a_hint() -> None:
    text = court(CHARGE, "", "20170101", " DISPO:RESENTENCED", "   COM: PER 11361.8 HS")
    assert conviction_of(text)["later_relief"] == "unsure"
    assert "prop_64_mentioned" in hints_of(text)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ("DISMISSED/FURTHERANCE OF JUSTICE", "unsure"),
        ("CONV SET ASIDE & DISM PER 1203.43 PC", "unsure"),
        ("CONV SET ASIDE & DISM PER 1203.4 PC", "convicted"),
        ("CONV DISMISSED PER 11361.8 HS", "convicted"),
    ],
)
def test_a_conviction_undone_for_no_known_reason_may_be_none(words: str, outcome: str) -> None:
    assert conviction_of(court(CHARGE, "", "20170301", f" DISPO:{words}"))["outcome"] == outcome


@pytest.mark.parametrize(
    ("updates", "status"),
    [
        ((), "unsure"),
        (("20060101", " DISPO:CONV SET ASIDE & DISM PER 1203.4 PC"), "completed"),
        (("20060101", " DISPO:CONV SET ASIDE & DISM PER 1203.42 PC"), "completed"),
        (("20010101", " DISPO:CONV SET ASIDE & DISM PER 1203.4 PC"), "unsure"),
        (("20060101", " DISPO:CONV SET ASIDE & DISM PER 1203.43 PC"), "unsure"),
        (
            (
                "20060101",
                " DISPO:CONV SET ASIDE & DISM PER 1203.4 PC",
                "20070101",
                " DISPO:PROBATION REVOKED",
            ),
            "unsure",
        ),
        (
            (
                "20050101",
                " DISPO:PROBATION REVOKED",
                "20060101",
                " DISPO:CONV SET ASIDE & DISM PER 1203.4 PC",
            ),
            "completed",
        ),
    ],
)
def test_only_a_dismissal_that_needs_it_proves_a_finished_sentence(
    updates: tuple[str, ...], status: str
) -> None:
    text = court(CHARGE, "   SEN: 3 YEARS PROBATION, 30 DAYS JAIL", *updates)
    assert conviction_of(text)["sentence_status"] == status


def test_a_sentence_for_life_is_told() -> None:
    assert "sentence_for_life" in hints_of(court(CHARGE, "   SEN: 25 YEARS TO LIFE PRISON"))


@pytest.mark.parametrize(
    ("label", "hints"),
    [
        ("CULTIVATE MARIJUANA", {"cultivation_named"}),
        ("POSS CONC CANNABIS", {"concentrate_named"}),
        ("SELL/TRANSPORT MARIJUANA/HASH", {"sale_named", "transport_named", "concentrate_named"}),
        ("POSS MARIJUANA OVER 28.5 GRAMS", {"amount_named"}),
        ("POSS MARIJUANA AT SCHOOL", {"school_named"}),
        ("EMPLOY MINOR", {"minor_named"}),
    ],
)
def test_the_label_of_a_charge_is_a_hint_and_no_fact(label: str, hints: set[str]) -> None:
    text = court(f"11358 HS-{label}")
    assert hints_of(text) - {"arrest_not_clear"} == hints
    assert not {"drug_form", "conduct", "plants", "flower_grams"} & conviction_of(text).keys()


def test_nothing_is_said_of_earlier_convictions_where_all_was_read() -> None:
    assert "earlier_same_section" not in conviction_of(court())


def test_earlier_convictions_are_unsure_where_a_count_was_not_understood() -> None:
    odd = f"{COURT}\nCNT:01\n  459 PC-BURGLARY\n   COM: DEFT WAS CONVICTED OF LESSER"
    facts = facts_of(court(), odd)
    assert facts.record is not None
    assert [one["earlier_same_section"] for one in facts.record["convictions"]] == ["unsure"]
    assert "not_all_read" in {hint.value for hint in facts.hints}


def test_a_marijuana_count_that_was_not_understood_enters_unsure() -> None:
    odd = f"{COURT}\nCNT:01 #C9\n  {CHARGE}\n   COM: DEFT WAS CONVICTED OF LESSER"
    found = conviction_of(odd)
    assert (found["outcome"], found["level"], found["conviction_date"]) == ("unsure", "unsure", None)
    assert "please_check" in hints_of(odd)


def test_a_day_to_come_is_misread_and_stays_open() -> None:
    found = conviction_of(court(at="COURT: NAM:01\n20270101 CASC ALAMEDA CO"))
    assert (found["outcome"], found["conviction_date"]) == ("convicted", None)


@pytest.mark.parametrize(
    ("head", "born", "hints"),
    [
        (HEAD, "1970-06-01", set()),
        (HEAD.replace("DOB/19700601", "DOB/19700000"), None, set()),
        (HEAD.replace("DOB/19700601 ", ""), None, set()),
        (HEAD + "\nDOB/19710601", "1970-06-01", {"other_birth_dates"}),
        (HEAD.replace("1970", "1996"), None, {"birth_date_does_not_fit"}),
        (HEAD.replace("1970", "2004"), None, {"birth_date_does_not_fit"}),
    ],
)
def test_the_birth_date_is_the_records_own_where_it_fits(
    head: str, born: str | None, hints: set[str]
) -> None:
    facts = facts_of(court(), head=head)
    assert facts.record is not None
    assert facts.record["petitioner"]["date_of_birth"] == born
    assert {hint.value for hint in facts.hints} == hints


def test_another_birth_date_in_an_event_is_told() -> None:
    text = f"{ARREST.replace('NAM:01', 'NAM:01 DOB:19550505')}\n- - - -\n{court()}"
    assert "other_birth_dates" in {hint.value for hint in facts_of(text).hints}


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("III MULTIPLE SOURCE RECORD", "other_states"),
        ("PAROLE: CDC", "supervision_line"),
        ("VICTIM OF IDENTITY THEFT", "identity_theft"),
        ("THE FOLLOWING CII NUMBER(S) IS BEING CONSOLIDATED", "consolidated"),
        ("**DECEASED", "deceased"),
    ],
)
def test_a_notice_of_the_sheet_is_a_hint(line: str, hint: str) -> None:
    assert hint in {one.value for one in facts_of(court(), head=f"{HEAD}\n{line}").hints}


def test_registration_as_a_sex_offender_is_a_hint_and_no_conviction() -> None:
    facts = facts_of(court(), "REGISTRATION: NAM:01\n20050101 CASO OAKLAND\nCNT:01\n  290 PC-REGISTRATION")
    assert facts.record is not None
    assert facts.record["petitioner"]["sex_offense"] == "unsure"
    assert "registered_sex_offender" in {hint.value for hint in facts.hints}


@pytest.mark.parametrize(
    ("charge", "strike", "offense"),
    [
        ("187(A) PC-MURDER", "found", "possible"),
        ("664/187(A) PC-ATT MURDER", "found", "possible"),
        ("206 PC-TORTURE", "found", None),
        ("664/206 PC-ATT TORTURE", None, None),
        ("220 PC-ASSAULT", "possible", "possible"),
        ("261(A)(2) PC-RAPE BY FORCE", "found", "found"),
        ("261 PC-RAPE", "possible", "found"),
        ("288(A) PC-LEWD ACT W/CHILD", "found", "found"),
        ("243.4(A) PC-SEXUAL BATTERY", None, "found"),
        ("245(A)(1) PC-ADW", None, None),
        ("288.2(A) PC-HARMFUL MATTER", None, "possible"),
        ("192(A) PC-MANSLAUGHTER", None, None),
        ("211 PC-ROBBERY", None, None),
    ],
)
def test_an_exception_is_stated_where_the_section_is_enough(
    charge: str, strike: str | None, offense: str | None
) -> None:
    facts = facts_of(court(charge, at="COURT: NAM:01\n19990102 CASC ALAMEDA CO"), court())
    assert facts.record is not None
    hints = {hint.value for hint in facts.hints}
    for key, name, found in (
        ("super_strike", "super_strike", strike),
        ("sex_offense", "sex_offense", offense),
    ):
        stated = [{"conviction_date": "1999-01-02"}] if found == "found" else "unsure"
        assert facts.record["petitioner"][key] == stated
        assert {hint for hint in hints if hint.startswith(name)} == ({f"{name}_{found}"} if found else set())


def test_a_juvenile_courts_exception_names_its_court() -> None:
    facts = facts_of(court("206 PC-TORTURE", at="COURT: NAM:01\n19870102 CAJV ALAMEDA CO"), court())
    assert facts.record is not None
    assert facts.record["petitioner"]["super_strike"] == [
        {"conviction_date": "1987-01-02", "court": "juvenile"}
    ]


def test_an_exception_that_was_undone_is_not_stated() -> None:
    facts = facts_of(court("206 PC-TORTURE", "20060101", " DISPO:DISMISSED"), court())
    assert facts.record is not None
    assert facts.record["petitioner"]["super_strike"] == "unsure"
    assert [(one.entry.code_section, one.count.number) for one in facts.super_strikes] == [("PC 206", 1)]


def test_a_set_aside_does_not_undo_an_exception() -> None:
    facts = facts_of(
        court("206 PC-TORTURE", "20060101", " DISPO:CONV SET ASIDE & DISM PER 1203.4 PC"), court()
    )
    assert facts.record is not None
    assert facts.record["petitioner"]["super_strike"] == [{"conviction_date": "2004-01-02"}]
