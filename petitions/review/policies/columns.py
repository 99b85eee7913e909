"""The columns that each of the peer's programs added to a row, in order."""

from __future__ import annotations

CASE = "Case Number"
CONVICTIONS = "# of convictions on record"
OTHER = "Possible Other P64 Charges"
AFTER = "Occurred after 11/9/2016"
STRIKES = "Superstrike Code Section(s)"
SEX = "PC290 Code Section(s)"
REGISTERS = "PC290 Registration"
DATE = "Date of Conviction"
SINCE_THIS = "Years Since This Conviction"
SINCE_ANY = "Years Since Any Conviction"
LISTED = "# of Prop 64 convictions"
BY_SECTION = tuple(f"# of HS {one} convictions" for one in ("11357", "11358", "11359", "11360"))
DECEASED = "Deceased"
DETERMINATION = "Eligibility Determination"
REASON = "Eligibility Reason"

_HEAD = (CASE, CONVICTIONS)
_PRIORS = (STRIKES, SEX, REGISTERS, DATE, SINCE_THIS, SINCE_ANY, LISTED)
_TAIL = (DECEASED, DETERMINATION, REASON)

CONFIGURABLE = (*_HEAD, OTHER, AFTER, *_PRIORS, *BY_SECTION, *_TAIL)
LOS_ANGELES_2019_10 = (*_HEAD, OTHER, *_PRIORS, *BY_SECTION, *_TAIL)
JUNE_2019 = (*_HEAD, *_PRIORS, *_TAIL)
