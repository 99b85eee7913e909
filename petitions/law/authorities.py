"""What a reason rests on: statutes and decisions, since when each is in force, and when its text was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_READ_ON = date(2026, 11, 23)
_THE_ACT = date(2016, 11, 9)
_LONG_BEFORE = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Authority:
    """A citation in California style, with the days between which it may be cited."""

    cite: str
    effective: date
    repealed: date | None = None
    read_on: date = _READ_ON

    def in_force(self, on: date) -> bool:
        """Say whether it may be cited on that day."""
        return self.effective <= on and (self.repealed is None or on < self.repealed)


def _act(rest: str) -> Authority:
    return Authority(f"Health & Saf. Code, § {rest}", _THE_ACT)


RELIEF_PETITION = _act("11361.8, subds. (a), (b)")
RELIEF_APPLICATION = _act("11361.8, subds. (e), (f)")
RELIEF_BOTH = _act("11361.8, subds. (a), (e)")
RELIEF_DANGER = _act("11361.8, subd. (b)")
RELIEF_JUVENILE = _act("11361.8, subd. (m)")
RELIEF_COURT = _act("11361.8, subd. (i)")
RELIEF_EFFECT = _act("11361.8, subd. (h)")
LAWFUL_POSSESSION = _act("11362.1, subd. (a)(1), (2)")
LAWFUL_GROWING = _act("11362.1, subd. (a)(3)")
HOME_RULES = _act("11362.2")
HOME_RULES_BROKEN = _act("11362.4, subd. (e)")
POSSESSION_MINOR = _act("11357, subds. (a)(1), (b)(1), (d)")
POSSESSION_UNDER_21 = _act("11357, subd. (a)(2)")
POSSESSION_MORE = _act("11357, subd. (b)(2)")
POSSESSION_SCHOOL = _act("11357, subd. (c)")
GROWING_MINOR = _act("11358, subd. (a)")
GROWING_UNDER_21 = _act("11358, subd. (b)")
GROWING_MORE = _act("11358, subd. (c)")
GROWING_FELONY = _act("11358, subd. (d)(1)")
GROWING_THIRD = _act("11358, subd. (d)(2)")
GROWING_HARM = _act("11358, subd. (d)(3)")
SALE_MINOR = _act("11359, subd. (a)")
SALE = _act("11359, subd. (b)")
SALE_FELONY = _act("11359, subd. (c)(1)")
SALE_THIRD = _act("11359, subd. (c)(2)")
SALE_TO_MINOR = _act("11359, subd. (c)(3)")
SALE_HELPERS = _act("11359, subd. (d)")
MOVING_MINOR = _act("11360, subd. (a)(1)")
MOVING = _act("11360, subd. (a)(2)")
MOVING_FELONY = _act("11360, subd. (a)(3)(A)")
MOVING_THIRD = _act("11360, subd. (a)(3)(B)")
MOVING_TO_MINOR = _act("11360, subd. (a)(3)(C)")
MOVING_BORDER = _act("11360, subd. (a)(3)(D)")
MOVING_LITTLE = _act("11360, subd. (b)")
TRANSPORT = Authority("Health & Saf. Code, § 11360, subd. (c)", date(2016, 1, 1))
AUTOMATIC = Authority("Health & Saf. Code, § 11361.9", date(2019, 1, 1))
DESTRUCTION = Authority("Health & Saf. Code, § 11361.5", _LONG_BEFORE)
EDIBLES = Authority("Health & Saf. Code, § 11018", _LONG_BEFORE)
SUPER_STRIKES = Authority("Pen. Code, § 667, subd. (e)(2)(C)(iv)", date(2012, 11, 7))
SEX_OFFENSES = Authority("Pen. Code, § 290, subd. (c)", _LONG_BEFORE)
DANGER = Authority("Pen. Code, § 1170.18, subds. (b), (c)", date(2014, 11, 5))
ARREST_SEALING = Authority("Pen. Code, § 851.91", date(2018, 1, 1))
ARREST_RECORDS = Authority("Pen. Code, § 851.8", _LONG_BEFORE)
DIVERSION = Authority("Pen. Code, § 1203.43", date(2016, 1, 1))
CONSPIRACY = Authority("Pen. Code, § 182", _LONG_BEFORE)
ACCESSORY = Authority("Pen. Code, § 32", _LONG_BEFORE)
ATTEMPT = Authority("Pen. Code, § 664", _LONG_BEFORE)
ACCESSORIES = Authority("People v. Boatwright (2019) 36 Cal.App.5th 848", date(2019, 6, 26))
CONSPIRACIES = Authority("People v. Medina (2018) 24 Cal.App.5th 61", date(2018, 6, 7))
PRISON = Authority("People v. Raybon (2021) 11 Cal.5th 1056", date(2021, 8, 12))
PRIORS = Authority("People v. Smit (2018) 24 Cal.App.5th 596", date(2018, 6, 20))
PLANT_PROOF = Authority("People v. Banda (2018) 26 Cal.App.5th 349", date(2018, 8, 24))
HEARSAY = Authority("People v. Hall (2019) 39 Cal.App.5th 831", date(2019, 9, 12))
AGE_COUNTS = Authority("Fam. Code, § 6500", _LONG_BEFORE)
