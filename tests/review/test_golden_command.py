"""The command gives for each golden case what was found for it, but for rows that name where the peer erred."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.no_cover
