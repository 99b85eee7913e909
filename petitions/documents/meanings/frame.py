"""The lines that stand around every court paper: who files, the court, the case, the counts, and where one signs."""

from __future__ import annotations


def pgettext(_context: str, text: str) -> str:
    return text


LINES = (
    pgettext("court paper", "[blank]"),
    pgettext("court paper", "Telephone: [value]"),
    pgettext("court paper", "E-mail: [value]"),
    pgettext("court paper", "E-mail:"),
    pgettext("court paper", "Address: [blank]"),
    pgettext("court paper", "In Pro Per"),
    pgettext("court paper", "[role] in Pro Per"),
    pgettext("court paper", "Attorney for [role]"),
    pgettext("court paper", "Attorney for [role] [value]"),
    pgettext("court paper", "(SBN [value])"),
    pgettext("court paper", "[value] (SBN [value])"),
    pgettext("court paper", "SUPERIOR COURT OF CALIFORNIA, COUNTY OF [value]"),
    pgettext("court paper", "JUVENILE COURT"),
    pgettext("court paper", "Courthouse and address: [blank]"),
    pgettext("court paper", "Mailing address: [value]"),
    pgettext("court paper", "THE PEOPLE OF THE STATE OF CALIFORNIA,"),
    pgettext("court paper", "Plaintiff,"),
    pgettext("court paper", "v."),
    pgettext("court paper", "Defendant."),
    pgettext("court paper", "In the Matter of"),
    pgettext("court paper", "a person who came under the Juvenile Court Law."),
    pgettext("court paper", "Case No. [value]"),
    pgettext("court paper", "Case No. [blank]"),
    pgettext("court paper", "(Health & Saf. Code, § 11361.8, subds. (e) and (f))"),
    pgettext("court paper", "(Health & Saf. Code, § 11361.8, subds. (a) and (b))"),
    pgettext("court paper", "(Health & Saf. Code, § 11361.8, subd. (m))"),
    pgettext("court paper", "Date: [blank] Time: [blank]"),
    pgettext("court paper", "Dept.: [blank] (court fills in)"),
    pgettext("court paper", "No."),
    pgettext("court paper", "Section*"),
    pgettext("court paper", "Offense date"),
    pgettext("court paper", "Conviction date"),
    pgettext("court paper", "Finding date"),
    pgettext("court paper", "Level"),
    pgettext("court paper", "felony"),
    pgettext("court paper", "misdemeanor"),
    pgettext("court paper", "infraction"),
    pgettext("court paper", "* Of the Health and Safety Code, unless the row says otherwise."),
    pgettext("court paper", "Dated: [blank]"),
    pgettext("court paper", "(sign here)"),
)
