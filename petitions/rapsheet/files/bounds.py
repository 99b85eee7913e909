"""How much a sheet may bring and how long its reading may take: the same on every server, so that no setting undoes them.

A sheet of 200 pages is longer than any we have heard of. A photo of a phone has 12 million pixels.
"""

from __future__ import annotations

_MB = 1024 * 1024

MOST_IN_A_FILE = 50 * _MB
MOST_IN_ALL = 60 * _MB
MOST_PAGES = 200
MOST_PIXELS = 50_000_000
MOST_SIGNS_ON_A_PAGE = 50_000
MOST_LINES_ON_A_PAGE = 2_000
LONGEST_PICTURE = 20 * _MB
"""The most that one picture of a page may weigh on its way out of the jail."""

FEW_SIGNS = 50
"""A page with fewer signs may be a picture of a page."""
FEW_ON_A_SCAN = 300
"""A scan with fewer signs has only a stamp or the line of a fax machine as text."""

SHOWN_WIDE = 1100
"""The width of a picture that is shown beside the lines, in pixels."""
TEXT_SHOWN_WIDE = 720
"""The same for a page that is no photograph: sharp enough at that width."""
READ_WIDE = 1700
"""The width at which a page of a PDF file is drawn to be read: 200 dots an inch on Letter."""
DOTS_AN_INCH = 200
READ_LONGEST = 2600
"""The longer side of a photograph that is to be read."""

OPENING_SECONDS = 5
PAGE_SECONDS = 4
"""How long one page of a file may take to be opened and drawn."""
SECONDS_IN_ALL = 8
"""How long the pages of a file may take together, beside ``MORE_FOR_A_PAGE`` for each that was opened."""
MORE_FOR_A_PAGE = 0.5
MOST_DEATHS = 20
"""How many pages may end the process that opens them before the file is given up."""

PICTURE_SECONDS = 60
LOADING_SECONDS = 60
"""How long an engine may take to be loaded, before its first page."""
MOST_PICTURES_LOST = 3
