"""Lists the offenses for which a person registers under Pen. Code, § 290, as district attorneys' reviews name them."""

from __future__ import annotations

from petitions.review.offense_lists.matching import OffenseList, sections


def _any_tail(table: str) -> tuple[str, ...]:
    """Return sections with whatever stands behind them, up to a blank and the code."""
    return tuple(f"{one}.* PC" for one in table.split())


SEX_OFFENSES = OffenseList(
    (
        *_any_tail(r"236\.1\([BC]\) 243\.4"),
        *sections("261", code="PC"),
        *_any_tail("261[(.A-Za-z]"),
        *sections(r"262\(A\) 262\(A\)\(1\) 264\.1", code="PC"),
        *_any_tail(r"264\.1\("),
        *sections("266 266C", code="PC"),
        *_any_tail(r"266H\(B\) 266I\(B\)"),
        *sections("266J 267 269", code="PC"),
        *_any_tail("269[(.A-Za-z]"),
        *sections("272 285 287 288", code="PC"),
        "286[^.]* PC",
        *_any_tail(r"288A 288\.2 288\.3 288\.4 288\.5 288\.7"),
        "289[^.]* PC",
        *_any_tail(r"311\.1"),
        *sections(r"311\.2\([BCD]\)", code="PC"),
        *_any_tail(r"311\.3 311\.4 311\.10 311\.11"),
        *sections(r"314\([12]\) 451\.5", code="PC"),
        *_any_tail(r"647\.6 647A"),
        *sections(r"653F\([BC]\)", code="PC"),
    ),
    # Lewd acts with a child, the commonest offense of the list: 288(A), 288(B)(1), 288(C)(1).
    missed=sections(r"288(?:\([A-Z0-9]+\))+", code="PC"),
)
