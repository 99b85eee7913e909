"""What each reason cites, word for word, and since when each authority may be cited (specification 1.2 to 1.4, 2.8)."""

from __future__ import annotations

from datetime import date

import pytest

from petitions.law import authorities
from petitions.law.authorities import Authority
from petitions.law.grounds import GROUNDS
from tests.law.records import table

CITED = """
    N_ARREST | 11361.8, subds. (a), (e); Pen. Code, § 851.91; Pen. Code, § 851.8
    N_DIVERSION | 11361.8, subds. (a), (e); Pen. Code, § 1203.43
    N_JURISDICTION | 11361.8, subds. (a), (e); 11361.8, subd. (i)
    N_DATE | 11361.8, subds. (a), (e)
    N_CLEARED | 11361.8, subds. (e), (f); 11361.9
    N_SECTION | 11361.8, subds. (e), (f)
    N_CONSPIRACY | 11361.8, subds. (e), (f); Pen. Code, § 182; People v. Medina (2018) 24 Cal.App.5th 61
    N_PRISON | 11361.8, subds. (e), (f); People v. Raybon (2021) 11 Cal.5th 1056
    R_SAME_CLASS | 11361.8, subds. (e), (f)
    R_REDESIGNATED | 11361.8, subd. (h); 11361.9
    R_LAWFUL_21_POSSESS | 11362.1, subd. (a)(1), (2); 11361.8, subds. (e), (f)
    R_LAWFUL_21_GIVE | 11362.1, subd. (a)(1), (2); 11361.8, subds. (e), (f)
    R_LAWFUL_GROW | 11362.1, subd. (a)(3); 11362.2
    R_LAWFUL_PRODUCE | 11362.1, subd. (a)(3); 11362.2
    R_EDIBLE | 11018; 11362.1, subd. (a)(1), (2)
    R_INFRACTION_POSSESS | 11357, subd. (a)(2)
    R_INFRACTION_GROW_U21 | 11358, subd. (b)
    R_INFRACTION_HOME_RULES | 11362.2; 11362.4, subd. (e)
    R_INFRACTION_MOVE | 11360, subd. (b); 11360, subd. (c)
    R_SCHOOL | 11357, subd. (c)
    R_PLANTS_PROOF | 11358, subd. (c); People v. Banda (2018) 26 Cal.App.5th 349
    R_SALE_PROOF | 11360, subd. (a)(2); People v. Hall (2019) 39 Cal.App.5th 831
    R_APPLICATION | 11361.8, subds. (e), (f)
    R_PETITION | 11361.8, subds. (a), (b)
    R_JUVENILE | 11361.8, subd. (m)
    X_IMPORT_EXPORT | 11360, subd. (a)(3)(D)
    U_IMPORT_EXPORT | 11360, subd. (a)(3)(D)
    X_HIRED_U21 | 11359, subd. (d)
    X_ENVIRONMENT | 11358, subd. (d)(3)
    X_SMIT | 11361.8, subds. (e), (f); People v. Smit (2018) 24 Cal.App.5th 596
    U_OUTCOME | 11361.8, subds. (a), (e)
    U_JURISDICTION | 11361.8, subds. (a), (e)
    U_OFFENSE_DATE | 11361.8, subds. (a), (e)
    U_SECTION | 11361.8, subds. (e), (f)
    U_PREFIX | 11361.8, subds. (e), (f)
    U_PREDECESSOR | 11361.8, subds. (a), (e); 11361.5
    U_MEASURING_SECTION | 11361.8, subds. (a), (e)
    U_CONFLICT | 11361.8, subds. (a), (e)
    U_CONSPIRACY | 11361.8, subds. (a), (e); Pen. Code, § 182; People v. Medina (2018) 24 Cal.App.5th 61
    U_ACCESSORY | 11361.8, subds. (a), (e); Pen. Code, § 32; People v. Boatwright (2019) 36 Cal.App.5th 848
    U_ATTEMPT | 11361.8, subds. (a), (e); Pen. Code, § 664
    U_PLEADED_DOWN_FROM_MARIJUANA | 11361.8, subds. (e), (f)
    U_DANGER | 11361.8, subd. (b); Pen. Code, § 1170.18, subds. (b), (c); Pen. Code, § 667, subd. (e)(2)(C)(iv)
    U_MINOR_IN_ADULT_COURT | 11361.8, subds. (a), (e); 11361.8, subd. (m)
    U_AGE_AT_OFFENSE | 11362.1, subd. (a)(1), (2); Fam. Code, § 6500
    U_LEVEL | 11361.8, subds. (a), (e)
    U_SENTENCE_STATUS | 11361.8, subds. (a), (e)
    U_SUBDIVISION | 11361.8, subds. (a), (e)
    U_PLANTS | 11358, subd. (c); People v. Banda (2018) 26 Cal.App.5th 349
    U_DRUG_FORM | 11362.1, subd. (a)(1), (2)
    U_FLOWER_GRAMS | 11362.1, subd. (a)(1), (2)
    U_CONCENTRATE_GRAMS | 11362.1, subd. (a)(1), (2)
    U_CONDUCT | 11360, subd. (a)(2); 11360, subd. (b)
    U_RECIPIENT_AGE | 11362.1, subd. (a)(1), (2); 11360, subd. (b)
    U_HOME_GROW_LAWFUL | 11362.1, subd. (a)(3); 11362.2
    U_ON_SCHOOL_GROUNDS | 11357, subd. (c)
    U_FROM_OWN_HOME_PLANTS | 11362.1, subd. (a)(3); 11362.2
    U_HIRED_UNDER_21 | 11359, subd. (d)
    U_ENVIRONMENTAL_HARM | 11358, subd. (d)(3)
    R_MISD_NOW_11357 | 11357, subd. (b)(2)
    R_MISD_NOW_11358 | 11358, subd. (c)
    R_MISD_NOW_11359 | 11359, subd. (b)
    R_MISD_NOW_11360 | 11360, subd. (a)(2)
    R_INFRACTION_U18_11357 | 11357, subds. (a)(1), (b)(1), (d)
    R_INFRACTION_U18_11358 | 11358, subd. (a)
    R_INFRACTION_U18_11359 | 11359, subd. (a)
    R_INFRACTION_U18_11360 | 11360, subd. (a)(1)
    X_SUPER_STRIKE_11358 | 11358, subd. (d)(1); Pen. Code, § 667, subd. (e)(2)(C)(iv)
    U_SUPER_STRIKE_11358 | 11358, subd. (d)(1); Pen. Code, § 667, subd. (e)(2)(C)(iv)
    X_SUPER_STRIKE_11359 | 11359, subd. (c)(1); Pen. Code, § 667, subd. (e)(2)(C)(iv)
    U_SUPER_STRIKE_11359 | 11359, subd. (c)(1); Pen. Code, § 667, subd. (e)(2)(C)(iv)
    X_SUPER_STRIKE_11360 | 11360, subd. (a)(3)(A); Pen. Code, § 667, subd. (e)(2)(C)(iv)
    U_SUPER_STRIKE_11360 | 11360, subd. (a)(3)(A); Pen. Code, § 667, subd. (e)(2)(C)(iv)
    X_SEX_OFFENSE_11358 | 11358, subd. (d)(1); Pen. Code, § 290, subd. (c)
    U_SEX_OFFENSE_11358 | 11358, subd. (d)(1); Pen. Code, § 290, subd. (c)
    X_SEX_OFFENSE_11359 | 11359, subd. (c)(1); Pen. Code, § 290, subd. (c)
    U_SEX_OFFENSE_11359 | 11359, subd. (c)(1); Pen. Code, § 290, subd. (c)
    X_SEX_OFFENSE_11360 | 11360, subd. (a)(3)(A); Pen. Code, § 290, subd. (c)
    U_SEX_OFFENSE_11360 | 11360, subd. (a)(3)(A); Pen. Code, § 290, subd. (c)
    X_SOLD_TO_MINOR_11359 | 11359, subd. (c)(3)
    U_SOLD_TO_MINOR_11359 | 11359, subd. (c)(3)
    X_SOLD_TO_MINOR_11360 | 11360, subd. (a)(3)(C)
    U_SOLD_TO_MINOR_11360 | 11360, subd. (a)(3)(C)
    U_TWO_PRIORS_11358 | 11358, subd. (d)(2)
    U_TWO_PRIORS_11359 | 11359, subd. (c)(2)
    U_TWO_PRIORS_11360 | 11360, subd. (a)(3)(B)
"""
"""A bare number is a section of the Health & Saf. Code."""
THE_ACT = date(2016, 11, 9)
LONG_BEFORE = date(1900, 1, 1)
SINCE = {
    "Health & Saf. Code, § 11360, subd. (c)": date(2016, 1, 1),
    "Health & Saf. Code, § 11361.9": date(2019, 1, 1),
    "Health & Saf. Code, § 11361.5": LONG_BEFORE,
    "Health & Saf. Code, § 11018": LONG_BEFORE,
    "Pen. Code, § 667, subd. (e)(2)(C)(iv)": date(2012, 11, 7),
    "Pen. Code, § 290, subd. (c)": LONG_BEFORE,
    "Pen. Code, § 1170.18, subds. (b), (c)": date(2014, 11, 5),
    "Pen. Code, § 851.91": date(2018, 1, 1),
    "Pen. Code, § 851.8": LONG_BEFORE,
    "Pen. Code, § 1203.43": date(2016, 1, 1),
    "Pen. Code, § 182": LONG_BEFORE,
    "Pen. Code, § 32": LONG_BEFORE,
    "Pen. Code, § 664": LONG_BEFORE,
    "People v. Boatwright (2019) 36 Cal.App.5th 848": date(2019, 6, 26),
    "People v. Medina (2018) 24 Cal.App.5th 61": date(2018, 6, 7),
    "People v. Raybon (2021) 11 Cal.5th 1056": date(2021, 8, 12),
    "People v. Smit (2018) 24 Cal.App.5th 596": date(2018, 6, 20),
    "People v. Banda (2018) 26 Cal.App.5th 349": date(2018, 8, 24),
    "People v. Hall (2019) 39 Cal.App.5th 831": date(2019, 9, 12),
    "Fam. Code, § 6500": LONG_BEFORE,
}
"""All that is not named here came with the Act."""
AUTHORITIES = [one for one in vars(authorities).values() if isinstance(one, Authority)]
IN_FORCE = {
    "the day before it began": (date(2017, 12, 31), False),
    "the day it began": (date(2018, 1, 1), True),
    "its last day": (date(2019, 12, 31), True),
    "the day it was repealed": (date(2020, 1, 1), False),
}


def cited() -> dict[str, list[str]]:
    """Return the citations of each reason, in full."""
    rows = [row.split(" | ") for row in CITED.strip().splitlines()]
    return {
        code.strip(): [
            f"Health & Saf. Code, § {one}" if one[0].isdigit() else one for one in cites.split("; ")
        ]
        for code, cites in rows
    }


def test_each_reason_cites_these_and_nothing_else() -> None:
    assert {code: [one.cite for one in found] for code, found in GROUNDS.items()} == cited()


@pytest.mark.parametrize("authority", AUTHORITIES, ids=lambda one: one.cite)
def test_an_authority_may_be_cited_from_the_day_that_it_is_in_force(authority: Authority) -> None:
    assert authority.effective == SINCE.get(authority.cite, THE_ACT)
    assert authority.repealed is None


def test_every_text_was_read_on_the_day_that_the_specification_names() -> None:
    assert {one.read_on for one in AUTHORITIES} == {date(2026, 11, 23)}


@table(IN_FORCE, "on, expected")
def test_what_is_repealed_is_cited_no_more(on: date, *, expected: bool) -> None:
    assert Authority("A rule", date(2018, 1, 1), repealed=date(2020, 1, 1)).in_force(on) is expected
