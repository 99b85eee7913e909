"""The items that form CR-400 prints, by names of our own, whatever an edition calls its fields."""

from __future__ import annotations

from enum import StrEnum

FORM = "CR-400"


class Kind(StrEnum):
    """What goes in an item: a text, a mark, or nothing until someone writes there by hand."""

    TEXT = "text"
    BOX = "box"
    BLANK = "blank"


class Item(StrEnum):
    """A place of the form that someone fills in."""

    BAR_NUMBER = "bar_number"
    NAME = "name"
    FIRM = "firm"
    STREET = "street"
    CITY = "city"
    STATE = "state"
    ZIP = "zip"
    PHONE = "phone"
    FAX = "fax"
    EMAIL = "email"
    ATTORNEY_FOR = "attorney_for"
    COUNTY = "county"
    COURT_STREET = "court_street"
    COURT_MAILING_ADDRESS = "court_mailing_address"
    COURT_CITY_ZIP = "court_city_zip"
    DEFENDANT = "defendant"
    CASE_NUMBER = "case_number"
    PRINTED_NAME = "printed_name"
    TITLE_PETITION = "title_petition"
    TITLE_APPLICATION = "title_application"
    SECTION_11357 = "section_11357"
    SECTION_11358 = "section_11358"
    SECTION_11359 = "section_11359"
    SECTION_11360 = "section_11360"
    SECTION_11362_1 = "section_11362_1"
    REQUEST_PETITION = "request_petition"
    REQUEST_APPLICATION = "request_application"
    WAIVE_ORIGINAL_JUDGE = "waive_original_judge"
    WAIVE_APPEARANCE = "waive_appearance"
    COURT_DATE = "court_date"
    COURT_TIME = "court_time"
    COURT_DEPARTMENT = "court_department"
    SIGNATURE_DATE = "signature_date"

    @property
    def kind(self) -> Kind:
        """Say what goes in it."""
        if self in LABELS:
            return Kind.TEXT
        return Kind.BOX if self in BOX_LABELS else Kind.BLANK


LABELS = {
    Item.BAR_NUMBER: "State bar number",
    Item.NAME: "Attorney or party without attorney",
    Item.FIRM: "Firm name",
    Item.STREET: "Street address",
    Item.CITY: "City",
    Item.STATE: "State",
    Item.ZIP: "ZIP code",
    Item.PHONE: "Telephone number",
    Item.FAX: "Fax number",
    Item.EMAIL: "E-mail address",
    Item.ATTORNEY_FOR: "Attorney for",
    Item.COUNTY: "Superior Court of California, County of",
    Item.COURT_STREET: "Court: street address",
    Item.COURT_MAILING_ADDRESS: "Court: mailing address",
    Item.COURT_CITY_ZIP: "Court: city and ZIP code",
    Item.DEFENDANT: "Defendant",
    Item.CASE_NUMBER: "Case number",
    Item.PRINTED_NAME: "Name of the person who signs",
}
BOX_LABELS = {
    Item.TITLE_PETITION: "Petition",
    Item.TITLE_APPLICATION: "Application",
    Item.SECTION_11357: "Section 11357",
    Item.SECTION_11358: "Section 11358",
    Item.SECTION_11359: "Section 11359",
    Item.SECTION_11360: "Section 11360",
    Item.SECTION_11362_1: "Section 11362.1",
    Item.REQUEST_PETITION: "Petition, while the sentence is being served",
    Item.REQUEST_APPLICATION: "Application, with the sentence completed",
    Item.WAIVE_ORIGINAL_JUDGE: "Another judge may decide",
    Item.WAIVE_APPEARANCE: "The court may decide without the defendant there",
}
"""What each box stands for, in words of our own."""
BLANK_LABELS = {
    Item.COURT_DATE: "Date of the hearing",
    Item.COURT_TIME: "Time of the hearing",
    Item.COURT_DEPARTMENT: "Department",
    Item.SIGNATURE_DATE: "Date of signing",
}
"""What is written by hand, in words of our own."""
SECTIONS = {
    "11357": Item.SECTION_11357,
    "11358": Item.SECTION_11358,
    "11359": Item.SECTION_11359,
    "11360": Item.SECTION_11360,
    "11362.1": Item.SECTION_11362_1,
}
