"""The items of the court’s own form CR-400 as its twin names them, and of what is attached to it."""

from __future__ import annotations


def pgettext(_context: str, text: str) -> str:
    return text


LINES = (
    pgettext(
        "court paper", "[value], Petition/Application (Health and Safety Code, § 11361.8), Adult Crimes"
    ),
    pgettext("court paper", "Rev. [value]"),
    pgettext("court paper", "New [value]"),
    pgettext("court paper", "Who files"),
    pgettext("court paper", "Attorney or party without attorney"),
    pgettext("court paper", "State bar number"),
    pgettext("court paper", "Firm name"),
    pgettext("court paper", "Street address"),
    pgettext("court paper", "City"),
    pgettext("court paper", "State"),
    pgettext("court paper", "ZIP code"),
    pgettext("court paper", "Telephone number"),
    pgettext("court paper", "Fax number"),
    pgettext("court paper", "E-mail address"),
    pgettext("court paper", "Attorney for"),
    pgettext("court paper", "The court"),
    pgettext("court paper", "Superior Court of California, County of"),
    pgettext("court paper", "Court: street address"),
    pgettext("court paper", "Court: mailing address"),
    pgettext("court paper", "Court: city and ZIP code"),
    pgettext("court paper", "The case"),
    pgettext("court paper", "Defendant"),
    pgettext("court paper", "Case number"),
    pgettext("court paper", "Title"),
    pgettext("court paper", "Petition"),
    pgettext("court paper", "Application"),
    pgettext("court paper", "marked"),
    pgettext("court paper", "not marked"),
    pgettext("court paper", "For the court to fill in"),
    pgettext("court paper", "Stamp of the clerk"),
    pgettext("court paper", "Date of the hearing"),
    pgettext("court paper", "Time of the hearing"),
    pgettext("court paper", "Department"),
    pgettext("court paper", "1. Sections of the convictions"),
    pgettext("court paper", "Section [value]"),
    pgettext("court paper", "2. Request"),
    pgettext("court paper", "Petition, while the sentence is being served"),
    pgettext("court paper", "Application, with the sentence completed"),
    pgettext("court paper", "3. Judge"),
    pgettext("court paper", "Another judge may decide"),
    pgettext("court paper", "4. Hearing"),
    pgettext("court paper", "The court may decide without the defendant there"),
    pgettext("court paper", "Signature"),
    pgettext("court paper", "Date of signing"),
    pgettext("court paper", "Name of the person who signs"),
    pgettext("court paper", "See attachment, item [value]"),
    pgettext("court paper", "See att., item [value]"),
    pgettext("court paper", "Att. [value]"),
    pgettext("court paper", "Attachment to form [value]"),
    pgettext("court paper", "Case number: [value]"),
    pgettext("court paper", "Case number: [blank]"),
    pgettext("court paper", "Defendant: [value]"),
    pgettext("court paper", "Item [value]. [part]"),
)
