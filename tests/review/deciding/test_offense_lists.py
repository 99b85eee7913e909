"""The lists of offenses hold what they name as whole numbers, and nothing that only looks like it."""

from __future__ import annotations

import pytest

from petitions.review.offense_lists import GANG_FINDING, GANG_OFFENSES, RELATED, SEX_OFFENSES, SUPERSTRIKES


def _table(words: str, *, code: str = "PC") -> list[str]:
    return [f"{one} {code}" for one in words.split()]


STRIKES = [
    *_table("37 128 187 188 189 189.1 189.5 190 190.2 190.25 190(A) 190.2(A)(1) 191 191.5 205 207 209 209.5"),
    *_table("217.1 218 219 220 245(D)(3) 261 261(A)(2) 262 262(A)(1) 264.1 269 273AB 273AB(A) 286 286(C)(1)"),
    *_table("286(C)(2)(B) 286(D)(3) 287 288 288(A) 288(B)(1) 288(B)(2) 288A 288A(D) 288A(C)(1) 288A(C)(2)(A)"),
    *_table("288.5 288.5(A) 289 289(J) 289(A)(1)(B) 289(A)(2)(C) 451.5 653F 667.61 667.7 667.71 4500"),
    *_table("11418(A)(1) 11418(B)(1) 11418(B)(2) 12308 12310 18745 18755 664/187 664.187 664187"),
    "1672(A) MV", "246/186.22(B)(4) PC", "186.22(B)(4)/215 PC", "136.1 & 186.22(B)(4) PC",
]  # fmt: skip
NO_STRIKES = [
    *_table("189.2 190.123 191(A) 205.1 217.1(A) 261.5 264.11 273A(B) 286(C) 286(C)(4)(A) 286(E)(2)(B) 288(B)"),
    *_table("288B 289(A)(2)(A) 451.1 653(F) 667 667.6 667.72 4500(A) 11418(A)(2) 18745(A) 245 246 186.22(B)(4)"),
    "1672(B) MV", "187 HS",
]  # fmt: skip
STRIKES_OF_THE_PEER = _table("1187 537 2187 1288(A) 12.187 6187")
SEX = [
    *_table(
        "236.1(B) 236.1(C)(1) 243.4 243.4(A) 261 261(A) 261.5 261A 262(A) 262(A)(1) 264.1 264.1(A) 266 266C"
    ),
    *_table(
        "266H(B) 266I(B)(1) 266J 267 269 269(A) 272 285 286 286(C) 287 288 288A 288A(C) 288.2 288.3 288.4"
    ),
    *_table(
        "288.5 288.7 289 289(A) 311.1 311.1(A) 311.2(B) 311.3 311.4(A) 311.10 311.11(A) 314(1) 314(2) 451.5"
    ),
    *_table("647.6 647.6(A) 647A 653F(B) 653F(C)"),
]
NO_SEX = _table(
    "236.1(A) 236.1B 236.1(D)(B) 243 262 264.11 266.5 266(C) 266J(A) 266J.11 267A 2677 2699 288.6 647(A) 647.1(A) 653F"
)
SEX_MISSED = _table("288(A) 288(B)(1) 288(B)(2) 288(C)(1)")
SEX_OF_THE_PEER = _table("1272 6288A 1314(1) 5266")
REL = [
    "602 PC",
    "466PC",
    "148.9 PC",
    "148  PC",
    "11364 HS",
    "11550 HS",
    "4140 BP",
    "4149 BP",
    "4060 BP",
    "40508 VC",
]
REL += ["647(f) PC", "1320A PC", "1320(B) PC"]
NO_REL = ["647(F) PC", "602(L) PC", "148(A)(1) PC", "11550(A) HS", "40508(A) VC", "1320.5 PC"]


@pytest.mark.parametrize("text", STRIKES)
def test_a_super_strike_is_found_by_both(text: str) -> None:
    assert SUPERSTRIKES.holds(text) and SUPERSTRIKES.peer_finds(text)


@pytest.mark.parametrize("text", NO_STRIKES)
def test_another_section_is_no_super_strike(text: str) -> None:
    assert not SUPERSTRIKES.holds(text) and not SUPERSTRIKES.peer_finds(text)


@pytest.mark.parametrize("text", STRIKES_OF_THE_PEER)
def test_part_of_a_number_is_a_super_strike_for_the_peer_alone(text: str) -> None:
    assert not SUPERSTRIKES.holds(text) and SUPERSTRIKES.peer_finds(text)


@pytest.mark.parametrize("text", SEX)
def test_a_registrable_offense_is_found_by_both(text: str) -> None:
    assert SEX_OFFENSES.holds(text) and SEX_OFFENSES.peer_finds(text)


@pytest.mark.parametrize("text", NO_SEX)
def test_another_section_is_not_registrable(text: str) -> None:
    assert not SEX_OFFENSES.holds(text) and not SEX_OFFENSES.peer_finds(text)


@pytest.mark.parametrize("text", SEX_MISSED)
def test_lewd_acts_with_a_child_are_registrable_and_the_peer_misses_them(text: str) -> None:
    assert SEX_OFFENSES.holds(text) and not SEX_OFFENSES.peer_finds(text)


@pytest.mark.parametrize("text", SEX_OF_THE_PEER)
def test_part_of_a_number_is_registrable_for_the_peer_alone(text: str) -> None:
    assert not SEX_OFFENSES.holds(text) and SEX_OFFENSES.peer_finds(text)


@pytest.mark.parametrize("text", REL)
def test_a_related_charge_is_found_by_both(text: str) -> None:
    assert RELATED.holds(text) and RELATED.peer_finds(text)


@pytest.mark.parametrize("text", NO_REL)
def test_subdivisions_are_no_related_charges_as_the_peer_has_it(text: str) -> None:
    assert not RELATED.holds(text) and not RELATED.peer_finds(text)


def test_part_of_a_number_is_related_for_the_peer_alone() -> None:
    assert not RELATED.holds("1148 PC") and RELATED.peer_finds("1148 PC")


def test_a_gang_finding_and_its_offense_are_told_apart() -> None:
    assert GANG_FINDING.holds("186.22(B)(4) PC") and not GANG_FINDING.holds("186.22(B)(1) PC")
    assert GANG_OFFENSES.holds("12022.55 PC") and not GANG_OFFENSES.holds("1246 PC")
