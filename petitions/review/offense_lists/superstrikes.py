"""Lists the super strikes, Pen. Code, § 667, subd. (e)(2)(C)(iv), as district attorneys' reviews name them."""

from __future__ import annotations

from petitions.review.offense_lists.matching import OffenseList, sections

_TAIL = r"(?:\(.*\))?"
"""Any subdivision, or none."""
_GANG_SET = r"136\.1 215 213\(A\)\(1\)\(A\) 246 519 12022\.55"
_FINDING = r"186\.22\(B\)\(4\)"
_ANY_OF_SET = "|".join(_GANG_SET.split())

GANG_FINDING = OffenseList(sections(_FINDING, code="PC"))
"""The gang finding, which turns an offense of the same case into a super strike."""
GANG_OFFENSES = OffenseList(sections(_GANG_SET, code="PC"))

SUPERSTRIKES = OffenseList(
    (
        *sections(r"37 128 187 188 189 189\.1 189\.5 191 191\.5", code="PC"),
        *sections(rf"190(?:\.\d{{1,2}})?{_TAIL}", code="PC"),
        *sections(r"205 207 209 209\.5 217\.1 218 219 220 245\(D\)\(3\)", code="PC"),
        *sections(rf"261{_TAIL} 262{_TAIL} 264\.1 269 273AB{_TAIL}", code="PC"),
        *sections(r"286 286\(C\)\([123]\)(?:\([ABC]\))? 286\(D\)\([123]\) 287", code="PC"),
        *sections(r"288 288\(A\) 288\(B\)\([12]\)", code="PC"),
        *sections(r"288A 288A\(D\) 288A\(C\)\(1\) 288A\(C\)\(2\)\([ABC]\)", code="PC"),
        *sections(r"288\.5 288\.5\(A\)", code="PC"),
        *sections(r"289 289\(J\) 289\(A\)\(1\)\([ABC]\) 289\(A\)\(2\)\(C\)", code="PC"),
        *sections(r"451\.5 653F 667\.61 667\.7 667\.71 4500", code="PC"),
        *sections(r"11418\(A\)\(1\) 11418\(B\)\([12]\) 12308 12310 18745 18755", code="PC"),
        *sections(r"1672\(A\)", code="MV"),
        rf"(?:{_ANY_OF_SET}).*{_FINDING} PC",
        rf"{_FINDING}.*(?<!\d)(?:{_ANY_OF_SET}) PC",
    )
)
