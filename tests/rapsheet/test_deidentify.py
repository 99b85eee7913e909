"""What is masked in a text that leaves the house, and what stays."""

from __future__ import annotations

import pytest

from petitions.rapsheet.grammar import read_sheet
from petitions.rapsheet.meaning.standing import convicted_counts
from petitions.rapsheet.pages import pages_of
from petitions.rapsheet.written.deidentify import deidentified
from tests.rapsheet.texts import ARREST, HEAD, court, text_of


def masked(*lines: str) -> str:
    text = deidentified(f"{HEAD}\n* * * *\n" + "\n".join(lines) + "\n* * * END OF MESSAGE * * *")
    assert text is not None
    return text


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("CNT:01     #A-123.45/B", "CNT:01     #X-XXX.XX/X"),
        ("CNT:01 #\n  7654321", "CNT:01 #\n  XXXXXXX"),
        ("ARR/DET/CITE: NAM:02 DOB:19550505", "ARR/DET/CITE: NAM:02 DOB:XXXXXXXX"),
        ("   COM: WARRANT NBR A-400000 BOTH CNTS", "   COM: WARRANT NBR X-XXXXXX BOTH CNTS"),
        ("   COM: SCN-12345678901", "   COM: SCN-XXXXXXXXXXX"),
        ("   COM: DCN-A0000123", "   COM: DCN-XXXXXXXX"),
        ("ADR:12 NEWT AV", "ADR:XX XXXX XX"),
        ("   COM: ADR-19940410 (3,A ST, ,\n  OAKLAND,CA)", "   COM: ADR-XXXXXXXX (X,X XX, ,\n  XXXXXXX,XX)"),
        ("   COM: AKA ALEX SAMPLE", "   COM: AKA NAME NAME"),
        ("   COM: SSN 123-45-6789", "   COM: SSN XXX-XX-XXXX"),
        ("   COM: ALSO A99000099", "   COM: ALSO XXXXXXXXX"),
        ("  11358 HS-CULTIVATE MARIJUANA", "  11358 HS-CULTIVATE MARIJUANA"),
        ("20040102  CASC SAN FRANCISCO", "20040102  CASC SAN FRANCISCO"),
    ],
)
def test_what_identifies_is_masked_and_the_rest_stays(line: str, left: str) -> None:
    assert masked(line).startswith(f"* * * *\n{left}\n")


def test_the_identification_block_does_not_come_back_on_a_later_page() -> None:
    assert masked("CII/A99000099 DOB/19700601", "COURT: NAM:01") == masked("COURT: NAM:01")


def test_a_name_that_is_a_word_of_the_form_leaves_the_form_alone() -> None:
    head = HEAD.replace("SAMPLE,ALEX", "COURT,JAIL")
    text = deidentified(text_of("COURT: NAM:01\n20040102 CASC KERN", head=head))
    assert text is not None and "COURT: NAM:01" in text


def test_a_text_without_a_cycle_is_not_shown() -> None:
    assert deidentified(HEAD) is None
    assert deidentified(f"{HEAD}\n*    *    *    END OF MESSAGE    *    *    *") is None


def test_a_masked_sheet_is_read_as_before_but_for_who_it_is_of() -> None:
    text = text_of(f"{ARREST}\n- - - -\n{court()}")
    before, left = read_sheet(pages_of(text)), read_sheet(pages_of(deidentified(text) or ""))
    assert left.personal is None
    assert [event.kind for event in left.events] == [event.kind for event in before.events]
    (one,), (other,) = (convicted_counts(sheet.events[1]) for sheet in (before, left))
    assert one.charge and other.charge and one.charge.value == other.charge.value
