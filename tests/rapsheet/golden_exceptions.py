"""Where ours differs from a golden case although the case does not ask for it, place by place, with the reason."""

from __future__ import annotations

from typing import Any

_UPDATES = "an update is kept also where the count has no first disposition (format.md, sections 7 and 13.3)"
_BLANKS = "blanks behind the name of an agency say nothing"
_FOLLOWS = "follows from the value that the case asks for in words"


def _update(on: str, text: str, kind: str = "other_disposition_type") -> dict[str, Any]:
    return {"type": kind, "date": on, "text": text, "severity": None, "sentence": None}


EXCEPTIONS: dict[tuple[str, str], tuple[Any, str]] = {
    ("counts-040", "dispositions"): (
        [
            _update("2004-08-13", "DISPO:PROS DEFERRED FOR REVOCATION OF PAROLE"),
            _update("2006-01-01", "DISPO:SENTENCE MODIFIED", "sentence_modified"),
        ],
        _UPDATES,
    ),
    ("counts-044", "dispositions"): ([_update("2014-03-21", "DISPO:NO LONGER INTERESTED")], _UPDATES),
    ("cycles-016", "reason"): (
        "the text is an error message of the register, without a record",
        "a failed query is told apart from a text that is no sheet (format.md, section 3)",
    ),
    ("cycles-017", "error"): ("<absent>", "one undated registration does not lose the sheet: the case asks so in words"),
    ("cycles-017", "reason"): ("<absent>", "as above"),
    ("events-022", "agency"): ("NEW COURTHOUSE", _BLANKS),
    ("events-023", "name_code"): ("001", "NAM: may stand between the date and the agency (format.md, section 5)"),
    ("events-027", "counts[0].dispositions"): (
        [_update("2004-08-13", "DISPO:PROS DEFERRED FOR REVOCATION OF PAROLE")],
        _UPDATES,
    ),
    ("events-031", "counts[0].dispositions"): ([_update("2014-03-21", "DISPO:NO LONGER INTERESTED")], _UPDATES),
    ("registrations-001", "cycles[0].events[0].counts[0].dispositions"): (
        [_update("1982-01-01", "DISPO:NO LONGER REQUIRED TO REGISTER/DRUG REG")],
        "the update ends the registration (format.md, section 9)",
    ),
    ("registrations-004", "counts[0].dispositions"): (
        [_update("2018-01-01", "DISPO:NO LONGER REQUIRED TO REGISTER/DRUG REG")],
        "the update ends the registration (format.md, section 9)",
    ),
    ("full_sheets-007", "cycles"): (
        [
            {"events": [
                {"type": "registration", "date": "1986-03-09", "counts": [{"code_section": "PC 457.1"}]},
                {"type": "registration", "date": "1986-06-29", "counts": [{"code_section": "PC 290"}]},
            ]},
            {"events": [
                {"type": "arrest", "date": "1984-07-25", "counts": [{"code_section": "HS 11357"}, {"code_section": "PC 496"}]},
                {
                    "type": "court", "date": "1984-09-18", "case_number": "300000",
                    "counts": [
                        {"code_section": "HS 11357", "convicted": True, "severity": "M"},
                        {"code_section": "PC 496", "convicted": True, "sentence_text": "3y probation, 30d jail, fine, restitution"},
                    ],
                },
            ]},
            {"events": [{"type": "applicant", "date": "1985-07-01"}]},
            {"events": [{"type": "custody", "date": "1988-03-03", "counts": [{"code_section": "US 18 2113(a)"}]}]},
            {"events": [{"type": "parole", "date": "1990-07-13"}]},
            {"events": [{"type": "custody", "date": "1990-12-15", "counts": [{"code_section": "PC 187(a)", "convicted": False}]}]},
            {"events": [{"type": "arrest", "date": "2004-01-03", "counts": [{"code_section": "PC 211"}]}]},
            {"events": [{"type": "applicant", "date": "2004-03-01"}]},
            {"events": [{"type": "applicant", "date": "2004-10-01"}]},
            {"events": [
                {"type": "arrest", "date": "2004-10-15"},
                {
                    "type": "court", "date": "2004-11-15",
                    "counts": [
                        {"code_section": "PC 487.2", "convicted": False},
                        {"code_section": "PC 487.1", "convicted": False},
                        {"code_section": "PC 451(a)", "convicted": True},
                        {"code_section": "PC 487(d)", "convicted": True, "sentence_text": "2y prison, fine, restitution"},
                    ],
                },
                {"type": "custody", "date": "2004-11-15"},
            ]},
        ],
        "the parole of another state and the arrest without a colon are kept, so that there are two cycles more; "
        "the second registration has neither header nor CNT",
    ),
    ("full_sheets-007", "derived.sex_offender_registration"): (True, _FOLLOWS),
    ("full_sheets-007", "derived.event_types.arrest"): (3, _FOLLOWS),
    ("full_sheets-008", "cycles[0].events[0].counts[0].code"): ("PC", _FOLLOWS),
    ("full_sheets-008", "cycles[0].events[0].counts[0].section"): ("537e(a)", _FOLLOWS),
    ("full_sheets-008", "cycles[0].events[0].counts[0].description"): ("", "the charge stands in a comment, without words"),
    ("full_sheets-008", "cycles[0].events[0].counts[2].dispositions"): (
        [_update("1973-10-10", "DISPO:RELEASED/DETENTION ONLY")],
        _UPDATES,
    ),
    ("full_sheets-008", "cycles[1].events[1].counts"): ([{"code_section": "PC 245(a)(1)"}], _FOLLOWS),
    ("full_sheets-008", "cycles[2].events[0].counts"): (
        [{"code_section": "PC 1370", "dispositions": [_update("1983-12-28", "DISP:DISCHARGED")]}],
        _FOLLOWS,
    ),
    ("full_sheets-008", "cycles[5].events[0].counts[0].dispositions"): (
        [_update("1985-09-02", "19850902 DISPO:NO LONGER INTERESTED")],
        _UPDATES,
    ),
    ("full_sheets-008", "cycles[7].events[0].counts[0].code"): ("US", _FOLLOWS),
    ("full_sheets-008", "cycles[7].events[0].counts[0].section"): ("18 2113(a)", _FOLLOWS),
    ("full_sheets-008", "cycles[7].events[0].counts[0].description"): ("BANK/ETC ROBBERY", _FOLLOWS),
    ("full_sheets-008", "cycles[8].events"): (
        [{"type": "parole", "date": "1990-07-13", "agency": "CASD CORR PAR COMM SRV SAC"}],
        _FOLLOWS,
    ),
    ("full_sheets-008", "cycles[9].events[0].counts[0].dispositions"): (
        [_update("2003-12-20", "DISPO:PAROLED")],
        _UPDATES,
    ),
    ("full_sheets-008", "cycles[10].events"): (
        [{"type": "arrest", "date": "2004-01-03", "counts": [{"code_section": "PC 211"}]}],
        _FOLLOWS,
    ),
    ("full_sheets-008", "cycles[11].events[0].counts[0].dispositions"): (
        [_update("2004-11-16", "DISPO:NO LONGER INTERESTED")],
        _UPDATES,
    ),
    ("full_sheets-008", "cycles[14].events[1].counts[3].dispositions"): (
        [
            {"type": "convicted", "date": "2004-11-15", "severity": "F", "sentence": {"text": "2y jail, fine, restitution"}},
            *(
                _update("2004-11-21", f"DISPO:{words}")
                for words in (
                    "CHRGS&DIRECT CONSEQUENCES OF PLEA",
                    " DEFENDANT WAIVED COUNSEL",
                    "DEFENDANT REPRESENTED BY COUNSEL",
                    "RIGHT TO TRIAL BY JURY WAIVED-YES",
                    "RIGHT TO CONFRONT&CROSS EXAM WIT&WAIVE-YES",
                    "DEF COUNSEL CONCURRED DEFNDT PLEA/ADMISS",
                    "CRT FIND PLEA KNOWLEDGE&INTELLIGENT&VOLUNT",
                    "CONVICTION CERT BY CLERK OF THE COURT",
                )
            ),
        ],
        "all eight dispositions of one date are kept (format.md, section 7); a certified conviction is no second one",
    ),
    ("full_sheets-008", "cycles[14].events[2].counts[0].code"): ("PC", _FOLLOWS),
    ("full_sheets-008", "cycles[14].events[2].counts[0].section"): ("487(d)", _FOLLOWS),
    ("full_sheets-008", "cycles[14].events[2].counts[0].code_section"): ("PC 487(d)", "CP stands for PC: asked for in words"),
    ("full_sheets-008", "cycles[14].events[2].counts[0].description"): ("GRAND THEFT:FIREARM/ANIMAL/ETC", _FOLLOWS),
    ("full_sheets-008", "cycles[14].events[2].counts[1].dispositions"): (
        [_update("2006-03-09", "DISPO:PAROLED")],
        _UPDATES,
    ),
    ("full_sheets-008", "derived.event_types.arrest"): (6, _FOLLOWS),
    ("full_sheets-009", "cycles[0].events[0].agency"): ("CAPD CONCORD", _BLANKS),
}  # fmt: skip
"""By case and path: what ours gives there (the keys named), and why that is right."""
