"""What a person reads when no page of the files can be read: why, and what to do."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from petitions.interview.wording.outcomes import Text
from petitions.rapsheet.files.bounds import MOST_IN_A_FILE, MOST_IN_ALL, MOST_PAGES, MOST_PIXELS

_MB = 1024 * 1024
_NUMBERS = {
    "file": MOST_IN_A_FILE // _MB,
    "all": MOST_IN_ALL // _MB,
    "pages": MOST_PAGES,
    "pixels": MOST_PIXELS // 1_000_000,
}
SENTENCES: dict[str, Text] = {
    "empty": _("This file is empty. Choose the file again."),
    "wrong_type": _(
        "We can read PDF files, and pictures in JPEG or PNG. This file is something else. "
        "If your phone saved it as HEIC, open the picture, take a screenshot, and choose that."
    ),
    "encrypted": _(
        "This file is locked with a password. Open it, print it to a new PDF file with no password, and choose the new file."
    ),
    "broken": _("We could not open this file. It may be damaged. Download it or scan it again."),
    "too_large": _(
        "This file is too large. One file can have up to %(file)s MB, and all files %(all)s MB. "
        "A picture can have up to %(pixels)s million dots. Save a smaller one and try again."
    ),
    "too_many_pages": _(
        "This is too long. We can read up to %(pages)s pages. Choose only the pages of your RAP sheet."
    ),
    "too_slow": _(
        "It took too long to open this file. Print it to a new PDF file, or take a photo of each page, and try again."
    ),
    "too_much_memory": _(
        "This file is too hard to open. Print it to a new PDF file, or take a photo of each page, and try again."
    ),
    "no_pages": _("This file has no pages. Choose a different file."),
    "busy": _("We are reading many sheets right now. Wait one minute and try again."),
}
"""By the code of Unreadable."""


def why_unreadable(code: str) -> str:
    """Return the sentence for a code, in the language of the page."""
    return str(SENTENCES[code]) % _NUMBERS
