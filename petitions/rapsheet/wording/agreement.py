"""The text that a person agrees to before a sheet is read. Each change of a sentence is a new version."""

from __future__ import annotations


def _(text: str) -> str:
    return text


VERSION = "1"
"""Kept with the answers of whoever agreed."""
POINTS = (
    _("This is your own record, and you want it read here. No one made you do this."),
    _(
        "Only this site reads it: a program on this computer, no person. It fills in answers for you to check."
    ),
    _("Nothing of the sheet leaves this computer."),
    _(
        "The sheet is locked while you check it. We delete it when you are done, when you leave, or when its time is up."
    ),
    _("We keep only the answers that you confirm."),
)
LAW = (
    (
        _("Your record may not be handed on to a person whom the law does not let have it."),
        "Pen. Code, § 11142",
    ),
    (
        _("No boss, landlord, or other person may make you show it or bring a copy."),
        "Pen. Code, § 11125",
    ),
)
