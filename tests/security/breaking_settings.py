"""The site's own settings, with the one part that breaks pages on demand."""

from __future__ import annotations

from clearrecord.settings import *  # noqa: F403
from clearrecord.settings import MIDDLEWARE as _OWN

MIDDLEWARE = [*_OWN, "tests.security.breaking.BreaksOnDemand"]
