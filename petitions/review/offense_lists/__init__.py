"""The lists of offenses that policies ask about, each a table of code sections as the file writes them."""

from __future__ import annotations

from petitions.review.offense_lists.related import RELATED
from petitions.review.offense_lists.sex_offenses import SEX_OFFENSES
from petitions.review.offense_lists.superstrikes import GANG_FINDING, GANG_OFFENSES, SUPERSTRIKES

__all__ = ["GANG_FINDING", "GANG_OFFENSES", "RELATED", "SEX_OFFENSES", "SUPERSTRIKES"]
