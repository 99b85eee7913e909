"""What the tests of who may have in common."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest


@pytest.fixture(autouse=True)
def _no_printer_is_started() -> Iterator[None]:
    """Asking for a print job starts a process of its own, on the database of the settings; here only the job is noted."""
    with patch("petitions.clinic.printing.views.print_apart"):
        yield


@pytest.fixture(autouse=True)
def _no_review_is_started() -> Iterator[None]:
    """Do the same for a county review and its papers."""
    with (
        patch("petitions.review.screens.paper_views.make_apart"),
        patch("petitions.review.screens.setup_views.run_apart"),
        patch("petitions.review.screens.result_views.run_apart"),
    ):
        yield
