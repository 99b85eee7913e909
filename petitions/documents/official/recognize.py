"""Recognizes an official form by what is printed on it: its number, and its edition."""

from __future__ import annotations

import re
from dataclasses import dataclass

import pypdfium2

from petitions.documents.official.form import Edition, read_edition
from petitions.documents.official.items import FORM
from petitions.documents.official.mapping import FormProblems, Mapping, known_mappings
from petitions.documents.pdfium import opened_pdf

NOT_A_PDF = "This is not a PDF file that can be read."
NOT_ONE_PAGE = "The form has one page; this file has another number of pages."
NO_FORM = f"No form number and edition were found in it. Give form {FORM} as the courts' site has it."
OTHER_FORM = f"This is another form. Only {FORM} is filled in here."
_FOOT = re.compile(r"\b([A-Z]{2,3}-\d{3}[A-Z]?) ?\[ ?([^\]]{4,40}?) ?\]")


@dataclass(frozen=True, slots=True)
class Recognized:
    """What a file says that it is, and all its words."""

    edition: Edition
    text: str


def recognize(pdf: bytes) -> Recognized:
    """Read form number and edition; raise FormProblems where the file is no form that is filled in here."""
    text = _words(pdf)
    feet = [found.groups() for found in _FOOT.finditer(text)]
    editions = [found for found in (read_edition(form, wording=wording) for form, wording in feet) if found]
    if not editions:
        raise FormProblems(NO_FORM)
    if any(one.form != FORM for one in editions):
        raise FormProblems(OTHER_FORM)
    return Recognized(editions[0], text)


def mapping_for(recognized: Recognized, *, given: Mapping | None) -> Mapping | None:
    """Choose the mapping of the edition: the one that is given, else one that is known."""
    mappings = (given,) if given else known_mappings()
    found = next((one for one in mappings if one.edition == recognized.edition), None)
    if given and found is None:
        raise FormProblems(
            f"The mapping file is for {given.edition.name}, and this is {recognized.edition.name}."
        )
    if found and not all(word in recognized.text for word in found.words):
        raise FormProblems("The words that the mapping names do not all stand on this form.")
    return found


def _words(pdf: bytes) -> str:
    try:
        with opened_pdf(pdf) as opened:
            if len(opened) != 1:
                raise FormProblems(NOT_ONE_PAGE)
            text = str(opened[0].get_textpage().get_text_bounded())
    except pypdfium2.PdfiumError:
        raise FormProblems(NOT_A_PDF) from None
    return re.sub(r"\s+", " ", text)
