"""Says in which of our two languages the page is."""

from __future__ import annotations

from django.utils.translation import get_language


def page_language() -> str:
    """Return ``es`` or ``en``."""
    return "es" if (get_language() or "").startswith("es") else "en"
