"""Why files are not taken, where the reason is not in the files."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

NO_FILE = _("Choose a PDF file or photos first.")
TOO_MANY_FILES = _("These are too many files. Take out some, or make one PDF of them.")
ONE_FILE = _("Choose one photo for this page.")
