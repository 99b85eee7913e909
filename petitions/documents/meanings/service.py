"""The lines of the proof of service, which the person who serves fills in."""

from __future__ import annotations


def pgettext(_context: str, text: str) -> str:
    return text


LINES = (
    pgettext("court paper", "Proof of Service"),
    pgettext(
        "court paper",
        "(The person who serves the papers fills in and signs this paper. The [role] may not serve.)",
    ),
    pgettext("court paper", "1. The server"),
    pgettext("court paper", "I am at least 18 years old. I am not a party to this case."),
    pgettext("court paper", "My name: [value]"),
    pgettext("court paper", "My name: [blank]"),
    pgettext("court paper", "My address: [value]"),
    pgettext("court paper", "My address: [blank]"),
    pgettext("court paper", "My telephone: [blank]"),
    pgettext("court paper", "2. The papers served"),
    pgettext("court paper", "I served a copy of each of these papers:"),
    pgettext(
        "court paper", "Petition/Application (Health and Safety Code, § 11361.8), Adult Crimes (form [value])"
    ),
    pgettext("court paper", "Proposed order"),
    pgettext("court paper", "3. Who was served"),
    pgettext("court paper", "Street: [blank]"),
    pgettext("court paper", "City, state, ZIP: [blank]"),
    pgettext("court paper", "Person who took the papers, if any: [blank]"),
    pgettext("court paper", "4. How the papers were served (mark one)"),
    pgettext("court paper", "By hand. I handed them over at the address above."),
    pgettext(
        "court paper", "By mail. I put them in a sealed envelope with the address above and full postage, and"
    ),
    pgettext("court paper", "gave it to the United States Postal Service."),
    pgettext(
        "court paper",
        "left it where my office collects mail. I know how the office handles mail: on the same day it goes to the United States Postal Service with full postage.",
    ),
    pgettext("court paper", "Date: [blank]"),
    pgettext("court paper", "Mailed from (city and state): [blank]"),
    pgettext("court paper", "I live or work in the county where I mailed them."),
    pgettext(
        "court paper",
        "I declare under penalty of perjury under the laws of the State of California that the above is true and correct.",
    ),
    pgettext("court paper", "(the server signs here)"),
    pgettext("court paper", "Name: [value]"),
    pgettext("court paper", "Name: [blank]"),
)
