"""Lists the small charges that often stand beside a marijuana charge, which two county reviews took up too."""

from __future__ import annotations

from petitions.review.offense_lists.matching import OffenseList

RELATED = OffenseList(
    (
        r"(?:602|466|148\.9|148)\s*PC",
        r"(?:11364|11550)\s*HS",
        r"(?:4140|4149|4060)\s*BP",
        r"40508\s*VC",
        r"647\(f\)\s*PC",  # in small letters, as the peer has it: the file's 647(F) is not meant
        r"1320[^\d.][^.]*PC",
    )
)
"""Any white space, or none, may stand before the code."""
