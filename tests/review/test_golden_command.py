"""The command gives for each golden case what was found for it, but for rows that name where the peer erred."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.review.made_files import table_of

pytestmark = pytest.mark.no_cover
