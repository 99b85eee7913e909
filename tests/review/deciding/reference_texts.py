"""A plain reading of offense texts, written from the description of the file; the product's code is not used."""

from __future__ import annotations

import re
from typing import NamedTuple

STRIKES = (
    r"37|128|187|188|189|189\.1|189\.5|190(\.\d\d?)?(\(.*\))?|191|191\.5|205|207|209|209\.5|217\.1|218|219|220|245\(D\)\(3\)|"
    r"261(\(.*\))?|262(\(.*\))?|264\.1|269|273AB(\(.*\))?|286|286\(C\)\([123]\)(\([ABC]\))?|286\(D\)\([123]\)|287|288|288\(A\)|"
    r"288\(B\)\(1\)|288\(B\)\(2\)|288A|288A\(D\)|288A\(C\)\(1\)|288A\(C\)\(2\)\([ABC]\)|288\.5|288\.5\(A\)|289|289\(J\)|"
    r"289\(A\)\(1\)\([ABC]\)|289\(A\)\(2\)\(C\)|451\.5|653F|667\.61|667\.7|667\.71|4500|11418\(A\)\(1\)|11418\(B\)\(1\)|"
    r"11418\(B\)\(2\)|12308|12310|18745|18755"
)
GANG_SET = r"136\.1|215|213\(A\)\(1\)\(A\)|246|519|12022\.55"
SEX = (
    r"236\.1\(B\).* PC|236\.1\(C\).* PC|243\.4.* PC|261 PC|261[(.A-Z].* PC|262\(A\) PC|262\(A\)\(1\) PC|264\.1 PC|264\.1\(.* PC|"
    r"266 PC|266C PC|266H\(B\).* PC|266I\(B\).* PC|266J PC|267 PC|269 PC|269[(.A-Z].* PC|272 PC|285 PC|286[^.]* PC|287 PC|288 PC|"
    r"288A.* PC|288\.[23457].* PC|289[^.]* PC|311\.1.* PC|311\.2\([BCD]\) PC|311\.3.* PC|311\.4.* PC|311\.1[01].* PC|"
    r"314\([12]\) PC|451\.5 PC|647\.6.* PC|647A.* PC|653F\([BC]\) PC"
)
SEX_MISSED = r"288(\([A-Z0-9]+\))+ PC"
RELATED = (
    r"602\s*PC|466\s*PC|148\.9\s*PC|148\s*PC|11364\s*HS|11550\s*HS|4140\s*BP|4149\s*BP|4060\s*BP|40508\s*VC|647\(f\)\s*PC|"
    r"1320[^0-9.][^.]*PC"
)
FIRST = ("11357", "11358", "11359", "11360")


class Text(NamedTuple):
    """What one side reads in the text of an offense."""

    shown: str
    sections: list[str]
    strike: bool
    sex: bool
    gang: bool
    gang_offense: bool
    related: bool
    alike: str


def as_peer(text: str) -> Text:
    """Read it as the peer does: numbers anywhere before the first dash."""
    shown = text.split("-", maxsplit=1)[0]
    found = re.findall("11357|11358|11359|11360", shown)
    return Text(
        shown,
        found,
        _strike(shown, ""),
        bool(re.search(SEX, shown)),
        "186.22(B)(4) PC" in shown,
        bool(re.search(f"({GANG_SET}) PC", shown)),
        bool(re.search(RELATED, shown)),
        shown[:5] if found else "",
    )


def as_ours(text: str) -> Text:
    """Read it as corrected: whole numbers, and attempts whose section stands behind a dash."""
    shown = text.split("-", maxsplit=1)[0]
    whole = text if not re.match(r"\s*664\s*-\s*\d", text) else text.split("-", 1)[1]
    whole = re.sub(r"^\s*664\s*[/. ]?\s*(?=\d)", "", whole.split("-")[0])
    found = [one for number in _numbers(whole) for one in FIRST if number == one]
    bare = re.sub(r"^664[./]?(?=\d)", "/", shown)
    anchor = r"(?:^|(?<=[^0-9.])|(?<=[^0-9]\.))"
    return Text(
        shown,
        found,
        _strike(bare, anchor),
        bool(re.search(f"{anchor}({SEX}|{SEX_MISSED})", bare)),
        bool(re.search(rf"{anchor}186\.22\(B\)\(4\) PC", bare)),
        bool(re.search(f"{anchor}({GANG_SET}) PC", bare)),
        bool(re.search(f"{anchor}({RELATED})", bare)),
        found[0] if found else "",
    )


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:\.\d+)*", text)


def _strike(shown: str, anchor: str) -> bool:
    together = rf"{anchor}({GANG_SET}).*186\.22\(B\)\(4\) PC|{anchor}186\.22\(B\)\(4\).*({GANG_SET}) PC"
    return bool(re.search(rf"{anchor}({STRIKES}) PC|{anchor}1672\(A\) MV|{together}", shown))
